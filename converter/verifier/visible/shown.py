"""What a reader sees of a report, and what it claims and says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from converter.notices import Notice

Place = Literal["body", "running", "note", "hidden"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph, heading, item, cell, note or running line.

    Attributes:
        text: as read: NFC, white space collapsed, words that are broken at a line's end joined.
        page: on which it begins, from 1; `None` where a format has no pages.
        line: on that page, or in the file, from 1, at which it begins; running lines do not count.
        place: where it stands; `hidden` is in the file, but no reader sees it.
        role: `heading1` to `heading6`, `paragraph`, `item`, `cell`, `caption`, `alternative`; empty where it
            cannot be told.
    """

    text: str
    page: int | None
    line: int
    place: Place
    role: str = ""


@dataclass(frozen=True, slots=True)
class Visible:
    """A report as a reader sees it.

    Attributes:
        format: name of its format, such as `pdf`.
        shown: in reading order.
        claims: the provenance as it is in the file; `None`: none.
        article: that travels inside; `None`: none.
        facts: what the file says of itself: `title`, `author`, `conformance` …; only what it says.
        notices: what made the reading doubtful.
    """

    format: str
    shown: tuple[Shown, ...]
    claims: bytes | None
    article: bytes | None
    facts: Mapping[str, str]
    notices: tuple[Notice, ...] = ()
