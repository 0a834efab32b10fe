import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.document import Text
from converter.writers.pdf.embedding import UsedFonts
from converter.writers.pdf.inline import Notes, Word, WordMaker
from converter.writers.pdf.looks import Looks
from converter.writers.pdf.paragraph import Line, Shape, set_lines
from converter.writers.pdf.structure import Element
from tests.sample import sample_style
from tests.writers.pdf.documents import BODY_WORDS

texts = st.lists(st.sampled_from(BODY_WORDS), min_size=1, max_size=80).map(" ".join)


def words(text: str) -> list[Word]:
    return WordMaker(Looks(sample_style(), "en"), Notes(()), "en", "ltr").words(
        (Text(text),), "body", Element("P")
    )


def lines_of(text: str, shape: Shape) -> list[Line]:
    return set_lines(words(text), shape, UsedFonts())


@given(texts, st.integers(150, 400))
def test_justified_lines_but_the_last_fill_the_measure(text: str, width: int) -> None:
    lines = lines_of(text, Shape(0, width, align="justify", hyphenate=True))
    assert [line.width for line in lines[:-1]] == pytest.approx([width] * (len(lines) - 1), abs=0.01)
    assert lines[-1].width <= width + 0.01


@given(texts, st.integers(20, 400), st.sampled_from(["start", "end", "center", "justify"]))
def test_no_line_is_wider_than_the_measure_however_narrow(text: str, width: int, align: str) -> None:
    for line in lines_of(text, Shape(50, width, align=align)):  # type: ignore[arg-type]
        assert line.glyphs[0].x >= 50 - 0.01
        assert line.glyphs[0].x + line.width <= 50 + width + 0.01


@pytest.mark.parametrize(("align", "share"), [("start", 0.0), ("center", 0.5), ("end", 1.0)])
def test_lines_lie_where_they_should(align: str, share: float) -> None:
    (line,) = lines_of("river", Shape(10, 100, align=align))  # type: ignore[arg-type]
    assert line.glyphs[0].x == pytest.approx(10 + share * (100 - line.width))


def test_the_first_line_has_an_indent_of_its_own() -> None:
    lines = lines_of("river " * 40, Shape(10, 100, first_line=20))
    assert [lines[0].glyphs[0].x, lines[1].glyphs[0].x] == [30, 10]


def test_a_hyphen_at_a_lines_end_is_a_soft_one_to_those_who_copy() -> None:
    lines = lines_of("international cooperation " * 6, Shape(0, 100, align="justify", hyphenate=True))
    assert "\u00ad" in [line.glyphs[-1].actual for line in lines]
    assert all(glyphs.actual is None for line in lines for glyphs in line.glyphs[:-1])


def test_a_word_may_be_broken_more_than_once() -> None:
    lines = lines_of("internationalization", Shape(0, 50, hyphenate=True))
    assert len(lines) == 3
    assert [line.glyphs[-1].actual for line in lines] == ["\u00ad", "\u00ad", None]


def test_a_word_that_fits_in_no_other_way_is_cut_between_letters() -> None:
    lines = lines_of("x" * 60, Shape(0, 50, hyphenate=True))
    assert len(lines) > 3
    assert all(glyphs.actual is None for line in lines for glyphs in line.glyphs)


def test_no_words_make_no_lines() -> None:
    assert lines_of("", Shape(0, 100)) == []
