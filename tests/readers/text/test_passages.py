"""Lines become passages."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.readers.lines import clean_lines
from converter.readers.text.passages import join_lines, passages

PROSE = (
    "The talks between the two governments were held in the capital this week and went on until the evening.",
    "They would open the border to trade by the end of the year, but it is not clear who pays. Both agreed.",
    "A further meeting was set for the autumn, when the parliaments of both countries will have voted on it.",
)


def _texts(text: str) -> list[str]:
    return [passage.text for passage in passages(clean_lines(text).lines)]


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in passages(clean_lines(text).lines)]


@pytest.mark.parametrize("width", [45, 60, 72, 80, 100, 120])
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n \t\n"])
def test_hard_wrapped_paragraphs_are_put_together(width: int, gap: str) -> None:
    assert _texts(gap.join(textwrap.fill(paragraph, width) for paragraph in PROSE)) == list(PROSE)


@pytest.mark.parametrize("width", [45, 60, 72])
def test_hard_wrapped_paragraphs_need_no_blank_lines(width: int) -> None:
    assert _texts("\n".join(textwrap.fill(paragraph, width) for paragraph in PROSE)) == list(PROSE)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n"])
def test_paragraphs_on_a_line_each_are_as_many(gap: str) -> None:
    assert _texts(gap.join(PROSE)) == list(PROSE)


def test_paragraphs_are_parted_by_their_first_lines_indentation() -> None:
    # words so short that every line is full, the last ones too
    text = "\n".join(textwrap.fill("it is so, " * 20, 60, initial_indent="    ")[:-1] + "." for _ in range(3))
    assert len(_texts(text)) == 3


def test_short_lines_are_not_put_together() -> None:
    assert _texts("Jane Doe\n12 Main Street\nYerevan") == ["Jane Doe", "12 Main Street", "Yerevan"]


def test_a_line_that_breaks_off_goes_on_in_small_letters() -> None:
    text = "This line has been broken after some words by hand, and\ngoes on here."
    assert _texts(text) == ["This line has been broken after some words by hand, and goes on here."]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a high-", "level talk"], "a high-level talk"),
        (["pre-", "and post-war"], "pre- and post-war"),
        (["a dash -", "so it goes"], "a dash - so it goes"),
        (["pages 3-", "4"], "pages 3- 4"),
        (["会谈昨天在北", "京举行"], "会谈昨天在北京举行"),
        (["회담은 어제", "서울에서"], "회담은 어제 서울에서"),
        (["a", "", "b"], "a  b"),
        (["alone"], "alone"),
    ],
)
def test_lines_are_joined_as_their_script_has_it(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Title\n=====\nText", [("heading", "Title"), ("prose", "Text")]),
        ("Title\n-----\n\nText", [("heading", "Title"), ("prose", "Text")]),
        ("=====\nTitle\n=====\nText", [("heading", "Title"), ("prose", "Text")]),
        (
            "A far longer title than its line\n---\nText",
            [("prose", "A far longer title than its line"), ("prose", "Text")],
        ),
        ("Text\n* * *\nText", [("prose", "Text"), ("prose", "Text")]),
        ("Text\n\n-----\n\nText", [("prose", "Text"), ("prose", "Text")]),
        ("- a\n- b", [("bullet", "a"), ("bullet", "b")]),
        ("Then:\n- a\n  goes on\n- b", [("prose", "Then:"), ("bullet", "a goes on"), ("bullet", "b")]),
        ("1. a\n2) b\n(3) c", [("number", "a"), ("number", "b"), ("number", "c")]),
        ("1999. A year", [("prose", "1999. A year")]),
        ("-5 degrees", [("prose", "-5 degrees")]),
        ("> a\n> b\n>\n> c", [("quote", "a b"), ("quote", "c")]),
        ("> > a", [("quote", "a")]),
        ("He wrote:\n> a\nWell.", [("prose", "He wrote:"), ("quote", "a"), ("prose", "Well.")]),
        ("a     b\nc     d", [("code", "a     b\nc     d")]),
        ("a\tb\nc\td", [("code", "a\tb\nc\td")]),
        ("+---+\n| a |\n+---+", [("code", "+---+\n| a |\n+---+")]),
        ("a     b", [("prose", "a     b")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_marks_of_typists_are_understood(text: str, kinds: list[tuple[str, str]]) -> None:
    assert _kinds(text) == kinds


def test_a_dash_at_the_beginning_of_a_wrapped_line_begins_no_item() -> None:
    prose = " ".join([PROSE[1].replace("but it is not clear", "but - as ever - it is not clear")] * 3)
    wrapped = [text for width in range(41, 110) if "\n- " in (text := textwrap.fill(prose, width))]
    assert wrapped
    assert all(_texts(text) == [prose] for text in wrapped)


def test_a_heading_that_has_run_into_a_full_line_is_parted_from_it() -> None:
    first = (
        "The first paragraph is wrapped so that its last line is as long as any other one of its lines is."
    )
    wrapped = textwrap.fill(first, 52).split("\n")
    assert len(wrapped) == 2
    text = "\n".join([*wrapped, "What comes next", *textwrap.fill(PROSE[1], 52).split("\n")])
    assert _texts(text) == [first, "What comes next", PROSE[1]]
    assert [passage.line for passage in passages(clean_lines(text).lines)] == [1, 3, 4]


RAGGED = (
    "The next review of the harbour's safety case is due on",
    "30 September 2026. If the breakwater fails its inspection,",
    "operations would be limited to daylight hours.",
)


def test_a_line_within_a_paragraph_between_blank_lines_ends_nothing() -> None:
    lines = "\n".join(RAGGED)
    assert _texts(f"Harbour reopens\n\n{lines}\n") == ["Harbour reopens", " ".join(RAGGED)]


@pytest.mark.parametrize("width", [45, 50, 60])
def test_paragraphs_that_were_wrapped_twice_are_put_together(width: int) -> None:
    first = "The first vessel, the grain carrier Aurelia, berthed at the Northern Quay. Captain Doe was glad."
    paragraphs = [first, *PROSE]
    twice = [
        "\n".join(textwrap.fill(line, width) for line in textwrap.wrap(paragraph, 78))
        for paragraph in paragraphs
    ]
    assert _texts("\n\n".join(["Harbour reopens", *twice])) == ["Harbour reopens", *paragraphs]


@pytest.mark.parametrize("heading", ["Safety", "THE SAFETY OF THE HARBOUR AND OF ITS WORKERS"])
def test_an_unmistakable_heading_may_stand_directly_above_wrapped_prose(heading: str) -> None:
    lines = "\n".join(RAGGED)
    assert _texts(f"Harbour reopens\n\n{heading}\n{lines}")[1:] == [heading, " ".join(RAGGED)]


def test_an_address_between_blank_lines_keeps_its_lines() -> None:
    address = ["Jane Doe", "12 Main Street", "Yerevan"]
    assert _texts("\n\n".join(["\n".join(RAGGED), "\n".join(address)])) == [" ".join(RAGGED), *address]


@given(
    st.lists(
        st.sampled_from(
            ["Word", "word", "- item", "1. one", "2. two", "", "  in", "=====", "> q", "a\tb", "End."]
        )
    )
)
def test_passages_are_in_order_and_keep_every_word(lines: list[str]) -> None:
    found = passages(clean_lines("\n".join(lines)).lines)
    assert all(first.line < second.line for first, second in pairwise(found))
    marks = {"-", "1.", "2.", "=====", ">"}
    words = [word for word in " ".join(lines).split() if word not in marks]
    assert [word for passage in found for word in passage.text.split() if word not in marks] == words


def test_every_passage_knows_the_line_it_begins_at() -> None:
    text = "Title\r\n\r\n\r\n" + textwrap.fill(PROSE[1], 60).replace("\n", "\r\n") + "\r\n\r\n- a\r\n- b\r\n"
    found = passages(clean_lines(text).lines)
    assert [text.split("\r\n")[passage.line - 1].lstrip("- ").split()[0] for passage in found] == [
        "Title",
        "They",
        "a",
        "b",
    ]
