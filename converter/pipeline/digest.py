"""The sum of a style: whether two reports were to look alike can be told without their styles."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import asdict

from converter.model.provenance import Json
from converter.model.style import Style
from converter.pipeline.claims import compact

_NOT_LOOK = frozenset({"draw", "notices"})
"""Fields of a style that say nothing of how it looks."""

_FILES = frozenset({"path", "template"})
"""Names of values that are paths: the folders of a computer are no part of the look."""


def style_digest(style: Style) -> str:
    """Return the SHA-256 of a resolved style, the same on every computer that has its fonts.

    Files count by their names, a logo by its bytes.
    """
    return sha256(compact(_plain(style))).hexdigest()


def file_name(path: str) -> str:
    """Return what stands last in `path`, of whichever system it is."""
    return re.split(r"[\\/]", path)[-1]


def _plain(value: object) -> Json:
    """Return a value of a style as JSON can say it, in one order."""
    if isinstance(value, Struct):
        return {name: _entry(name, one) for name, one in asdict(value).items() if name not in _NOT_LOOK}
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
    return file_name(value) if name in _FILES and isinstance(value, str) else _plain(value)
