"""Names of reports: from what is known of a document alone, so that nothing needs to remember all names.

Two documents never get one name: a pattern must hold the whole path or a hash of the document's identity,
and a path that cannot be kept as it is gets that hash, too. Names that differ by case alone are one on some
disks; what was written first stays there, and the other document fails.
"""

import re
import string
import unicodedata
from pathlib import PurePosixPath

from converter.batch.records import Item
from converter.errors import UsageError
from converter.files import NAME_BYTES, belongs_to_word, slug
from converter.suggestions import suggest

DEFAULT = "{relpath}"

FIELDS = ("relpath", "stem", "slug", "hash8", "hash")
"""What a pattern may hold: path below the source, file's name without suffix, title, 8 or 32 digits."""

_UNIQUE = {"relpath", "hash8", "hash"}
_KEPT = frozenset("_.,+=@&'()~ -")
"""Signs that names keep, beside letters and digits of any script."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def check_pattern(pattern: str) -> None:
    """Check that `pattern` gives every document a name of its own below the target.

    Raises:
        UsageError: `name-pattern`.
    """
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise _wrong(f"{pattern!r} cannot be read: {error}", "write {{ for a brace") from None
    fields = [field for _, field, _, _ in parts if field is not None]
    for field in fields:
        if field not in FIELDS:
            raise _wrong(f"there is no {{{field}}}", suggest(field, FIELDS))
    if any(form or conversion for _, _, form, conversion in parts):
        raise _wrong(f"{pattern!r} asks for a form", "write the names in braces alone")
    if _UNIQUE.isdisjoint(fields):
        raise _wrong("two articles could get one name", f"add a hash, as in {pattern}-{{hash8}}")
    shown = pattern.format(**dict.fromkeys(FIELDS, "a"))
    if not all(_can_stay(part) for part in shown.split("/")):
        raise _wrong(f"{pattern!r} makes names that not every disk takes", f"write {DEFAULT}, or letters")


def name_of(item: Item, title: str, pattern: str = DEFAULT) -> str:
    """Return the name of the reports of `item`, without suffix: a path below the target.

    Args:
        item: whose name it is.
        title: the slug of its title (`pipeline.file_name`).
        pattern: one that `check_pattern` has passed.
    """
    return pattern.format(
        relpath=_relative(item.id, item.key[:8]),
        stem=_safe(PurePosixPath(_last(item.id)).stem),
        slug=title,
        hash8=item.key[:8],
        hash=item.key,
    )


def _relative(identity: str, hash8: str) -> str:
    """Return a path as it is where every disk takes it; otherwise a safe one, with a hash."""
    parts = identity.split("/")
    if all(map(_can_stay, parts)):
        return identity
    return "/".join((*map(_safe, _folders(parts)), f"{slug(_last(identity))}-{hash8}"))


def _folders(parts: list[str]) -> list[str]:
    """Return the folders of a path below the source; an address or a path from elsewhere has none here."""
    return parts[:-1] if all(parts) and parts[0] != ".." and ":" not in parts[0] else []


def _last(identity: str) -> str:
    return identity.rstrip("/").rpartition("/")[2]


def _safe(part: str) -> str:
    return part if _can_stay(part) else slug(part)


def _can_stay(part: str) -> bool:
    """Whether every disk takes `part` as the name of a folder or file."""
    return (
        len(part.encode("utf-8", "replace")) <= NAME_BYTES
        and part != ""
        and all(sign in _KEPT or belongs_to_word(sign) for sign in part)
        and part.strip(" .").lstrip("-") == part
        and not _RESERVED.fullmatch(part)
        and unicodedata.is_normalized("NFC", part)
    )


def _wrong(what: str, remedy: str) -> UsageError:
    return UsageError("name-pattern", what, where="--name", remedy=remedy)
