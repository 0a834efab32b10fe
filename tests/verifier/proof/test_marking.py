"""What is not the article's is marked so, and headers say what they should."""

import json
from typing import Any

import pytest

from converter.verifier.proof.claims import Claims
from converter.verifier.proof.marking import check_marks
from converter.verifier.proof.metadata import check_metadata
from converter.verifier.proof.parsing import parse_claims
from converter.verifier.proof.running import check_running
from converter.verifier.visible.shown import Shown, Visible

from .making import bare_claims


def claims(*content: dict[str, Any], kind: str = "verbatim", author: str = "") -> Claims:
    """Return claims of one line and other words."""
    line = {
        "kind": kind,
        "text": "The quay opened.",
        "source": None if kind == "note" else 0,
        "spans": [] if kind == "note" else [[0, 16]],
        "paragraph": 1,
        "sentence": 1,
        "section": "summary",
        "author": author,
    }
    data = {
        "briefing": 1,
        "configuration": {},
        "sources": [{"name": "a.txt", "media_type": "text/plain", "sha256": "ab" * 32, "encoding": None}],
        "lines": [line],
        "content": content,
        "running": [
            {"role": "header", "place": "left", "text": "The harbour"},
            {"role": "footer", "place": "left", "text": "{page} of {pages}"},
            {"role": "first-header", "text": ""},
            {"role": "marking", "text": "TLP:RED"},
        ],
    }
    return parse_claims(json.dumps(data).encode())


LINE = {"line": 0}
HEADING = {"role": "heading", "level": 1, "text": "Summary"}


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        (claims(LINE), []),
        (claims(LINE, {"role": "mark", "text": " (edited)"}, kind="edited"), []),
        (claims(LINE, {"role": "mark", "text": " (edited) [¶ 3]"}, kind="edited"), []),
        (claims(LINE, {"role": "mark", "text": " [¶ 3]"}, kind="edited"), ["unmarked"]),
        (claims(LINE, kind="edited"), ["unmarked"]),
        (claims({"role": "comment", "text": "By Bo – "}, LINE, kind="note", author="Bo"), []),
        (claims({"role": "comment", "text": "By Bo – "}, LINE, kind="note", author="Cy"), ["unmarked"]),
        (claims(LINE, kind="note"), ["unmarked"]),
        (claims(LINE, {"role": "body", "text": "It sank."}), ["unsourced"]),
        (claims({"role": "method", "text": "It sank."}, LINE), ["unsourced"]),
        (claims(LINE, {"role": "method", "text": "Made by a program."}), []),
        (claims({"role": "fact", "text": "a.txt"}, HEADING, LINE), []),
        (claims(HEADING, {"role": "fact", "text": "It sank."}, LINE), ["unsourced"]),
        (claims(LINE, {"role": "label", "text": "It sank."}), ["unsourced"]),
        (claims({"role": "reference", "number": 1, "text": "It sank."}, LINE), ["unsourced"]),
        (claims(LINE, {"role": "comment", "text": "It sank."}), ["unsourced"]),
        (claims({"role": "comment", "text": "It sank."}, LINE), ["unsourced"]),
        (claims(HEADING, {"role": "empty", "text": "Nothing."}, HEADING, LINE), []),
        (claims(HEADING, {"role": "empty", "text": "It sank."}, LINE), ["unsourced"]),
        (claims(LINE, {"role": "number", "text": "12"}), []),
        (claims(LINE, {"role": "number", "text": "It sank."}), ["unsourced"]),
        (claims(HEADING, {"role": "contents", "text": "It sank."}, LINE), ["unsourced"]),
        (claims(HEADING, {"role": "later", "text": "It sank."}, LINE), ["unsourced"]),
        (claims(LINE, {"role": "later", "text": "Signed by a key."}), []),
        (claims({"role": "fact", "text": "a.txt"}, LINE), []),
        (claims({"role": "fact", "text": "a.txt"}, LINE, {"line": 0, "role": "caption"}), []),
        (claims(LINE, {"role": "fact", "text": "It sank."}, LINE), ["unsourced"]),
        (claims(LINE, {"role": "contents", "text": "It sank."}, {"line": 0}), ["unsourced"]),
        (claims(LINE, {"role": "method", "text": "It sank."}, LINE), ["unsourced"]),
        (
            claims(HEADING, {"role": "empty", "text": "Nothing."}, {"role": "label", "text": "a"}, LINE),
            ["unsourced"],
        ),
        (claims(LINE, {"role": "empty", "text": "Nothing."}), []),
        (claims(LINE, {"role": "empty", "text": "Nothing."}, {"role": "method", "text": "a"}), ["unsourced"]),
        (claims({"role": "ordinal", "text": "12."}, LINE), []),
        (claims({"role": "ordinal", "text": "It sank."}, LINE), ["unsourced"]),
        (claims({"role": "ordinal", "text": ".12"}, LINE), ["unsourced"]),
        (claims({"role": "later", "text": "It sank."}, LINE), []),
        (claims(LINE, {"role": "gap", "text": "[…]"}), []),
        (claims(LINE, {"role": "gap", "text": "It sank."}), ["unsourced"]),
        (claims(LINE, {"role": "mark", "text": "It sank."}), ["unsourced"]),
        (claims(LINE, {"role": "mark", "text": " [a [2].txt, ¶ 3]"}), []),
        (claims(LINE, {"role": "mark", "text": " (edited). It sank (soon)"}, kind="edited"), ["unsourced"]),
    ],
)
def test_what_is_not_the_articles_is_marked(made: Claims, codes: list[str]) -> None:
    assert [finding.rule for _, finding in check_marks(made)] == codes


