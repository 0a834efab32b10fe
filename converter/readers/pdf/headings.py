"""Which passages are headings, and of which level: by size, weight and what follows."""

import re
from collections.abc import Sequence

from converter.readers.pdf.flows import Measure
from converter.readers.pdf.passages import Passage, has_leader
from converter.readers.pdf.tables import Grid, has_cells

_LARGER = 1.08
_SMALLER = 0.97
_LONGEST = 200
_MOST_LINES = 4
_LETTER = re.compile(r"[^\W\d_]")
_STOPPED = re.compile(r"[.,;。，；]\W*$")
_ROUND = 2
_PROSE = 100
"""Characters from which on a passage is none of the lines below a title."""

Style = tuple[float, bool]
"""Size in half points, and whether it is bold."""


def headings_of(parts: Sequence[Passage | Grid], measure: Measure) -> tuple[Passage | None, dict[int, int]]:
    """Return the title, and the level of each heading by its index among `parts`.

    A look in which whole paragraphs are set is none of headings.
    """
    prose = {_look(part) for part in parts if isinstance(part, Passage) and len(part.text) > _LONGEST}
    styles = [
        _style(part, measure) if isinstance(part, Passage) and _look(part) not in prose else None
        for part in parts
    ]
    title = _title(parts, styles)
    for index in _bare(parts, styles, title):
        styles[index] = None
    ranks = sorted({style for index, style in enumerate(styles) if style and index != title}, reverse=True)
    levels = {index: ranks.index(style) + 1 for index, style in enumerate(styles) if style and index != title}
    found = parts[title] if title is not None else None
    return (found if isinstance(found, Passage) else None), levels


def _look(passage: Passage) -> Style:
    return round(passage.size * _ROUND) / _ROUND, passage.bold


def _style(passage: Passage, measure: Measure) -> Style | None:
    """Return the style of what looks like a heading, else `None`."""
    text = passage.text
    if len(text) > _LONGEST or len(passage.lines) > _MOST_LINES or not _LETTER.search(text):
        return None
    if has_leader(text):
        return None
    bold = passage.bold and not measure.bold
    if (
        (passage.marker and passage.marker.number is None)
        or passage.first.look.mono
        or (not passage.marker and has_cells(passage.first))
    ):
        return None
    if passage.size >= _LARGER * measure.body and not passage.marker:
        return _look(passage)
    if bold and passage.size >= _SMALLER * measure.body and not _STOPPED.search(text):
        return _look(passage)
    return None


def _title(parts: Sequence[Passage | Grid], styles: Sequence[Style | None]) -> int | None:
    """Return the index of the largest on the first page, if no heading is like it."""
    first = [
        (style[0], -index)
        for index, (part, style) in enumerate(zip(parts, styles, strict=True))
        if style and isinstance(part, Passage) and part.first.page == 0
    ]
    if not first:
        return None
    largest, index = max(first)
    alike = [style for style in styles if style and style[0] >= largest]
    return -index if len(alike) == 1 else None


def _bare(parts: Sequence[Passage | Grid], styles: Sequence[Style | None], title: int | None) -> list[int]:
    """Return what only looks like headings: nothing stands below it before one as high, or the end.

    Such are names and dates below a title. Where headings follow one another inside the text, they stay.
    """
    bare: list[int] = []
    front = True
    for index, style in enumerate(styles):
        following = styles[index + 1] if index + 1 < len(styles) else None
        if style is None:
            part = parts[index]
            front = front and isinstance(part, Passage) and len(part.text) < _PROSE
        elif index != title:
            last = index + 1 == len(styles) or _ends_first_page(parts, index)
            if last or (front and following is not None and following >= style):
                bare.append(index)
    return bare


def _ends_first_page(parts: Sequence[Passage | Grid], index: int) -> bool:
    """Say whether a passage is the last of the first page: headings stay with what they stand above."""
    here, following = (
        part.page if isinstance(part, Grid) else part.first.page for part in parts[index : index + 2]
    )
    return here == 0 < following
