"""How alike are what was read and what should have been?"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(found: Counter[str], expected: Counter[str]) -> Score:
    """Compare two bags; two empty ones are alike."""
    common = (found & expected).total()
    if not found and not expected:
        return Score(1.0, 1.0)
    return Score(common / found.total() if found else 0.0, common / expected.total() if expected else 0.0)


def words(text: str) -> list[str]:
    """Return the words of `text`, in order."""
    return _WORD.findall(text)


def word_score(found: str, expected: str) -> Score:
    """Compare the words of two texts, whatever their order."""
    return score(Counter(words(found)), Counter(words(expected)))


def pooled(pairs: Iterable[tuple[Counter[str], Counter[str]]]) -> Score:
    """Compare pairs of bags as if they were one pair."""
    common = found = expected = 0
    for one, other in pairs:
        common += (one & other).total()
        found += one.total()
        expected += other.total()
    return Score(common / found if found else 1.0, common / expected if expected else 1.0)


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0 for nothing."""
    return sum(values) / len(values) if values else 0.0
