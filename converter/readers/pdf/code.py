"""Listings: lines that are all in type of one width, in a text that is not."""

from collections.abc import Iterable, Sequence

from converter.readers.pdf.line import Line
from converter.readers.pdf.passages import Passage
from converter.readers.pdf.tables import Grid

_FEWEST_LINES = 2
"""A single such line may be an address."""

_WIDTH = 0.6
"""Ems of a letter where its font does not say."""


def with_code(parts: Iterable[Passage | Grid], *, mono: bool) -> list[Passage | Grid]:
    """Return `parts` with neighbours that make one listing put together; none where all is `mono`."""
    found: list[Passage | Grid] = []
    for part in parts:
        before = found[-1] if found else None
        if mono or not isinstance(part, Passage) or not _is_listing(part):
            found.append(part)
        elif isinstance(before, Passage) and _is_listing(before):
            before.lines += part.lines
            before.code, before.marker = True, None
        else:
            part.code = len(part.lines) >= _FEWEST_LINES
            part.marker = None if part.code else part.marker
            found.append(part)
    return found


def _is_listing(passage: Passage) -> bool:
    has_bullet = passage.marker and passage.marker.number is None and passage.marker.length
    return not has_bullet and all(line.look.mono for line in passage.lines)


def code_of(lines: Sequence[Line]) -> str:
    """Return the lines of a listing, set in as they stand."""
    left = min(line.left for line in lines)
    return "\n".join(" " * round((line.left - left) / (_WIDTH * line.size)) + line.text for line in lines)
