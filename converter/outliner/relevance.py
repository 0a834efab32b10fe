"""How much a sentence deserves its place: the middle of the article's words, the title, the place, the role.

The classical measure (the likeness of the sentence's terms to those of all sentences, weighted by rarity:
Radev et al. 2004, centroid-based summarization) is joined by the share of the title that a sentence takes up,
by its place, and by a malus for what is too short to say something or too long to be read. In a section for
one role that counts as well, and what makes a sentence exact. Everything is linear in the article's length.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from converter.model.outline import Role
from converter.outliner.features import Sight
from converter.outliner.reading import Reading
from converter.outliner.roles import CERTAIN, Likelihoods

Vector = dict[str, float]
"""Term → weight; its length is 1, or 0 without terms."""

TITLE_WEIGHT = 0.6
"""For taking up the whole title."""
START_WEIGHT, START_DECAY = 0.5, 0.7
"""For standing first; the next sentences have less and less of it. What led to it, and what it means, may
stand anywhere: in their sections the place counts by how likely the sentence says what happened."""
LEAD_SHARE = 0.75
"""A first sentence that says less of the article, beside the one that says most, is no lead."""
ROLE_WEIGHT = 1.0
"""For playing the role of its section for certain."""
NAMED_WEIGHT = 0.6
"""For standing under a heading that announces the very section."""
ASIDE_MALUS = 1.0
"""For being certainly a caption, a byline or the like; nothing where that is less likely than not."""
EXACT = {
    "year": 0.2,
    "month": 0.2,
    "quantity": 0.2,
    "cause": 0.2,
    "consequence": 0.2,
    "event": 0.1,
    "office": 0.1,
    "attribution": 0.1,
    "expectation": 0.1,
    "warning": 0.1,
    "negation": 0.2,
    "boilerplate": -0.8,
}
"""Features of sentences that say something exact: when, why, who, or what is not the case; and of those that
greet, thank or name contacts."""
FIGURE_WEIGHT, MANY_FIGURES = 0.2, 4
"""For each figure, up to so many."""
SHORT_WORDS, SHORT_MALUS = 14, 0.5
LONG_WORDS, LONG_MALUS = 50, 0.3
QUESTION_MALUS = 0.4
_FIGURE = re.compile(r"\d[\d.,\u202f\u00a0]*")

DIGITS = 6
"""Scores are rounded, so that the last bit of a logarithm never decides."""


def vectors(reading: Reading) -> list[Vector]:
    """Return the term vector of each sentence; rare terms weigh more."""
    number = len(reading.terms)
    rarity = {term: math.log(1 + number / sentences) for term, sentences in reading.spread.items()}
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
    if one.keys().isdisjoint(other):
        return 0
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])


def scores(reading: Reading, of_sentences: Sequence[Vector]) -> list[float]:
    """Return how much each sentence says of the whole article, without its place; comparable within it.

    Args:
        reading: the article's sentences.
        of_sentences: the term vector of each.
    """
    middle = joint(of_sentences)
    centrality = [similarity(vector, middle) for vector in of_sentences]
    most = max(centrality, default=0) or 1
    return [
        round(centrality[index] / most + _form(reading, index), DIGITS) for index in range(len(of_sentences))
    ]


def has_lead(reading: Reading, says: Sequence[float]) -> bool:
    """Tell whether the article begins with its news.

    Where the first statement says little of the article, it is a scene or a greeting.

    Args:
        reading: the article's sentences.
        says: how much each says of the whole article.
    """
    first = next((index for index, kind in enumerate(reading.kinds) if kind == "statement"), None)
    return first is not None and says[first] >= LEAD_SHARE * max(says)


def starts(reading: Reading) -> list[float]:
    """Return what the place of each sentence is worth; fragments stand nowhere."""
    found, before = [], 0
    for kind in reading.kinds:
        found.append(round(START_WEIGHT / (1 + before) ** START_DECAY, DIGITS))
        before += kind != "fragment"
    return found


def merit(text: str, sight: Sight, likely: Likelihoods, role: Role) -> float:
    """Return what a sentence is worth in a section for `role`, beside what it says of the whole article."""
    exact = sum(EXACT.get(hit.feature, 0) for hit in sight.words)
    exact += FIGURE_WEIGHT * min(len(_FIGURE.findall(text)), MANY_FIGURES)
    aside = max(0, 2 * likely.aside - CERTAIN)
    return round((ROLE_WEIGHT * likely.of(role) - ASIDE_MALUS * aside) / CERTAIN + exact, DIGITS)


def _form(reading: Reading, index: int) -> float:
    length = reading.lengths[index]
    shared = len(reading.title_terms.intersection(reading.terms[index]))
    return (
        (TITLE_WEIGHT * shared / len(reading.title_terms) if shared else 0)
        - SHORT_MALUS * max(0, SHORT_WORDS - length) / SHORT_WORDS
        - (LONG_MALUS if length > LONG_WORDS else 0)
        - (QUESTION_MALUS if reading.kinds[index] == "question" else 0)
    )


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum([weight * weight for weight in vector.values()]))
    return {term: weight / length for term, weight in vector.items()}
