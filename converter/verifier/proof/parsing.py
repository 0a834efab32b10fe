"""Claims read from the text of `provenance.json`, with suspicion.

`docs/formats/provenance.md` is the reference of the text. Whoever altered a report may have altered this,
too: everything that is not as it should be is refused, and nothing is assumed.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from converter.model.outline import PANELS
from converter.verifier.proof.claims import (
    ClaimedLine,
    ClaimedOmission,
    ClaimedPanel,
    ClaimedPoint,
    ClaimedSource,
    ClaimedTwin,
    Claims,
    Piece,
    Running,
)

_VERSION = 1
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
"""A year, a month or a day; ISO 8601 has other ways to write them, and reports have not."""

_MOST_BYTES = 64 * 2**20


class ClaimsError(Exception):
    """The text is no claims; its argument says why, as a clause."""


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
            omissions=tuple(map(_omission, root.get("omissions", ()))),
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
        _text(entry.get("short_name", "")),
    )


def _omission(entry: Mapping[str, Any]) -> ClaimedOmission:
    return ClaimedOmission(_text(entry["name"]), _text(entry["sha256"]), _whole(entry["same_as"]))


def _twin(entry: Mapping[str, Any]) -> ClaimedTwin:
    likeness = entry["likeness"]
    if likeness not in {"same", "similar"}:
        raise ValueError
    return ClaimedTwin(
        _number(entry["source"]), _spans(entry["spans"]), _number(entry["paragraph"]), likeness
    )


def _spans(entries: Sequence[Any]) -> tuple[tuple[int, int], ...]:
    return tuple((_number(start), _number(end)) for start, end in entries)


def _line(entry: Mapping[str, Any]) -> ClaimedLine:
    kind = entry["kind"]
    if kind not in {"verbatim", "edited", "note"}:
        raise ValueError
    return ClaimedLine(
        kind,
        _text(entry["text"]),
        _whole(entry["source"]),
        _spans(entry["spans"]),
        _whole(entry["paragraph"]),
        _whole(entry["sentence"]),
        _text(entry["section"]),
        _text(entry.get("author", "")),
        tuple(map(_twin, entry.get("twins", ()))),
        _panel(entry["panel"]) if "panel" in entry else None,
    )


def _panel(entry: Mapping[str, Any]) -> ClaimedPanel:
    if entry["kind"] not in PANELS:
        raise ValueError
    points = tuple(
        ClaimedPoint(_spans((point["span"],))[0], _date(point["date"]), _truth(point["computed"]))
        for point in entry["points"]
    )
    return ClaimedPanel(entry["kind"], _text(entry["language"]), points)


def _piece(entry: Mapping[str, Any], lines: Sequence[ClaimedLine]) -> Piece:
    if "line" not in entry:
        number, level, source = (_whole(entry.get(key)) for key in ("number", "level", "source"))
        return Piece(_text(entry["role"]), _text(entry["text"]), number=number, level=level, source=source)
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
        if any(not (twin.source < len(claims.sources) and twin.spans) for twin in line.twins):
            raise ClaimsError("a line is said to stand in no source")
    _check_panels(claims)
    if any(one.source is not None and one.source >= len(claims.sources) for one in claims.pieces):
        raise ClaimsError("an article is of no source")
    if any(one.same_as is not None and one.same_as >= len(claims.sources) for one in claims.omissions):
        raise ClaimsError("an article is like no source")
    shown = {piece.line for piece in claims.pieces}
    if not shown.issuperset(range(len(claims.lines))):
        raise ClaimsError("a line is claimed and not shown")


def _check_panels(claims: Claims) -> None:
    """Check that panels set off words of verbatim lines, each of one span, and compute what are dates."""
    for line in claims.lines:
        if line.panel is None:
            continue
        points = line.panel.points
        if line.kind != "verbatim" or len(line.spans) != 1:
            raise ClaimsError("a line of a panel is no part of an article")
        if not all(_is_in(point.span, line.spans[0]) for point in points):
            raise ClaimsError("a panel sets off what is not in its line")
        if any(point.computed and not _is_date(point.date) for point in points):
            raise ClaimsError("a date was computed that is none")


def _is_in(span: tuple[int, int], whole: tuple[int, int]) -> bool:
    return whole[0] <= span[0] < span[1] <= whole[1]


def _is_date(text: str) -> bool:
    """Tell whether `text` is a year, a month or a day of the calendar."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return _DATE.fullmatch(text) is not None


def _date(value: object) -> str:
    return "" if value is None else _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _whole(value: object) -> int | None:
    return None if value is None else _number(value)
