"""What a sentence does in the article: say what happened, what led to it, or what it means.

Where a heading announces the role, it is settled. Elsewhere the features of a sentence and of its neighbours
speak for acts with the weights of the model, and neighbours hang together in a linear chain, which a heading
breaks.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from converter.model.article import Article, Sentence
from converter.model.outline import PARTS, ROLES, Role, parts_of
from converter.outliner.chain import Factors, marginals
from converter.outliner.features import Sight
from converter.outliner.headings import Announcement, stretches
from converter.outliner.role_model import RoleModel

CERTAIN = 1000


class Likelihoods(NamedTuple):
    """How likely a sentence plays each role, in thousandths.

    Attributes:
        summary: it says what happened.
        background: it says what led to it, or what stood before.
        evaluation: it says what somebody makes of it.
        expectation: it says what comes next; these four add up to 1000.
        aside: how likely it is none of them, such as a caption; beside the others.
    """

    summary: int
    background: int
    evaluation: int
    expectation: int
    aside: int = 0

    def of(self, role: Role) -> int:
        """Return the likelihood of `role`; that of the implications is that of both their parts."""
        if role in PARTS:
            return sum([getattr(self, part) for part in PARTS[role]])
        return int(getattr(self, role))


def likelihoods(
    article: Article,
    sentences: Sequence[Sentence],
    seen: Sequence[Sight],
    announced: Sequence[Announcement | None],
    model: RoleModel,
) -> list[Likelihoods]:
    """Return how likely each sentence plays each role.

    Args:
        article: whose headings break the chain.
        sentences: in reading order.
        seen: the features of each sentence.
        announced: what the headings say about each block of the article.
        model: the weights.
    """
    said = [tuple(hit.feature for hit in sight.words) for sight in seen]
    own: list[Factors] = []
    for index, (sentence, sight) in enumerate(zip(sentences, seen, strict=True)):
        before = said[index - 1] if index else None
        after = said[index + 1] if index + 1 < len(said) else None
        features = (*(hit.feature for hit in sight.place), *said[index])
        factors = model.factors(features, before, after)
        own.append(_settled(factors, announced[sentence.block], model))
    under = stretches(article)
    tied = [under[first.block] == under[second.block] for first, second in pairwise(sentences)]
    return [_told(mass, model) for mass in marginals(own, tied, model.tie_factors())]


def likeliest(found: Likelihoods) -> Role:
    """Return the one of `ROLES` that is likeliest; the first of them where several are."""
    return max(ROLES, key=found.of)


def _settled(factors: Factors, announcement: Announcement | None, model: RoleModel) -> Factors:
    """Return `factors` with nothing left for the acts that do not play the role that a heading announces."""
    if announcement is None or announcement.role is None:
        return factors
    parts = parts_of(announcement.role)
    return [
        factor if role in parts else 0.0 for factor, role in zip(factors, model.acts.values(), strict=True)
    ]


def _told(mass: Factors, model: RoleModel) -> Likelihoods:
    sums = dict.fromkeys(Likelihoods._fields, 0.0)
    for role, part in zip(model.acts.values(), mass, strict=True):
        sums[role] += part
    aside = sums.pop("aside")
    for role, emphasis in model.emphasis.items():
        sums[role] *= emphasis / 100
    total = sum(sums.values()) or 1.0
    summary, background, evaluation = (
        round(CERTAIN * sums[role] / total) for role in ("summary", "background", "evaluation")
    )
    expectation = CERTAIN - summary - background - evaluation
    return Likelihoods(summary, background, evaluation, expectation, round(CERTAIN * aside))
