"""Rows onto pages: where each page ends, in one pass."""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from converter.writers.pdf.marks import Frame, Row

_TOLERANCE = 0.01


class Placed(Struct, frozen=True):
    """A row and how far its top is below the top of the text area."""

    row: Row
    y: float


class Ground(Struct, frozen=True):
    """The part of a frame that stands on one page."""

    frame: Frame
    top: float
    bottom: float


class PlacedPage(Struct):
    """What stands on a page."""

    rows: list[Placed] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)


def place_rows(rows: Sequence[Row], height: float) -> list[PlacedPage]:
    """Return `rows` on pages whose text area is `height` high.

    A page ends behind the last row that fits, unless rows there want to stay together; then further up, at
    the nearest place where none do. Where there is no such place, wishes give way in the order of `Row.keep`.
    A row that is higher than a page stands alone on one.
    """
    pages: list[PlacedPage] = []
    start = 0
    while start < len(rows):
        end = _page_end(rows, start, height)
        pages.append(_place(rows, start, end))
        start = end
    return pages or [PlacedPage()]


def _page_end(rows: Sequence[Row], start: int, height: float) -> int:
    """Return the index of the first row that stands on the next page."""
    y = (
        sum(head.height for head in _heads(rows, start))
        + _paddings(rows[start].frame, None)
        + rows[start].height
    )
    ends: dict[int, int] = {}
    for index in range(start + 1, len(rows)):
        row, before = rows[index], rows[index - 1]
        if row.new_page:
            return index
        ends[row.keep] = index
        y += _between(before, row) + row.height
        if y + _paddings(row.frame, None) > height + _TOLERANCE:
            return ends[min(ends)]
    return len(rows)


def _place(rows: Sequence[Row], start: int, end: int) -> PlacedPage:
    """Return the page that `rows[start:end]` make, with repeated heads and the grounds of frames."""
    page = PlacedPage()
    y = _paddings(rows[start].frame, None)
    for head in _heads(rows, start):
        page.rows.append(Placed(_repeated(head), y))
        y += head.height
    grounds: dict[Frame, Ground] = {}
    for index in range(start, end):
        row = rows[index]
        if index > start:
            y += _between(rows[index - 1], row)
        page.rows.append(Placed(row, y))
        for frame, padding in _around(row.frame):
            top = grounds[frame].top if frame in grounds else y - padding
            grounds[frame] = Ground(frame, top, y + row.height + padding)
        y += row.height
    page.grounds = list(grounds.values())
    return page


def _heads(rows: Sequence[Row], start: int) -> tuple[Row, ...]:
    """Return the rows to repeat above `rows[start]`, which goes on with a frame begun on an earlier page."""
    frame = rows[start].frame
    goes_on = frame is not None and start > 0 and rows[start - 1].frame is frame
    return frame.head if frame is not None and goes_on and rows[start] not in frame.head else ()


def _repeated(row: Row) -> Row:
    """Return `row` as an artifact: it was said where it stood first."""
    return replace(
        row,
        glyphs=[replace(glyphs, element=None, link=None, anchor="") for glyphs in row.glyphs],
        anchors=(),
        elements=(),
    )


def _between(before: Row, row: Row) -> float:
    """Return the space between two rows: the gap, and the padding of frames that end or begin here."""
    if before.frame is row.frame:
        return row.gap
    return _paddings(before.frame, row.frame) + row.gap + _paddings(row.frame, before.frame)


def _paddings(frame: Frame | None, other: Frame | None) -> float:
    """Return the padding of `frame` and those around it, without those that are also around `other`."""
    shared = {around for around, _ in _around(other)}
    return sum(each.padding for each, _ in _around(frame) if each not in shared)


def _around(frame: Frame | None) -> list[tuple[Frame, float]]:
    """Return `frame` and all around it, each with the padding from its edge to the innermost row."""
    frames, padding = [], 0.0
    while frame is not None:
        padding += frame.padding
        frames.append((frame, padding))
        frame = frame.outer
    return frames
