"""Where the lines of a paragraph end: Knuth and Plass, "Breaking Paragraphs into Lines" (1981).

Nothing here knows of fonts or words: a paragraph is a row of places at which a line may end, each with how
much text and how much space lies before it. Time grows with the number of places, not with its square.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

INFINITE = float("inf")
Setting = Literal["justified", "ragged"]

# Demerits in the sense of the paper. The values are near TeX's, but two hyphens in a row are worse here, and
# so is a last line that is hardly begun.
_LINE = 10.0
_HYPHENS_IN_A_ROW = 100_000.0
_TIGHT_BESIDE_LOOSE = 10_000.0
_HYPHEN_BEFORE_LAST = 10_000.0
_SHORT_LAST = 40_000.0
_SHORT_SHARE = 0.2
_WORST = 1e9

# How far spaces of justified text may stretch and shrink, as a share of their width.
_STRETCH, SHRINK = 0.5, 0.3
# Ragged lines fall short by this share of the measure without anybody minding.
_RAG_SHARE = 0.2
# Lines with a ratio up to the first are tight, to the second decent, to the third loose, else very loose.
_FITNESS = (-0.5, 0.5, 1.0)
_DECENT = 1
_ROUNDING = 1e-6
_FINE_ENOUGH = 0.005


class Place(Struct):
    """A place at which a line may end.

    Attributes:
        end: width of all that stands before it, its hyphen included.
        start: width of all that stands before the next line's text.
        space_end: of `end`, what is space between words.
        space_start: of `start`, what is space between words.
        penalty: cost of ending a line here, 0 or more; negative infinity where a line must end.
        hyphen: whether a hyphen is seen here.
    """

    end: float
    start: float
    space_end: float
    space_start: float
    penalty: float = 0.0
    hyphen: bool = False


class Measures(Struct, frozen=True):
    """How wide lines may be: the first and all others, in points."""

    first: float
    rest: float


class _Node(Struct, eq=False):
    """A way to have come to a place: over which before, what it cost, and how wide the next line may be."""

    index: int
    place: Place
    fitness: int
    demerits: float
    before: "_Node | None"
    measure: float


def break_lines(
    places: Sequence[Place], measures: Measures, setting: Setting, tolerance: float = INFINITE
) -> list[int]:
    """Return the indices of the places at which lines end, the last included, at the least cost.

    No line is stretched beyond `tolerance`; when that cannot be, the answer is empty. With an infinite
    tolerance there is always an answer, in which a line that nothing can make fit stands out.

    Args:
        places: the first is the paragraph's start, the last its end.
        measures: how wide lines may be.
        setting: whether spaces stretch, or lines fall short.
        tolerance: how far spaces may stretch: 1 is as far as one likes.
    """
    ratio_of = _justified if setting == "justified" else _ragged
    active = [_Node(0, places[0], _DECENT, 0.0, None, measures.first)]
    for index in range(1, len(places)):
        place = places[index]
        forced = index == len(places) - 1 or place.penalty == -INFINITE
        best: dict[int, _Node] = {}
        overfull = 0
        for node in active:
            ratio = ratio_of(node, place)
            if ratio < -1:
                overfull += 1
                continue
            if forced:
                ratio = min(ratio, 0.0)
            elif ratio > tolerance:
                break  # lines from later nodes are shorter still
            demerits, fitness = _cost(node, place, ratio, forced=forced)
            if fitness not in best or demerits < best[fitness].demerits:
                best[fitness] = _Node(index, place, fitness, demerits, node, measures.rest)
        if overfull == len(active) and not best and tolerance == INFINITE:
            best[_DECENT] = _Node(index, place, _DECENT, active[-1].demerits, active[-1], measures.rest)
        active = [] if forced else active[overfull:] if overfull else active
        active += [best[fitness] for fitness in sorted(best)]
        if not active:
            return []
    return _ends(min(active, key=lambda node: node.demerits))


def _justified(node: _Node, place: Place) -> float:
    """Return by how much the line is stretched (positive) or shrunk (negative), of what it may be."""
    short = node.measure - place.end + node.place.start
    space = place.space_end - node.place.space_start
    if short < 0:
        return short / (SHRINK * space) if space > 0 else 0.0 if short > -_ROUNDING else -INFINITE
    return short / (_STRETCH * space) if space > 0 else INFINITE if short > _ROUNDING else 0.0


def _ragged(node: _Node, place: Place) -> float:
    """Return by how much the line falls short, of what it may."""
    short = node.measure - place.end + node.place.start
    return max(short, 0.0) / (_RAG_SHARE * node.measure) if short > -_ROUNDING else -INFINITE


def _cost(node: _Node, place: Place, ratio: float, *, forced: bool) -> tuple[float, int]:
    """Return the demerits of ending a line at `place`, with all before it, and the fitness of that line."""
    badness = min(100 * abs(ratio) ** 3, _WORST)
    fitness = bisect_left(_FITNESS, ratio)
    demerits = node.demerits + (_LINE + badness + (0.0 if forced else place.penalty)) ** 2
    if abs(fitness - node.fitness) > 1:
        demerits += _TIGHT_BESIDE_LOOSE
    if place.hyphen and node.place.hyphen:
        demerits += _HYPHENS_IN_A_ROW
    if forced and node.before is not None:
        if node.place.hyphen:
            demerits += _HYPHEN_BEFORE_LAST
        if place.end - node.place.start < _SHORT_SHARE * node.measure:
            demerits += _SHORT_LAST
    return demerits, fitness


def _ends(node: _Node) -> list[int]:
    ends = []
    while node.before is not None:
        ends.append(node.index)
        node = node.before
    return ends[::-1]


def balance_lines(places: Sequence[Place], measures: Measures) -> list[int]:
    """Return line ends that need as few lines as can be, and make the longest of them as short as can be."""
    ends = _first_fit(places, measures)
    low, high = 0.0, 1.0
    while len(ends) > 1 and high - low > _FINE_ENOUGH:
        middle = (low + high) / 2
        narrower = Measures(measures.first * middle, measures.rest * middle)
        tried = _first_fit(places, narrower)
        if len(tried) > len(ends) or _overfull(places, tried, narrower):
            low = middle
        else:
            high, ends = middle, tried
    return ends


def _first_fit(places: Sequence[Place], measures: Measures) -> list[int]:
    """Return line ends such that each line takes as much as fits."""
    ends: list[int] = []
    start = fits = 0
    for index in range(1, len(places)):
        if _width(places, start, index) > _measure(measures, start) and fits > start:
            ends.append(fits)
            start = fits
        fits = index
        if places[index].penalty == -INFINITE and index < len(places) - 1:
            ends.append(index)
            start = index
    return [*ends, len(places) - 1]


def _overfull(places: Sequence[Place], ends: Sequence[int], measures: Measures) -> bool:
    return any(_width(places, start, end) > _measure(measures, start) for start, end in pairwise([0, *ends]))


def _width(places: Sequence[Place], start: int, end: int) -> float:
    return places[end].end - places[start].start


def _measure(measures: Measures, start: int) -> float:
    return (measures.rest if start else measures.first) + _ROUNDING
