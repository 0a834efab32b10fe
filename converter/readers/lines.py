"""Lines of a text, cleaned, each with its number in the original."""

import re
from typing import NamedTuple

from converter.text import clean_text

_LINE_ENDS = re.compile("\r\n|[\r\n]")
_OTHER_ENDS = re.compile("[\v\f\x85\u2028\u2029]")


class Line(NamedTuple):
    """A line: `number` counts from 1 as an editor does, `text` has no line end."""

    number: int
    text: str


class Lines(NamedTuple):
    """All lines of a text, and how many characters of which category cleaning removed from it."""

    lines: list[Line]
    removed: dict[str, int]


def clean_lines(raw: str) -> Lines:
    """Return the lines of `raw`, cleaned, with their numbers in it.

    Cleaning also ends lines at form feeds and the like, at which no editor counts a new one.
    """
    cleaned = clean_text(raw)
    texts = cleaned.text.split("\n")
    if not _OTHER_ENDS.search(raw):
        return Lines([Line(*pair) for pair in enumerate(texts, 1)], dict(cleaned.removed))
    numbers = (
        number
        for number, line in enumerate(_LINE_ENDS.split(raw), 1)
        for _ in range(1 + len(_OTHER_ENDS.findall(line)))
    )
    return Lines([Line(*pair) for pair in zip(numbers, texts, strict=True)], dict(cleaned.removed))