def told(made: Claims) -> list[str]:
    return [f"{index} {one.where} {one.rule}: {one.text}" for index, one in check_marks(made)]


def test_what_is_not_marked_is_told_with_the_words_of_its_line() -> None:
    assert told(claims(LINE, kind="note")) == [
        "0  unmarked: nothing says whose comment this is: “The quay opened.”"
    ]
    assert told(claims(LINE, kind="edited")) == [
        "0  unmarked: nothing says that this line was edited: “The quay opened.”"
    ]
    assert told(claims(LINE, {"role": "body", "text": "It sank."})) == [
        "None  unsourced: among the lines stands what is none: “It sank.”"
    ]


def test_the_mark_of_an_edit_stands_right_behind_its_last_part() -> None:
    mark = {"role": "mark", "text": "(edited)"}
    first, last = {"line": 0, "part": [0, 3]}, {"line": 0, "part": [4, 16]}
    assert told(claims(first, {"role": "gap", "text": "[…]"}, last, mark, kind="edited")) == []
    wrong: list[list[dict[str, Any]]] = [
        [mark, LINE],
        [first, mark, last],
        [LINE, {"role": "number", "text": "1"}, mark],
    ]
    wrong.append([LINE, {"role": "method", "text": "(edited) by hand"}])
    for content in wrong:
        found = told(claims(*content, kind="edited"))
        assert found == ["0  unmarked: nothing says that this line was edited: “The quay opened.”"]


def test_a_comment_is_signed_once_before_its_first_part() -> None:
    comment = {"role": "comment", "text": "By Bo – "}
    first, last = {"line": 0, "part": [0, 3]}, {"line": 0, "part": [4, 16]}
    assert told(claims(comment, first, last, kind="note", author="Bo")) == []
    assert told(claims(comment, {"role": "mark", "text": "(a)"}, LINE, kind="note", author="Bo")) == [
        "0  unmarked: nothing says whose comment this is: “The quay opened.”",
        "None  unsourced: among the lines stands what is none: “By Bo – ”",
    ]


def test_a_report_without_lines_says_nothing_that_would_pass_as_one() -> None:
    method = {"role": "method", "text": "Made by a program."}
    assert told(bare_claims(content=[HEADING, {"role": "empty", "text": "Nothing."}, HEADING, method])) == []
    assert told(bare_claims(content=[HEADING, method])) == []
    assert told(bare_claims(content=[HEADING, {"role": "body", "text": "It sank."}])) == [
        "None  unsourced: among the lines stands what is none: “It sank.”"
    ]


def shown(*pages: str) -> list[Shown]:
    return [Shown(text, number, 1, "running", "") for number, text in enumerate(pages, 1)]


@pytest.mark.parametrize(
    ("pages", "wrong"),
    [
        (["1 of 2 TLP:RED", "The harbour 2 of 2 TLP:RED"], []),
        (["1 of 2 TLP:RED", "The har… 2 of 2 TLP:RED"], []),
        (["1 of 2", "The harbour 2 of 2 TLP:RED"], ["1:1 should say “TLP:RED”"]),
        (["1 of 2 TLP:RED", "2 of 2 TLP:RED"], ["2:1 should say “The harbour”"]),
        (
            ["1 of 2 TLP", "The harbour 2 of 2 TLP:RED"],
            ["1:1 should not say “1 of 2 TLP”", "1:1 should say “TLP:RED”"],
        ),
        (["TLP:RED", "The harbour 2 of 2 TLP:RED"], ["1:1 should say “{page} of {pages}”"]),
    ],
)
def test_each_page_has_its_header(pages: list[str], wrong: list[str]) -> None:
    found = [
        f"{one.where} {one.text.removeprefix('a header or footer ')}"
        for one in check_running(claims(LINE), shown(*pages), "pdf")
    ]
    assert found == wrong


def test_formats_without_pages_have_no_headers_to_miss() -> None:
    assert list(check_running(claims(LINE), [], "md")) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [("a.txt, SHA-256 abababababab…", []), ("a.txt, SHA-256 0123456789ab…", ["source-unknown"])],
)
def test_the_sum_that_readers_see_is_that_of_the_source(text: str, codes: list[str]) -> None:
    visible = Visible("pdf", (), b"{}")
    made = claims(LINE, {"role": "method", "text": text})
    assert [finding.rule for finding in check_metadata(visible, made)] == codes


def test_another_sum_in_the_properties_is_told() -> None:
    visible = Visible("docx", (), b"{}", facts={"Source SHA-256": "0" * 64})
    (finding,) = check_metadata(visible, claims(LINE))
    assert (finding.rule, finding.where) == ("source-unknown", "properties")
