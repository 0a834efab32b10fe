"""The plain body: lines of at most 72 columns, in logical order, with nothing but words and white space.

Headings are underlined; quotations and code are indented. Every line keeps its reference, `[1]`, to the
end-note of that number. Boxes and contents, which are there for the eye, are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

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
from converter.writers.mail.text_table import table_parts
from converter.writers.mail.wording import is_web_address, marking_of, paragraphs_of
from converter.writers.mail.wrapping import COLUMNS, width, wrapped

_INDENT = " " * 4
_UNDERLINES = "==-~"
"""Of headings, by level."""

_SEPARATOR = " · "


def mail_text(document: Document, introduction: str = "") -> str:
    r"""Return `document` as plain text; lines end with `\n`, the last too.

    Args:
        document: the briefing.
        introduction: what a person wrote, plain text; paragraphs are parted by blank lines, lines kept.
    """
    marking = [marking_of(document)] if marking_of(document) else []
    opening = (
        "\n".join(line for words in paragraph for line in wrapped(words))
        for paragraph in paragraphs_of(introduction)
    )
    parts = (part for block in document.blocks for part in _parts(block))
    return "\n\n".join([*marking, *opening, *parts, *marking]) + "\n"


def _parts(block: Block) -> Iterator[str]:  # noqa: C901 - one for each kind
    """Yield what stands between two blank lines, in order."""
    match block:
        case TitleBlock():
            yield from _title(block)
        case HeadingBlock():
            yield _heading(block.content, block.level)
        case TextBlock():
            yield _paragraph(block)
        case ListBlock():
            yield "\n".join(_items(block))
        case TableBlock():
            yield from _table(block)
        case FigureBlock():
            yield from _lines(f"[{block.alternative}]" if block.alternative else "", _words(block.caption))
        case BoxBlock():
            yield from (part for inner in block.blocks for part in _parts(inner))
        case ContentsBlock():
            return
        case MethodBlock():
            yield _heading(block.heading.content, 1)
            yield from map(_paragraph, block.paragraphs)
        case NotesBlock():
            yield _heading(block.heading.content, 1)
            yield "\n".join(_hanging(_words(note.content), f"[{note.number}] ") for note in block.notes)


def _title(block: TitleBlock) -> Iterator[str]:
    yield from _lines(block.label)
    yield _heading(block.title, block.level)
    yield from _lines(_words(block.subtitle), _SEPARATOR.join(fact.text for fact in block.facts))


def _heading(content: Iterable[Inline], level: int) -> str:
    lines = list(wrapped(_words(content)))
    return "\n".join([*lines, _UNDERLINES[level] * min(COLUMNS, max(map(width, lines)))])


def _paragraph(block: TextBlock) -> str:
    words = _words(block.content)
    if block.role == "code":
        return "\n".join((_INDENT + line).rstrip() for line in words.split("\n"))
    if block.number is not None:
        return _hanging(words, f"{block.number}. ")
    indent = _INDENT if block.role == "quote" else ""
    return "\n".join(wrapped(words, indent, indent))


def _items(block: ListBlock) -> Iterator[str]:
    """Yield the items; one of a nested list begins where the text of the item above does."""
    columns = [0]
    for item in block.items:
        depth = min(item.depth, len(columns) - 1)
        marker = "- " if item.number is None else f"{item.number}. "
        columns[depth + 1 :] = [columns[depth] + len(marker)]
        yield _hanging(_words(item.content), " " * columns[depth] + marker)


def _table(block: TableBlock) -> Iterator[str]:
    yield from _lines(_words(block.caption))
    rows = [[_words(cell.content).replace("\n", " ") for cell in row] for row in block.rows]
    yield from table_parts(rows, block.header_rows, [cell.align == "end" for cell in block.rows[-1]])


def _hanging(words: str, marker: str) -> str:
    return "\n".join(wrapped(words, marker, " " * len(marker)))


def _lines(*texts: str) -> Iterator[str]:
    """Yield each text that says something, wrapped."""
    yield from ("\n".join(wrapped(text)) for text in texts if text)


def _words(inlines: Iterable[Inline]) -> str:
    return "".join(
        _linked(list(group), link)
        for link, group in groupby(inlines, lambda inline: inline.link if isinstance(inline, Text) else "")
    )


def _linked(inlines: Sequence[Inline], link: str) -> str:
    """Return words, and behind them where they lead, unless they say so (RFC 3986 appendix C)."""
    words = "".join(map(_said, inlines))
    return f"{words} <{link}>" if is_web_address(link) and link not in words else words


def _said(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Reference():
            return f"[{inline.number}]"
        case PageField():
            return ""
