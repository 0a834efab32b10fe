"""What a report was made with, as far as it may travel: names and sums of files, no paths."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from hashlib import sha256

from converter.configuration import Settings
from converter.model.briefing import Details
from converter.model.document import Document
from converter.model.provenance import Json
from converter.model.style import Style
from converter.pipeline.claims import compact
from converter.pipeline.drafting import Draft

_NOT_LOOK = frozenset({"draw", "notices"})
"""Fields of a style that say nothing of how it looks."""

_FILES = frozenset({"path", "template"})
"""Names of values that are paths: the folders of a computer are no part of the look."""


def configuration_data(
    document: Document, draft: Draft, style: Style, settings: Settings, details: Details
) -> dict[str, Json]:
    """Return what `document` was made with; `sha256` is that of all other keys.

    Args:
        document: composed.
        draft: what it was composed of; where a person chose the lines, length and trimming did not.
        style: how it looks.
        settings: of the call.
        details: what a person said about it, in the settings or in a briefing file.
    """
    template = style.word.get("template")
    by_program = draft.chosen_by == "program"
    data: dict[str, Json] = {
        "style": style.name,
        "style_sha256": style_digest(style),
        "template": _file_name(template) if isinstance(template, str) else "",
        "outline": draft.briefing.outline.name,
        "sections": [section.rule.key for section in draft.briefing.sections],
        "language": document.language,
        "length": settings.length if by_program else None,
        "trim": settings.trim if by_program else None,
        "cite": details.cite,
        "embed": document.embed,
        "marking": document.fields.get("marking", ""),
        "given": [*_given(details)],
    }
    return {"sha256": sha256(compact(data)).hexdigest(), **data}


def style_digest(style: Style) -> str:
    """Return the SHA-256 of a resolved style, the same on every computer that has its fonts.

    Files count by their names, a logo by its bytes.
    """
    return sha256(compact(_plain(style))).hexdigest()


def _given(details: Details) -> Iterator[str]:
    """Yield what a person gave where the article may say otherwise."""
    for name in ("title", "author", "date", "marking"):
        if getattr(details, name):
            yield name


def _plain(value: object) -> Json:
    """Return a value of a style as JSON can say it, in one order."""
    if is_dataclass(value):
        named = {each.name: getattr(value, each.name) for each in fields(value)}
        return {name: _entry(name, one) for name, one in named.items() if name not in _NOT_LOOK}
    if isinstance(value, Mapping):
        return {str(name): _entry(str(name), value[name]) for name in sorted(value, key=str)}
    if isinstance(value, AbstractSet):
        return [_plain(one) for one in sorted(value, key=str)]
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    return value if isinstance(value, str | int) or value is None else repr(value)


def _entry(name: str, value: object) -> Json:
    return _file_name(value) if name in _FILES and isinstance(value, str) else _plain(value)


def _file_name(path: str) -> str:
    return re.split(r"[\\/]", path)[-1]
