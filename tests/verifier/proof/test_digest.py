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
