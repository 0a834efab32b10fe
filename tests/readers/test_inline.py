"""Runs become a line with marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.article import Mark, Span
from converter.readers.inline import Kind, Run, set_line
from converter.text import clean_text, collapse

Marks = tuple[tuple[Kind, str], ...]

STRONG: Marks = (("strong", ""),)
EMPHASIS: Marks = (("emphasis", ""),)
NOTE: Marks = (("footnote", "1"),)
PLAIN: Marks = ()


def test_white_space_is_single_across_runs() -> None:
    line = set_line([Run(" a \n"), Run("\t b", STRONG), Run(" "), Run("  c ")])
    assert line.text == "a b c"
    assert line.marks == (Mark(Span(2, 3), "strong"),)


def test_runs_that_are_marked_alike_are_one_stretch() -> None:
    line = set_line([Run("a", STRONG), Run("b", STRONG + EMPHASIS), Run("c", STRONG), Run("d")])
    assert line.marks == (Mark(Span(0, 3), "strong"), Mark(Span(1, 2), "emphasis"))


def test_a_mark_covers_no_space_at_its_ends() -> None:
    assert set_line([Run("a"), Run(" b ", STRONG), Run("c")]).marks == (Mark(Span(2, 3), "strong"),)


def test_a_mark_on_nothing_but_space_is_none() -> None:
    assert set_line([Run("a"), Run("  ", STRONG), Run("c")]).marks == ()


def test_links_keep_their_targets_apart() -> None:
    line = set_line([Run("a", (("link", "x"),)), Run("b", (("link", "y"),))])
    assert line.marks == (Mark(Span(0, 1), "link", "x"), Mark(Span(1, 2), "link", "y"))


@pytest.mark.parametrize(
    ("runs", "covered"),
    [
        ([Run("so it is."), Run("", NOTE)], "is."),
        ([Run("so it is "), Run("", NOTE), Run(" now")], "is"),
        ([Run("", NOTE), Run("now then")], "now"),
    ],
)
def test_a_reference_covers_the_word_before_it(runs: list[Run], covered: str) -> None:
    line = set_line(runs)
    (mark,) = line.marks
    assert line.text[mark.span.start : mark.span.end] == covered
    assert (mark.kind, mark.target) == ("footnote", "1")


def test_a_reference_to_nothing_is_none() -> None:
    assert set_line([Run("", NOTE)]).marks == ()


def test_an_accent_joins_its_letter_across_runs() -> None:
    line = set_line([Run("caf"), Run("e", STRONG), Run("\u0301 au lait")])
    assert line.text == "café au lait"
    assert line.marks == (Mark(Span(3, 4), "strong"),)


def test_what_was_removed_is_counted_over_all_runs() -> None:
    assert set_line([Run("a\x00"), Run("\x01b\u200b")]).removed == {
        "control characters": 2,
        "invisible characters": 1,
    }


RUNS = st.lists(
    st.builds(
        Run,
        st.text(st.sampled_from("ab é\u0301\u0327\u1100\u1161\n\t\u00a0\x00")),
        st.lists(st.sampled_from([("strong", ""), ("emphasis", ""), ("footnote", "1")]), unique=True).map(
            tuple
        ),
    )
)


@given(RUNS)
def test_a_line_says_what_its_runs_say(runs: list[Run]) -> None:
    line = set_line(runs)
    # The order of cleaning and joining matters for a control character between a letter and its accent only.
    whole = "".join(clean_text(run.text).text for run in runs)
    assert line.text == collapse(unicodedata.normalize("NFC", whole))


@given(st.text(st.sampled_from("ab é\u0301\u0327\u1100\u1161\n\t\u00a0\x00\u2003\r")))
def test_a_plain_text_is_a_run_without_marks(text: str) -> None:
    assert set_line(text) == set_line([Run(text)])


@given(RUNS)
def test_marks_lie_in_the_line_in_order_and_begin_and_end_with_words(runs: list[Run]) -> None:
    line = set_line(runs)
    assert list(line.marks) == sorted(line.marks, key=lambda mark: mark.span.start)
    for mark in line.marks:
        covered = line.text[mark.span.start : mark.span.end]
        assert 0 <= mark.span.start < mark.span.end <= len(line.text)
        assert covered == covered.strip(" ")


def test_work_grows_with_the_length_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[int] = []
    normalize = unicodedata.normalize

    def counting(form: str, text: str) -> str:
        worked.append(len(text))
        return normalize("NFC" if form == "NFC" else "NFD", text)

    monkeypatch.setattr("converter.readers.inline.unicodedata.normalize", counting)
    sums = []
    for count in (500, 1000):
        worked.clear()
        set_line([Run("é", STRONG if number % 2 else PLAIN) for number in range(count)])
        sums.append(sum(worked))
    assert sums[1] <= 2.1 * sums[0]
