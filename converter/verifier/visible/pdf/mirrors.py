"""What fonts say, before PDFium mirrors it and takes it apart.

PDFium takes a font to say what is drawn, and mirrors brackets and quotation marks of what runs from right to
left; the fonts of reports say what is typed (Unicode). Which of them it mirrors follows from its line.
There it takes signs apart, too, as "…" into dots.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENING, _CLOSING = "([{<«‹“‘", ")]}>»›”’"
_MIRRORED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
WHOLE = {"...": "…", "1/2": "½", "1/4": "¼", "3/4": "¾", "1/3": "⅓", "2/3": "⅔", "TM": "™", "No": "№"}
"""Signs by what PDFium makes of them where they run from right to left."""
_RIGHT, _LEFT, _WEAK, _NONE = "R", "L", "W", ""
_DIRECTIONS = {"R": _RIGHT, "AL": _RIGHT, "L": _LEFT} | dict.fromkeys(
    ("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), _WEAK
)


def may_run_leftwards(text: str) -> bool:
    """Say whether PDFium may have mirrored anything of a page's text."""
    return bool(_LEFTWARDS.search(text))


def unmirrored(text: str, *, leftwards: bool) -> str:
    """Return the text of a page as its fonts have it.

    Args:
        text: as PDFium has it, with its ends of lines.
        leftwards: whether the document asks for pages from right to left.
    """
    if not may_run_leftwards(text):
        return text
    return "\n".join("".join(_line(line, leftwards=leftwards)) for line in text.split("\n"))


def _line(line: str, *, leftwards: bool) -> Iterator[str]:
    """Yield the stretches of a line; what has no direction runs as what stands before it does."""
    stretches = [
        (direction, "".join(signs))
        for direction, signs in groupby(
            line, lambda sign: _DIRECTIONS.get(unicodedata.bidirectional(sign), _NONE)
        )
    ]
    directions = [direction for direction, _ in stretches]
    rights = directions.count(_RIGHT)
    current = _RIGHT if leftwards or 0 < rights >= directions.count(_LEFT) else _LEFT
    for direction, signs in stretches:
        if direction in (_LEFT, _RIGHT):
            current = direction
        yield signs.translate(_MIRRORED) if direction == _NONE and current == _RIGHT else signs
