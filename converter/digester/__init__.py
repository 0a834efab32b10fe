"""From several briefings to one digest: a joint Summary, then each article's own briefing.

1. `arranging` puts the articles in their order, and takes two with the same text for one.
2. `renumbering` lets every span say of which article it is.
3. `wording` looks at sentences word by word, and `likeness` finds those that are alike.
4. `choosing` takes the lines of the joint Summary from those of the articles.

As in the outliner, nothing is written here: every line is one that stands in an article.
"""

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from converter.digester.arranging import Order, arrange
from converter.digester.choosing import choose, paired
from converter.digester.renumbering import renumbered
from converter.model.briefing import Briefing, Omission, Section
from converter.model.language import Language
from converter.model.outline import Length, Outline, SectionRule

__all__ = ["Order", "arrange", "digest", "digest_again", "renumbered"]

_MOST_SHARES = 3
"""A joint Summary has lines for so many articles at most: a page, or half of one where that is asked for."""

_WORDS = 95
"""Of a joint Summary for one article, where the outline sets no bound."""


def digest(
    briefings: Sequence[Briefing],
    languages: Sequence[Language | None],
    length: Length = "standard",
    omissions: Sequence[Omission] = (),
) -> Briefing:
    """Return one briefing of all articles.

    Args:
        briefings: of one article each, at least one, in the order of the digest, made by the same outline.
        languages: of the articles, as for the outliner.
        length: of the joint Summary: half a page, or at most a page.
        omissions: what was given and is not in it.
    """
    numbered = [renumbered(briefing, index) for index, briefing in enumerate(briefings)]
    rule = _joint_rule(numbered[0].outline)
    joint = Section(rule, choose(numbered, languages, rule.key, _budget(rule, length, len(numbered))))
    return _together(numbered, (joint,), omissions)


def digest_again(
    briefings: Sequence[Briefing],
    languages: Sequence[Language | None],
    joint: Sequence[Section],
    omissions: Sequence[Omission] = (),
) -> Briefing:
    """Return one briefing of all articles with the sections about all of them that a person left.

    Args:
        briefings: as for `digest`.
        languages: as for `digest`.
        joint: their lines as sentences one by one, with spans that say of which article they are.
        omissions: as for `digest`.
    """
    numbered = [renumbered(briefing, index) for index, briefing in enumerate(briefings)]
    sections = tuple(replace(one, lines=paired(numbered, languages, one.lines)) for one in joint)
    return _together(numbered, sections, omissions)


def _together(
    numbered: Sequence[Briefing], joint: tuple[Section, ...], omissions: Sequence[Omission]
) -> Briefing:
    own = chain.from_iterable(
        (replace(section, article=index) for section in briefing.sections)
        for index, briefing in enumerate(numbered)
    )
    return Briefing(
        articles=tuple(article for briefing in numbered for article in briefing.articles),
        outline=numbered[0].outline,
        sections=(*joint, *own),
        decisions=tuple(decision for briefing in numbered for decision in briefing.decisions),
        notices=tuple(dict.fromkeys(notice for briefing in numbered for notice in briefing.notices)),
        omissions=tuple(omissions),
    )


def _joint_rule(outline: Outline) -> SectionRule:
    """Return what is wanted of all articles together: what is wanted first of each, a line an item."""
    key = outline.summary or outline.without_panels.sections[0].key
    rule = next(rule for rule in outline.sections if rule.key == key)
    return replace(rule, form="bullets")


def _budget(rule: SectionRule, length: Length, articles: int) -> int:
    """Return how many words the joint Summary may have; of articles that are kept whole, a page."""
    kept: Length = "standard" if length == "full" else length
    return rule.words.get(kept, _WORDS) * min(articles, _MOST_SHARES)
