"""What an article's own headings say about the text under them.

A heading announces a section when it holds one of that section's cues: words of the language file, of the
outline, or the section's own title. "Background and Strategic Foundations" announces the background. What
a heading announces holds for the headings below it, unless they announce something else. Where none of the
headings above a text announces anything, its position and its words decide.
"""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from converter.model.article import Article, Heading, Sentence
from converter.model.language import Language
from converter.model.outline import ROLES, Outline, Role, SectionRule
from converter.outliner.remembering import remembered
from converter.outliner.words import Phrases, words

LEAD_CHARACTERS = 700
"""A text of so many before the first heading is a lead, however short the rest is."""

ASIDE = "aside"
"""The key of headings in the language file under which nothing serves a section."""


class Announcement(Struct, frozen=True):
    """What the text under a heading is for.

    Attributes:
        role: what it does in the article; `None` where the section takes any role.
        section: key of the section; empty when the outline has none of that name and the role decides.
        heading: the words of the heading; empty for the lead of an article whose headings announce the rest.
        aside: whether it serves no section: contacts, references, a disclaimer.
    """

    role: Role | None
    section: str
    heading: str
    aside: bool = False


def announcements(
    article: Article, wanted: Outline, language: Language | None
) -> tuple[Announcement | None, ...]:
    """Return for each block what the headings above it announce; `None` where they say nothing."""
    cues = _cues(wanted.sections, language)
    found: list[Announcement | None] = []
    above: list[tuple[int, Announcement | None]] = []
    for block in article.blocks:
        if isinstance(block, Heading):
            while above and above[-1][0] >= block.level:
                above.pop()
            inherited = above[-1][1] if above else None
            above.append((block.level, cues.announced(article.slice(block.span)) or inherited))
        found.append(above[-1][1] if above else None)
    return _with_lead(article, wanted, found)


def stretches(article: Article) -> list[int]:
    """Return for each block the number of the heading that it stands under; 0 before the first."""
    return list(accumulate(isinstance(block, Heading) for block in article.blocks))


def announced_lead(sentences: Sequence[Sentence], announced: Sequence[Announcement | None]) -> bool:
    """Tell whether the article begins with what headings make its summary."""
    first = announced[sentences[0].block] if sentences else None
    return first is not None and first.role == "summary"


class _Cues:
    """The words by which headings announce a section or a role; the outline's go before the language's."""

    def __init__(self, rules: Sequence[SectionRule], language: Language | None) -> None:
        self._rules = rules
        self._own = Phrases({rule.key: [*rule.cues, *rule.titles.values()] for rule in rules})
        labels, headings = (language.labels, language.headings) if language else ({}, {})
        keys = dict.fromkeys((*(rule.key for rule in rules), *ROLES, ASIDE))
        self._common = Phrases({key: [*headings.get(key, ()), *_given(labels.get(key))] for key in keys})

    def announced(self, heading: str) -> Announcement | None:
        """Return what `heading` announces: the cue that stands first in it counts, then the longest."""
        of_heading = words(heading)
        finds = [(at, 0, -len(phrase), key) for at, phrase, key in self._own.find(of_heading)]
        finds += [(at, 1, -len(phrase), key) for at, phrase, key in self._common.find(of_heading)]
        if not finds:
            return None
        first = min(finds)[:3]
        keys = {key for *place, key in finds if tuple(place) == first}
        if ASIDE in keys:
            return Announcement(None, "", heading, aside=True)
        rule = next((rule for rule in self._rules if rule.key in keys), None)
        if rule:
            return Announcement(_role_of(rule), rule.key, heading)
        return next((Announcement(role, "", heading) for role in ROLES if role in keys), None)


@remembered
def _cues(rules: tuple[SectionRule, ...], language: Language | None) -> _Cues:
    return _Cues(rules, language)


def _given(label: str | None) -> tuple[str, ...]:
    return (label,) if label else ()


def _role_of(rule: SectionRule) -> Role | None:
    return rule.roles[0] if rule.roles else next((role for role in ROLES if role == rule.key), None)


def _with_lead(
    article: Article, wanted: Outline, found: list[Announcement | None]
) -> tuple[Announcement | None, ...]:
    """Let the lead before the first heading be the summary when headings announce only other roles.

    A lead is no longer than what follows it, or no longer than a paragraph or two.
    """
    roles = {announcement.role for announcement in found if announcement}
    first = next((index for index, block in enumerate(article.blocks) if isinstance(block, Heading)), 0)
    if not first or not roles - {None} or "summary" in roles:
        return tuple(found)
    heading = article.blocks[first].span.start
    lead, rest = heading - article.blocks[0].span.start, article.blocks[-1].span.end - heading
    if lead > max(rest, LEAD_CHARACTERS):
        return tuple(found)
    return (*(Announcement("summary", wanted.summary, ""),) * first, *found[first:])
