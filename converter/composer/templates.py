"""Filling fields in braces: labels, dates, headers and footers."""

import re
from collections.abc import Mapping

from converter.errors import StyleError
from converter.suggestions import suggest

_FIELD = re.compile(r"\{([^{}:]*)(?::0(\d))?\}")
_NO_BREAK = "\u00a0"


def fields_in(template: str) -> list[str]:
    """Return the names of the fields of `template`, in order."""
    return [match[1] for match in _FIELD.finditer(template)]


def fill(template: str, values: Mapping[str, str | int], where: str) -> str:
    """Return `template` with its fields filled in; a number may be padded with zeros (`{day:02}`).

    A number and the word it counts, or that names it, are not parted at a line's end: the space after it
    becomes a no-break space, or the one before it where none follows.

    Args:
        template: words and fields such as `{page}`.
        values: field → what stands for it; texts are taken as they are.
        where: names the template in an error.

    Raises:
        StyleError: `field-unknown`.
    """
    parts: list[str] = []
    position = 0
    bind_next = False
    for match in _FIELD.finditer(template):
        value = _value(match[1], values, where)
        words = template[position : match.start()]
        after = template[match.end() : match.end() + 1]
        if bind_next:
            words = _bound_start(words)
        if isinstance(value, int):
            bind_next = after == " "
            if not bind_next:
                words = _bound_end(words)
            value = str(value).zfill(int(match[2] or 0))
        else:
            bind_next = False
        parts += (words, value)
        position = match.end()
    rest = template[position:]
    parts.append(_bound_start(rest) if bind_next else rest)
    return "".join(parts)


def _value(field: str, values: Mapping[str, str | int], where: str) -> str | int:
    try:
        return values[field]
    except KeyError:
        raise StyleError(
            "field-unknown", f"there is no field {{{field}}}", where=where, remedy=suggest(field, values)
        ) from None


def _bound_start(words: str) -> str:
    return _NO_BREAK + words[1:] if words.startswith(" ") else words


def _bound_end(words: str) -> str:
    return words[:-1] + _NO_BREAK if words.endswith(" ") else words
