"""Blocks that a briefing takes over whole: paragraphs, lists, quotations, code, tables, figures."""

import re
from collections.abc import Sequence
from typing import Literal, assert_never

from msgspec import Struct

from converter.composer.context import Context
from converter.composer.places import Shelf
from converter.model.article import (
    Block as SourceBlock,
)
from converter.model.article import Code, Figure, Footnote, Heading, ItemList, Paragraph, Quote, Span, Table
from converter.model.briefing import Whole
from converter.model.document import (
    Block,
    Cell,
    FigureBlock,
    Inline,
    Item,
    ListBlock,
    Record,
    TableBlock,
    Text,
    TextBlock,
)
from converter.model.style import TextRole

# A sign or currency, digits with what groups them, a percent sign or a short unit: "−1,204.5", "€ 3.2m".
_FIGURE = re.compile(r"[^\w\s]{0,2}\s?[^\w\s]?\d[\d.,'’\s:/–-]*[%‰°]?\s?\w{0,3}\)?")
_NOTHING = re.compile(r"[-–—.…\s]*|n/?a", re.IGNORECASE)


class _Excerpt(Struct, frozen=True):
    """A block that is taken over, under one record.

    Attributes:
        shelf: its article.
        record: index of its record.
        reference: what stands behind its last words.
    """

    shelf: Shelf
    record: int
    reference: tuple[Inline, ...]

    def words(self, span: Span) -> tuple[Inline, ...]:
        return self.shelf.cutter.runs(span, self.record)

    def each(self, spans: Sequence[Span]) -> list[tuple[Inline, ...]]:
        """Return the words of each of `spans`, the last with the reference."""
        *others, last = (self.words(span) for span in spans)
        return [*others, (*last, *self.reference)]


def compose_whole(
    whole: Whole, section: str, body: Literal["body", "lead"], context: Context
) -> tuple[Block, ...]:
    """Return a block of the source as it stands there, with its reference behind its last words.

    Args:
        whole: which block.
        section: key of the section it stands in.
        body: role of running text there.
        context: of the composition.
    """
    block = context.shelves[whole.article].block(whole.block)
    excerpt = _excerpt(whole, block, section, context)
    match block:
        case Paragraph() | Heading() | Footnote():
            (content,) = excerpt.each((block.span,))
            return (TextBlock(body, content, context.next_number()),)
        case ItemList():
            contents = excerpt.each([item.span for item in block.items])
            items = tuple(
                Item(content, item.depth, item.number)
                for content, item in zip(contents, block.items, strict=True)
            )
            return (ListBlock(items, list_role(body)),)
        case Quote():
            return tuple(TextBlock("quote", content) for content in excerpt.each(block.paragraphs))
        case Code():
            lines = excerpt.shelf.cutter.runs(block.span, excerpt.record, lines="keep")
            return (TextBlock("code", (*lines, *excerpt.reference)),)
        case Table():
            return (_table(block, excerpt, context),)
        case Figure():
            return (_figure(block, excerpt, context),)
        case _:
            assert_never(block)


def list_role(body: Literal["body", "lead"]) -> TextRole:
    """Return the role of lists among running text of role `body`."""
    return "lead" if body == "lead" else "bullet"


def _excerpt(whole: Whole, block: SourceBlock, section: str, context: Context) -> _Excerpt:
    shelf = context.shelves[whole.article]
    spans = _shown(block)
    text = "\n".join(shelf.article.slice(span) for span in spans)
    record = Record(
        kind="verbatim",
        section=section,
        text=text,
        spans=spans,
        source=shelf.index,
        paragraph=shelf.paragraph(whole.block),
        origin=block.origin,
    )
    return _Excerpt(shelf, context.record(record), context.references.to(shelf.index, whole.block))


def _shown(block: SourceBlock) -> tuple[Span, ...]:
    """Return what is shown of `block`, in the order of the report."""
    match block:
        case ItemList():
            return tuple(item.span for item in block.items)
        case Quote():
            return block.paragraphs
        case Table():
            caption = (block.caption,) if block.caption else ()
            return (*caption, *(cell for row in block.rows for cell in row if cell))
        case _:
            return (block.span,)


def _table(table: Table, excerpt: _Excerpt, context: Context) -> TableBlock:
    figures = [_holds_figures(column, table.header_rows, excerpt) for column in zip(*table.rows, strict=True)]
    # The first column names its rows, also where it does so by years.
    figures[0] = False
    rows = tuple(
        tuple(
            Cell(excerpt.words(cell) if cell else (), "end" if figure else "start")
            for cell, figure in zip(row, figures, strict=True)
        )
        for row in table.rows
    )
    return TableBlock(rows, table.header_rows, _caption(table.caption, "table", excerpt, context))


def _holds_figures(column: Sequence[Span | None], header_rows: int, excerpt: _Excerpt) -> bool:
    texts = [excerpt.shelf.article.slice(cell).strip() for cell in column[header_rows:] if cell]
    told = [text for text in texts if not _NOTHING.fullmatch(text)]
    return bool(told) and all(_FIGURE.fullmatch(text) for text in told)


def _figure(figure: Figure, excerpt: _Excerpt, context: Context) -> Block:
    if figure.image is None:
        return TextBlock("caption", excerpt.each((figure.span,))[0])
    # a picture of which the source says nothing goes by its name
    told = figure.caption or (None if figure.alternative else figure.span)
    caption = _caption(told, "figure", excerpt, context)
    return FigureBlock(figure.image, figure.alternative, caption, excerpt.record)


def _caption(span: Span | None, label: str, excerpt: _Excerpt, context: Context) -> tuple[Inline, ...]:
    """Return the source's caption; where it has none, our word for it, so that a reference has a place."""
    if span:
        return (*excerpt.words(span), *excerpt.reference)
    return (Text(context.labels(label)), *excerpt.reference) if excerpt.reference else ()
