"""What a report claims: its lines, where they come from, and all else that a reader sees of it."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

Kind = Literal["verbatim", "edited", "note"]

CLOSING = frozenset({"method", "reference"})
"""Roles of what stands behind all lines, in source and method."""


class ClaimedSource(Struct, frozen=True):
    """An article that the report says it was made from.

    Attributes:
        name: of its original file, or its address.
        media_type: as it was read.
        sha256: of its original file.
        encoding: by which it was read.
        short_name: in a digest: what it is called beside its lines; otherwise empty.
    """

    name: str
    media_type: str
    sha256: str
    encoding: str | None
    short_name: str = ""


class ClaimedOmission(Struct, frozen=True):
    """An article that a digest says was given and is not in it; `same_as` is the source with its text."""

    name: str
    sha256: str
    same_as: int | None


class ClaimedTwin(Struct, frozen=True):
    """A sentence that is said to have the wording of a line, in another source.

    Attributes:
        source: index into the sources.
        spans: as of a line.
        paragraph: number in its source.
        likeness: `same`, or `similar` but for words that carry no meaning of their own.
    """

    source: int
    spans: tuple[tuple[int, int], ...]
    paragraph: int
    likeness: Literal["same", "similar"]


class ClaimedPoint(Struct, frozen=True):
    """What a panel is said to set off in a line.

    Attributes:
        span: of the source's cleaned text.
        date: that a time means, ISO 8601; empty: none is claimed.
        computed: whether the date follows from that of the article.
    """

    span: tuple[int, int]
    date: str = ""
    computed: bool = False


class ClaimedPanel(Struct, frozen=True):
    """Of which panel a line is said to be, by the words of which language it was found, what is set off."""

    kind: str
    language: str
    points: tuple[ClaimedPoint, ...]


class ClaimedLine(Struct, frozen=True):
    """A line that the report says it shows.

    Attributes:
        kind: word for word, changed by a person, a person's own.
        text: as it is shown.
        source: index into the sources; `None` for a note.
        spans: of the source's cleaned text, in code points.
        paragraph: number in the source, from 1; `None` for a note.
        sentence: number in the paragraph, from 1; `None` where a whole block was taken, and for a note.
        section: key of its section.
        author: of an edit or a note; may be empty.
        twins: sentences of other sources with the same wording.
        panel: of a line of a panel.
    """

    kind: Kind
    text: str
    source: int | None
    spans: tuple[tuple[int, int], ...]
    paragraph: int | None
    sentence: int | None
    section: str
    author: str
    twins: tuple[ClaimedTwin, ...] = ()
    panel: ClaimedPanel | None = None


class Piece(Struct, frozen=True):
    """Something that a reader sees, in its place among the others.

    Attributes:
        role: what it is; `line` for words of a line.
        text: its words.
        line: index of the line; `None` for the report's own words.
        number: of a reference.
        level: of a heading.
        source: of the title of an article in a digest: index into the sources.
    """

    role: str
    text: str
    line: int | None = None
    number: int | None = None
    level: int | None = None
    source: int | None = None


class Running(Struct, frozen=True):
    """A place of a header or footer, or the handling mark; `{page}` and `{pages}` stand for numbers."""

    role: str
    text: str


class Claims(Struct, frozen=True):
    """What a report claims.

    Attributes:
        sources: what it was made from.
        lines: what it shows of them.
        pieces: all that a reader sees of its body, in reading order.
        running: its headers and footers, and its handling mark.
        configuration: what it was made with.
        omissions: of a digest: what was given and is not in it.
    """

    sources: tuple[ClaimedSource, ...]
    lines: tuple[ClaimedLine, ...]
    pieces: tuple[Piece, ...]
    running: tuple[Running, ...]
    configuration: Mapping[str, Any]
    omissions: tuple[ClaimedOmission, ...] = ()

    @property
    def is_digest(self) -> bool:
        """Whether it has a part of its own for each article."""
        return any(piece.source is not None for piece in self.pieces)

    @property
    def given(self) -> frozenset[str]:
        """What a person gave in the article's stead, such as `title`."""
        names = self.configuration.get("given")
        return (
            frozenset(one for one in names if isinstance(one, str))
            if isinstance(names, list)
            else frozenset()
        )

    @property
    def template(self) -> str:
        """Name of the Word template's file; empty where there was none."""
        name = self.configuration.get("template")
        return name if isinstance(name, str) else ""

    @property
    def title(self) -> str:
        """The title that it shows."""
        return " ".join(piece.text for piece in self.pieces if piece.role == "title")
