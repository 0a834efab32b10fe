"""How much a sentence deserves its place: the middle of the article's words, the title, the place, the role.

The classical measure (the likeness of the sentence's terms to those of all sentences, weighted by rarity) is
joined by the share of the title that a sentence takes up, by how surely and how plainly it plays its role, by
what it cannot be misread without, and by a malus for what is too short to say something or too long to be
read. Everything is linear in the length of the article.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from converter.model.outline import ROLES
from converter.outliner.features import Hit, Reading
from converter.outliner.roles import CERTAIN, Likelihoods, evidence, likeliest

Vector = dict[str, float]
"""Term → weight; its length is 1, or 0 without terms."""

TITLE_WEIGHT = 0.3
"""For taking up the whole title."""
PLAIN_WEIGHT = 0.5
"""For words that leave no doubt about the role."""
SURE_WEIGHT = 0.3
"""For a role that is certain, from a heading or from words and neighbours."""
START_WEIGHT = 0.5
"""For standing first, as far as a sentence says what happened."""
PARAGRAPH_START_WEIGHT = 0.15
SALIENT = {"figure": 0.1, "year": 0.1, "cause": 0.1, "consequence": 0.1, "negation": 0.15}
"""Features of sentences that say something exact, or what is not the case."""
SHORT_WORDS, SHORT_MALUS = 14, 0.5
LONG_WORDS, LONG_MALUS = 50, 0.15
QUESTION_MALUS = 0.4
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


def scores(
    reading: Reading,
    of_sentences: Sequence[Vector],
    hits: Sequence[Sequence[Hit]],
    roles: Sequence[Likelihoods],
) -> list[float]:
    """Return how much each sentence deserves its place; comparable within an article.

    Args:
        reading: the article's sentences.
        of_sentences: the term vector of each.
        hits: the features of each.
        roles: how likely each has each role.
    """
    middle = joint(of_sentences)
    centrality = [similarity(vector, middle) for vector in of_sentences]
    most = max(centrality, default=0) or 1
    return [
        round(
            centrality[index] / most
            + _form(reading, index)
            + _part(roles[index], evidence(hits[index]), index)
            + sum(SALIENT.get(hit.feature, 0) for hit in hits[index]),
            DIGITS,
        )
        for index in range(len(of_sentences))
    ]


def _form(reading: Reading, index: int) -> float:
    length = reading.lengths[index]
    shared = len(reading.title_terms.intersection(reading.terms[index]))
    return (
        (PARAGRAPH_START_WEIGHT if reading.sentences[index].number == 1 else 0)
        + (TITLE_WEIGHT * shared / len(reading.title_terms) if shared else 0)
        - SHORT_MALUS * max(0, SHORT_WORDS - length) / SHORT_WORDS
        - (LONG_MALUS if length > LONG_WORDS else 0)
        - (QUESTION_MALUS if reading.kinds[index] == "question" else 0)
    )


def _part(found: Likelihoods, own: Likelihoods, index: int) -> float:
    """Return what the role of a sentence is worth, given its likelihoods and those of its own words alone."""
    role = ROLES.index(likeliest(found))
    news = found[0] / math.sqrt(1 + index)
    return (SURE_WEIGHT * found[role] + PLAIN_WEIGHT * own[role] + START_WEIGHT * news) / CERTAIN


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()}
