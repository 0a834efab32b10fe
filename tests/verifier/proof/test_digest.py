"""A digest whose claims were altered: whose lines stand where, and who is said to have what."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from converter.readers.original import Original
from converter.verifier.proof.likeness import is_alike
from converter.verifier.proof.marking import check_marks
from converter.verifier.proof.parsing import ClaimsError, parse_claims
from converter.verifier.proof.sources import Evidence, check_against_sources
from tests.pipeline.test_joining import MORNING, digested

from .making import bare_claims

Claimed = dict[str, Any]


@pytest.fixture(scope="module")
def provenance() -> str:
    return digested(MORNING).document.provenance


def findings(provenance: str, alter: Callable[[Claimed], object]) -> set[str]:
    """Return what is found in claims that were altered."""
    data: Claimed = json.loads(provenance)
    alter(data)
    claims = parse_claims(json.dumps(data).encode())
    evidence = [
        Evidence(Original(text.encode(), f"{index}.txt"), f"{index}.txt")
        for index, text in enumerate(MORNING)
    ]
    found = (*check_marks(claims), *check_against_sources(claims, evidence))
    return {finding.rule for _, finding in found}


def pieces(data: Claimed, role: str) -> Iterator[Claimed]:
    return (one for one in data["content"] if one.get("role") == role)


def titles(data: Claimed) -> list[Claimed]:
    return [one for one in data["content"] if "source" in one]


def twin(data: Claimed) -> Claimed:
    """Return the first sentence that is said to have the wording of a line."""
    found: Claimed = next(one for one in data["lines"] if one.get("twins"))["twins"][0]
    return found


def exchange_titles(data: Claimed) -> None:
    first, second, *_ = titles(data)
    first["source"], second["source"] = second["source"], first["source"]


def state_a_fact_among_the_lines(data: Claimed) -> None:
    at = data["content"].index(next(pieces(data, "number")))
    data["content"].insert(at, {"role": "fact", "text": "He lied."})


ALTERATIONS: dict[str, tuple[Callable[[Claimed], object], str]] = {
    "a mark names another article": (lambda data: next(pieces(data, "mark")).update(text="(9)"), "unmarked"),
    "a mark is gone": (lambda data: data["content"].remove(next(pieces(data, "mark"))), "unmarked"),
    "titles are exchanged": (exchange_titles, "place-differs"),
    "a title is another": (lambda data: titles(data)[0].update(text="Another"), "title-differs"),
    "a label is another": (lambda data: list(pieces(data, "label"))[1].update(text="Q"), "unsourced"),
    "a fact is no fact": (state_a_fact_among_the_lines, "unsourced"),
    "a twin is elsewhere": (lambda data: twin(data).update(spans=[[0, 9]]), "source-differs"),
}

IMPOSSIBLE: dict[str, Callable[[Claimed], object]] = {
    "a twin of no source": lambda data: twin(data).update(source=9),
    "a twin of no likeness": lambda data: twin(data).update(likeness="alike"),
    "a title of no source": lambda data: titles(data)[0].update(source=9),
    "an omission like no source": lambda data: data.update(
        omissions=[{"name": "", "sha256": "", "same_as": 9}]
    ),
}


def test_as_it_was_made_nothing_is_found(provenance: str) -> None:
    assert findings(provenance, lambda _data: None) == set()


@pytest.mark.parametrize("name", ALTERATIONS)
def test_what_was_altered_is_found(provenance: str, name: str) -> None:
    alter, found = ALTERATIONS[name]
    assert found in findings(provenance, alter)


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_claims_of_what_cannot_be_are_refused(provenance: str, name: str) -> None:
    with pytest.raises(ClaimsError):
        findings(provenance, IMPOSSIBLE[name])


@pytest.mark.parametrize(
    ("one", "other", "same", "similar"),
    [
        ("The quay opened, he said.", "THE QUAY opened he said", True, True),
        ("The quay opened on Monday in the rain.", "A quay opened on Monday in the rain.", False, True),
        ("The quay cost 12 crowns in all.", "The quay cost 13 crowns in all.", False, False),
        ("The quay opened.", "Nobody came to town.", False, False),
    ],
)
def test_wording_is_compared_word_by_word(one: str, other: str, same: bool, similar: bool) -> None:  # noqa: FBT001
    assert (is_alike(one, other, "same"), is_alike(one, other, "similar")) == (same, similar)


# ------------------------------------------------------------------------------------- by hand

SOURCES = [
    {
        "name": f"{name}.txt",
        "media_type": "text/plain",
        "sha256": name * 64,
        "encoding": None,
        "short_name": name,
    }
    for name in ("Gazette", "Herald", "Post")
]
JOINT = {"role": "heading", "level": 1, "text": "What all say"}


def line(text: str, source: int | None, *twins: int) -> Claimed:
    told: Claimed = {"kind": "verbatim", "text": text, "source": source, "section": "summary"}
    if source is None:
        return {**told, "kind": "note", "spans": [], "paragraph": None, "sentence": None, "author": "Bo"}
    others = [{"source": one, "spans": [[0, 9]], "paragraph": 1, "likeness": "same"} for one in twins]
    return {**told, "spans": [[0, 9]], "paragraph": 1, "sentence": 1, "twins": others}


def title(source: int, text: str = "Title") -> Claimed:
    return {"role": "heading", "level": 1, "text": text, "source": source}


def marked(*content: Claimed, lines: list[Claimed]) -> list[str]:
    claims = bare_claims(sources=SOURCES, lines=lines, content=content)
    return [f"{index} {one.where} {one.rule}: {one.text}" for index, one in check_marks(claims)]


def mark(text: str) -> Claimed:
    return {"role": "mark", "text": text}


def test_a_line_of_another_article_is_told_by_its_words() -> None:
    lines = [line("It opened.", 0), line("It closed.", 0), line("It sank.", 1), line("So what?", None)]
    comment = {"role": "comment", "text": "Bo –"}
    content = [title(0), {"line": 0}, title(1), {"line": 1}, {"line": 2}, comment, {"line": 3}]
    assert marked(*content, lines=lines) == [
        "1  place-differs: it stands among the lines of Herald and is of another article: “It closed.”"
    ]
    first = [title(1), comment, {"line": 3}, {"line": 0}, title(0), {"line": 1}, title(1), {"line": 2}]
    assert marked(*first, lines=lines) == [
        "0  place-differs: it stands among the lines of Herald and is of another article: “It opened.”"
    ]


def test_a_line_in_parts_is_told_once() -> None:
    parts = [{"line": 0, "part": [0, 2]}, {"line": 0, "part": [3, 10]}]
    assert marked(title(1), *parts, lines=[line("It opened.", 0)]) == [
        "0  place-differs: it stands among the lines of Herald and is of another article: “It opened.”"
    ]


@pytest.mark.parametrize(
    ("behind", "lacks"),
    [
        ([mark("(Gazette, Post)")], ""),
        ([mark("(Gazette)"), {"role": "number", "text": "1"}, mark("(Post)")], ""),
        ([{"role": "gap", "text": "[…]"}, mark("(Gazette)[Post]")], ""),
        ([mark("(Gazette)")], "also in Post"),
        ([mark("(Post)")], "from Gazette"),
        ([mark("(Herald)")], "from Gazette"),
        ([], "from Gazette"),
        ([{"role": "number", "text": "1"}], "from Gazette"),
        ([JOINT, mark("(Gazette, Post)")], "from Gazette"),
        ([{"line": 1}, mark("(Gazette, Post)")], "from Gazette"),
    ],
)
def test_a_joint_line_says_in_which_articles_it_is(behind: list[Claimed], lacks: str) -> None:
    lines = [line("It opened.", 0, 2), line("So what?", 0)]
    shown = [] if {"line": 1} in behind else [{"line": 1}]
    found = marked(JOINT, {"line": 0}, *behind, title(0), *shown, lines=lines)
    wanted = [f"0  unmarked: nothing says that it is {lacks}: “It opened.”"] if lacks else []
    assert [one for one in found if one.startswith("0 ")] == wanted


def test_only_a_digest_says_whose_its_lines_are() -> None:
    assert marked(JOINT, {"line": 0}, lines=[line("It opened.", 0, 2)]) == []


def test_to_the_title_of_an_article_belong_its_label_and_its_facts() -> None:
    label, fact = {"role": "label", "text": "Herald"}, {"role": "fact", "text": "2 min"}
    empty = {"role": "empty", "text": "Nothing."}
    lines = [line("It opened.", 0), line("It sank.", 1)]
    content = [title(0), {"line": 0}, label, title(1), fact, fact, {"line": 1}]
    assert marked(*content, lines=lines) == []
    content = [title(0), {"line": 0}, empty, label, title(1), {"line": 1}]
    assert marked(*content, lines=lines) == []
    unsourced = "None  unsourced: among the lines stands what is none: "
    content = [title(0), {"line": 0}, {"role": "label", "text": "Post"}, title(1), {"line": 1}, fact]
    assert marked(*content, lines=lines) == [f"{unsourced}“Post”", f"{unsourced}“2 min”"]
    content = [label, fact, title(0), {"line": 0}, {"role": "fact", "text": "Herald"}, title(1), {"line": 1}]
    assert marked(*content, lines=lines) == [f"{unsourced}“Herald”"]
    content = [title(0), {"line": 0}, JOINT, fact, title(1), {"line": 1}]
    assert marked(*content, lines=lines) == [f"{unsourced}“2 min”"]
    content = [title(0), fact, {"line": 0}, {"role": "body", "text": "He lied."}, title(1), fact, {"line": 1}]
    assert marked(*content, lines=lines) == [f"{unsourced}“He lied.”"]
