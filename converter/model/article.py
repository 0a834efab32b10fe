"""What was read: one canonical text, and blocks that are spans of it.

Offsets count code points of `Article.text`, which is cleaned (`converter.text.clean_text`). What a mark-up
language adds (asterisks, tags, numbering) is not part of that text; it lives in blocks and marks.
"""

from typing import Literal

from msgspec import Struct

from converter.notices import Notice


class Span(Struct, frozen=True, order=True):
    """A stretch of an article's text.

    Attributes:
        start: offset of the first code point.
        end: offset behind the last; `end > start`.
        article: index into `Briefing.articles`; 0 where there is only one.
    """

    start: int
    end: int
    article: int = 0


class Source(Struct, frozen=True):
    """The document that was read, as it came.

    Attributes:
        name: file name without folders, address, or `stdin`.
        media_type: such as `text/markdown`.
        sha256: of the original bytes, 64 hexadecimal digits.
        size_bytes: of the original.
        encoding: by which its bytes became characters; `None` where the format knows better.
    """

    name: str
    media_type: str
    sha256: str
    size_bytes: int
    encoding: str | None = None


class Origin(Struct, frozen=True):
    """Where a block stands in the original.

    Attributes:
        unit: what is counted: lines of a text, pages of a PDF, paragraphs of a Word file.
        number: from 1.
    """

    unit: Literal["line", "page", "paragraph"]
    number: int


class Heading(Struct, frozen=True):
    """A heading of level 1 (below the title) to 6."""

    span: Span
    level: int
    origin: Origin | None = None


class Paragraph(Struct, frozen=True):
    """Running prose."""

    span: Span
    origin: Origin | None = None


class ListItem(Struct, frozen=True):
    """One item of a list.

    Attributes:
        span: its words.
        depth: 0 for the outermost list.
        number: what it is numbered with in the source; `None` where it has a bullet.
    """

    span: Span
    depth: int = 0
    number: int | None = None


class ItemList(Struct, frozen=True):
    """A list; its nested lists are items of greater depth.

    Attributes:
        span: from the first item to the last.
        items: at least one.
        origin: where it begins in the original.
    """

    span: Span
    items: tuple[ListItem, ...]
    origin: Origin | None = None


class Quote(Struct, frozen=True):
    """A block quotation of one or more paragraphs."""

    span: Span
    paragraphs: tuple[Span, ...]
    origin: Origin | None = None


class Code(Struct, frozen=True):
    """Preformatted text; its line ends count."""

    span: Span
    origin: Origin | None = None


class Table(Struct, frozen=True):
    """A table.

    Attributes:
        span: from the first cell to the last, or to the caption.
        rows: cells row by row, all rows of the same length; an empty cell is `None`.
        header_rows: how many rows at the top are headings; 0 or more.
        caption: its caption, if it has one.
        origin: where it begins in the original.
    """

    span: Span
    rows: tuple[tuple[Span | None, ...], ...]
    header_rows: int = 1
    caption: Span | None = None
    origin: Origin | None = None


class Image(Struct, frozen=True):
    """A picture's bytes, PNG or JPEG."""

    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    width_px: int
    height_px: int


class Figure(Struct, frozen=True):
    """A picture.

    Attributes:
        span: its caption, or its alternative text where it has no caption.
        image: the bytes; `None` where they could not be had (a notice says why).
        alternative: text for those who do not see it; empty when the source has none.
        caption: its caption, if it has one.
        origin: where it stands in the original.
    """

    span: Span
    image: Image | None
    alternative: str
    caption: Span | None = None
    origin: Origin | None = None


class Footnote(Struct, frozen=True):
    """A note of the source; `label` is what its references carry."""

    span: Span
    label: str
    origin: Origin | None = None


Block = Heading | Paragraph | ItemList | Quote | Code | Table | Figure | Footnote


class Mark(Struct, frozen=True):
    """A property of a stretch of text inside a block.

    Attributes:
        span: what it covers.
        kind: what it says of it.
        target: the address of a link (already allowed by `safe_link`), the label of a footnote reference,
            the language tag of a foreign run; otherwise empty.
    """

    span: Span
    kind: Literal["link", "strong", "emphasis", "code", "footnote", "language"]
    target: str = ""


class Sentence(Struct, frozen=True):
    """A sentence of a paragraph, quotation or list item.

    Attributes:
        span: without white space at its ends; inside one block.
        block: index into `Article.blocks`.
        number: within its block, from 1.
    """

    span: Span
    block: int
    number: int


class Article(Struct, frozen=True):
    """An article as its readers would see it.

    Attributes:
        source: where it came from.
        text: the canonical text; title, then blocks, parted by blank lines.
        title: its title; `None` when it has none.
        blocks: in reading order, not overlapping; the title is not among them.
        marks: links and emphasis, in order of their starts.
        byline: who wrote it; empty when unknown.
        date: its date, ISO 8601 (`2026-11-23`); empty when unknown.
        language: BCP 47 tag (`en-GB`); empty when it could not be told.
        notices: what was met on the way.
        publisher: who published it, such as a newspaper; empty when it does not say so.
    """

    source: Source
    text: str
    title: Span | None
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    byline: str = ""
    date: str = ""
    language: str = ""
    notices: tuple[Notice, ...] = ()
    publisher: str = ""

    def slice(self, span: Span) -> str:
        """Return the text that `span` covers."""
        return self.text[span.start : span.end]

    def paragraph_number(self, block: int) -> int:
        """Return the number, from 1, that a reader would count for the block with index `block`.

        Headings and footnotes are not counted.
        """
        return sum(not isinstance(b, Heading | Footnote) for b in self.blocks[: block + 1])
