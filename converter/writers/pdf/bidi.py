"""Directions: levels of the Unicode Bidirectional Algorithm (UAX #9), and in which order a line is set.

Even levels run from left to right, odd ones from right to left. The library `python-bidi` resolves them; its
module of plain Python tells the levels, which its faster one does not.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

# What may run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their like, and what asks for it.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": 0, "R": 1, "AL": 1}
# Marks that set directions; they have no place of their own (UAX #9 X9), and those of isolates the library
# does not know.
_REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN", "LRI", "RLI", "FSI", "PDI"}

OBJECT = "\ufffc"
"""Stands for what is no part of the text and runs as what is around it: the object replacement character."""


class Order(Struct, frozen=True):
    """How the words of a paragraph run.

    Attributes:
        base: 1 where the paragraph runs from right to left, else 0.
        page: the same of the page, whose marks are mirrored at the end where it is 1.
    """

    base: int
    page: int

    def visual(self, levels: Sequence[int]) -> list[int]:
        """Return in which order what has these levels is set, before the page is mirrored, from the left."""
        order = visual_order(levels)
        return order[::-1] if (self.page + self.is_turned) % 2 else order

    @property
    def is_turned(self) -> bool:
        """Whether the paragraph runs against the page, and is mirrored in its column."""
        return self.base != self.page


def runs_to_the_left(text: str) -> bool:
    """Tell whether anything in `text` may run from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def first_strong(text: str, otherwise: int) -> int:
    """Return the direction of the first letter that has one (P2, P3)."""
    from unicodedata import bidirectional

    return next((_STRONG[kind] for kind in map(bidirectional, text) if kind in _STRONG), otherwise)


def levels_of(text: str, base: int) -> list[int]:
    """Return the level of each character of a paragraph whose base level is `base`, 0 or 1."""
    from unicodedata import bidirectional

    from bidi import algorithm

    kept = [index for index, character in enumerate(text) if bidirectional(character) not in _REMOVED]
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(text[index] for index in kept), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, debug=False)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = [base] * len(text)
    for index, character in zip(kept, storage["chars"], strict=True):
        found[index] = character["level"]
    for index in range(1, len(text)):
        if bidirectional(text[index]) in _REMOVED:
            found[index] = found[index - 1]
    return found


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of `levels` from left to right (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def level_runs(levels: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return start, end and level of each stretch of one level."""
    runs: list[tuple[int, int, int]] = []
    for index, level in enumerate(levels):
        if runs and runs[-1][2] == level:
            runs[-1] = runs[-1][0], index + 1, level
        else:
            runs.append((index, index + 1, level))
    return runs
