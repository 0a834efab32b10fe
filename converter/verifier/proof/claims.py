"""What a report claims: the text of `provenance.json`, read with suspicion.

`docs/formats/provenance.md` is the reference of the text. Whoever altered a report may have altered this,
too: everything that is not as it should be is refused, and nothing is assumed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["verbatim", "edited", "note"]

_VERSION = 1
_MOST_BYTES = 64 * 2**20


class ClaimsError(Exception):
    """The text is no claims; its argument says why, as a clause."""


@dataclass(frozen=True, slots=True)
class ClaimedSource:
    """An article that the report says it was made from; `sha256` is that of its original file."""

    name: str
    media_type: str
    sha256: str
    encoding: str | None


@dataclass(frozen=True, slots=True)
class ClaimedLine:
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
    """

    kind: Kind
    text: str
    source: int | None
    spans: tuple[tuple[int, int], ...]
    paragraph: int | None
    sentence: int | None
    section: str
    author: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that a reader sees, in its place among the others.

    Attributes:
        role: what it is; `line` for words of a line.
        text: its words.
        line: index of the line; `None` for the report's own words.
        number: of a reference.
        level: of a heading.
    """

    role: str
    text: str
    line: int | None = None
    number: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """A place of a header or footer, or the handling mark; `{page}` and `{pages}` stand for numbers."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What a report claims.

    Attributes:
        sources: what it was made from.
        lines: what it shows of them.
        pieces: all that a reader sees of its body, in reading order.
        running: its headers and footers, and its handling mark.
        configuration: what it was made with.
    """

    sources: tuple[ClaimedSource, ...]
    lines: tuple[ClaimedLine, ...]
    pieces: tuple[Piece, ...]
    running: tuple[Running, ...]
    configuration: Mapping[str, Any]

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


def parse_claims(data: bytes) -> Claims:
    """Return what `data` claims.

    Raises:
        ClaimsError: it is no claims, or of a later version, or contradicts itself.
    """
    if len(data) > _MOST_BYTES:
        raise ClaimsError(f"they are larger than {_MOST_BYTES >> 20} MB")
    try:
        root = json.loads(data.decode("utf-8"))
        if root["briefing"] != _VERSION:
            raise ClaimsError("they are of a later version; update")
        lines = tuple(map(_line, root["lines"]))
        claims = Claims(
            sources=tuple(map(_source, root["sources"])),
            lines=lines,
            pieces=tuple(_piece(entry, lines) for entry in root["content"]),
            running=tuple(Running(_text(entry["role"]), _text(entry["text"])) for entry in root["running"]),
            configuration=dict(root["configuration"]),
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ClaimsError("they are damaged") from error
    _check(claims)
    return claims


def _source(entry: Mapping[str, Any]) -> ClaimedSource:
    encoding = entry["encoding"]
    return ClaimedSource(
        _text(entry["name"]),
        _text(entry["media_type"]),
        _text(entry["sha256"]),
        None if encoding is None else _text(encoding),
    )


def _line(entry: Mapping[str, Any]) -> ClaimedLine:
    kind = entry["kind"]
    if kind not in {"verbatim", "edited", "note"}:
        raise ValueError(kind)
    return ClaimedLine(
        kind,
        _text(entry["text"]),
        _whole(entry["source"]),
        tuple((_number(start), _number(end)) for start, end in entry["spans"]),
        _whole(entry["paragraph"]),
        _whole(entry["sentence"]),
        _text(entry["section"]),
        _text(entry.get("author", "")),
    )


def _piece(entry: Mapping[str, Any], lines: Sequence[ClaimedLine]) -> Piece:
    if "line" not in entry:
        number, level = (_whole(entry.get(key)) for key in ("number", "level"))
        return Piece(_text(entry["role"]), _text(entry["text"]), number=number, level=level)
    index = _number(entry["line"])
    start, end = entry.get("part", (0, len(lines[index].text)))
    return Piece(_text(entry.get("role", "line")), lines[index].text[_number(start) : _number(end)], index)


def _check(claims: Claims) -> None:
    """Check what no honest report says: no source, a line of none, or one that is claimed and never shown."""
    if not claims.sources:
        raise ClaimsError("they name no source")
    for line in claims.lines:
        if (line.source is None) != (line.kind == "note"):
            raise ClaimsError("a line has no source, or a comment has one")
        if line.source is not None and not (line.source < len(claims.sources) and line.spans):
            raise ClaimsError("a line is of no source")
    shown = {piece.line for piece in claims.pieces}
    if not shown.issuperset(range(len(claims.lines))):
        raise ClaimsError("a line is claimed and not shown")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(value)
    return value


def _whole(value: object) -> int | None:
    return None if value is None else _number(value)
