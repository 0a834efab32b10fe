"""Headers and footers: lines at the edge that come again on other pages, page numbers, a browser's lines."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct

from converter.readers.pdf.line import Line

_EDGE = 0.16
"""Share of a page's height, at its top and at its foot, in which headers and footers stand."""

_OUTERMOST = 4
"""Lines at each edge that are looked at."""

_NUMBER_EDGE = 0.2
"""The same share for page numbers, which stand apart from all else."""

_DRIFT = 0.015
"""How much, of a page's height, a running line may stand higher or lower on the next page."""

_LARGEST = 2
"""The same of a page number."""

_LARGER = 1.4
"""How much larger than the text a running line may be; a title that comes again is still a title."""

_SMALLER = 0.92
_VERY_EDGE = 0.08
_FAR = 3
"""On a single page: share of the text's size, of the page's height, and ems from the text."""

_NEAR = 2
"""Pages between two on which the same line stands; left and right pages differ."""

_DIGITS = re.compile(r"\d+")
_ROMAN = r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_PAGE_NUMBER = re.compile(
    rf"(?:page|seite|pagina|página|side|sida|стр\.?|p\.?)?\s*[-–—|·]?\s*(?:\d{{1,4}}|{_ROMAN})\s*[-–—|·]?"
    r"(?:\s*(?:of|/|von|de|sur|di|av|van|из)\s*\d{1,4})?",
    re.IGNORECASE,
)
_TIME = r"(?:at\s+|um\s+|à\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE = rf"\d{{1,4}}[./-]\s?\d{{1,2}}[./-]\s?\d{{1,4}},?(?:\s+{_TIME})?"
_ADDRESS = r"(?:https?://|file:///|about:)\S+"
_BROWSER = re.compile(
    rf"{_DATE}(?:\s+\S.*)?|\S.*?\s+{_ADDRESS}|{_ADDRESS}(?:\s+(?:\d+\s*(?:/|of|von|sur|de)\s*\d+|{_DATE}))?|"
    rf"\d+\s*(?:/|of|von|sur|de)\s*\d+\s+{_DATE}"
)
_BROWSER_FOOT = re.compile(rf"{_ADDRESS}\s+\d+\s*/\s*\d+|\d+\s*(?:of|von|sur|de|/)\s*\d+\s+{_DATE}")
_GAP = 1.6
"""Ems from a running line to the text, at least; lines of a text are closer."""


class Page(Struct, frozen=True):
    """A page's lines and its height in points."""

    lines: list[Line]
    height: float


def without_running(pages: Sequence[Page], body: float) -> tuple[list[list[Line]], list[str]]:
    """Return the lines of each page without running ones, and what those said, each once but for numbers.

    Args:
        pages: of the document.
        body: size of most of its text.
    """
    edges = [_edges(page) for page in pages]
    running = _repeated(pages, edges, body) | _numbers(pages, body) | _browser(edges, body)
    if len(pages) == 1:
        running |= _small(pages[0], edges[0], body)
    said: dict[str, str] = {}
    kept: list[list[Line]] = []
    for page in pages:
        for line in page.lines:
            if id(line) in running and not _PAGE_NUMBER.fullmatch(line.text):
                said.setdefault(_DIGITS.sub("#", line.text), line.text)
        kept.append([line for line in page.lines if id(line) not in running])
    return kept, list(said.values())


_Edges = tuple[list[Line], list[Line]]


def _edges(page: Page) -> _Edges:
    """Return the outermost lines at the top and at the foot, from outside."""
    ordered = sorted(page.lines, key=lambda line: -line.baseline)
    top = [line for line in ordered[:_OUTERMOST] if line.baseline > (1 - _EDGE) * page.height]
    foot = [line for line in ordered[: -_OUTERMOST - 1 : -1] if line.baseline < _EDGE * page.height]
    return top, foot


