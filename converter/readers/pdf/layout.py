"""Pages without useful tags → blocks, by where things stand and how they look."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from converter.readers.inline import Content, Run
from converter.readers.pdf.assemble import assemble
from converter.readers.pdf.blocks import Block, Picture, Rows, Text, without_start
from converter.readers.pdf.code import code_of, with_code
from converter.readers.pdf.flows import Measure
from converter.readers.pdf.headings import headings_of
from converter.readers.pdf.line import Line, line_of
from converter.readers.pdf.notes import NoteLabels
from converter.readers.pdf.pages import PageContent
from converter.readers.pdf.passages import Passage, note_label
from converter.readers.pdf.running import Page, without_running
from converter.readers.pdf.structure import Element
from converter.readers.pdf.tables import Grid
from converter.readers.pdf.text import Hyphens, runs_of

_SAME_DEPTH = 0.5
_DEEPEST = 8


class Layout(Struct, frozen=True):
    """What was read.

    Attributes:
        blocks: in reading order.
        title: which of them is the title.
        running: what running lines said.
        sure: the title is tagged as such.
    """

    blocks: list[Block]
    title: Text | None
    running: list[str]
    sure: bool = False


def lay_out(pages: Sequence[PageContent]) -> Layout:
    """Return the blocks of a document."""
    read = [Page(page.lines, page.height) for page in pages]
    whole = Measure(page.lines for page in read)
    lines, said = without_running(read, whole.body)
    measure = Measure(lines)
    parts = with_code(assemble(lines, measure), mono=measure.mono)
    title, levels = headings_of(parts, measure)
    maker = _Maker(parts, Hyphens(line for page in lines for line in page))
    blocks: list[Block] = []
    found: Text | None = None
    for index, part in enumerate(parts):
        made = maker.make(part, levels.get(index, 0) if part is not title else 1)
        blocks.append(made)
        if part is title and isinstance(made, Text):
            found = made
    return Layout(_with_pictures([*blocks, *_turned(pages)], pages), found, said)


def _with_pictures(blocks: Sequence[Block], pages: Sequence[PageContent]) -> list[Block]:
    """Put the pictures that tags describe behind all else that stands on their page."""
    placed: list[Block] = []
    described = [(index, element) for index, page in enumerate(pages) for element in _figures(page.structure)]
    for block in blocks:
        while described and described[0][0] < block.page:
            placed.append(_picture(pages, *described.pop(0)))
        placed.append(block)
    return [*placed, *(_picture(pages, *each) for each in described)]


def _figures(structure: Element | None) -> list[Element]:
    elements = structure.walk() if structure else ()
    return [element for element in elements if element.kind == "Figure" and element.alternative]


def _picture(pages: Sequence[PageContent], index: int, element: Element) -> Picture:
    images = pages[index].images
    image = next((images[child] for child in element.numbers if child in images), None)
    return Picture(image, index, element.alternative)


def _turned(pages: Iterable[PageContent]) -> Iterable[Text]:
    """Yield what stands at another angle than the rest of its page: notes in the margin, stamps."""
    said: set[str] = set()
    for index, page in enumerate(pages):
        text = "".join(word.text if word.glued else f" {word.text}" for word in page.turned).strip()
        if text and text not in said:
            said.add(text)
            yield Text("paragraph", [Run(text)], index)


class _Maker:
    def __init__(self, parts: Sequence[Passage | Grid], hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._lefts: list[float] = []
        self._kind = ""
        notes = NoteLabels()
        for part in parts:
            if isinstance(part, Passage) and (label := note_label(part.first)):
                notes.add(part.first.page, label)
        self._labels = notes.by_page

    def make(self, part: Passage | Grid, level: int) -> Block:
        if isinstance(part, Grid):
            return self._table(part)
        page = part.first.page
        if part.code:
            return Text("code", [Run(code_of(part.lines))], page)
        if level:
            return Text("heading", self._runs(part.lines), page, level)
        if label := note_label(part.first):
            name = self._labels[page, label]
            rest = line_of(part.first.words[1:], page)
            return Text("note", self._runs([rest, *part.lines[1:]]), page, label=name)
        if part.marker:
            runs = without_start(self._runs(part.lines), part.marker.length)
            if any(run.text.strip() for run in runs):
                depth = self._depth(part.first)
                opens = depth == 0 and part.marker.kind != self._kind
                self._kind = self._kind if depth else part.marker.kind
                return Text("item", runs, page, depth, part.marker.number, opens=opens)
        self._lefts, self._kind = [], ""
        return Text("paragraph", self._runs(part.lines), page)

    def _runs(self, lines: Sequence[Line]) -> list[Run]:
        return runs_of(lines, self._hyphens, self._labels)

    def _depth(self, line: Line) -> int:
        """Return how deep an item lies, by how far in its marker stands."""
        slack = _SAME_DEPTH * line.size
        while self._lefts and self._lefts[-1] > line.left + slack:
            self._lefts.pop()
        if not self._lefts or self._lefts[-1] < line.left - slack:
            self._lefts.append(line.left)
        return min(len(self._lefts), _DEEPEST) - 1

    def _table(self, grid: Grid) -> Rows:
        self._lefts, self._kind = [], ""
        rows: list[list[Content]] = [
            [self._runs([cell]) if cell else "" for cell in row] for row in grid.rows
        ]
        return Rows(rows, grid.page, header_rows=_header_rows(grid))


def _header_rows(grid: Grid) -> int:
    """Return 1 when the first row looks different from those below it."""
    first, second = ([cell for cell in row if cell] for row in grid.rows[:2])
    bold = all(cell.look.bold for cell in first) and not all(cell.look.bold for cell in second)
    return int(bold)
