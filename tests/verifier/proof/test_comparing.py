"""What differs between a page and its claims is named, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.verifier.proof.comparing import compare
from converter.verifier.proof.furniture import check_hidden, check_references
from converter.verifier.proof.running import check_running
from converter.verifier.visible.shown import Shown

from .making import LINES, TITLE, claims_of, page_of


def findings(page: list[Shown]) -> list[str]:
    return [
        f"{one.where} {one.rule}: {one.text}"
        for one in compare(claims_of(), page, drawn=False, silent={"number"})
    ]


def changed(old: str, new: str) -> list[Shown]:
    page = page_of()
    assert any(old in one.text for one in page)
    return [replace(one, text=one.text.replace(old, new)) for one in page]


def test_a_page_that_shows_what_it_claims_has_no_finding() -> None:
    assert findings(page_of()) == []


def test_capitals_that_a_style_sets_are_no_difference() -> None:
    assert findings(changed("Background", "BACKGROUND")) == []


def test_words_that_are_parted_otherwise_are_no_difference() -> None:
    assert findings(changed("harbour of Lund reopened", "har bour ofLund reopened")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "on Monday",
            "on Tuesday",
            "1:5 altered: a line is not as claimed: “…harbour of Lund reopened on Tuesday",
        ),
        ("did not leave", "did leave", "1:6 altered: a line is not as claimed: “The first ferry did leave"),
        ("in 2016", "in 2017", "1:8 altered: a line is not as claimed: “The old quay collapsed in 2017"),
        (
            "in 2018.",
            "in 2018?",
            "1:9 altered: a line is not as claimed: “…voted for a new one in 2018?” should",
        ),
        ("The city", "the city", "1:9 altered: a line is not as claimed: “the city"),
        ("Implications", "Consequences", "1:10 altered: the heading is not as claimed: “Consequences”"),
        (TITLE, "Harbour of Lund closes", "1:2 altered: the title is not as claimed"),
        ("1 min read", "9 min read", "1:3 altered: the fact is not as claimed"),
        ("Paragraph 4", "Paragraph 5", "1:17 altered: the reference is not as claimed"),
    ],
)
def test_what_was_altered_is_named_with_both_wordings(old: str, new: str, expected: str) -> None:
    (finding,) = findings(changed(old, new))
    assert finding.startswith(expected)


def test_what_was_added_is_named() -> None:
    page = page_of()
    page.insert(6, Shown("Officials denied all of it.", 1, 7, "body", "paragraph"))
    assert findings(page) == [
        "1:7 added: this is neither a line nor the report's own: “Officials denied all of it.”"
    ]


def test_words_added_to_a_line_alter_it() -> None:
    (finding,) = findings(changed("two million passengers", "two million new passengers"))
    assert "“The port expects two million new passengers a year.” should read" in finding


def test_what_was_removed_is_named_where_it_stood() -> None:
    page = [one for one in page_of() if "nobody was hurt" not in one.text]
    (finding,) = findings(page)
    assert finding.startswith("1:7 removed: a line is missing under “Background”: “The old quay collapsed")


def test_what_was_moved_is_named_once() -> None:
    page = page_of()
    page.insert(9, page.pop(4))
    (finding,) = findings(page)
    assert " moved: a line was moved from its place under “Summary”: “The harbour of Lund" in finding


def test_two_lines_that_were_swapped_between_sections_are_both_named() -> None:
    page = page_of()
    page[4], page[10] = page[10], page[4]
    page = [replace(one, line=number) for number, one in enumerate(page, start=1)]
    assert [one.partition(": ")[0] for one in findings(page)] == ["1:5 moved", "1:11 moved"]


def test_a_line_that_another_sentence_replaced_is_named_with_both() -> None:
    (finding,) = findings(changed(LINES[4][1], "Nothing of the kind was ever planned there."))
    assert "“Nothing of the kind was ever planned there.” should read “The port expects" in finding


def test_a_line_that_stands_twice_is_told() -> None:
    page = page_of()
    page.insert(9, page[4])
    (finding,) = findings(page)
    assert " added: " in finding


def test_what_no_reader_sees_is_told() -> None:
    page = [*page_of(), Shown("vote for me", 1, 20, "hidden", "")]
    (finding,) = check_hidden(page)
    assert finding.where == "1:20"


def test_a_reference_of_another_number_is_told() -> None:
    page = page_of()
    page[5] = replace(page[5], references=(5,))
    (finding,) = check_references(claims_of(), page)
    assert (
        str(finding)
        == "1:6: reference 5 should be 2 behind “The first ferry did not leave before noon.” (reference)"
    )


def test_a_reference_that_is_missing_or_too_many_is_told() -> None:
    page = page_of()
    page[11] = replace(page[11], references=())
    assert "reference 6 is missing" in str(next(check_references(claims_of(), page)))
    page[11] = replace(page[11], references=(6, 7))
    assert "reference 7 is not one" in str(next(check_references(claims_of(), page)))


def test_of_notes_that_are_numbered_anew_only_the_one_that_is_gone_is_told() -> None:
    page = [replace(one, references=tuple(n - (n > 2) for n in one.references)) for one in page_of()]
    page[5] = replace(page[5], references=())
    del page[14]  # the second note
    (finding,) = check_references(claims_of(), page)
    text = "1:6: reference 2 is missing behind “The first ferry did not leave before noon.” (reference)"
    assert str(finding) == text


def test_a_reference_to_another_note_is_told_though_its_number_is_right() -> None:
    page = page_of()
    page[13], page[14] = (replace(page[at], references=(number,)) for at, number in ((13, 2), (14, 1)))
    (finding,) = check_references(claims_of(), page)
    behind = "“…harbour of Lund reopened on Monday after ten years of work.”"
    text = f"1:5: reference 1 behind {behind} leads to what is claimed as number 2 (reference)"
    assert str(finding) == text


def test_a_note_of_another_number_is_told() -> None:
    page = page_of()
    page[-1] = replace(page[-1], references=(9,))
    assert "is number 9, and should be 6" in str(next(check_references(claims_of(), page)))


def test_headers_say_what_is_claimed_and_numbers() -> None:
    assert list(check_running(claims_of(), [Shown("1 / 2", 1, 0, "running", "")], "html")) == []
    (finding,) = check_running(claims_of(), [Shown("1 / 2 secret", 1, 0, "running", "")], "html")
    assert finding.rule == "running"


WORDS = [word for _, text in LINES for word in text.split()]


def test_a_title_that_says_page_in_braces_may_stand_in_a_header() -> None:
    running = [{"role": "header", "place": "left", "text": "The {page} and {pages} of a title"}]
    claims = claims_of(running=running)
    said = Shown("The {page} and {pages} of a title", 1, 0, "running", "")
    assert list(check_running(claims, [said], "html")) == []
    assert (
        list(check_running(claims, [replace(said, text="The {page} and {title} of a title")], "html")) != []
    )


@given(st.data())
def test_any_word_that_differs_is_found_at_its_line(data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(LINES) - 1))
    words = LINES[index][1].split()
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from(WORDS).filter(lambda word: word != words[at]) | st.just(""))
    text = " ".join([*words[:at], *([other] if other else []), *words[at + 1 :]])
    lines = tuple((section, text if i == index else line) for i, (section, line) in enumerate(LINES))
    found = compare(claims_of(), page_of(lines), drawn=False, silent={"number"})
    assert [one.rule for one in found] == ["altered"]
    (where,) = {one.line for one in page_of(lines) if one.text == text}
    assert found[0].where == f"1:{where}"


@given(st.permutations(range(len(LINES))))
def test_any_other_order_of_lines_is_told_as_moves(order: list[int]) -> None:
    texts = [LINES[index][1] for index in order]
    lines = tuple((section, text) for (section, _), text in zip(LINES, texts, strict=True))
    rules = {one.rule for one in compare(claims_of(), page_of(lines), drawn=False, silent={"number"})}
    assert rules == (set() if order == sorted(order) else {"moved"})