def _repeated(pages: Sequence[Page], edges: Sequence[_Edges], body: float) -> set[int]:
    """Return the lines that stand at the same height of near pages and say the same but for numbers."""
    places: defaultdict[tuple[int, str], list[tuple[int, Line]]] = defaultdict(list)
    for number, both in enumerate(edges):
        for edge, lines in enumerate(both):
            for line in lines:
                if line.size <= _LARGER * body:
                    places[edge, _DIGITS.sub("#", line.text)].append((number, line))
    near: set[int] = set()
    often: set[int] = set()
    for met in places.values():
        again = _again(met, pages)
        near |= again
        often |= again if len(again) > len(pages) / 2 else set()
    found: set[int] = set()
    # Pages that all say nothing else have no headers.
    if sum(all(id(line) in near for line in page.lines) for page in pages) <= len(pages) / 2:
        for page, both in zip(pages, edges, strict=True):
            found.update(_outside(page, both, near, often))
    return found


def _again(met: Sequence[tuple[int, Line]], pages: Sequence[Page]) -> set[int]:
    """Return which of the lines that say the same, each with its page's number, stand alike nearby."""
    again: set[int] = set()
    for (number, line), (later, other) in pairwise(met):
        drift = abs(line.baseline - other.baseline) / pages[number].height
        if 0 < later - number <= _NEAR and drift <= _DRIFT:
            again |= {id(line), id(other)}
    return again


def _outside(page: Page, both: _Edges, near: set[int], often: set[int]) -> Iterator[int]:
    """Yield the lines of `near` that have only such outside of them, and are set apart or among `often`.

    Lines of the text may well come again, at the same height by chance.
    """
    for lines in both:
        outer = list(takewhile(lambda line: id(line) in near, lines))
        while outer and id(outer[-1]) not in often and not _is_apart(outer[-1], page, outer):
            outer.pop()
        yield from map(id, outer)


def _is_apart(line: Line, page: Page, outer: Sequence[Line]) -> bool:
    known = set(map(id, outer))
    gaps = [abs(other.baseline - line.baseline) for other in page.lines if id(other) not in known]
    return bool(gaps) and min(gaps) > _GAP * line.size


def _small(page: Page, both: _Edges, body: float) -> set[int]:
    """Return the small lines at the very edge of a single page, far from its text."""
    found: set[int] = set()
    for lines in both:
        for line in takewhile(lambda line: line.size < _SMALLER * body, lines):
            share = line.baseline / page.height
            others = [
                abs(other.baseline - line.baseline) for other in page.lines if other.size >= _SMALLER * body
            ]
            if min(share, 1 - share) < _VERY_EDGE and others and min(others) > _FAR * body:
                found.add(id(line))
    return found


def _numbers(pages: Sequence[Page], body: float) -> set[int]:
    """Return the page numbers that stand alone, outside and apart from the text."""
    found: set[int] = set()
    for page in pages:
        ordered = sorted(page.lines, key=lambda line: line.baseline)
        for line in ordered[:1] + ordered[-1:]:
            share = line.baseline / page.height
            outside = min(share, 1 - share) < _NUMBER_EDGE
            if outside and _PAGE_NUMBER.fullmatch(line.text) and _stands_apart(line, page, body):
                found.add(id(line))
    return found


def _stands_apart(line: Line, page: Page, body: float) -> bool:
    others = [abs(other.baseline - line.baseline) for other in page.lines if other is not line]
    return bool(others) and line.size <= _LARGEST * body and min(others) > _GAP * max(body, line.size)


def _browser(edges: Sequence[_Edges], body: float) -> set[int]:
    """Return what a browser prints at the edges: date and title at the top, address and page at the foot."""
    feet = [lines[0] for _, lines in edges if lines and _BROWSER_FOOT.fullmatch(lines[0].text)]
    if not feet:
        return set()
    found = set(map(id, feet))
    for top, _ in edges:
        if top and top[0].size <= body and _BROWSER.fullmatch(top[0].text):
            found.add(id(top[0]))
    return found
