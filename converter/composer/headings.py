"""The article's own headings inside a section: shown where they say more than the section's title."""

import re
from collections.abc import Sequence

from converter.composer.context import Context
from converter.composer.lines import Piece, Run
from converter.model.article import Heading
from converter.model.briefing import Note, Section

_Place = tuple[int, Heading | None]

_WORD = re.compile(r"[^\W\d_]+")
_LINES_PER_HEADING = 2
"""More than one heading in a section needs so many lines under each, on average; else they break it up.

A table, list or note that was taken over whole has need of its heading, and counts for as many.
"""


def section_title(section: Section, context: Context) -> str:
    """Return the title of `section`: a person's, else the outline's, the style's, the language's."""
    key, tag = section.rule.key, context.language.tag
    given = section.title or section.rule.titles.get(tag) or section.rule.titles.get(tag.partition("-")[0])
    if given:
        return given
    known = next((name for name in (key, section.rule.panel or "") if name in context.labels), "")
    return context.labels(known) if known else key.replace("-", " ").capitalize()


def own_headings(
    section: Section, title: str, pieces: Sequence[Piece], context: Context
) -> list[Heading | None]:
    """Return for each of `pieces` the article's heading that is to stand above it.

    None is shown where it would mislead: when the pieces go back to an earlier heading, or leave a heading
    that is shown for text that is not under it.
    """
    nothing: list[Heading | None] = [None] * len(pieces)
    shown = list(nothing)
    # Each place once, in order, with its heading where that says more than the section's title.
    places: dict[_Place, Heading | None] = {}
    last: _Place | None = None
    for index, piece in enumerate(pieces):
        place = _place(piece, context)
        if place is None or place == last:
            continue
        if place in places:
            return nothing
        last = place
        names = _names(section, title, context) if not places else [title]
        places[place] = shown[index] = _telling(place, names, context)
    telling = [heading is not None for heading in places.values()]
    lines = sum(len(piece.lines) if isinstance(piece, Run) else _LINES_PER_HEADING for piece in pieces)
    leaves_one = telling != sorted(telling)
    too_many = sum(telling) > 1 and lines < sum(telling) * _LINES_PER_HEADING
    return nothing if leaves_one or too_many else shown


def _place(piece: Piece, context: Context) -> _Place | None:
    """Return under which heading of which article a piece stands; a person's note stands under none."""
    if isinstance(piece, Note):
        return None
    return piece.article, context.shelves[piece.article].heading(piece.block)


def _names(section: Section, title: str, context: Context) -> list[str]:
    """Return the words by which a section may be called.

    At its beginning a heading of that name only says it again; further on, "Recommendations" below "Risks"
    says where one ends and the other begins.
    """
    return [title, *context.language.headings.get(section.rule.key, ()), *section.rule.cues]


def _telling(place: _Place, names: Sequence[str], context: Context) -> Heading | None:
    """Return the heading of `place`, or `None` when it only says again one of `names`, the title first."""
    article, heading = place
    if heading is None:
        return None
    words = _words(context.shelves[article].cutter.plain(heading.span))
    repeats = set(words) <= set(_words(names[0])) or words in map(_words, names)
    return None if repeats else heading


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
