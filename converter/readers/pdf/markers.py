"""What stands before an item of a list: a bullet, or a number."""

import re
from typing import NamedTuple

_BULLET = "[•‣⁃∙◦●○◯■□▪▫◆◇❖➢➤►▶▸★☆✓✔✦➔→·–—\u2010\u2011*\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf02d-]"
_NUMBER = r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?"

MARKER = re.compile(rf"{_BULLET}|o|{_NUMBER}")
"""A text that is nothing else."""

_FIRST = re.compile(rf"({_BULLET}|o(?= )|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})[.)](?= ))\s*(?=\S)")


class Marker(NamedTuple):
    """The marker of an item.

    Attributes:
        length: of the marker and the space behind it, in characters; 0 for letters, which stay in the text.
        number: what the item is numbered with; `None` for bullets and letters.
        kind: the same for all items of a list.
    """

    length: int
    number: int | None
    kind: str


def read_marker(text: str) -> Marker | None:
    """Return the marker that `text` begins with; a sign right before a letter may be a minus or a dash."""
    match = _FIRST.match(text)
    if not match:
        return None
    sign = match[1]
    core = sign.strip("().")
    if core.isdigit():
        return Marker(match.end(), int(core), sign.replace(core, "#"))
    if core.isalpha() and core.isascii() and sign != core:
        kind = "a" if core.islower() else "A"
        return Marker(0, None, sign.replace(core, kind))
    glued = match.end() == match.end(1)
    return None if glued and sign in "*·–—-\u2010\u2011o" else Marker(match.end(), None, sign)
