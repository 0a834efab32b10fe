"""What differs between a page and its claims is named, and nothing else is."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from converter.verifier.proof.claims import Claims
from converter.verifier.proof.comparing import compare, places_of
from converter.verifier.proof.furniture import check_hidden, check_references
from converter.verifier.proof.running import check_running
from converter.verifier.proof.wording import contrast
from converter.verifier.visible.shown import Place, Shown

from .making import LINES, TITLE, bare_claims, claims_of, page_of


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


# ------------------------------------------------------------------------------------- as it is drawn

FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def drawn_page() -> list[Shown]:
    """Return the page as it is drawn: numbers stand behind the lines and before the notes."""
    page = []
    for one in page_of():
        number = one.references[0] if one.references else None
        before = f"{number}. " if number and one.place == "note" else ""
        behind = FIGURES[number] if number and one.place == "body" else ""
        page.append(replace(one, text=f"{before}{one.text}{behind}"))
    return page


def drawn(page: list[Shown], claims: Claims | None = None) -> list[str]:
    found = compare(claims or claims_of(), page, drawn=True)
    return [f"{one.where} {one.rule}: {one.text}" for one in found]


def redrawn(old: str, new: str) -> list[Shown]:
    assert any(old in one.text for one in drawn_page())
    return [replace(one, text=one.text.replace(old, new)) for one in drawn_page()]


def test_a_page_that_is_drawn_as_it_claims_has_no_finding() -> None:
    assert drawn(drawn_page()) == []


def test_a_drawn_number_of_a_reference_is_compared() -> None:
    (finding,) = drawn(redrawn("noon.²", "noon.⁵"))
    assert finding == (
        "1:6 reference: reference 5 should be 2 behind “The first ferry did not leave before noon.”"
    )
    (finding,) = drawn(redrawn("noon.²", "noon."))
    assert finding == "1:6 removed: the number is missing under “Summary”: “²”"
    first = bare_claims(content=[{"role": "number", "text": "1"}, {"role": "label", "text": "Briefing"}])
    assert drawn([shown("²"), shown("Briefing")], first) == ["1:1 reference: reference 2 should be 1"]


def test_a_drawn_number_of_a_note_is_compared() -> None:
    (finding,) = drawn(redrawn("4. Paragraph", "5. Paragraph"))
    assert finding == (
        "1:17 altered: the reference is not as claimed: “5. Paragraph 4, sentence 1” should read "
        "“4. Paragraph 4, sentence 1”"
    )


def items(*texts: str) -> list[str]:
    """Return what is found where items are shown as `texts`, and claimed as Dredge it, and Wait for 7."""
    content = [
        {"role": "item", "text": "Dredge it"},
        {"role": "ordinal", "text": "7."},
        {"role": "item", "text": "Wait and see"},
    ]
    page = [replace(shown(text, number), role="item") for number, text in enumerate(texts, start=1)]
    return drawn(page, bare_claims(content=content))


def test_the_sign_before_a_drawn_item_is_none_of_its_words_and_its_number_is() -> None:
    assert items("• Dredge it", "7. Wait and see") == []
    assert items("Dredge it", "7. Wait and see") == []
    assert items("•\u00a0Dredge it", "7. Wait and see") == []
    assert items("•", "Dredge it", "7. Wait and see") == []
    assert items("", "Dredge it", "7. Wait and see") == []
    assert items("• Dredge it", "8. Wait and see") == [
        "1:2 altered: the ordinal is not as claimed: “8.” should read “7.”"
    ]
    assert items("• – Dredge it", "7. Wait and see") == []
    assert items("• Dredge", "7. Wait and see") == [
        "1:1 altered: the item is not as claimed: “Dredge” should read “Dredge it”"
    ]


def test_the_sign_before_what_is_no_item_is_one_of_its_words() -> None:
    claims = claims_of((("summary", "“Wait”, he said."),), content=[{"line": 0}])
    assert drawn([shown("“Wait”, he said.")], claims) == []
    assert drawn([shown("Wait”, he said.")], claims) == [
        "1:1 altered: a line is not as claimed: “Wait”, he said.” should read ““Wait”, he said.”"
    ]


def font(text: str, shown_as: str, *, is_drawn: bool = True) -> list[str]:
    """Return what is found where a line is drawn as something else."""
    claims = claims_of((("summary", text),), content=[{"line": 0}])
    return [str(one) for one in compare(claims, [shown(shown_as)], drawn=is_drawn)]


def test_letters_that_a_font_lacks_are_named() -> None:
    line = "In 東京 it is ☀ today, they say in 京都."
    assert font(line, "In ?? it is ? today, they say in ??.") == [
        f"1:1: a line shows “?” for 東 京 ☀ 都, which its font lacks: “{line}” (unshown)"
    ]


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("In 東京 it rains.", "In ?? it rained."),
        ("In 東京 it rains.", "In 東?? it rains."),
        ("In 東京 it rains.", "In ?! it rains."),
        ("It rains in 東京", "It rains in ???"),
        ("In Lund it rains.", "In ???? it rains."),
        ("It rained 12 days.", "It rained ?? days."),
    ],
)
def test_a_question_mark_for_anything_else_is_a_difference(text: str, shown_as: str) -> None:
    (finding,) = font(text, shown_as)
    assert finding == f"1:1: a line is not as claimed: {contrast(shown_as, text)} (altered)"


def test_a_file_that_is_not_drawn_lacks_no_font() -> None:
    (finding,) = font("In 東京 it rains.", "In ?? it rains.", is_drawn=False)
    assert (
        finding
        == "1:1: a line is not as claimed: “In ?? it rains.” should read “In 東京 it rains.” (altered)"
    )


# ------------------------------------------------------------------------------------- whose words are whose


def shown(text: str, line: int = 1, place: Place = "body") -> Shown:
    return Shown(text, 1, line, place, "paragraph")


def of(content: Sequence[object], *texts: str, **changed: object) -> list[str]:
    """Return what is found where paragraphs of `texts` are shown, and `content` is claimed."""
    page = [shown(text, number) for number, text in enumerate(texts, start=1)]
    found = compare(bare_claims(content=content, **changed), page, drawn=False)
    return [f"{one.where} {one.rule}: {one.text}" for one in found]


@given(st.dictionaries(st.integers(0, len(LINES) - 1), st.integers(1, 20), min_size=1))
def test_words_put_into_lines_alter_these_and_no_others(inside: dict[int, int]) -> None:
    lines = [text for _, text in LINES]
    for index, at in inside.items():
        words = lines[index].split(" ")
        words.insert(min(at, len(words) - 1), "Zanzibar")
        lines[index] = " ".join(words)
    page = page_of(tuple((section, text) for (section, _), text in zip(LINES, lines, strict=True)))
    where = {one.text: one.line for one in page}
    told = [(lines[index], LINES[index][1]) for index in sorted(inside)]
    assert findings(page) == [
        f"1:{where[new]} altered: a line is not as claimed: {contrast(new, old)}" for new, old in told
    ]


def test_words_before_the_last_sign_of_a_line_alter_it() -> None:
    claims = claims_of(
        (("summary", "It opened."), ("summary", "It closed!")), content=[{"line": 0}, {"line": 1}]
    )
    found = compare(claims, [shown("It opened wide."), shown("It closed at last!", 2)], drawn=False)
    assert [str(one) for one in found] == [
        "1:1: a line is not as claimed: “It opened wide.” should read “It opened.” (altered)",
        "1:2: a line is not as claimed: “It closed at last!” should read “It closed!” (altered)",
    ]


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("Oh Yes.", "Oh"),
        ("Yes. Oh no", "Oh no"),
        ("Oh well, Yes.", "Oh well,"),
        ("Yes. ✗", "✗"),
        ("• ✗ Yes.", "• ✗"),
    ],
)
def test_words_before_or_behind_a_short_line_are_added(text: str, added: str) -> None:
    claims = claims_of((("summary", "Yes."),), content=[{"line": 0}])
    found = compare(claims, [shown(text)], drawn=False)
    assert [str(one) for one in found] == [
        f"1:1: this is neither a line nor the report's own: “{added}” (added)"
    ]


def test_a_sign_before_a_line_is_a_bullet() -> None:
    claims = claims_of((("summary", "Yes."),), content=[{"line": 0}])
    assert compare(claims, [shown("• Yes.")], drawn=False) == []


TITLED = [
    {"role": "label", "text": ""},
    {"role": "title", "text": TITLE},
    {"role": "fact", "text": "harbour.txt"},
]


@pytest.mark.parametrize(
    "text",
    [f"{TITLE} very soon", f"Breaking news {TITLE}", f"{TITLE} soon", "Harbour of the old Lund reopens"],
)
def test_words_added_to_the_reports_own_alter_it(text: str) -> None:
    assert of(TITLED, text, "harbour.txt") == [
        f"1:1 altered: the title is not as claimed: {contrast(text, TITLE)}"
    ]


def test_paragraphs_that_are_added_are_told_one_by_one() -> None:
    assert of(TITLED, TITLE, "Officials denied it.", "Nobody came.", "harbour.txt") == [
        "1:2 added: this is neither a line nor the report's own: “Officials denied it.”",
        "1:3 added: this is neither a line nor the report's own: “Nobody came.”",
    ]
    assert of(TITLED, "✗", "•", TITLE, "harbour.txt", "It sank.") == [
        "1:5 added: this is neither a line nor the report's own: “It sank.”",
    ]


def test_a_running_line_and_a_bullet_stand_among_what_is_added() -> None:
    running = [{"role": "header", "place": "left", "text": "River and port"}]
    assert of(TITLED, "River and port", TITLE, "harbour.txt", "River and port", running=running) == []
    assert of(TITLED, TITLE, "River and port", "•", "It sank.", "harbour.txt", running=running) == [
        "1:4 added: this is neither a line nor the report's own: “It sank.”"
    ]


def test_between_facts_and_in_contents_stand_signs_and_numbers() -> None:
    content = [
        {"role": "fact", "text": "harbour.txt"},
        {"role": "fact", "text": "Monday"},
        {"role": "contents", "text": "Background"},
        {"role": "heading", "level": 1, "text": "Quay side"},
    ]
    assert of(content, "harbour.txt · Monday", "Background . . . . 12", "Quay side") == []
    assert of(content, "harbour.txt · Monday", "Background 12", "Quay side 12") == [
        "1:3 altered: the heading is not as claimed: “Quay side 12” should read “Quay side”"
    ]
    assert of(content, "harbour.txt · Monday", "1 000", "Background 12", "Quay side") == [
        "1:2 added: this is neither a line nor the report's own: “1 000”"
    ]
    assert of(content, "harbour.txt · Monday", "Background p. 12", "Quay side") == [
        "1:2 altered: the contents is not as claimed: “Background p. 12” should read “Background”"
    ]


def test_the_number_of_a_page_may_be_that_of_the_section_before_it() -> None:
    names = ("Section 2.1", "Section 3.1", "Outlook")
    content = [{"role": role, "text": name} for role in ("contents", "heading") for name in names]
    assert of(content, "Section 2.1 1", "Section 3.1 . . 11", "Outlook 2", *names) == []
    assert of(content, "Section 2.1 1", "Section 4.1 . . 11", "Outlook 2", *names) != []


def test_a_number_behind_a_line_is_added_though_the_line_has_the_words_of_a_fact() -> None:
    content = [{"role": "fact", "text": "Lund"}, {"role": "fact", "text": "Monday"}, {"line": 0}]
    claims = claims_of((("summary", "It killed people in Lund"),), content=content)
    page = [shown("Lund · Monday"), shown("It killed people in Lund 34", 2)]
    assert [str(one) for one in compare(claims, page, drawn=False)] == [
        "1:2: this is neither a line nor the report's own: “34” (added)"
    ]
    page = [shown("Lund · Monday"), shown("It killed people in Lund", 2), shown("Lund . . . 34", 3)]
    contents = [*content, {"role": "contents", "text": "Lund"}]
    claims = claims_of((("summary", "It killed people in Lund"),), content=contents)
    assert compare(claims, page, drawn=False) == []


def test_a_number_among_words_is_added_where_nothing_is_listed() -> None:
    empty = {"role": "fact", "text": ""}
    assert of([empty, *TITLED[:2]], TITLE, "2017") == [
        "1:2 added: this is neither a line nor the report's own: “2017”"
    ]


def test_capitals_are_a_style_of_the_reports_own_words_alone() -> None:
    claims = claims_of((("summary", "Nobody was hurt."),), content=[{"line": 0}])
    (finding,) = compare(claims, [shown("NOBODY WAS HURT.")], drawn=False)
    assert str(finding) == (
        "1:1: a line is not as claimed: “NOBODY WAS HURT.” should read “Nobody was hurt.” (altered)"
    )


def kinds(*texts: str) -> list[str]:
    told = {"source": 0, "spans": [[0, 9]], "paragraph": 1, "sentence": 1, "section": "summary"}
    note: dict[str, Any] = {
        "source": None,
        "spans": [],
        "paragraph": None,
        "sentence": None,
        "section": "summary",
    }
    lines = [
        {**told, "kind": "verbatim", "text": "It opened."},
        {**told, "kind": "edited", "text": "It closed."},
        {**note, "kind": "note", "text": "So what?"},
    ]
    return of([{"line": 0}, {"line": 1}, {"line": 2}], *texts, lines=lines)


def test_a_line_is_called_by_what_it_is() -> None:
    assert kinds("It opened.", "It closed.", "So what!") == [
        "1:3 altered: a comment is not as claimed: “So what!” should read “So what?”"
    ]
    assert kinds("It opened.", "It closes.", "So what?") == [
        "1:2 altered: an edited line is not as claimed: “It closes.” should read “It closed.”"
    ]
    assert kinds("It opened.", "So what?", "It closed.") == [
        "1:3 moved: an edited line was moved from its place: “It closed.”"
    ]
    assert kinds("It closed.", "So what?") == ["1:1 removed: a line is missing: “It opened.”"]


# ------------------------------------------------------------------------------------- where it is told


def test_what_is_gone_is_told_behind_what_stands_before_it() -> None:
    page = [one for one in page_of() if one.text not in {LINES[2][1], LINES[3][1]}]
    page = [replace(one, line=number) for number, one in enumerate(page, start=1)]
    assert findings(page) == [
        f"1:7 removed: a line is missing under “Background”: “{LINES[2][1]}”",
        f"1:7 removed: a line is missing under “Background”: “{LINES[3][1]}”",
    ]
    page = [one for one in page_of() if one.text != LINES[3][1]]
    assert findings(page) == [f"1:8 removed: a line is missing under “Background”: “{LINES[3][1]}”"]


def test_what_is_gone_from_the_top_is_told_there() -> None:
    title, label = {"role": "title", "text": TITLE}, {"role": "label", "text": "Briefing"}
    fact = {"role": "fact", "text": "harbour.txt"}
    missing = f"removed: the title is missing: “{TITLE}”"
    assert of([title, label, fact], "Briefing", "harbour.txt") == [f"1:1 {missing}"]
    assert of([{"role": "label", "text": "A"}, fact, title, label], "A", "harbour.txt", "Briefing") == [
        f"1:2 {missing}"
    ]
    short = [{"role": "label", "text": text} for text in ("A", "B")]
    assert of([title, *short], "A", "B") == [f"1:1 {missing}"]


def test_where_nothing_is_shown_everything_is_missing_and_nowhere() -> None:
    assert of(TITLED[1:]) == [
        f" removed: the title is missing: “{TITLE}”",
        " removed: the fact is missing: “harbour.txt”",
    ]
    assert compare(claims_of(), [shown("1 / 2", place="running")], drawn=False)[0].where == ""


def test_findings_are_told_in_the_order_of_the_page() -> None:
    page = changed("in 2016", "in 2017")
    page = [one for one in page if one.text != LINES[0][1]]
    page.insert(1, shown("A lie.", 2))
    assert [one.partition(":")[2].partition(":")[0] for one in findings(page)] == [
        "2 added",
        "4 removed",
        "8 altered",
    ]


def test_lines_are_moved_between_headings_and_not_headings_between_lines() -> None:
    page = page_of()
    heading = page.pop(6)
    assert heading.text == "Background"
    page.insert(8, heading)
    assert findings(page) == [
        f"1:8 moved: a line was moved from its place under “Background”: “{LINES[2][1]}”",
        f"1:9 moved: a line was moved from its place under “Background”: “{LINES[3][1]}”",
    ]


def test_the_place_of_each_line_is_where_it_is_first_shown() -> None:
    page = page_of()
    page[5] = replace(page[5], text="Something else.")
    page.append(replace(page[4], page=2, line=1))
    assert places_of(claims_of(), page) == {0: "1:5", 2: "1:8", 3: "1:9", 4: "1:11", 5: "1:12"}
    first = [
        shown(LINES[0][1], 3),
        *(shown(LINES[2][1], 4, place) for place in ("hidden", "running", "note")),
    ]
    assert places_of(claims_of(), first[:1]) == {0: "1:3"}
    assert places_of(claims_of(), first[:3]) == {0: "1:3"}
    assert places_of(claims_of(), first) == {0: "1:3", 2: "1:4"}
