"""What a reader sees of a report, whatever its format."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from converter.notices import Notice

Place = Literal["body", "running", "note", "hidden"]


class Shown(Struct, frozen=True):
    """A paragraph, heading, item, cell, note or running line.

    Attributes:
        text: as read: NFC, white space collapsed, words broken at a line's end joined; without the numbers
            of lists, notes and references.
        page: from 1; `None` where a format has no pages.
        line: number on the page, or in a file without pages, from 1, where it begins.
        place: `running`: a header or footer; `hidden`: in the file, but no reader sees it.
        role: `heading1` to `heading6`, `paragraph`, `item`, `cell`, `caption`, `alternative`, `comment`,
            `object`; empty where it cannot be told.
        references: the numbers of the notes it refers to, in order; of a note, its own number.
    """

    text: str
    page: int | None
    line: int
    place: Place
    role: str = ""
    references: tuple[int, ...] = ()


class Visible(Struct, frozen=True):
    """A report as it is read.

    Attributes:
        format: such as `docx`.
        shown: in reading order.
        claims: the provenance as it is in the file; `None`: there is none.
        articles: those that travel inside.
        facts: what the file says of itself, such as `title`.
        notices: what could not be read.
    """

    format: str
    shown: tuple[Shown, ...]
    claims: bytes | None = None
    articles: tuple[bytes, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
