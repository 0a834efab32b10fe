"""What a sentence does in the article: say what happened, what led to it, or what it means.

Where a heading announces the role, it is settled. Elsewhere each feature speaks for or against a role with
the weight of `WEIGHTS`, and sentences agree with their neighbours as `AGREEMENT` says; a forward and a
backward pass over the article (a linear chain) turn both into likelihoods. A heading breaks the chain.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter.model.article import Article, Heading, Sentence
from converter.model.outline import ROLES, Role
from converter.outliner.features import Hit
from converter.outliner.headings import Announcement

WEIGHTS: dict[str, tuple[int, int, int]] = {
    # for summary, background, implications, in hundredths of a natural logarithm
    "position: first": (200, -100, -100),
    "position: opening": (60, -20, -40),
    "position: early": (0, 0, 0),
    "position: middle": (-50, 30, 20),
    "position: late": (-80, 40, 40),
    "position: closing": (-100, 50, 50),
    "paragraph: first": (20, -20, 0),
    "title": (80, -40, -40),
    "figure": (50, 30, -80),
    "year": (0, 60, -60),
    "quotation": (-20, -60, 80),
    # classes of cues in the language files
    "modality": (-20, -50, 70),
    "future": (20, -80, 60),
    "expectation": (-30, -40, 70),
    "evaluation": (-10, -20, 30),
    "attribution": (20, -40, 20),
    "past": (-10, 30, -20),
    "cause": (0, 20, -20),
    "consequence": (-20, -20, 40),
    "conclusion": (20, -20, 0),
}
"""By feature, or by feature and what was seen where that makes the difference; others weigh nothing."""

BIAS = (-45, 45, 0)
"""What speaks for each role before anything is seen, in the same unit."""

AGREEMENT = {"paragraph": 80, "article": 50}
"""How much likelier a sentence has the role of the one before it: in its paragraph, or across paragraphs."""

CERTAIN = 1000

Likelihoods = tuple[int, int, int]
"""In thousandths, in the order of `ROLES`; they add up to 1000."""

_Factors = tuple[float, float, float]
_EVEN: _Factors = (1.0, 1.0, 1.0)


def likelihoods(
    article: Article,
    sentences: Sequence[Sentence],
    hits: Sequence[Iterable[Hit]],
    announced: Sequence[Announcement | None],
) -> list[Likelihoods]:
    """Return how likely each sentence has each role.

    Args:
        article: whose headings break the chain.
        sentences: in reading order.
        hits: the features of each sentence.
        announced: what the headings say about each block of the article.
    """
    own = [
        _settled(announced[sentence.block]) or _speaking(found)
        for sentence, found in zip(sentences, hits, strict=True)
    ]
    ties = [_tie(article, first, second) for first, second in pairwise(sentences)]
    return [_thousandths(mass) for mass in _marginals(own, ties)]


def evidence(hits: Iterable[Hit]) -> Likelihoods:
    """Return what the features of a sentence alone say of its role, without headings and neighbours."""
    return _thousandths(_scaled(_speaking(hits)))


def likeliest(found: Likelihoods) -> Role:
    """Return the role that is likeliest; the first of `ROLES` where several are."""
    return ROLES[found.index(max(found))]


def _settled(announcement: Announcement | None) -> _Factors | None:
    if announcement is None or announcement.role is None:
        return None
    summary, background, implications = (float(role == announcement.role) for role in ROLES)
    return summary, background, implications


def _speaking(hits: Iterable[Hit]) -> _Factors:
    total = list(BIAS)
    for hit in hits:
        weights = WEIGHTS.get(hit.feature) or WEIGHTS.get(str(hit))
        if weights:
            total = [sum(pair) for pair in zip(total, weights, strict=True)]
    highest = max(total)
    summary, background, implications = (math.exp((weight - highest) / 100) for weight in total)
    return summary, background, implications


def _tie(article: Article, first: Sentence, second: Sentence) -> float:
    """Return by which factor `second` likes the role of `first` better than another."""
    if first.block == second.block:
        return math.exp(AGREEMENT["paragraph"] / 100)
    if any(isinstance(block, Heading) for block in article.blocks[first.block + 1 : second.block]):
        return 1.0
    return math.exp(AGREEMENT["article"] / 100)


def _marginals(own: Sequence[_Factors], ties: Sequence[float]) -> list[_Factors]:
    """Return the marginal of each sentence in the chain, by the forward-backward algorithm."""
    if not own:
        return []
    forward = [_scaled(own[0])]
    for factors, tie in zip(own[1:], ties, strict=True):
        forward.append(_scaled(_times(factors, _carried(forward[-1], tie))))
    backward = [_EVEN]
    for factors, tie in zip(reversed(own[1:]), reversed(ties), strict=True):
        backward.append(_scaled(_carried(_times(factors, backward[-1]), tie)))
    return [_scaled(_times(before, after)) for before, after in zip(forward, reversed(backward), strict=True)]


def _carried(mass: _Factors, tie: float) -> _Factors:
    total = sum(mass)
    summary, background, implications = (total + (tie - 1) * part for part in mass)
    return summary, background, implications


def _times(one: _Factors, other: _Factors) -> _Factors:
    return one[0] * other[0], one[1] * other[1], one[2] * other[2]


def _scaled(mass: _Factors) -> _Factors:
    total = sum(mass)
    return mass[0] / total, mass[1] / total, mass[2] / total


def _thousandths(mass: _Factors) -> Likelihoods:
    summary, background = round(CERTAIN * mass[0]), round(CERTAIN * mass[1])
    return summary, background, CERTAIN - summary - background
