"""Reading from a string, and blocks as plain tuples, for the tests of the readers."""

from collections.abc import Sequence
from itertools import pairwise

from converter.model.article import (
    Article,
    Block,
    Code,
    Figure,
    Footnote,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
)
from converter.readers.markdown import read_markdown
from converter.readers.original import Original
from converter.readers.text import read_text
from converter.text import clean_text, collapse

Shape = tuple[object, ...]


def from_text(text: str) -> Article:
    """Return the article that the plain text `text` is read as."""
    return read_text(Original(text.encode("utf-8", "surrogatepass"), "sample.txt"), "")


def from_markdown(text: str) -> Article:
    """Return the article that the Markdown `text` is read as."""
    return read_markdown(Original(text.encode("utf-8", "surrogatepass"), "sample.md"), "")


def title(article: Article) -> str:
    """Return the title, or nothing."""
    return article.slice(article.title) if article.title else ""


def shapes(article: Article) -> list[Shape]:
    """Return the blocks: name, what it has of its own, text."""
    return [shape(article, block) for block in article.blocks]


def shape(article: Article, block: Block) -> Shape:  # noqa: PLR0911 - one for each kind of block
    """Return one block as a tuple."""
    text = article.slice(block.span)
    match block:
        case Heading(level=level):
            return "heading", level, text
        case Paragraph():
            return "paragraph", text
        case ItemList(items=items):
            return "list", *(_item(article, item) for item in items)
        case Quote(paragraphs=paragraphs):
            return "quote", *map(article.slice, paragraphs)
        case Code():
            return "code", text
        case Table(rows=rows, header_rows=header_rows):
            return (
                "table",
                header_rows,
                *(tuple(cell and article.slice(cell) for cell in row) for row in rows),
            )
        case Figure(alternative=alternative, caption=caption):
            return "figure", alternative, caption and article.slice(caption), text
        case Footnote(label=label):
            return "footnote", label, text


def _item(article: Article, item: ListItem) -> str:
    marker = "-" if item.number is None else f"{item.number}."
    return f"{'  ' * item.depth}{marker} {article.slice(item.span)}"


def marks(article: Article) -> list[tuple[str, str, str]]:
    """Return the marks: kind, what they cover, target."""
    return [(mark.kind, article.slice(mark.span), mark.target) for mark in article.marks]


def codes(article: Article) -> list[str]:
    """Return the codes of the notices."""
    return [notice.code for notice in article.notices]


def lines(article: Article) -> list[int | None]:
    """Return the line of the original at which each block begins."""
    return [block.origin.number if block.origin else None for block in article.blocks]


def inner_spans(block: Block) -> Sequence[Span]:
    """Return the spans of a block's parts, or its own where it has no parts."""
    match block:
        case ItemList(items=items):
            return [item.span for item in items]
        case Quote(paragraphs=paragraphs):
            return paragraphs
        case Table(rows=rows, caption=caption):
            cells = [cell for row in rows for cell in row if cell]
            return [*cells, caption] if caption else cells
    return [block.span]


def check(article: Article) -> None:
    """Assert what every reader owes the other rooms."""
    text = article.text
    assert clean_text(text).text == text
    spans = [block.span for block in article.blocks]
    whole = [article.title, *spans] if article.title else spans
    assert all(first.end < second.start for first, second in pairwise(whole))
    assert all(text[first.end : second.start] == "\n\n" for first, second in pairwise(whole))
    assert not whole or (whole[0].start, whole[-1].end) == (0, len(text))
    for block in article.blocks:
        inner = inner_spans(block)
        assert block.span.start == inner[0].start
        assert block.span.end == inner[-1].end
        assert all(first.end < second.start for first, second in pairwise(inner))
        for span in inner:
            part = article.slice(span)
            assert part
            assert isinstance(block, Code) or collapse(part) == part
        assert block.origin is None or block.origin.number >= 1
    for mark in article.marks:
        assert any(span.start <= mark.span.start < mark.span.end <= span.end for span in whole)
