"""Texts as a reader sees them."""

import re

from converter.text import clean_text

_MARKS = re.compile("[\u200e\u200f\u061c]")
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_TAGS_FROM = 0xE0000
_NUMBER = re.compile(r"\s*[\[(]?([0-9]{1,4})[\])]?\s*")
_NUMBERS = re.compile(r"[\s\[\](),;–-]*(?:[0-9]{1,4}[\s\[\](),;–-]*)+")

SUPERIOR = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures as those of references, which are drawn smaller and raised."""


def as_read(raw: str) -> str:
    """Return `raw` in NFC on one line, with plain single spaces and without what has no shape.

    Spaces of every kind, no-break ones too, look alike; marks of direction and soft hyphens are not seen.
    """
    return " ".join(_MARKS.sub("", clean_text(raw).text).split())


def smuggled(raw: str) -> str:
    """Return what is written in tag characters (U+E0020 to U+E007E), which have no shape."""
    return "".join(chr(ord(sign) - _TAGS_FROM) for tags in _TAGS.findall(raw) for sign in tags)


def number(text: str) -> int | None:
    """Return the one number that `text` is, in brackets or not; `None` where it is something else."""
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else None


def numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that `text` is made of, such as `2, 3`; none where it is something else."""
    return tuple(map(int, re.findall("[0-9]+", text))) if _NUMBERS.fullmatch(text) else ()
