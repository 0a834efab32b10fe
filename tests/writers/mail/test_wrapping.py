"""Lines of plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.writers.mail.wrapping import COLUMNS, width, wrapped

WORDS = st.lists(st.text(st.sampled_from("abcé中國، م.()-"), min_size=1, max_size=90), max_size=40)
ADDRESS = "https://example.org/" + "a/" * 60


def test_lines_are_as_long_as_they_may_be_and_no_longer() -> None:
    lines = list(wrapped("four " * 30))
    assert lines == ["four four four four four four four four four four four four four four"] * 2 + [
        "four four"
    ]
    assert max(map(len, lines)) == 69


def test_a_line_of_exactly_the_width_is_kept() -> None:
    assert list(wrapped("a" * 36 + " " + "b" * 35)) == ["a" * 36 + " " + "b" * 35]
    assert list(wrapped("a" * 36 + " " + "b" * 36)) == ["a" * 36, "b" * 36]


def test_wide_characters_take_two_columns_and_marks_none() -> None:
    assert (width("中"), width("e\u0301"), width("한"), width("😀")) == (2, 1, 2, 2)
    assert [width(line) for line in wrapped("隆" * 80)] == [72, 72, 16]


def test_closing_marks_do_not_open_a_line_of_chinese_nor_opening_ones_end_it() -> None:
    assert list(wrapped("隆" * 36 + "。" + "德")) == ["隆" * 35, "隆。德"]
    assert list(wrapped("隆" * 35 + "「" + "德」")) == ["隆" * 35, "「德」"]


def test_the_number_of_a_note_stays_with_its_words() -> None:
    assert list(wrapped("隆" * 35 + "。[12]"))[-1] == "隆。[12]"


def test_korean_is_parted_at_its_spaces() -> None:
    assert next(wrapped("항구가 " * 12)).endswith("항구가")


@pytest.mark.parametrize("before", ["", "see ", "x" * 70 + " "])
def test_an_address_is_never_broken(before: str) -> None:
    assert sum(ADDRESS in line for line in wrapped(f"{before}<{ADDRESS}> there")) == 1


def test_items_hang_and_empty_lines_have_no_spaces() -> None:
    assert list(wrapped("a\n\nb", "- ", "  ")) == ["- a", "", "  b"]


@given(WORDS, st.sampled_from(["", "* ", "    "]))
def test_no_line_is_too_wide_unless_it_is_one_word_and_nothing_is_lost(words: list[str], before: str) -> None:
    text = " ".join(words)
    lines = list(wrapped(text, before, " " * len(before)))
    for line in lines:
        assert line == line.rstrip()
        assert width(line) <= COLUMNS or " " not in line.strip().removeprefix("* ")
    assert "".join("".join(lines).split()).removeprefix("*") == "".join(text.split())
