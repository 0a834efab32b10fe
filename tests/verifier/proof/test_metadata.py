"""What a file says of itself is held against what it shows, and against what can be seen of a standard."""

from hashlib import sha256

import pytest

from converter.verifier.proof.metadata import check_metadata
from converter.verifier.visible.shown import Visible

from .making import TITLE, claims_of

FACTS = {"title": TITLE, "language": "en", "tagged": "yes", "conformance": "PDF/UA-1, PDF/A-3A"}


def found(**changed: str) -> list[str]:
    facts = {name: value for name, value in {**FACTS, **changed}.items() if value}
    visible = Visible("pdf", (), claims=b"{}", facts=facts)
    return [f"{one.rule}: {one.text}" for one in check_metadata(visible, claims_of())]


def test_a_file_that_says_what_it_shows_has_no_finding() -> None:
    assert found(**{"claims-sha256": sha256(b"{}").hexdigest()}) == []


@pytest.mark.parametrize(
    ("fact", "lacks"),
    [("tagged", "has not tags"), ("language", "has not a language"), ("title", "has not a title")],
)
def test_what_a_standard_asks_for_and_is_not_there_is_told(fact: str, lacks: str) -> None:
    (finding,) = found(**{fact: ""})
    assert finding == f"conformance: it claims PDF/UA-1, PDF/A-3A, and {lacks}"


def test_a_file_that_claims_no_standard_needs_none_of_it() -> None:
    assert found(conformance="", tagged="", language="") == []
    assert found(conformance="PDF/A-2B", tagged="") == []
    assert found(conformance="PDF/A-2a", tagged="") == ["conformance: it claims PDF/A-2a, and has not tags"]


def test_another_title_and_other_claims_are_told() -> None:
    assert [one.partition(":")[0] for one in found(title="Other")] == ["metadata"]
    assert [one.partition(":")[0] for one in found(**{"claims-sha256": "0" * 64})] == ["claims-replaced"]


def test_word_takes_the_first_255_characters_of_a_title() -> None:
    title = "The harbour of Lund reopens " * 12
    claims = claims_of((), content=[{"role": "title", "text": title}])

    def told(said: str) -> list[str]:
        visible = Visible("docx", (), claims=b"{}", facts={"title": said})
        return [one.rule for one in check_metadata(visible, claims)]

    assert told(title[:255]) == told(title) == []
    assert told(title[:254]) == told("The harbour") == ["metadata"]
