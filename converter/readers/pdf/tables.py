"""Rows of words that stand in columns → tables, where that is sure; columns of prose drawn row by row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from converter.readers.pdf.line import Line, line_of

_LEVEL = 0.3
_WIDE = 1.2
"""Ems between two cells, at least."""

_WIDER = 2.2
"""Times the usual space of the line, at least."""

_NARROW = 0.5
"""Ems between two words of a cell at which one column ends and the next begins."""

_FEWEST_ROWS = 3
_FEWEST_CELLS = 2
_FEWEST_FULL = 2
_CLEAR = 0.4
"""Ems that stay clear between two columns from the first row to the last."""

_PROSE_WORDS = 4
_PROSE_ROWS = 4


class Grid(Struct, frozen=True):
    """A table: its cells row by row, each a line; `None` where there is nothing."""

    rows: list[list[Line | None]]

    @property
    def page(self) -> int:
        """Index of the page on which it begins."""
        return next(cell.page for row in self.rows for cell in row if cell)


class _Row(Struct):
    lines: list[Line]
    cells: list[Line]


def with_tables(lines: Sequence[Line], *, mono: bool) -> list[Line | Grid]:
    """Return a page's lines with tables in place of theirs; columns of prose drawn row by row are parted.

    Lines in type of one width are a listing, unless all of the text is `mono`.
    """
    found: list[Line | Grid] = []
    for rows in _runs([_row(group) for group in _level(lines)]):
        listing = not mono and all(line.look.mono for row in rows for line in row.lines)
        columns = None if listing else _columns(rows)
        if columns is None:
            found += [line for row in rows for line in row.lines]
        elif _is_prose(rows, columns):
            for column in range(len(columns)):
                found += [cell for row in rows for cell in row.cells if _place(cell, columns) == column]
        else:
            found.append(_grid(rows, columns))
    return found


def _level(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Group what stands on one baseline, one behind the other."""
    group: list[Line] = []
    for line in lines:
        if group and (
            abs(line.baseline - group[-1].baseline) > _LEVEL * line.size or line.left < group[-1].right
        ):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def has_cells(line: Line) -> bool:
    """Say whether a wide gap parts a line; gaps that are all wide come from justification."""
    gaps = [gap for gap in line.gaps if gap > 0]
    wide = [gap for gap in gaps if gap >= _WIDE * line.size]
    return bool(wide) and (len(wide) < len(gaps) or len(gaps) == 1)


def _row(lines: list[Line]) -> _Row:
    return _Row(lines, [cell for line in lines for cell in _cells(line)])


def _cells(line: Line) -> list[Line]:
    gaps = line.gaps
    if not gaps or max(gaps) < _WIDE * line.size:
        return [line]
    spaces = [gap for gap in gaps if 0 < gap < _WIDE * line.size]
    least = max(_WIDE * line.size, _WIDER * median(spaces)) if spaces else _WIDE * line.size
    words = line.words
    cells = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap >= least:
            cells.append([word])
        else:
            cells[-1].append(word)
    return [line_of(words, line.page) for words in cells] if len(cells) > 1 else [line]


def _runs(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Part rows of several cells, one below the other, from all others."""
    run: list[_Row] = []
    for row in rows:
        if run and (_several(row) != _several(run[-1]) or not _below(run[-1], row)):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _several(row: _Row) -> bool:
    return len(row.cells) >= _FEWEST_CELLS


def _below(above: _Row, row: _Row) -> bool:
    step = above.cells[0].baseline - row.cells[0].baseline
    return 0 < step < 4 * max(row.cells[0].size, above.cells[0].size)


_Extent = tuple[float, float]


def _columns(rows: Sequence[_Row]) -> list[_Extent] | None:
    """Return the columns' extents when the rows agree on them, else `None`.

    The rows with the most cells say where the columns are; a cell of another row may reach over several, as
    long as each row has its cells in the same order.
    """
    if len(rows) < _FEWEST_ROWS or not _several(rows[0]):
        return None
    most = max(len(row.cells) for row in rows)
    full = [row for row in rows if len(row.cells) == most]
    if len(full) < max(_FEWEST_FULL, len(rows) / 3):
        return None
    columns = [
        (min(cell.left for cell in cells), max(cell.right for cell in cells))
        for cells in zip(*(row.cells for row in full), strict=True)
    ]
    clear = _CLEAR * rows[0].cells[0].size
    if any(left < right + clear for (_, right), (left, _) in pairwise(columns)):
        return None
    for row in rows:
        places = [_place(cell, columns) for cell in row.cells]
        if any(place >= following for place, following in pairwise(places)):
            return None
    return columns


def _place(cell: Line, columns: Sequence[_Extent]) -> int:
    """Return the index of the column in which most of `cell` lies, or the nearest."""

    def shared(index: int) -> float:
        left, right = columns[index]
        return min(cell.right, right) - max(cell.left, left)

    return max(range(len(columns)), key=shared)


def _is_prose(rows: Sequence[_Row], columns: Sequence[_Extent]) -> bool:
    """Say whether these are columns of running text: many words to a line."""
    if len(rows) < _PROSE_ROWS or len(columns) > 3:  # noqa: PLR2004 - no page has more columns of prose
        return False
    counts: list[list[int]] = [[] for _ in columns]
    for row in rows:
        for cell in row.cells:
            counts[_place(cell, columns)].append(cell.text.count(" ") + 1)
    return all(median(column) >= _PROSE_WORDS for column in counts)


def _grid(rows: Sequence[_Row], columns: Sequence[_Extent]) -> Grid:
    table: list[list[Line | None]] = []
    for row in rows:
        cells: list[Line | None] = [None] * len(columns)
        for cell in row.cells:
            for part in _parts(cell, columns):
                cells[_place(part, columns)] = part
        table.append(cells)
    return Grid(table)


def _parts(cell: Line, columns: Sequence[_Extent]) -> list[Line]:
    """Part a cell that reaches over several columns where it has a gap between two of them."""
    words = cell.words
    parts = [[words[0]]]
    place = _place(line_of(words[:1], cell.page), columns)
    for before, word in pairwise(words):
        here = _place(line_of([word], cell.page), columns)
        if here != place and word.left - before.right > _NARROW * cell.size:
            parts.append([])
        parts[-1].append(word)
        place = here
    return [line_of(words, cell.page) for words in parts]
