"""Tables of a page, and those that only arrange what stands in them (HTML Living Standard 4.9)."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from converter.readers.html.tree import Element, shown, text_of
from converter.readers.inline import Run

_MOST_SPAN = 60
"""Columns and rows that a cell may cover: the standard allows 1,000, no page a person reads has so many."""

_MOST_COVERED, _COVERED_PER_CELL = 100, 20
"""Places that the cells of a table may cover beside their own: so many, and so many more for each cell."""

_MOST_WORDS_IN_ONE_ROW = 60
"""A table of one row that says more is there to set columns."""

_TELLING = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "figure")


class Rows(NamedTuple):
    """Cells row by row, and how many rows at the top are headings."""

    cells: list[list[list[Run]]]
    headers: int


def arranges(table: Element) -> bool:
    """Say whether `table` only arranges what stands in it."""
    if table.get("role") in {"presentation", "none"}:
        return True
    rows = [list(_cells(row)) for row in _rows(table)]
    if all(len(row) <= 1 for row in rows):
        return True
    if next(table.iter("th", "caption", "thead"), None) is not None:
        return False
    if any(next(cell.iter(*_TELLING), None) is not None for row in rows for cell in row):
        return True
    return len(rows) == 1 and len(text_of(table).split()) > _MOST_WORDS_IN_ONE_ROW


def read_rows(table: Element, read: Callable[[Element], list[Run]]) -> Rows:
    """Return the rows of `table`; a cell stands where it begins, and what else it covers is empty.

    Where cells cover far more than there is, the rest of them cover their own place alone: a page of a few
    kilobytes could otherwise ask for gigabytes.
    """
    rows = [(row, list(_cells(row))) for row in _rows(table)]
    room = _MOST_COVERED + _COVERED_PER_CELL * sum(len(cells) for _, cells in rows)
    grid: list[list[list[Run]]] = []
    headers = 0
    nothing: list[Run] = []
    covered: set[tuple[int, int]] = set()
    for row_index, (row, cells) in enumerate(rows):
        line: list[list[Run]] = []
        for cell in cells:
            while (row_index, len(line)) in covered:
                line.append(nothing)
            height = min(_span(cell, "rowspan"), len(rows) - row_index)
            width = _span(cell, "colspan")
            if height * width - 1 > room:
                height = width = 1
            room -= height * width - 1
            place = len(line)
            line.extend([read(cell), *[nothing] * (width - 1)])
            covered.update(product(range(row_index + 1, row_index + height), range(place, place + width)))
        grid.append(line)
        only_headers = bool(cells) and all(cell.tag == "th" for cell in cells)
        headers += headers == row_index and (only_headers or _stands_in_head(row))
    return Rows(grid, headers)


def _rows(table: Element) -> Iterator[Element]:
    for inner in table:
        if inner.tag == "tr":
            yield inner
        elif inner.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in inner if row.tag == "tr")


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row if cell.tag in {"td", "th"} and shown(cell))


def _stands_in_head(row: Element) -> bool:
    above = row.getparent()
    return above is not None and above.tag == "thead"


def _span(cell: Element, name: str) -> int:
    told = (cell.get(name) or "").strip()
    return min(max(int(told), 1), _MOST_SPAN) if told.isdecimal() and len(told) < 9 else 1  # noqa: PLR2004
