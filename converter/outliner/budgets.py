"""How many words a briefing and its sections may have."""

import math
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from converter.model.outline import Length, Outline

SHARE: dict[Length, float] = {"brief": 0.25, "standard": 0.5}
"""How much of an article's words a briefing keeps at most."""
FLOOR: dict[Length, int] = {"brief": 60, "standard": 120}
"""So many words it may always keep: a note of one paragraph is not cut in half."""


def allowed_words(length: Length, total: int) -> int:
    """Return how many of an article's `total` words its briefing may keep; `length` is brief or standard."""
    return max(FLOOR[length], int(SHARE[length] * total))


def is_note(length: Length, total: int) -> bool:
    """Tell whether an article of `total` words is so short that it is kept whole."""
    return total <= FLOOR[length]


def page_words(wanted: Outline, length: Length, total: int) -> dict[str, float]:
    """Return how many words have room on the page in each section; in a note, all."""
    note = is_note(length, total)
    return {rule.key: math.inf if note else rule.words.get(length, math.inf) for rule in wanted.sections}


def granted_words(page: Mapping[str, float], available: Mapping[str, int]) -> dict[str, int]:
    """Return for each section how many words it may have: what has room, but no more than there are.

    Args:
        page: section key → words that have room.
        available: section key → words that could stand there.
    """
    return {key: int(min(words, available.get(key, 0))) for key, words in page.items()}


def shares(wanted: Outline, length: Length, grants: Mapping[str, int], allowed: int) -> dict[str, int]:
    """Return for each section its share of the words that are `allowed`, at most what it was granted.

    A share grows with what the outline names for the section and with what there is for it in the article;
    what one section cannot use is shared by the others.
    """
    weights = {rule.key: rule.words.get(length, 0) + grants[rule.key] for rule in wanted.sections}
    found: dict[str, int] = {}
    while len(found) < len(grants):
        left = allowed - sum(found.values())
        total = sum(weight for key, weight in weights.items() if key not in found) or 1
        parts = {key: left * weights[key] // total for key in grants if key not in found}
        full = {key: grants[key] for key, part in parts.items() if part >= grants[key]}
        found |= full or parts
    return {key: found[key] for key in grants}


class Room(Struct):
    """How much room there is.

    Attributes:
        page: section → words that may stand there, a break at each new paragraph included.
        allowed: words of all sections together.
        used: section → its words.
        breaks: section → words that its breaks stand for.
    """

    page: Mapping[str, float]
    allowed: int
    used: Counter[str] = field(default_factory=Counter)
    breaks: Counter[str] = field(default_factory=Counter)

    def holds(self, key: str, limit: int, words: int, breaks: int) -> bool:
        """Tell whether so many words more go into the section `key`, which has a `limit` of its own."""
        used = self.used[key] + words
        return (
            used <= limit
            and self.used.total() + words <= self.allowed
            and used + self.breaks[key] + breaks <= self.page[key]
        )
