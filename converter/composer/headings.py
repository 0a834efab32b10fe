"""The article's own headings inside a section: shown where they say more than the section's title."""

import re
from collections.abc import Sequence

from converter.composer.context import Context
from converter.composer.lines import Piece, Run
from converter.model.article import Heading
from converter.model.briefing import Note, Section

_WORD = re.compile(r"[^\W\d_]+")
_LINES_PER_HEADING = 2
"""More than one heading in a section needs so many lines under each, on average; else they break it up."""


def section_title(section: Section, context: Context) -> str:
    """Return the title of `section`: a person's, else the outline's, the style's, the language's."""
    key, tag = section.rule.key, context.language.tag
    given = section.title or section.rule.titles.get(tag) or section.rule.titles.get(tag.partition("-")[0])
    if given:
        return given
    return context.labels(key) if key in context.labels else key.replace("-", " ").capitalize()


def own_headings(
    section: Section, title: str, pieces: Sequence[Piece], context: Context
) -> list[Heading | None]:
    """Return for each of `pieces` the article's heading that is to stand above it.

    None is shown where it would mislead: when the pieces go back to an earlier heading, or leave a heading
    that is shown for text that is not under it.
    """
    nothing: list[Heading | None] = [None] * len(pieces)
    above = [_heading_over(piece, context) for piece in pieces]
    order: list[tuple[int, Heading | None]] = []
    shown = list(nothing)
    for index, place in enumerate(above):
        if place is None or (order and order[-1] == place):
            continue
        if place in order:
            return nothing
        order.append(place)
        shown[index] = _telling(place, section, title, context)
    if _leaves_a_shown_heading(order, shown):
        return nothing
    headings = sum(heading is not None for heading in shown)
    lines = sum(len(piece.lines) if isinstance(piece, Run) else 1 for piece in pieces)
    return nothing if headings > 1 and lines < headings * _LINES_PER_HEADING else shown


def _heading_over(piece: Piece, context: Context) -> tuple[int, Heading | None] | None:
    if isinstance(piece, Note):
        return None
    return piece.article, context.shelves[piece.article].heading(piece.block)


def _leaves_a_shown_heading(
    order: Sequence[tuple[int, Heading | None]], shown: Sequence[Heading | None]
) -> bool:
    told = {id(heading) for heading in shown if heading}
    first = next((i for i, (_, heading) in enumerate(order) if id(heading) in told), len(order))
    return any(id(heading) not in told for _, heading in order[first:])


def _telling(
    place: tuple[int, Heading | None], section: Section, title: str, context: Context
) -> Heading | None:
    """Return the heading of `place`, or `None` when it only says again what the section's title says."""
    article, heading = place
    if heading is None:
        return None
    words = _words(context.shelves[article].cutter.plain(heading.span))
    cues = (*context.language.headings.get(section.rule.key, ()), *section.rule.cues)
    repeats = set(words) <= set(_words(title)) or words in map(_words, cues)
    return None if repeats else heading


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
