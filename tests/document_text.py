"""The words of a document in reading order: what every format must say, in this order.

Left out is what a format makes itself or shows otherwise: list bullets and numbers, paragraph numbers, the
numbers before end-notes, alternative texts, headers and footers.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, assert_never

from converter.model.document import (
    Block,
    BoxBlock,
    ContentsBlock,
    Document,
    FigureBlock,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    NotesBlock,
    PageField,
    Reference,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)

References = Literal["omit", "number"]


def document_lines(
    document: Document, *, references: References = "omit", separator: str = " · "
) -> list[str]:
    """Return one line for each paragraph, heading, list item, table cell, caption and end-note.

    Args:
        document: whose words are wanted.
        references: `omit` leaves them out; `number` puts `[1]` where reference 1 stands.
        separator: between the facts of a title block, which are one line together.
    """
    return [line for block in document.blocks for line in _lines(block, references, separator) if line]


def inline_text(content: Iterable[Inline], references: References = "omit") -> str:
    """Return the words of `content`."""
    return "".join(_inline(inline, references) for inline in content)


def _inline(inline: Inline, references: References) -> str:
    match inline:
        case Text():
            return inline.text
        case Reference():
            return f"[{inline.number}]" if references == "number" else ""
        case PageField():
            return ""
        case _:
            assert_never(inline)


def _lines(block: Block, references: References, separator: str) -> Iterator[str]:
    match block:
        case TitleBlock():
            yield block.label
            yield inline_text(block.title, references)
            yield inline_text(block.subtitle, references)
            yield separator.join(fact.text for fact in block.facts)
        case HeadingBlock() | TextBlock():
            yield inline_text(block.content, references)
        case ListBlock():
            yield from (inline_text(item.content, references) for item in block.items)
        case TableBlock():
            yield inline_text(block.caption, references)
            yield from (inline_text(cell.content, references) for row in block.rows for cell in row)
        case FigureBlock():
            yield inline_text(block.caption, references)
        case BoxBlock():
            yield from (line for inner in block.blocks for line in _lines(inner, references, separator))
        case ContentsBlock():
            yield inline_text(block.heading.content)
            yield from (inline_text(entry.content) for entry in block.entries)
        case MethodBlock():
            yield inline_text(block.heading.content)
            yield from (inline_text(paragraph.content, references) for paragraph in block.paragraphs)
        case NotesBlock():
            yield inline_text(block.heading.content)
            yield from (inline_text(note.content, references) for note in block.notes)
        case _:
            assert_never(block)
