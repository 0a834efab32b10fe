"""What follows from what a report claims."""

from typing import Any

import pytest

from converter.verifier.proof.claims import Claims, Piece


def claims(*pieces: Piece, **configuration: Any) -> Claims:  # noqa: ANN401 - whatever a report says
    return Claims((), (), pieces, (), configuration)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (["title", "date"], {"title", "date"}),
        (["title", 3, None], {"title"}),
        ([], set()),
        ("title", set()),
        ({"title": True}, set()),
        (None, set()),
    ],
)
def test_what_a_person_gave_is_known_where_it_is_told_as_it_should_be(
    given: object, names: frozenset[str]
) -> None:
    assert claims(given=given).given == names


def test_a_report_that_does_not_say_what_was_given_was_given_nothing() -> None:
    assert claims().given == frozenset()


@pytest.mark.parametrize(("said", "name"), [("house.docx", "house.docx"), (1, ""), (None, "")])
def test_the_name_of_a_template_is_a_text(said: object, name: str) -> None:
    assert claims(template=said).template == name
    assert claims().template == ""


def test_a_title_is_all_that_is_shown_as_one() -> None:
    pieces = (Piece("label", "Briefing"), Piece("title", "The quay"), Piece("title", "opens"))
    assert claims(*pieces).title == "The quay opens"
    assert claims(Piece("label", "Briefing")).title == ""


def test_what_has_parts_for_articles_is_a_digest() -> None:
    heading = Piece("heading", "Summary", level=1)
    assert not claims(heading).is_digest
    assert claims(heading, Piece("heading", "The quay", level=1, source=0)).is_digest
