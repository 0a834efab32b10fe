"""How much a sentence says about the article: the middle of its words, the title, the place.

The classical measure (the centroid of the sentences' term vectors, weighted by rarity) is joined by the share
of the title that a sentence takes up, by a bonus for what stands first, and by a malus for sentences that are
too short to say something or too long to be read. Everything is linear in the length of the article.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from converter.outliner.features import Reading

Vector = dict[str, float]
"""Term → weight; its length is 1, or 0 without terms."""

TITLE_WEIGHT = 0.3
ARTICLE_START_WEIGHT = 0.5
PARAGRAPH_START_WEIGHT = 0.15
SHORT_WORDS, SHORT_MALUS = 7, 0.4
LONG_WORDS, LONG_MALUS = 50, 0.15
DIGITS = 6
"""Scores are rounded, so that the last bit of a logarithm never decides."""


def vectors(reading: Reading) -> list[Vector]:
    """Return the term vector of each sentence; rare terms weigh more."""
    number = len(reading.terms)
    spread = Counter(term for terms in reading.terms for term in set(terms))
    rarity = {term: math.log(1 + number / sentences) for term, sentences in spread.items()}
    return [
        _unit({term: (1 + math.log(times)) * rarity[term] for term, times in Counter(terms).items()})
        for terms in reading.terms
    ]


def joint(members: Sequence[Vector]) -> Vector:
    """Return the term vector of several sentences together."""
    total: Vector = defaultdict(float)
    for vector in members:
        for term, weight in vector.items():
            total[term] += weight
    return _unit(total)


def similarity(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors: 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def scores(reading: Reading, of_sentences: Sequence[Vector]) -> list[float]:
    """Return how much each sentence says; comparable within an article."""
    middle = joint(of_sentences)
    centrality = [similarity(vector, middle) for vector in of_sentences]
    most = max(centrality, default=0) or 1
    return [
        round(centrality[index] / most + _bonus(reading, index), DIGITS) for index in range(len(of_sentences))
    ]


def _bonus(reading: Reading, index: int) -> float:
    length = len(reading.words[index])
    shared = len(reading.title_terms.intersection(reading.terms[index]))
    return (
        ARTICLE_START_WEIGHT / math.sqrt(1 + index)
        + (PARAGRAPH_START_WEIGHT if reading.sentences[index].number == 1 else 0)
        + (TITLE_WEIGHT * shared / len(reading.title_terms) if shared else 0)
        - (SHORT_MALUS if length < SHORT_WORDS else LONG_MALUS if length > LONG_WORDS else 0)
    )


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()}
