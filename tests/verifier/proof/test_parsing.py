"""What contradicts itself is no claims."""

import json
from typing import Any

import pytest

from converter.verifier.proof import parsing as module
from converter.verifier.proof.claims import ClaimedLine, ClaimedSource, Claims, Piece, Running
from converter.verifier.proof.parsing import ClaimsError, parse_claims
from tests.verifier.proof.making import claims_of


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"sources": [], "content": []}, "they name no source"),
        ({"content": [{"line": 0}]}, "a line is claimed and not shown"),
        ({"briefing": 2}, "they are of a later version; update"),
        ({"running": None}, "they are damaged"),
    ],
)
def test_claims_that_contradict_themselves_are_refused(changed: dict[str, Any], why: str) -> None:
    with pytest.raises(ClaimsError, match=f"^{why}$"):
        claims_of(**changed)


SOURCE = {"name": "a.md", "media_type": "text/markdown", "sha256": "f" * 64, "encoding": "utf-8"}
OTHER = {"name": "b.pdf", "media_type": "application/pdf", "sha256": "0" * 64, "encoding": None}
SHOWN = {
    "kind": "verbatim",
    "text": "It opened.",
    "source": 0,
    "spans": [[5, 15]],
    "paragraph": 2,
    "sentence": 3,
}
EDITED = {
    **SHOWN,
    "kind": "edited",
    "source": 1,
    "spans": [[0, 4], [6, 9]],
    "sentence": None,
    "author": "Ada",
}
NOTE: dict[str, Any] = {
    "kind": "note",
    "text": "So what?",
    "source": None,
    "spans": [],
    "paragraph": None,
    "sentence": None,
}
LINES = [{**line, "section": "summary"} for line in (SHOWN, EDITED, NOTE)]
CONTENT: list[dict[str, Any]] = [
    {"role": "heading", "text": "Summary", "level": 2},
    {"line": 0, "part": [0, 2]},
    {"line": 0, "part": [3, 10], "role": "caption"},
    {"line": 1},
    {"line": 2},
    {"role": "reference", "text": "Paragraph 2", "number": 7},
]
EVERYTHING: dict[str, Any] = {
    "briefing": 1,
    "configuration": {"given": ["title", 3], "template": "house.docx"},
    "sources": [SOURCE, OTHER],
    "lines": LINES,
    "content": CONTENT,
    "running": [{"role": "header", "text": "{page}"}],
}


def parsed(**changed: object) -> Claims:
    return parse_claims(json.dumps({**EVERYTHING, **changed}).encode())


def test_everything_that_is_claimed_is_read() -> None:
    claims = parsed()
    assert claims.sources == (
        ClaimedSource("a.md", "text/markdown", "f" * 64, "utf-8"),
        ClaimedSource("b.pdf", "application/pdf", "0" * 64, None),
    )
    assert claims.lines == (
        ClaimedLine("verbatim", "It opened.", 0, ((5, 15),), 2, 3, "summary", ""),
        ClaimedLine("edited", "It opened.", 1, ((0, 4), (6, 9)), 2, None, "summary", "Ada"),
        ClaimedLine("note", "So what?", None, (), None, None, "summary", ""),
    )
    assert claims.pieces == (
        Piece("heading", "Summary", level=2),
        Piece("line", "It", 0),
        Piece("caption", "opened.", 0),
        Piece("line", "It opened.", 1),
        Piece("line", "So what?", 2),
        Piece("reference", "Paragraph 2", number=7),
    )
    assert claims.running == (Running("header", "{page}"),)
    assert (claims.given, claims.template, claims.title) == (frozenset({"title"}), "house.docx", "")
    assert parsed(configuration={"given": "title", "template": 1}).given == frozenset()
    assert parsed(configuration={"template": 1}).template == ""


def with_line(**changed: object) -> list[dict[str, Any]]:
    return [{**LINES[0], **changed}, *LINES[1:]]


@pytest.mark.parametrize(
    "lines",
    [
        with_line(kind="quoted"),
        with_line(text=None),
        with_line(section=1),
        with_line(author=1),
        with_line(source="0"),
        with_line(source=True),
        with_line(source=-1),
        with_line(spans=[[1]]),
        with_line(spans=[[-1, 2]]),
        with_line(spans=[[0, True]]),
        with_line(spans=[[0.0, 1.0]]),
        with_line(paragraph="2"),
        with_line(sentence=1.5),
        [{}],
        None,
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_refused(lines: object) -> None:
    with pytest.raises(ClaimsError, match=r"^they are damaged$"):
        parsed(lines=lines)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (with_line(source=None), "a line has no source, or a comment has one"),
        ([*LINES[:2], {**LINES[2], "source": 0}], "a line has no source, or a comment has one"),
        (with_line(source=2), "a line is of no source"),
        (with_line(spans=[]), "a line is of no source"),
    ],
)
def test_a_line_that_no_honest_report_has_is_refused(lines: object, why: str) -> None:
    with pytest.raises(ClaimsError, match=f"^{why}$"):
        parsed(lines=lines)


@pytest.mark.parametrize("key", ["name", "media_type", "sha256", "encoding"])
def test_a_source_is_told_in_texts(key: str) -> None:
    with pytest.raises(ClaimsError, match=r"^they are damaged$"):
        parsed(sources=[{**SOURCE, key: 1}, OTHER])


@pytest.mark.parametrize(
    "piece", [{"line": 3}, {"line": True}, {"line": 0, "part": [1]}, {"role": "label"}, []]
)
def test_a_piece_that_is_not_as_it_should_be_is_refused(piece: object) -> None:
    with pytest.raises(ClaimsError, match=r"^they are damaged$"):
        parsed(content=[*CONTENT, piece])


def test_claims_may_be_so_large_and_no_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps(EVERYTHING).encode()
    monkeypatch.setattr(module, "_MOST_BYTES", 2 << 20)
    assert parse_claims(data + b" " * ((2 << 20) - len(data))).lines
    with pytest.raises(ClaimsError, match=r"^they are larger than 2 MB$"):
        parse_claims(data + b" " * ((2 << 20) - len(data) + 1))
