"""How much of a text, and which of its headings, were read."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

_WORD = re.compile(r"\w+(?:[-'’\u2010]\w+)*[-\u2010]?(?!\w)|\w+")
_SHINGLE = 4


class Score(Struct, frozen=True):
    """Counts from which precision, recall and F follow.

    Attributes:
        right: what is in both.
        found: what was read.
        wanted: what there is.
    """

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Return the counts of both together."""
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0


def words(text: str) -> list[str]:
    """Return the words of `text`, compatibility forms undone, in lower case."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("\u2010", "-"))


def bag_score(found: Sequence[str], wanted: Sequence[str]) -> Score:
    """Compare words, whatever their order."""
    right = (Counter(found) & Counter(wanted)).total()
    return Score(right, len(found), len(wanted))


def shingle_score(found: Sequence[str], wanted: Sequence[str]) -> Score:
    """Compare runs of four words, so that order counts."""
    return bag_score(_shingles(found), _shingles(wanted))


def _shingles(text: Sequence[str]) -> list[str]:
    return [" ".join(text[place : place + _SHINGLE]) for place in range(max(len(text) - _SHINGLE + 1, 1))]


Headings = Iterable[tuple[str, int]]
"""Texts with their levels."""


def heading_score(found: Headings, wanted: Headings) -> Score:
    """Compare the texts of headings, the title among them."""
    return bag_score([_key(text) for text, _ in found], [_key(text) for text, _ in wanted])


def level_agreement(found: Headings, wanted: Headings) -> float:
    """Return the share of neighbouring headings, among those found, of which the same one stands higher."""
    levels = {_key(text): level for text, level in wanted}
    both = [(level, levels[_key(text)]) for text, level in found if _key(text) in levels]
    pairs = list(pairwise(both))
    same = sum(_sign(a[0] - b[0]) == _sign(a[1] - b[1]) for a, b in pairs)
    return same / len(pairs) if pairs else 1.0


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _key(text: str) -> str:
    return " ".join(words(text))


def broken_words(found: str, wanted: str) -> list[str]:
    """Return the words that a hyphen at a line end left in two, or that lost a hyphen of their own."""
    known = set(words(wanted))
    plain = {word.replace("-", "") for word in known}
    told = words(found)
    broken = [
        f"{word} {following}"
        for word, following in pairwise(told)
        if word.endswith("-") and word not in known and word[:-1] + following in plain
    ]
    return broken + [word for word in told if word not in known and word.replace("-", "") in plain]
