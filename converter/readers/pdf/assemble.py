"""Pages → passages and tables in reading order; paragraphs go on over the ends of columns and pages."""

import re
from collections.abc import Iterable, Sequence

from converter.readers.pdf.flows import Measure, flows_of
from converter.readers.pdf.line import Line
from converter.readers.pdf.passages import Passage, passages_of
from converter.readers.pdf.tables import Grid, with_tables

_SMALL = 0.93
"""Share of the text's size under which lines at the end of a column are notes."""

_LARGE = 1.08
_HYPHENS = ("-", "\u2010", "\u00ad")

_STOPPED = re.compile(r"[.!?:;…。！？：；][\"'”’»)\]]*$")


def assemble(pages: Iterable[Sequence[Line]], measure: Measure) -> list[Passage | Grid]:
    """Return what a document says, in reading order."""
    joiner = _Joiner()
    for lines in pages:
        for stretch in _stretches(with_tables(lines, mono=measure.mono)):
            if isinstance(stretch, Grid):
                joiner.add_grid(stretch)
                continue
            for flow in flows_of(stretch):
                joiner.add_flow(passages_of(flow, measure), measure)
    return joiner.finish()


def _stretches(parts: Iterable[Line | Grid]) -> list[list[Line] | Grid]:
    """Gather the lines between tables."""
    gathered: list[list[Line] | Grid] = []
    for part in parts:
        if isinstance(part, Grid):
            gathered.append(part)
        elif gathered and isinstance(gathered[-1], list):
            gathered[-1].append(part)
        else:
            gathered.append([part])
    return gathered


class _Joiner:
    def __init__(self) -> None:
        self._done: list[Passage | Grid] = []
        self._open: Passage | None = None
        # What stood at the foot of the column in which the open paragraph breaks off
        self._waiting: list[Passage | Grid] = []

    def add_grid(self, grid: Grid) -> None:
        (self._waiting if self._open else self._done).append(grid)

    def add_flow(self, passages: Sequence[Passage], measure: Measure) -> None:
        text, notes = _parted(passages, measure)
        for index, passage in enumerate(text):
            if index == 0 and self._open and _is_prose(passage, measure) and _goes_on(self._open, passage):
                self._open.lines.extend(passage.lines)
                self._open.full = passage.full
                continue
            self._close()
            self._done.append(passage)
        if text:
            last = text[-1]
            if len(text) > 1 or self._open is None:
                self._close()
                self._open = last
        self._waiting += notes

    def _close(self) -> None:
        self._done += self._waiting
        self._waiting = []
        self._open = None

    def finish(self) -> list[Passage | Grid]:
        self._close()
        return self._done


def _parted(passages: Sequence[Passage], measure: Measure) -> tuple[Sequence[Passage], Sequence[Passage]]:
    """Return the text of a flow, and the smaller print at its end."""
    end = len(passages)
    while end and passages[end - 1].size < _SMALL * measure.body:
        end -= 1
    return passages[:end], passages[end:]


def _is_prose(passage: Passage, measure: Measure) -> bool:
    return passage.size < _LARGE * measure.body and (measure.bold or not passage.bold)


def _goes_on(passage: Passage, following: Passage) -> bool:
    """Say whether a paragraph that ends a column goes on at the top of the next."""
    before, after = passage.lines[-1].text, following.first.text
    alike = abs(passage.size - following.size) < 0.5 and passage.bold == following.bold  # noqa: PLR2004
    if not alike or following.marker:
        return False
    if before[-1:] in _HYPHENS and after[0].islower():
        return True
    if following.indented and not (passage.marker and following.first.left > passage.first.left):
        return False
    return not _STOPPED.search(before) and (passage.full or after[0].islower())
