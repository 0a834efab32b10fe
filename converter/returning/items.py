"""A line as it will stand, with the place in which it does."""

from msgspec import Struct

from converter.briefing_file.parsing import FileLine

BEFORE_ALL, BEHIND_WORDS = -1, 10**9
"""A paragraph before the first, and an offset behind the last character of any."""


class Item(Struct, frozen=True):
    """A line as it will stand.

    Attributes:
        paragraph: index of the paragraph of the sections that it stands in; -1: before all.
        start: offset into it.
        line: what the briefing file says.
        claimed: index of the line that it was; `None`: it is new.
    """

    paragraph: int
    start: int
    line: FileLine
    claimed: int | None = None
