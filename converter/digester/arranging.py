"""The articles of a digest: which of them, in which order."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from converter.model.article import Article

Order = Literal["given", "date"]
"""As they were given, or the newest first and those without a date last."""


class Arrangement(Struct, frozen=True):
    """What is in a digest, by places among what was given.

    Attributes:
        kept: each text once, in the order of the digest.
        twins: place of an article that is left out → place of the one that is kept for it.
        undated: those of `kept` that stand last for want of a date.
    """

    kept: tuple[int, ...]
    twins: dict[int, int]
    undated: tuple[int, ...] = ()


def arrange(articles: Sequence[Article], order: Order = "given") -> Arrangement:
    """Return which of `articles` are in their digest; of those with the same text the first is."""
    first: dict[str, int] = {}
    twins: dict[int, int] = {}
    for place, article in enumerate(articles):
        kept = first.setdefault(_words(article), place)
        if kept != place:
            twins[place] = kept
    places = list(first.values())
    if order == "given":
        return Arrangement(tuple(places), twins)
    # those of one day keep the order in which they were given
    dated = sorted(
        (one for one in places if articles[one].date), key=lambda one: articles[one].date, reverse=True
    )
    undated = tuple(one for one in places if not articles[one].date)
    return Arrangement((*dated, *undated), twins, undated)


def _words(article: Article) -> str:
    return " ".join(article.text.split())
