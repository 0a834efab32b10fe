from converter.verifier.word.extents import Extent, first_page
from converter.verifier.word.sections import sections_of
from tests.ooxml.making import p, row, table
from tests.verifier.word.making import STYLES, opened, word

PAPER = '<w:pgSz w:w="12000" w:h="4000"/><w:pgMar w:top="1000" w:bottom="1000" w:left="1000" w:right="1000"/>'
LINES = '<w:spacing w:before="{}" w:after="{}" w:line="200" w:lineRule="exact"/>'
STYLED = STYLES.replace("<w:rPr><w:lang", '<w:rPr><w:sz w:val="20"/><w:lang')


def extents(body: str, header_height: float = 0) -> list[Extent]:
    """Return the extents of what stands behind the heading, which is one line of 12 points."""
    document = opened(word(body, section=PAPER, styles=STYLED))
    (section,) = sections_of(document)
    return [extent for _, extent in first_page(section, document.formatting, header_height)][1:]


def line(text: str = "x", before: int = 0, after: int = 0, more: str = "") -> str:
    return p(text, properties=more + LINES.format(before, after))


def test_short_paragraphs_stand_exactly_where_their_lines_do() -> None:
    assert extents(line() + line()) == [Extent(62, 62, 72), Extent(72, 72, 82)]


def test_of_two_spaces_the_larger_counts() -> None:
    assert extents(line(after=100) + line(before=200))[1] == Extent(82, 82, 92)


def test_long_paragraphs_are_bounded_from_both_sides() -> None:
    # 400 letters of 10 points on 500 points: 2 lines if narrow, 5 if wide
    assert extents(line("x" * 400) + line()) == [Extent(62, 62, 112), Extent(82, 112, 122)]


def test_ideographs_are_as_wide_as_high() -> None:
    assert extents(line("港" * 100))[0].end == 82


def test_a_header_pushes_the_text_down_at_the_most() -> None:
    assert extents(line(), header_height=30) == [Extent(62, 92, 102)]


def test_cells_stand_beside_each_other() -> None:
    cells = table(row(f"<w:tc>{line()}</w:tc>", f"<w:tc>{line()}</w:tc>"))
    assert extents(cells + line())[2].least == 62


def test_a_page_ends_where_it_is_full_or_broken() -> None:
    assert len(extents(line() * 20)) == 9
    assert len(extents(line() + line(more="<w:pageBreakBefore/>") + line())) == 1
    broken = p(runs='<w:r><w:br w:type="page"/></w:r>')
    assert len(extents(line() + broken + line())) == 2
