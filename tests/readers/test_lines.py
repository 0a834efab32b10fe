"""Lines and their numbers in the original."""

from hypothesis import given
from hypothesis import strategies as st

from converter.readers.lines import Line, clean_lines
from converter.text import clean_text


def test_lines_count_as_an_editor_counts_them() -> None:
    lines = clean_lines("a\r\nb\rc\n\nd").lines
    assert [*lines] == [Line(1, "a"), Line(2, "b"), Line(3, "c"), Line(4, ""), Line(5, "d")]


def test_a_form_feed_ends_a_line_and_is_none() -> None:
    lines = clean_lines("a\f\fb\nc\u2028d\ne").lines
    assert [*lines] == [Line(1, "a"), Line(1, ""), Line(1, "b"), Line(2, "c"), Line(2, "d"), Line(3, "e")]


def test_what_was_removed_is_counted() -> None:
    assert clean_lines("a\x00\x01b\ufeff").removed == {"control characters": 2, "invisible characters": 1}


def test_some_lines_are_lines_as_well() -> None:
    lines = clean_lines("a\nb\nc\nd").lines
    assert [*lines[1:3]] == [Line(2, "b"), Line(3, "c")]
    assert [*lines[1:][1:].without({0})] == [Line(4, "d")]
    assert lines[-1] == lines[2:][1] == Line(4, "d")
    assert len(lines[2:]) == 2


@given(st.text(st.sampled_from("ab \t\r\n\v\f\x85\u2028\u2029\x00e\u0301")))
def test_lines_are_those_of_the_cleaned_text_and_their_numbers_never_fall(raw: str) -> None:
    lines = clean_lines(raw).lines
    assert "\n".join(line.text for line in lines) == clean_text(raw).text
    numbers = [line.number for line in lines]
    assert numbers == sorted(numbers)
    assert numbers[0] == 1
    assert numbers[-1] == raw.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
