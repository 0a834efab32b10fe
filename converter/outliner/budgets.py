"""How many words a briefing and its sections may have."""

from collections.abc import Mapping

from converter.model.outline import Length, Outline

SHARE: dict[Length, float] = {"brief": 0.25, "standard": 0.5}
"""How much of an article's words a briefing keeps at most."""
FLOOR: dict[Length, int] = {"brief": 60, "standard": 120}
"""So many words it may always keep: a note of one paragraph is not cut in half."""


def allowed_words(length: Length, total: int) -> int:
    """Return how many of an article's `total` words its briefing may keep; `length` is brief or standard."""
    return max(FLOOR[length], int(SHARE[length] * total))


def granted_words(wanted: Outline, length: Length, available: Mapping[str, int]) -> dict[str, int]:
    """Return for each section how many words the outline grants it, but no more than there are.

    Args:
        wanted: the outline.
        length: brief or standard.
        available: section key → words that could stand there.
    """
    return {
        rule.key: min(rule.words.get(length, available.get(rule.key, 0)), available.get(rule.key, 0))
        for rule in wanted.sections
    }


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
