"""Where the lines of a paragraph end: Knuth and Plass, "Breaking Paragraphs into Lines" (1981).

Nothing here knows of fonts or words: a paragraph is a row of places at which a line may end, each with how much
text and how much space lies before it. Time grows with the number of places times those within one line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

INFINITE = float("inf")
Setting = Literal["justified", "ragged"]

# Demerits, in the sense of the paper; the values are TeX's but for ladders, which we allow even less.
_LINE = 10.0
_LADDER = 12_000.0
_FITNESS = 8_000.0
_LAST_HYPHEN = 5_000.0
_SHORT_END = 4_000.0
_SHORT_SHARE = 0.12

# How far spaces of justified text may stretch and shrink, as a share of their width.
_STRETCH, _SHRINK = 0.5, 0.3
# Ragged lines fall short by this share of the measure without anybody minding.
_RAG_SHARE = 0.1


@dataclass(slots=True)
class Places:
    """The places at which a line may end, in order; the first is the paragraph's start, the last its end.

    Attributes:
        end: width of all that stands before the place, its hyphen included.
        start: width of all that stands before the next line's text.
        space_end: of `end`, what is space between words.
        space_start: of `start`, what is space between words.
        penalty: cost of ending a line here; negative infinity where a line must end.
        hyphen: whether a hyphen is seen here.
    """

    end: list[float] = field(default_factory=lambda: [0.0])
    start: list[float] = field(default_factory=lambda: [0.0])
    space_end: list[float] = field(default_factory=lambda: [0.0])
    space_start: list[float] = field(default_factory=lambda: [0.0])
    penalty: list[float] = field(default_factory=lambda: [0.0])
    hyphen: list[bool] = field(default_factory=lambda: [False])

    def add(
        self, end: float, start: float, space_end: float, space_start: float, penalty: float, *, hyphen: bool
    ) -> None:  # noqa: PLR0913
        """Append a place."""
        self.end.append(end)
        self.start.append(start)
        self.space_end.append(space_end)
        self.space_start.append(space_start)
        self.penalty.append(penalty)
        self.hyphen.append(hyphen)

    def __len__(self) -> int:
        """How many places there are."""
        return len(self.end)


@dataclass(frozen=True, slots=True)
class Measures:
    """How wide lines may be: the first and all others, in points."""

    first: float
    rest: float


@dataclass(slots=True, eq=False)
class _Node:
    """A way to have come to a place: what it cost, and by which place before."""

    place: int
    fitness: int
    demerits: float
    before: "_Node | None"


def _ratio(places: Places, start: int, end: int, measure: float, setting: Setting) -> float:
    """Return by how much the line is stretched (positive) or shrunk (negative): 1 is as much as one likes."""
    short = measure - (places.end[end] - places.start[start])
    if setting == "ragged":
        return short / (_RAG_SHARE * measure) if short >= -1e-6 else -INFINITE
    space = places.space_end[end] - places.space_start[start]
    if short >= 0:
        return 0.0 if short < 1e-6 else short / (_STRETCH * space) if space > 0 else INFINITE
    return short / (_SHRINK * space) if space > 0 else -INFINITE


def break_lines(
    places: Places, measures: Measures, setting: Setting, tolerance: float = INFINITE
) -> list[int]:
    """Return the places at which lines end, the last place included, at the least cost.

    No line is stretched beyond `tolerance`; when that cannot be, the answer is empty. With an infinite tolerance
    there is always an answer, in which a line that nothing can make fit stands out.
    """
    last = len(places) - 1
    active = [_Node(0, 1, 0.0, None)]
    for place in range(1, last + 1):
        forced = place == last or places.penalty[place] == -INFINITE
        best: dict[int, _Node] = {}
        kept: list[_Node] = []
        overfull: _Node | None = None
        for node in active:
            measure = measures.rest if node.place else measures.first
            ratio = _ratio(places, node.place, place, measure, setting)
            if ratio >= -1:
                if forced:
                    ratio = min(ratio, 0.0)
                else:
                    kept.append(node)
                if ratio <= tolerance:
                    _offer(best, _demerits(places, node, place, ratio, measure, forced=forced), node, place)
            else:
                overfull = node
        if not kept and not best and tolerance == INFINITE and overfull:
            best[1] = _Node(place, 1, overfull.demerits, overfull)
        active = kept + [best[fitness] for fitness in sorted(best)]
        if not active:
            return []
    return _trace(min(active, key=lambda node: node.demerits))


def _offer(best: dict[int, _Node], cost: tuple[float, int], node: _Node, place: int) -> None:
    """Keep the way over `node` to `place` if it is the cheapest of its fitness."""
    demerits, fitness = cost
    known = best.get(fitness)
    if known is None or demerits < known.demerits:
        best[fitness] = _Node(place, fitness, demerits, node)


def _demerits(
    places: Places, node: _Node, place: int, ratio: float, measure: float, *, forced: bool
) -> tuple[float, int]:  # noqa: PLR0913
    """Return the demerits of ending a line at `place` after `node`, all before included, and the line's fitness.

    Fitness is 0 for a tight line, 1 for a decent one, 2 for a loose and 3 for a very loose one.
    """
    badness = min(100 * abs(ratio) ** 3, 1e9)
    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
    penalty = 0.0 if forced else places.penalty[place]
    demerits = node.demerits + (_LINE + badness + max(penalty, 0.0)) ** 2
    if places.hyphen[place] and places.hyphen[node.place]:
        demerits += _LADDER
    if abs(fitness - node.fitness) > 1:
        demerits += _FITNESS
    if forced and node.place:
        if places.hyphen[node.place]:
            demerits += _LAST_HYPHEN
        if places.end[place] - places.start[node.place] < _SHORT_SHARE * measure:
            demerits += _SHORT_END
    return demerits, fitness


def _trace(node: _Node) -> list[int]:
    ends = []
    while node.before is not None:
        ends.append(node.place)
        node = node.before
    return ends[::-1]


def balance_lines(places: Places, measures: Measures) -> list[int]:
    """Return line ends that need as few lines as can be, and make the longest of them as short as can be."""
    ends = _first_fit(places, measures)
    low, high = 0.0, 1.0
    while len(ends) > 1 and high - low > 0.005:
        middle = (low + high) / 2
        tried = _first_fit(places, Measures(measures.first * middle, measures.rest * middle))
        if len(tried) > len(ends) or _overfull(
            places, tried, Measures(measures.first * middle, measures.rest * middle)
        ):
            low = middle
        else:
            high, ends = middle, tried
    return ends


def _first_fit(places: Places, measures: Measures) -> list[int]:
    ends: list[int] = []
    start, fits = 0, 0
    for place in range(1, len(places)):
        measure = measures.rest if start else measures.first
        if places.end[place] - places.start[start] > measure + 1e-6 and fits > start:
            ends.append(fits)
            start = fits
        fits = place
        if places.penalty[place] == -INFINITE and place < len(places) - 1:
            ends.append(place)
            start = place
    return [*ends, len(places) - 1]


def _overfull(places: Places, ends: Sequence[int], measures: Measures) -> bool:
    return any(
        places.end[end] - places.start[start] > (measures.rest if start else measures.first) + 1e-6
        for start, end in pairwise([0, *ends])
    )
