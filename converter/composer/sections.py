"""A section of a briefing → its heading and what stands below it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from converter.composer.blocks import compose_whole, list_role
from converter.composer.context import Context
from converter.composer.digest import compose_article_title, compose_origin
from converter.composer.headings import own_headings, section_title
from converter.composer.lines import Piece, Run, compose_note, compose_run, gather
from converter.composer.places import item_at
from converter.model.article import Heading, ItemList, ListItem, Quote
from converter.model.briefing import GAP, Note, Section, Whole
from converter.model.document import Block, BoxBlock, HeadingBlock, Inline, Item, ListBlock, Text, TextBlock

Place = Literal["first", "opening", "later"]
"""Where a section stands: first in the report, first of an article of a digest, or behind another one."""


def compose_sections(context: Context) -> Iterator[Block]:
    """Yield the blocks of all sections; those of each article of a digest below its title."""
    sections = context.briefing.sections
    for article, group in groupby(sections, key=lambda section: section.article):
        opens: Place = "first"
        if article is not None:
            opens = "opening"
            yield compose_article_title(context.shelves[article], context)
        for index, section in enumerate(group):
            yield from compose_section(section, "later" if index else opens, context)


def compose_section(section: Section, place: Place, context: Context) -> Iterator[Block]:
    """Yield the blocks of `section`; none when it is empty and need not say so.

    The first section of a report is set apart where the style has a box; since it gathers from all over the
    article, as the first one of an article of a digest and every panel do, the article's own headings stand
    in the later ones only.
    """
    pieces = gather(section.lines, section.rule.form, context)
    if not pieces and section.rule.when_empty == "omit":
        return
    title = section_title(section, context)
    yield HeadingBlock(_level(section), (Text(title),), context.anchors.take(*_anchor(section)))
    if not pieces:
        yield TextBlock("empty", (Text(context.labels("empty")),))
    elif place == "later" and not section.rule.panel:
        headings = own_headings(section, title, pieces, context)
        yield from _Setter(section, "body", context).blocks(pieces, headings)
    elif place == "first" and context.style.box:
        yield BoxBlock(tuple(_Setter(section, "lead", context).blocks(pieces, [None] * len(pieces))))
    else:
        yield from _Setter(section, "body", context).blocks(pieces, [None] * len(pieces))


def _level(section: Section) -> Literal[1, 2]:
    """Return the level of a section's heading: in a digest an article's stand below its title."""
    return 1 if section.article is None else 2


def _anchor(section: Section) -> tuple[str, ...]:
    """Return what a section's anchor is made of."""
    own = () if section.article is None else ("article", str(section.article + 1))
    return (*own, section.rule.key)


_DEEPEST = 6
"""Level of the smallest headings of an article."""


class _Setter(Struct, frozen=True):
    """Sets the pieces of one section.

    Attributes:
        section: which.
        body: role of its running text.
        context: of the composition.
    """

    section: Section
    body: Literal["body", "lead"]
    context: Context

    def blocks(self, pieces: Sequence[Piece], headings: Sequence[Heading | None]) -> Iterator[Block]:
        """Yield the blocks of `pieces`, each below the heading that is given for it."""
        start, top = 0, _DEEPEST
        for end in range(1, len(pieces) + 1):
            if (
                end < len(pieces)
                and headings[end] is None
                and self._go_together(pieces[end - 1], pieces[end])
            ):
                continue
            if heading := headings[start]:
                top = min(top, heading.level)
                is_top = heading.level <= top and self.section.article is None
                yield self._heading(heading, 2 if is_top else 3)
            yield from self._stanza(pieces[start:end])
            start = end

    def _go_together(self, before: Piece, after: Piece) -> bool:
        """Tell whether two pieces become items of one list or, with a gap marked, one paragraph."""
        if not (isinstance(before, Run) and isinstance(after, Run)):
            return False
        if self._is_item(before) and self._is_item(after):
            return True
        return before.precedes(after)

    def _is_item(self, run: Run) -> bool:
        block = self.context.shelves[run.article].block(run.block)
        return self.section.rule.form == "bullets" or isinstance(block, ItemList)

    def _heading(self, heading: Heading, level: Literal[2, 3]) -> HeadingBlock:
        shelf = self.context.shelves[heading.span.article]
        anchor = self.context.anchors.take(*_anchor(self.section), shelf.cutter.plain(heading.span))
        return HeadingBlock(level, shelf.cutter.runs(heading.span), anchor)

    def _stanza(self, pieces: Sequence[Piece]) -> tuple[Block, ...]:
        match pieces[0]:
            case Note() as note:
                return (TextBlock("comment", compose_note(note, self.section.rule.key, self.context)),)
            case Whole() as whole:
                return compose_whole(whole, self.section.rule.key, self.body, self.context)
            case Run() as first:
                runs = [run for run in pieces if isinstance(run, Run)]
                return (self._list(runs) if self._is_item(first) else self._paragraph(runs),)

    def _content(self, run: Run) -> tuple[Inline, ...]:
        content = compose_run(run, self.section.rule.key, self.context)
        if self.section.article is None and self.context.briefing.is_digest:
            return (*content, *compose_origin(run, self.context))
        return content

    def _list(self, runs: Sequence[Run]) -> ListBlock:
        """Return a list: bullets where the outline wants them, else items as deep and numbered as found."""
        if self.section.rule.form == "bullets":
            items = tuple(Item(self._content(run), run.depth) for run in runs)
            return ListBlock(items, role=list_role(self.body))
        found = []
        for _, group in groupby(runs, key=lambda run: (run.article, run.block, run.part)):
            parts = list(group)
            source = self._item(parts[0])
            found.append(Item(self._joined(parts), source.depth, source.number))
        least = min(item.depth for item in found)
        lifted = tuple(replace(item, depth=item.depth - least) for item in found)
        return ListBlock(lifted, role=list_role(self.body))

    def _item(self, run: Run) -> ListItem:
        block = self.context.shelves[run.article].block(run.block)
        return item_at(block, run.part.start) if isinstance(block, ItemList) else ListItem(run.part)

    def _paragraph(self, runs: Sequence[Run]) -> TextBlock:
        joined, first = self._joined(runs), runs[0]
        if isinstance(self.context.shelves[first.article].block(first.block), Quote):
            return TextBlock("quote", joined)
        return TextBlock(self.body, joined, self.context.next_number())

    def _joined(self, runs: Sequence[Run]) -> tuple[Inline, ...]:
        """Return the words of `runs`, with each gap between them marked."""
        joined = list(self._content(runs[0]))
        for run in runs[1:]:
            joined += (Text(f" {GAP} "), *self._content(run))
        return tuple(joined)
