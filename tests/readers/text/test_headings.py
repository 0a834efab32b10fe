"""Headings that nothing marks."""

import pytest

from tests.readers.reading import from_text, shapes

PROSE = "The talks went on until the evening, and both sides said that they were pleased with the result."
MORE = "A further meeting was set for the autumn, when the parliaments of both countries will have voted."


def _headings(text: str) -> list[tuple[object, ...]]:
    return [shape[1:] for shape in shapes(from_text(f"The title\n\n{text}")) if shape[0] == "heading"]


@pytest.mark.parametrize(
    "heading",
    [
        "Background and Strategic Foundations",
        "What comes next",
        "THE ROAD AHEAD",
        "Why does it matter?",
        "Join us!",
        "1. Ease of use",
        "2.1 Results",
        "IV. The fall",
        "Chapter 3: The rise",
        "Analysis: Jon Doe, Washington",
        "3. It is the people’s money.",
        "背景与战略基础",
    ],
)
def test_a_short_unstopped_passage_above_prose_is_a_heading(heading: str) -> None:
    assert _headings(f"{PROSE}\n\n{heading}\n\n{MORE}") == [(1, heading)]


@pytest.mark.parametrize(
    "passage",
    [
        "It was short.",
        "They said this:",
        "however it went on",
        "“We are pleased”",
        "(Source unknown)",
        "See https://example.org",
        "Write to jane@example.org",
        "Photo: Jane Doe",
        "Does that mean that the border will be opened to trade at last?",
        "What a day this has been!",
        "A passage of far more words than any heading would have in a text that a person wrote for others",
        "— — —§",
        "{.caption}",
        "Doe          Talking          [Page 1]",
        "背景与战略基础。",
    ],
)
def test_what_reads_like_prose_or_a_caption_is_no_heading(passage: str) -> None:
    assert _headings(f"{PROSE}\n\n{passage}\n\n{MORE}") == []


def test_a_chinese_text_has_headings_too() -> None:
    prose = "会谈昨天在北京举行，双方就贸易问题进行了深入讨论，并同意在秋季再次会面。"
    text = f"战略对话开启新篇章\n\n{prose}\n\n背景与战略基础\n\n{prose}\n\n影响与展望\n\n{prose}"
    assert [shape[0] for shape in shapes(from_text(text))][1:] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_nothing_is_a_heading_at_the_end() -> None:
    assert _headings(f"{PROSE}\n\nWhat comes next") == []


def test_items_of_a_list_without_bullets_are_no_headings() -> None:
    assert _headings(f"{PROSE}\n\nApples\n\nRipe pears\n\nPlums\n\n{MORE}") == []


def test_a_heading_may_stand_above_another_and_above_a_list() -> None:
    assert _headings(f"{PROSE}\n\nPart two\n\nThe fall\n\n{MORE}") == [(1, "Part two"), (2, "The fall")]
    assert _headings(f"{PROSE}\n\nGoals\n\n- one\n- two") == [(1, "Goals")]
    assert _headings(f"{PROSE}\n\nGoals\n\nWe want:\n\n- one\n- two") == [(1, "Goals")]


def test_behind_a_colon_a_heading_needs_more_prose() -> None:
    assert _headings(f"We ask:\n\nIs it so\n\n{PROSE[:60]}.\n\n{MORE}") == []
    assert _headings(f"We ask:\n\nThe answer\n\n{PROSE} {MORE}") == [(1, "The answer")]


def test_consecutive_questions_are_no_headings() -> None:
    assert _headings(f"{PROSE}\n\nIs it so?\n\nWho says that?\n\n{MORE}") == []


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        (["THE PAST", "The war", "THE FUTURE", "The peace"], [1, 2, 1, 2]),
        (["1. The past", "1.1 The war", "2. The future"], [1, 2, 1]),
        (["Chapter 1", "The war", "Chapter 2"], [1, 2, 1]),
        (["The past\n========", "The war\n-------", "The peace"], [1, 2, 3]),
        (["The past\n~~~~~~~~", "The war\n=======", "The future\n~~~~~~~~~~"], [1, 2, 1]),
        (["EU", "The war"], [1, 1]),
    ],
)
def test_levels_follow_the_weight_of_headings(headings: list[str], levels: list[int]) -> None:
    text = "\n\n".join(f"{heading}\n\n{PROSE}" for heading in headings)
    assert [level for level, _ in _headings(text)] == levels


def test_a_line_of_credit_does_not_part_a_heading_from_its_prose() -> None:
    assert _headings(f"{PROSE}\n\nThe Living Planet\n\n(Artist: Jane Doe)\n\n{MORE}") == [
        (1, "The Living Planet")
    ]


def test_a_sentence_with_a_reference_behind_it_is_a_sentence() -> None:
    assert _headings(f"{PROSE}\n\nThe port was built. [2]\n\n{MORE}") == []


def test_an_hour_of_the_day_makes_an_agenda_and_no_heading() -> None:
    assert _headings(f"{PROSE}\n\n3 p.m. Opening of the quay\n\n{MORE}") == []


def test_a_question_behind_a_long_exclamation_is_a_heading() -> None:
    shout = f"{PROSE[:-1]} and would meet again before long!"
    assert _headings(f"{shout}\n\nWho pays for it?\n\n{MORE}") == [(1, "Who pays for it?")]


def test_questions_of_an_interview_are_no_headings() -> None:
    turns = [f"Ada Berg: What comes {number}?\n\nBo Ek: {MORE}" for number in ("first", "next", "last")]
    assert _headings(f"{PROSE}\n\n" + "\n\n".join(turns)) == []
    assert _headings(f"{PROSE}\n\n{turns[0]}") == [(1, "Ada Berg: What comes first?")]
