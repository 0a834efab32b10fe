"""A person's own words, given with the call: notes in the sections that they are for."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.configuration import Settings
from converter.errors import UsageError
from converter.model.briefing import Briefing, Note, Section
from converter.model.language import Language
from converter.pipeline.drafting import Draft
from converter.suggestions import suggest
from converter.text import plain

_PLACED = re.compile(r"(?:(?P<article>[^/:]{1,200})/)?(?P<section>[^/:]{1,60}):\s+(?P<text>\S.*)", re.DOTALL)
"""A note that says where it belongs: `Implications: …`, or in a digest `2/Implications: …`."""


class _Placed(Struct, frozen=True):
    """A note with its place: the key of its section, and in a digest the article that it is about, if one."""

    note: Note
    key: str
    article: int | None


def with_notes(draft: Draft, settings: Settings, language: Language) -> Briefing:
    """Return the briefing of `draft` with the notes that `settings` hold, each at the end of its section.

    A note without a place of its own goes where `settings.section` says, else into the last section; in a
    digest these are the sections about all articles, of which one is made where there is none.

    Args:
        draft: read and outlined.
        settings: with notes, their section and their author.
        language: of the report, in whose words a section may be named.

    Raises:
        UsageError: `section-unknown`, `note-article`.
    """
    briefing = draft.briefing
    for text in settings.notes:
        placed = _placed(text, draft, settings, language)
        sections = tuple(_sections(briefing, placed))
        briefing = replace(briefing, sections=sections)
    return briefing


def _placed(text: str, draft: Draft, settings: Settings, language: Language) -> _Placed:
    briefing, author = draft.briefing, settings.by or settings.author
    keys = _keys(briefing, language)
    found = _PLACED.fullmatch(text.strip())
    if found and (key := keys.get(found["section"].strip().casefold())):
        article = _article(found["article"], draft) if found["article"] else None
        return _Placed(Note(found["text"], author), key, article)
    own = [section.rule for section in briefing.sections if section.article is None]
    shared = [rule.key for rule in own if not rule.panel] or [rule.key for rule in own]
    if not settings.section:
        return _Placed(Note(text, author), shared[-1], None)
    if found_key := keys.get(settings.section.casefold()):
        return _Placed(Note(text, author), found_key, None)
    what = f"the report has no section {settings.section!r}"
    raise UsageError(
        "section-unknown",
        what,
        where="--section",
        remedy=suggest(settings.section, tuple(dict.fromkeys(keys.values()))),
    )


def _keys(briefing: Briefing, language: Language) -> dict[str, str]:
    """Return the keys of sections by all that they may be called, case folded."""
    shown = {section.rule.key: section for section in briefing.sections}
    if briefing.is_digest:
        shown |= {rule.key: Section(rule, ()) for rule in briefing.outline.sections if rule.key not in shown}
    names: dict[str, str] = {}
    for key, section in shown.items():
        titles = (language.labels.get(key, ""), section.title, *section.rule.titles.values(), key)
        names |= {title.casefold(): key for title in titles if title}
    return names


def _article(name: str, draft: Draft) -> int:
    """Return the index of the article that a note names by its number in the digest, or its file.

    Raises:
        UsageError: `note-article`.
    """
    names = [plain(part.briefing.articles[0].source.name) for part in draft.parts]
    number = int(name) if name.isdecimal() else 0
    if 0 < number <= len(names):
        return number - 1
    if name in names:
        return names.index(name)
    raise UsageError(
        "note-article",
        f"there is no article {name!r} in this report",
        where="--note",
        remedy=f"name its number, from 1 to {len(names)}, or its file" if names else "leave it out",
    )


def _sections(briefing: Briefing, placed: _Placed) -> Iterator[Section]:
    """Yield the sections with the note in its place."""
    own = [section for section in briefing.sections if section.article == placed.article]
    if any(section.rule.key == placed.key for section in own):
        for section in briefing.sections:
            is_its = section.article == placed.article and section.rule.key == placed.key
            yield replace(section, lines=(*section.lines, placed.note)) if is_its else section
        return
    order = [rule.key for rule in briefing.outline.sections]
    rule = next(rule for rule in briefing.outline.sections if rule.key == placed.key)
    made = Section(rule, (placed.note,), article=placed.article)
    before = [section for section in own if order.index(section.rule.key) < order.index(placed.key)]
    at = _place_behind(briefing.sections, before, own)
    yield from (*briefing.sections[:at], made, *briefing.sections[at:])


def _place_behind(sections: Sequence[Section], before: Sequence[Section], own: Sequence[Section]) -> int:
    """Return where a section belongs that stands behind `before` and among `own`."""
    if before:
        return sections.index(before[-1]) + 1
    return sections.index(own[0]) if own else len(sections)
