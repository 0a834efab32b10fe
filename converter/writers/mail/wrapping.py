"""Lines of plain text, no wider than a mail client shows without breaking them itself."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

COLUMNS = 72
"""Width of a line: what a quotation mark or two in a reply leave of 80."""

_NOTHING_BEFORE = frozenset({"Pe", "Pf", "Po", "Mn", "Mc", "Me", "Lm", "Sk", "Cf"})
_NOTHING_BEHIND = frozenset({"Ps", "Pi", "Cf"})
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ")


def width(text: str) -> int:
    """Return how many columns `text` takes: two for wide characters, none for marks on others."""
    return sum(map(_columns, text))


def wrapped(text: str, first: str = "", rest: str = "") -> Iterator[str]:
    r"""Yield the lines of `text`, which keeps its own line ends; none has spaces at its end.

    Lines end at spaces, and between the characters of scripts that write none (Chinese, Japanese); a word
    that is wider than a line has one for itself, and so an address is never broken.

    Args:
        text: may hold `\n`.
        first: what stands before the first line, such as a bullet.
        rest: what stands before the others.
    """
    before = first
    for line in text.split("\n"):
        for filled in _filled(line, COLUMNS - width(rest)):
            yield (before + filled).rstrip()
            before = rest


def _filled(line: str, room: int) -> Iterator[str]:
    filled, taken = "", 0
    for piece, gap in _pieces(line):
        needed = width(piece)
        if filled and taken + len(gap) + needed > room:
            yield filled
            filled, taken = piece, needed
        else:
            filled, taken = filled + gap + piece, taken + len(gap) + needed
    yield filled


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """Yield what is never broken, each with what parts it from the piece before, on the same line."""
    for number, word in enumerate(line.split(" ")):
        gap = " " if number else ""
        for part in [word] if "://" in word else _parts(word):
            yield part, gap
            gap = ""


def _parts(word: str) -> Iterator[str]:
    start = 0
    for at in range(1, len(word)):
        if _may_part(word[at - 1], word[at]):
            yield word[start:at]
            start = at
    yield word[start:]


def _may_part(before: str, behind: str) -> bool:
    """Tell whether a line may end between two characters: a small part of UAX #14."""
    return (
        (_is_ideograph(before) or _is_ideograph(behind))
        and category(before) not in _NOTHING_BEHIND
        and category(behind) not in _NOTHING_BEFORE
        and behind not in _SMALL_KANA
        and behind != "["  # opens the number of an end-note
    )


def _is_ideograph(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"} and not "\uac00" <= character <= "\ud7a3"


def _columns(character: str) -> int:
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
