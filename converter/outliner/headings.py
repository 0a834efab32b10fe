"""What an article's own headings say about the text under them.

A heading announces a section when it holds one of that section's cues: words of the language file, of the
outline, or the section's own title. "Background and Strategic Foundations" announces the background. What
a heading announces holds for the headings below it, unless they announce something else. Where none of the
headings above a text announces anything, its position and its words decide.
"""

from dataclasses import dataclass

from converter.model.article import Article, Heading
from converter.model.language import Language
from converter.model.outline import ROLES, Outline, Role, SectionRule
from converter.outliner.words import Phrases, words


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the text under a heading is for.

    Attributes:
        role: what it does in the article; `None` where the section takes any role.
        section: key of the section; empty when the outline has none of that name and the role decides.
        heading: the words of the heading; empty for the lead of an article whose headings announce the rest.
    """

    role: Role | None
    section: str
    heading: str


def announcements(
    article: Article, wanted: Outline, language: Language | None
) -> tuple[Announcement | None, ...]:
    """Return for each block what the headings above it announce; `None` where they say nothing."""
    cues = Phrases(_cues(wanted, language))
    found: list[Announcement | None] = []
    above: list[tuple[int, Announcement | None]] = []
    for block in article.blocks:
        if isinstance(block, Heading):
            while above and above[-1][0] >= block.level:
                above.pop()
            inherited = above[-1][1] if above else None
            above.append((block.level, _announced(article.slice(block.span), cues, wanted) or inherited))
        found.append(above[-1][1] if above else None)
    return _with_lead(article, wanted, found)


def _cues(wanted: Outline, language: Language | None) -> dict[str, list[str]]:
    """Return section key or role → its cues; the sections that are wanted first."""
    cues = {rule.key: [*rule.cues, *rule.titles.values()] for rule in wanted.sections}
    if language:
        for key in (*cues, *(role for role in ROLES if role not in cues)):
            label = [language.labels[key]] if key in language.labels else []
            cues.setdefault(key, []).extend([*language.headings.get(key, ()), *label])
    return cues


def _announced(heading: str, cues: Phrases, wanted: Outline) -> Announcement | None:
    """Return what `heading` announces: the cue that stands first in it counts, the longest where two do."""
    finds = cues.find(words(heading))
    if not finds:
        return None
    position = finds[0][0]
    longest = max(len(phrase) for at, phrase, _ in finds if at == position)
    keys = {key for at, phrase, key in finds if at == position and len(phrase) == longest}
    for rule in wanted.sections:
        if rule.key in keys:
            return Announcement(_role_of(rule), rule.key, heading)
    return next((Announcement(role, "", heading) for role in ROLES if role in keys), None)


def _role_of(rule: SectionRule) -> Role | None:
    return rule.roles[0] if rule.roles else next((role for role in ROLES if role == rule.key), None)


def _with_lead(
    article: Article, wanted: Outline, found: list[Announcement | None]
) -> tuple[Announcement | None, ...]:
    """Let the lead before the first heading be the summary when headings announce only other roles.

    A lead is no longer than what follows it.
    """
    roles = {announcement.role for announcement in found if announcement}
    first = next((index for index, block in enumerate(article.blocks) if isinstance(block, Heading)), 0)
    if not first or not roles - {None} or "summary" in roles:
        return tuple(found)
    heading = article.blocks[first].span.start
    if heading - article.blocks[0].span.start > article.blocks[-1].span.end - heading:
        return tuple(found)
    section = next((rule.key for rule in wanted.sections if rule.roles[:1] == ("summary",)), "")
    return (*(Announcement("summary", section, ""),) * first, *found[first:])
