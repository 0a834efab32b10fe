"""PDF: by its tags where they are of use, else by where text stands and how it looks."""

from collections.abc import Iterable, Sequence

import pypdfium2
from pypdfium2 import raw

from converter.errors import InputError
from converter.model.article import Article, Figure
from converter.readers.builder import ArticleBuilder
from converter.readers.facts import Facts, dateline_date, read_byline
from converter.readers.original import Original
from converter.readers.pdf.blocks import Block, Text, hand_over, same_words
from converter.readers.pdf.document import open_document
from converter.readers.pdf.layout import Layout, lay_out
from converter.readers.pdf.metadata import Metadata, read_metadata
from converter.readers.pdf.pages import PageContent, open_page, read_page
from converter.readers.pdf.tagged import are_useful, read_tags

_MEDIA_TYPE = "application/pdf"
_HOPELESS = 0.3
"""Share of characters without a letter from which on a document has no text to speak of."""

_NEAR_HEAD = 4
_MOST_NAMED = 12


def read_pdf(original: Original, encoding: str) -> Article:  # noqa: ARG001 - a PDF's fonts know better
    """Return the article in a PDF; see `converter.readers.Reader`.

    Raises:
        InputError: `input-broken`, `input-encrypted`, `input-empty`, `pdf-no-text`, `pdf-too-long`.
    """
    with open_document(original) as document:
        metadata = read_metadata(document, original.name)
        pages, damaged = _pages(document, original.name)
    _check(pages, original.name)
    builder = ArticleBuilder(original.source(_MEDIA_TYPE))
    layout = read_tags(pages) if are_useful(pages) else lay_out(pages)
    blocks = layout.blocks
    _put_title(builder, layout, metadata)
    facts = _take_byline(blocks, metadata.author)
    hand_over(blocks, builder)
    _tell(builder, pages, damaged, layout.running)
    return builder.build(
        byline=facts.byline or metadata.author,
        date=facts.date or metadata.date,
        language=metadata.language,
    )


def _pages(document: pypdfium2.PdfDocument, name: str) -> tuple[list[PageContent], list[int]]:
    """Return all pages, and the numbers of the damaged ones."""
    pages: list[PageContent] = []
    damaged: list[int] = []
    tagged = bool(raw.FPDFCatalog_IsTagged(document.raw))
    for index in range(len(document)):
        with open_page(document, index) as page:
            if page is None:
                damaged.append(index + 1)
                pages.append(PageContent())
            else:
                pages.append(read_page(page, index, name, tagged=tagged))
    if len(damaged) == len(pages):
        raise InputError(
            "input-broken",
            "is damaged: none of its pages can be read",
            where=name,
            remedy="fetch it anew, or try to mend it, as with: qpdf FILE mended.pdf",
        )
    return pages, damaged


def _check(pages: Iterable[PageContent], name: str) -> None:
    """Refuse a document without text that could be read."""
    pages = list(pages)
    characters = sum(page.characters for page in pages)
    if not characters and not any(page.scanned for page in pages):
        raise InputError(
            "input-empty", "there are no words in it", where=name, remedy="check that it was saved"
        )
    if not characters:
        raise InputError(
            "pdf-no-text",
            "has no text layer: its pages are pictures, as from a scanner",
            where=name,
            remedy="recognise its text first, as with: ocrmypdf FILE out.pdf",
        )
    if sum(page.unreadable for page in pages) > _HOPELESS * characters:
        raise InputError(
            "pdf-no-text",
            "has no text that can be read: its fonts do not say which letters they draw",
            where=name,
            remedy="recognise its text anew, as with: ocrmypdf --force-ocr FILE out.pdf",
        )


def _put_title(builder: ArticleBuilder, layout: Layout, metadata: Metadata) -> None:
    """Take the title out of the blocks: what the metadata call so, else the largest on the first page."""
    blocks, title = layout.blocks, layout.title
    first = [block for block in blocks if isinstance(block, Text) and block.page == 0]
    shown = next((block for block in first if same_words(block.text, metadata.title)), None)
    if title and (layout.sure or not metadata.title or title.text in metadata.title):
        shown = title
    if shown:
        blocks.remove(shown)
        builder.title(shown.runs)
    elif metadata.title:
        builder.title(metadata.title)
    if title and title is not shown:
        _lower_headings(blocks, title)


def _lower_headings(blocks: Iterable[Block], highest: Text) -> None:
    """Make room for a heading above all others."""
    for block in blocks:
        if isinstance(block, Text) and block.kind == "heading" and block is not highest:
            block.level += 1


def _take_byline(blocks: list[Block], author: str) -> Facts:
    """Take out of `blocks` what, near the head, says nothing but who wrote the text, and when."""
    facts = Facts()
    for block in blocks[:_NEAR_HEAD]:
        if isinstance(block, Text) and block.kind == "paragraph":
            words = block.text.strip()
            told = Facts(byline=author) if author and words == author else read_byline(words)
            if told and len(blocks) > 1:
                blocks.remove(block)
                facts |= told
            elif not facts.date:
                facts |= Facts(date=dateline_date(block.text))
    return facts


def _tell(
    builder: ArticleBuilder, pages: Sequence[PageContent], damaged: Sequence[int], running: Sequence[str]
) -> None:
    """Add notices about all that was not taken over."""
    if damaged:
        builder.notice("pdf-pages-damaged", f"pages that are damaged were left out: {_numbers(damaged)}")
    scanned = [index for index, page in enumerate(pages, 1) if page.scanned]
    if scanned:
        what = f"pages without a text layer were left out: {_numbers(scanned)}; ocrmypdf --skip-text adds one"
        builder.notice("pdf-pages-without-text", what)
    if running:
        said = "; ".join(running[:_MOST_NAMED]) + ("; …" if len(running) > _MOST_NAMED else "")
        builder.notice("pdf-running-lines", f"headers and footers of pages were left out: {said}")
    if hidden := sum(page.hidden for page in pages):
        builder.notice("pdf-hidden-text", f"words that no reader of the PDF sees were left out: {hidden}")
    if unreadable := sum(page.unreadable for page in pages):
        what = f"characters whose fonts do not say which letters they are may be wrong: {unreadable}"
        builder.notice("pdf-unreadable-letters", what)
    shown = sum(isinstance(block, Figure) and block.image is not None for block in builder.blocks)
    if (pictures := sum(page.pictures for page in pages) - shown) > 0:
        builder.notice("images-left-out", f"pictures of the PDF were left out: {pictures}")


def _numbers(numbers: Sequence[int]) -> str:
    """Return numbers in order, neighbours as a range."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in ranges)
