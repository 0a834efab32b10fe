"""Lines → flows, which run down a column, and what is typical of a document's lines."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter.readers.pdf.line import Line

_UP = 0.6
"""Ems up at which another column begins."""

_MOST_SORTED = 200
"""Flows of a page that are put in order; more are no page of prose."""

_OVERLAP = 0.5
_STEP = 0.5
_FARTHEST = 3
_LINE = 1.2
"""Ems from one line to the next where nothing better is known."""


class Measure:
    """What is typical of a document's lines: the size of its text, and how far apart lines are."""

    def __init__(self, pages: Iterable[Sequence[Line]]) -> None:
        """Look at all lines."""
        letters: Counter[float] = Counter()
        bold: Counter[bool] = Counter()
        mono: Counter[bool] = Counter()
        steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
        for lines in pages:
            for line in lines:
                count = len(line.text)
                letters[line.size] += count
                bold[line.look.bold] += count
                mono[line.look.mono] += count
            for line, following in pairwise(lines):
                step = line.baseline - following.baseline
                if line.size == following.size and 0 < step < _FARTHEST * line.size:
                    steps[line.size][round(step / _STEP) * _STEP] += 1
        self.body = max(letters, key=lambda size: (letters[size], -size), default=10.0)
        self.bold = bold[True] > bold[False]
        self.mono = mono[True] > mono[False]
        self._leading = {
            size: max(counted, key=lambda step: (counted[step] + counted[step + _STEP], -step))
            for size, counted in steps.items()
        }

    def leading(self, size: float) -> float:
        """Return how far apart lines of `size` usually are, in points."""
        return max(self._leading.get(size, _LINE * size), size) or 1


def flows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Return a page's lines as stretches that run downwards, in the order in which they are read.

    That is the order of the content stream, except where a stretch stands wholly above an earlier one in the
    same column.
    """
    flows: list[list[Line]] = []
    for line in lines:
        if flows and _goes_on(flows[-1][-1], line):
            flows[-1].append(line)
        else:
            flows.append([line])
    return _in_order(flows) if len(flows) <= _MOST_SORTED else flows


def _goes_on(before: Line, line: Line) -> bool:
    down = before.baseline - line.baseline
    size = max(before.size, line.size)
    if down < -_UP * size:
        return False
    if abs(down) <= _UP * size:
        return True
    # What lies beside and far below is another column or a box.
    return (line.left < before.right + size and line.right > before.left - size) or down < 2 * size


def _in_order(flows: list[list[Line]]) -> list[list[Line]]:
    ordered: list[tuple[list[Line], tuple[float, float, float, float]]] = []
    for flow in flows:
        box = _box(flow)
        place = next(
            (index for index, (_, other) in enumerate(ordered) if _surely_above(box, other)), len(ordered)
        )
        ordered.insert(place, (flow, box))
    return [flow for flow, _ in ordered]


def _box(flow: Sequence[Line]) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top."""
    return (
        min(line.left for line in flow),
        min(line.baseline for line in flow),
        max(line.right for line in flow),
        max(line.baseline + line.size for line in flow),
    )


def _surely_above(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    shared = min(box[2], other[2]) - max(box[0], other[0])
    narrower = min(box[2] - box[0], other[2] - other[0])
    return box[1] >= other[3] and shared > _OVERLAP * narrower
