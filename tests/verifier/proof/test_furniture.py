"""Numbers of references lead where they are claimed to lead, and nothing is hidden."""

import pytest
from msgspec.structs import replace

from converter.verifier.proof.furniture import check_hidden, check_references
from converter.verifier.visible.shown import Place, Shown

from .making import LINES, bare_claims, claims_of, page_of

FIRST_NOTE = 13


def told(page: list[Shown]) -> list[str]:
    return [str(one) for one in check_references(claims_of(), page)]


def referring(**references: tuple[int, ...]) -> list[Shown]:
    """Return the page with other references at its lines, such as `at5`."""
    page = page_of()
    for name, numbers in references.items():
        at = int(name.removeprefix("at"))
        page[at] = replace(page[at], references=numbers)
    return page


def test_what_no_reader_sees_is_told_with_its_words() -> None:
    page = [*page_of(), Shown("vote for me", 2, 20, "hidden"), Shown("• –", 2, 21, "hidden")]
    assert [str(one) for one in check_hidden(page)] == ["2:20: no reader sees this: “vote for me” (hidden)"]


def test_a_page_whose_references_are_as_claimed_has_no_finding() -> None:
    assert told(page_of()) == []


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            referring(at5=(5,)),
            "1:6: reference 5 should be 2 behind “The first ferry did not leave before noon.” (reference)",
        ),
        (referring(at11=(6, 7)), "1:12: reference 7 is not one of the report's (reference)"),
        (
            referring(at11=()),
            f"1:12: reference 6 is missing behind “{LINES[5][1]}” (reference)",
        ),
        (
            referring(at18=(9,)),
            "1:19: the reference “Paragraph 6, sentence 1” is number 9, and should be 6 (reference)",
        ),
    ],
)
def test_what_is_wrong_with_a_reference_is_told_where_it_stands(page: list[Shown], expected: str) -> None:
    assert told(page) == [expected]


def test_a_reference_that_is_missing_with_its_line_is_told_behind_the_one_before() -> None:
    page = referring(at5=())
    del page[5]
    (finding,) = told(page)
    assert (
        finding
        == "1:5: reference 2 is missing behind “The first ferry did not leave before noon.” (reference)"
    )
    page = page_of()
    del page[7]
    (finding,) = told(page)
    assert finding == f"1:6: reference 3 is missing behind “{LINES[2][1]}” (reference)"
    page = page_of()
    del page[4]
    (finding,) = told(page)
    assert finding.startswith("reference 1 is missing behind “…")


def test_words_of_the_body_are_no_note_though_they_read_like_one() -> None:
    page = page_of()
    page.append(Shown("Paragraph 2, sentence 1", 1, 30, "body", references=()))
    assert told(page) == []
    page[-1] = replace(page[-1], references=(7,))
    assert told(page) == ["1:30: reference 7 is not one of the report's (reference)"]


def test_a_line_that_reads_like_the_note_of_another_reference_is_none() -> None:
    content = [
        {"role": "label", "text": "Paragraph 1"},
        {"role": "number", "text": "2"},
        {"role": "reference", "text": "Paragraph 1", "number": 1},
    ]
    page = [
        Shown("Paragraph 1", 1, 1, "body", references=(2,)),
        Shown("Paragraph 1", 1, 2, "note", references=(1,)),
    ]
    assert list(check_references(bare_claims(content=content), page)) == []


@pytest.mark.parametrize("place", ["note", "running", "hidden"])
def test_references_are_those_of_the_body(place: Place) -> None:
    assert told([*page_of(), Shown("Elsewhere", 1, 40, place, references=(3,))]) == []


def test_numbers_are_those_of_references_alone() -> None:
    content = [
        {"role": "fact", "text": "2016"},
        {"role": "number", "text": "one"},
        {"role": "label", "text": "Briefing"},
        {"role": "number", "text": "1"},
        {"role": "reference", "text": "Without a number"},
        {"role": "heading", "text": "Not a note", "number": 4},
    ]
    page = [
        Shown("2016", 1, 1, "body"),
        Shown("Briefing", 1, 2, "body", references=(1,)),
        Shown("Without a number", 1, 3, "note", references=(8,)),
        Shown("Not a note", 1, 4, "note", references=(9,)),
    ]
    assert list(check_references(bare_claims(content=content), page)) == []
    page[1] = replace(page[1], references=(2,))
    (finding,) = check_references(bare_claims(content=content), page)
    assert str(finding) == "1:2: reference 2 should be 1 behind “Briefing” (reference)"


def test_of_two_notes_with_the_same_words_either_number_will_do() -> None:
    content = [
        {"role": "number", "text": "1"},
        {"role": "number", "text": "2"},
        *({"role": "reference", "text": "Paragraph 1", "number": number} for number in (1, 2)),
    ]
    page = [
        Shown("It opened.", 1, 1, "body", references=(1, 2)),
        Shown("Paragraph 1", 1, 2, "note", references=(1,)),
        Shown("Paragraph 1", 1, 3, "note", references=(2,)),
    ]
    assert list(check_references(bare_claims(content=content), page)) == []


def test_a_note_without_a_number_is_not_renumbered() -> None:
    assert told(referring(at14=())) == []
    assert LINES[1][1] == page_of()[5].text
