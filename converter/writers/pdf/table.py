"""Tables: widths of columns, and rows that are parted only where a page ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from converter.model.document import Cell, TableBlock
from converter.model.style import Style, TextRole
from converter.writers.pdf.embedding import UsedFonts
from converter.writers.pdf.inline import Word, WordMaker
from converter.writers.pdf.marks import Frame, Rectangle, Row
from converter.writers.pdf.paragraph import Line, Shape, set_lines
from converter.writers.pdf.rows import line_rows
from converter.writers.pdf.structure import Element

_COLUMN_GAP = 12.0
_ROW_PADDING = 0.25
_LONG_ROW = 8
_COLUMN_SCOPE = "<</O/Table/Scope/Column>>"


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    width: float


class TableMaker:
    """Lays out tables in the looks of one style."""

    def __init__(self, style: Style, maker: WordMaker, used: UsedFonts) -> None:
        """Take what makes words and what notes the fonts."""
        self._style, self._maker, self._used = style, maker, used

    def rows(
        self, block: TableBlock, element: Element, left: float, right: float, outer: Frame | None
    ) -> list[Row]:
        """Return the rows of a table between two edges; its head is repeated on each further page."""
        roles: list[TextRole] = [
            "table-head" if index < block.header_rows else "table-cell" for index in range(len(block.rows))
        ]
        elements = [
            [_cell_element(row_element, role) for _ in row]
            for row, role in zip(block.rows, roles, strict=True)
            for row_element in [element.child("TR")]
        ]
        words = [
            [
                self._maker.words(cell.content, role, cell_element)
                for cell, cell_element in zip(row, row_elements, strict=True)
            ]
            for row, role, row_elements in zip(block.rows, roles, elements, strict=True)
        ]
        columns = _columns(words, left, right)
        frame = Frame(outer=outer)
        rows: list[Row] = []
        for index, role in enumerate(roles):
            strips = self._strips(block.rows[index], words[index], columns, role, elements[index])
            if 0 < index <= block.header_rows:
                strips[0].keep = 1
            if index in {0, block.header_rows}:
                self._add_rule(strips[0], 0.0, left, right)
            rows += strips
            if index == block.header_rows - 1:
                frame.head = tuple(rows)
        self._add_rule(rows[-1], rows[-1].height, left, right)
        for row in rows:
            row.frame = frame
        return rows

    def _add_rule(self, row: Row, y: float, left: float, right: float) -> None:
        rule = self._style.table_rule
        if rule.width > 0:
            row.rectangles.append(Rectangle(left, y, right - left, rule.width, rule.color))

    def _strips(
        self,
        cells: Sequence[Cell],
        words: Sequence[Sequence[Word]],
        columns: Sequence[_Column],
        role: TextRole,
        elements: Sequence[Element],
    ) -> list[Row]:
        """Return one row of the table as strips of one line each, kept together unless they are many."""
        lines = [
            self._lines(cell, cell_words, column)
            for cell, cell_words, column in zip(cells, words, columns, strict=True)
        ]
        count = max([1, *map(len, lines)])
        text = self._style.text[role]
        strips = line_rows(
            [
                Line([glyphs for cell in lines if index < len(cell) for glyphs in cell[index].glyphs], 0.0)
                for index in range(count)
            ],
            text,
            self._maker.looks.look(role),
        )
        for strip in strips[1:] if count <= _LONG_ROW else []:
            strip.keep = 2
        padding = _ROW_PADDING * text.leading
        strips[0].height += padding
        strips[0].baseline += padding
        strips[0].elements = list(elements)
        strips[-1].height += padding
        return strips

    def _lines(self, cell: Cell, words: Sequence[Word], column: _Column) -> list[Line]:
        return set_lines(words, Shape(column.left, column.width, align=cell.align), self._used)


def _cell_element(row: Element, role: TextRole) -> Element:
    return row.child("TH", attributes=_COLUMN_SCOPE) if role == "table-head" else row.child("TD")


def _columns(rows: Sequence[Sequence[Sequence[Word]]], left: float, right: float) -> list[_Column]:
    """Return columns that fill the room: each has what its longest word needs and a share of the rest."""
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
    widths = _shares(needed, wanted, room)
    columns, x = [], left
    for width in widths:
        columns.append(_Column(x, width))
        x += width + gap
    return columns


def _shares(needed: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    if sum(wanted) <= room:
        return [width + (room - sum(wanted)) / len(wanted) for width in wanted]
    if sum(needed) >= room:
        return [max(width, 1.0) * room / sum(max(width, 1.0) for width in needed) for width in needed]
    rest = (room - sum(needed)) / (sum(wanted) - sum(needed))
    return [low + (high - low) * rest for low, high in zip(needed, wanted, strict=True)]
