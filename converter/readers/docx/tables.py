"""Tables: rows of cells, and those that only arrange what stands in them (ECMA-376 17.4)."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from converter.ooxml.xml import (
    Element,
    attribute,
    child,
    hexadecimal,
    is_on,
    local,
    value,
    whole_number,
)
from converter.readers.docx.parts import Drawing, Grid, Part, Words, runs_of
from converter.readers.inline import Run

_FIRST_ROW = 0x0020
"""Bit of `w:tblLook` for a first row that looks otherwise (ECMA-376 17.4.55)."""

_MOST_WORDS_IN_ONE_ROW = 60
"""A table of one row that says more is there to set columns."""

_MOST_COLUMNS = 63
"""Word's own bound; a cell cannot span more."""


class _Cell(Struct):
    """A cell: what stands in it, and how many columns it takes."""

    parts: list[Part]
    span: int


class CellReader(Protocol):
    """Reads what stands in cells."""

    def blocks(self, elements: Iterable[Element], /) -> Iterator[Part]:
        """Yield what stands in `elements`, such as a cell."""

    def deleted(self, element: Element) -> None:
        """Take note of a row or cell that tracked changes delete."""

    def covered(self) -> None:
        """Take note of words in a cell that nobody sees, since the one above covers it."""


def read_table(table: Element, number: int, reader: CellReader) -> Iterator[Part]:
    """Yield a table and the pictures in it, or all that stands in it where it only arranges that.

    Args:
        table: `w:tbl`.
        number: of the paragraph that comes next.
        reader: of its cells.
    """
    rows: list[list[_Cell]] = []
    headers = 0
    merged: set[int] = set()
    for row in _wrapped(table, "tr"):
        if child(row, "trPr", "del") is not None:
            reader.deleted(row)
            continue
        headers += is_on(row, "trPr", "tblHeader") is True and headers == len(rows)
        cells, merged = _row(row, merged, reader)
        rows.append(cells)
    if _arranges(rows):
        yield from (part for row in rows for cell in row for part in cell.parts)
        return
    yield Grid([_flat(row) for row in rows], headers or _first_row(table, rows), number)
    yield from (part for row in rows for cell in row for part in cell.parts if isinstance(part, Drawing))


def _wrapped(element: Element, name: str) -> Iterator[Element]:
    """Yield the children called `name`, also those in content controls and the like."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _wrapped(inner, name)


def _row(row: Element, above: Container[int], reader: CellReader) -> tuple[list[_Cell], set[int]]:
    """Return the cells of a row, and the columns at which some begin that may go on below.

    Args:
        row: `w:tr`.
        above: those columns of the row above.
        reader: of the cells.
    """
    cells: list[_Cell] = []
    merged: set[int] = set()
    column = _columns(row, "trPr", "gridBefore") or 0
    for cell in _wrapped(row, "tc"):
        if child(cell, "tcPr", "cellDel") is not None:
            reader.deleted(cell)
            continue
        merge = child(cell, "tcPr", "vMerge")
        parts = list(reader.blocks(cell))
        # Word shows nothing of what stands in a cell that the one above covers.
        if merge is not None and attribute(merge, "val") != "restart" and column in above:
            if parts:
                reader.covered()
            parts = []
        if merge is not None:
            merged.add(column)
        cells.append(_Cell(parts, _columns(cell, "tcPr", "gridSpan") or 1))
        column += cells[-1].span
    return cells, merged


def _columns(element: Element, *path: str) -> int | None:
    told = whole_number(value(element, *path))
    return None if told is None else min(told, _MOST_COLUMNS)


def _arranges(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Say whether the table only arranges what stands in it: a box, or columns of text."""
    if all(len(row) <= 1 for row in rows):
        return True
    words = [part for row in rows for cell in row for part in cell.parts if isinstance(part, Words)]
    if any(part.kind in {"heading", "title"} for part in words):
        return True
    return len(rows) == 1 and sum(len(part.text.split()) for part in words) > _MOST_WORDS_IN_ONE_ROW


def _flat(row: Sequence[_Cell]) -> list[list[Run]]:
    cells: list[list[Run]] = []
    for cell in row:
        cells.append([run for part in cell.parts for run in runs_of(part)])
        cells.extend([[]] * (cell.span - 1))
    return cells


def _first_row(table: Element, rows: Sequence[Sequence[_Cell]]) -> int:
    """Return 1 where the table's look sets its first row apart, or its letters do; else 0."""
    look = child(table, "tblPr", "tblLook")
    if len(rows) > 1 and look is not None:
        told = attribute(look, "firstRow")
        bits = attribute(look, "val")
        if told:
            return int(told in {"1", "true", "on"})
        if bits:
            return int(bool((hexadecimal(bits) or 0) & _FIRST_ROW))
    return int(len(rows) > 1 and _is_bold(rows[0]) and not _is_bold(rows[1]))


def _is_bold(row: Sequence[_Cell]) -> bool:
    words = [part for cell in row for part in cell.parts if isinstance(part, Words)]
    return bool(words) and all(part.bold for part in words)
