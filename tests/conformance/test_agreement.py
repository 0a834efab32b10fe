"""The Word file and the PDF of one report agree: words, their order, sizes, colours, places, within 0.5 pt.

Neither file is laid out by the other's program. What Word will do follows from its styles and the properties
of its paragraphs (`agreement.word`); the PDF's letters stand where they stand (`agreement.pdf`). The height
of a line is the distance from line to line, and its letters stand in the middle of it: so the middles of two
neighbouring lines are half of both heights apart, and what is between them.

What is not compared:

- where lines end, for Word decides that itself, and where pages end with it: no distance reaches over a page;
- numbers of pages in the contents, which Word does not show;
- size and height of a reference's number: Word makes its own, the PDF has figures drawn for it;
- where a column of a table begins, but the first: both share the room by the same rule, but Word's columns
  have some slack, for fonts that a computer has instead.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from converter import Settings, convert, write
from converter.model.article import Image
from converter.model.document import (
    Cell,
    Document,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    NotesBlock,
    Reference,
    TableBlock,
    Text,
    TextBlock,
)
from converter.model.style import Length, Style
from converter.stylesheets.listing import available
from converter.stylesheets.styles import load_style
from tests.conformance.agreement.pairs import TOLERANCE_PT, Pair, pairs
from tests.conformance.articles import write_articles
from tests.sample import png, sample_document, with_contents

TABLE = TableBlock(((Cell((Text("a"),)), Cell((Text("b"),))), (Cell((Text("c"),)), Cell((Text("d"),)))), 1)
PICTURE = FigureBlock(Image(png(40, 20), "image/png", 40, 20), "A quay")
CAPTION = (Text("What is seen"), Reference(1, repeat=True))


def odd() -> Document:
    """Return the sample with tables and pictures in places where spaces meet."""
    sample = with_contents(sample_document())
    *blocks, method, notes = sample.blocks
    assert isinstance(notes, NotesBlock)
    return replace(
        sample,
        blocks=(
            *blocks,
            HeadingBlock(3, (Text("Tables"),), "tables"),
            TABLE,
            replace(PICTURE, caption=CAPTION),
            PICTURE,
            TextBlock("body", (Text("Between a picture and a table."),)),
            replace(TABLE, caption=CAPTION, header_rows=0),
            ListBlock(tuple(Item((Text(f"item {number}"),), number=number) for number in (99, 100, 101))),
            HeadingBlock(2, (Text("The last"),), "the-last"),
            TABLE,
            method,
            notes,
        ),
    )


@pytest.fixture(scope="module", params=[style.name for style in available("style")])
def style(request: pytest.FixtureRequest) -> Style:
    return load_style(request.param)


@pytest.fixture(scope="module", params=["everything", "seed", "odd"])
def report(
    request: pytest.FixtureRequest, style: Style, seed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Sequence[Pair]:
    """Return the paragraphs of one report in one style, each with its letters in the PDF."""
    if request.param == "odd":
        # all on one page: heads of tables are repeated on the next
        style = replace(style, page=replace(style.page, height=Length(3000)))
        docx, pdf = (write(odd(), style, name).data for name in ("docx", "pdf"))
    else:
        article = write_articles(tmp_path_factory.mktemp("articles"))["everything"]
        source = seed if request.param == "seed" else article
        settings = Settings(
            style=style.name,
            paper="A4",
            length="full",
            formats=("docx", "pdf"),
            overrides={"contents": "always"},
        )
        docx, pdf = (made.data for made in convert(str(source), settings).reports)
    page = style.page
    return pairs(docx, pdf, top=page.top, bottom=page.height - page.bottom)


def near(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE_PT


def test_letters_have_one_size_and_colour(report: Sequence[Pair]) -> None:
    assert len(report) > 40
    for pair in report:
        assert {letter.color for letter in pair.letters} == {run.color for run in pair.runs}, pair.text
        for letter, run in pair.plain:
            assert (letter.color, letter.size) == (run.color, pytest.approx(run.size)), pair.text


def test_lines_begin_where_the_indent_is(report: Sequence[Pair]) -> None:
    begun = [pair for pair in report if not pair.paragraph.centered]
    found = [(pair.text, pair.letters[0].x, pair.paragraph.left) for pair in begun]
    assert [each for each in found if each[2] is not None and not near(each[1], each[2])] == []


def test_lines_of_a_paragraph_are_its_leading_apart(report: Sequence[Pair]) -> None:
    checked = 0
    for pair in report:
        for (page, above), (next_page, below) in pairwise(pair.lines):
            assert page != next_page or near(below - above, pair.paragraph.line), pair.text
            checked += page == next_page
    assert checked


def test_paragraphs_are_their_spaces_apart(report: Sequence[Pair]) -> None:
    checked = 0
    for above, below in pairwise(report):
        (page, last), (next_page, first) = above.lines[-1], below.lines[0]
        if page == next_page:
            beside = below.paragraph.left is None
            expected = 0.0 if beside else _distance(above, below)
            assert near(first - last, expected), (above.text, first - last, expected, below.text)
            checked += 1
    assert checked > len(report) / 2


def test_the_first_line_stands_at_the_top(report: Sequence[Pair], style: Style) -> None:
    first = report[0]
    assert near(first.lines[0][1], style.page.top + first.paragraph.before + first.paragraph.line / 2)


def _distance(above: Pair, below: Pair) -> float:
    """Return how far Word will set the first line of `below` from the last of `above`."""
    chain = [above.paragraph, *below.between, below.paragraph]
    halves = (above.paragraph.line + below.paragraph.line) / 2
    pictures = sum(paragraph.picture for paragraph in below.between)
    # of two neighbouring spaces the larger; borders and the margins of cells come on top
    spaces = sum(max(one.after, two.before) + one.below + two.above for one, two in pairwise(chain))
    return halves + pictures + spaces
