"""Tables: widths of columns, and rows that are parted only where a page ends."""

from collections.abc import Sequence

from msgspec import Struct

from converter.model.document import Cell, TableBlock
from converter.model.style import Color, Rule, TableStyle, TextRole
from converter.writers.columns import shares
from converter.writers.pdf.inline import Word
from converter.writers.pdf.marks import Frame, Rectangle, Row
from converter.writers.pdf.paragraph import Line, Shape, set_lines
from converter.writers.pdf.stack import Stack, line_rows
from converter.writers.pdf.structure import Element

_COLUMN_GAP = 12.0
_SEAM = 0.25
"""How far the ground of a line goes on below it, in points, so that no paper shines through."""
_LONG_ROW = 8
_COLUMN_SCOPE = "<</O/Table/Scope/Column>>"


class _Column(Struct, frozen=True):
    left: float
    width: float


class _TableRow(Struct, frozen=True):
    """A row of the table before it is set: how, its cells, the element of each and the words of each."""

    role: TextRole
    cells: Sequence[Cell]
    elements: Sequence[Element]
    words: Sequence[Sequence[Word]]


def add_table(stack: Stack, block: TableBlock) -> None:
    """Add a table, its caption above it; its head is repeated on each further page."""
    element = stack.parent.child("Table")
    if block.caption:
        words = stack.words.words(block.caption, "caption", element.child("Caption"))
        stack.paragraph(words, "caption", keep_with_next=True)
    left, right = max(float(stack.style.text["caption"].indent), stack.room.left), stack.room.right
    third = float(stack.style.text["body"].leading) / 3
    stack.push(_rows(stack, block, element, left, right), third, 2 * third)


def _rows(stack: Stack, block: TableBlock, element: Element, left: float, right: float) -> list[Row]:
    table = [
        _row(stack, cells, "table-head" if index < block.header_rows else "table-cell", element.child("TR"))
        for index, cells in enumerate(block.rows)
    ]
    inset = float(stack.style.table.inset)
    columns = _columns([row.words for row in table], left + inset, right - inset)
    frame = Frame(outer=stack.room.frame)
    rows: list[Row] = []
    for index, row in enumerate(table):
        strips = _strips(stack, row, columns)
        if 0 < index <= block.header_rows:
            strips[0].keep = 1
        if fill := stack.style.table.fill(index, block.header_rows):
            _add_ground(strips, left, right, fill)
        if line := _rule_above(stack.style.table, index, block.header_rows):
            _add_rule(line, strips[0], 0.0, left, right)
        rows += strips
        if index == block.header_rows - 1:
            frame.head = tuple(rows)
    _add_rule(stack.style.table.rule, rows[-1], rows[-1].height, left, right)
    for strip in rows:
        strip.frame = frame
    return rows


def _row(stack: Stack, cells: Sequence[Cell], role: TextRole, element: Element) -> _TableRow:
    head = role == "table-head"
    elements = [element.child("TH", attributes=_COLUMN_SCOPE) if head else element.child("TD") for _ in cells]
    words = [stack.words.words(cell.content, role, each) for cell, each in zip(cells, elements, strict=True)]
    return _TableRow(role, cells, elements, words)


def _rule_above(table: TableStyle, index: int, header_rows: int) -> Rule | None:
    """Return the line above the row at `index`."""
    if index == 0:
        return table.rule
    if index == header_rows:
        return table.below_head
    return table.row_rule if index > header_rows else None


def _add_ground(strips: Sequence[Row], left: float, right: float, fill: Color) -> None:
    for strip in strips:
        height = strip.height + (_SEAM if strip is not strips[-1] else 0)
        strip.rectangles += (Rectangle(left, 0.0, right - left, height, fill),)


def _add_rule(rule: Rule, row: Row, y: float, left: float, right: float) -> None:
    if rule.width > 0:
        row.rectangles += (Rectangle(left, y, right - left, rule.width, rule.color),)


def _strips(stack: Stack, row: _TableRow, columns: Sequence[_Column]) -> list[Row]:
    """Return a row of the table as strips of one line each, kept together unless they are many."""
    cells = [
        set_lines(words, Shape(column.left, column.width, align=cell.align), stack.used)
        for words, column, cell in zip(row.words, columns, row.cells, strict=True)
    ]
    count = max([1, *map(len, cells)])
    lines = [
        Line([glyphs for cell in cells for line in cell[at : at + 1] for glyphs in line.glyphs], 0.0)
        for at in range(count)
    ]
    text = stack.style.text[row.role]
    strips = line_rows(lines, text, stack.words.looks.look(row.role))
    for strip in strips[1:] if count <= _LONG_ROW else []:
        strip.keep = 2
    padding = float(stack.style.table.padding)
    strips[0].height += padding
    strips[0].baseline += padding
    strips[0].elements = tuple(row.elements)
    strips[-1].height += padding
    return strips


def _columns(rows: Sequence[Sequence[Sequence[Word]]], left: float, right: float) -> list[_Column]:
    """Return columns that fill the room."""
    count = len(rows[0])
    needed = [
        max(max((word.width for word in row[index]), default=0.0) for row in rows) for index in range(count)
    ]
    wanted = [
        max(sum(word.width + word.space for word in row[index]) for row in rows) + 0.01
        for index in range(count)
    ]
    gap = min(_COLUMN_GAP, (right - left) / (4 * count))
    room = right - left - gap * (count - 1)
    widths = shares(needed, wanted, room)
    columns, x = [], left
    for width in widths:
        columns.append(_Column(x, width))
        x += width + gap
    return columns
