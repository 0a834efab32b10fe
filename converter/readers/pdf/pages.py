"""A document's pages, one after the other: their words, and what is known of them besides."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

import pypdfium2
from msgspec import Struct, field
from pypdfium2 import raw

from converter.errors import InputError
from converter.limits import LIMITS
from converter.model.article import Image
from converter.readers.pdf import pdfium
from converter.readers.pdf.characters import Word
from converter.readers.pdf.line import Line
from converter.readers.pdf.lines import read_lines
from converter.readers.pdf.links import put_links
from converter.readers.pdf.pictures import load, placed_images
from converter.readers.pdf.structure import Element, read_structure
from converter.readers.pdf.words import PageWords, read_words

_UNREADABLE = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_BULLETS = re.compile("[\uf0a7\uf0a8\uf0b7\uf0d8\uf076\uf0fc\uf02d]")
_COVERS = 0.5
"""Share of a page that a picture covers when the page is a scan."""


class PageContent(Struct):
    """What stands on a page.

    Attributes:
        lines: that a reader sees, in the direction of most of them.
        turned: words in another direction.
        width: in points.
        height: likewise.
        hidden: how many words nobody sees.
        pictures: how many there are, small ones aside.
        scanned: it holds a picture, or drawings, and no text.
        unreadable: how many characters its fonts give no letter for.
        characters: how many there are.
        structure: its tags, if it has any.
        images: those that the tags describe, by their marked content.
    """

    lines: list[Line] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)
    width: float = 1.0
    height: float = 1.0
    hidden: int = 0
    pictures: int = 0
    scanned: bool = False
    unreadable: int = 0
    characters: int = 0
    structure: Element | None = None
    images: dict[int, Image] = field(default_factory=dict)


@contextmanager
def open_page(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage | None]:
    """Yield a page, `None` if it is damaged, and close it."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield page
    finally:
        page.close()


def read_page(page: pypdfium2.PdfPage, index: int, where: str, *, tagged: bool = False) -> PageContent:
    """Return what stands on the page with that index, with its tags if the document is `tagged`.

    Raises:
        InputError: `pdf-too-long` if a page holds more than anybody reads.
    """
    text_page = raw.FPDFText_LoadPage(page.raw)
    if not text_page:
        return PageContent(scanned=True)
    try:
        if pdfium.count_chars(pdfium.address(text_page)) > LIMITS.pdf_page_characters:
            raise InputError(
                "pdf-too-long",
                f"has a page of more than {LIMITS.pdf_page_characters} characters",
                where=where,
                remedy="print the article alone to a PDF",
            )
        box = page.get_bbox()
        found = read_words(pdfium.address(text_page), box)
    finally:
        raw.FPDFText_ClosePage(text_page)
    put_links(page, found.upright, box)
    content = _content(page, index, found)
    if tagged:
        content.structure = read_structure(page)
        content.images = _described_images(page, content.structure)
    return content


def _described_images(page: pypdfium2.PdfPage, structure: Element | None) -> dict[int, Image]:
    """Return the pictures for which there are words, by their marked content."""
    described = {
        child
        for element in (structure.walk() if structure else ())
        if element.kind == "Figure"
        for child in element.numbers
    }
    images: dict[int, Image] = {}
    for placed in placed_images(page) if described else ():
        if placed.mcid in described and placed.mcid not in images and (image := load(page, placed)):
            images[placed.mcid] = image
    return images


def _content(page: pypdfium2.PdfPage, index: int, found: PageWords) -> PageContent:
    content = PageContent([], found.turned, found.width, found.height)
    words = found.upright
    images = list(placed_images(page))
    content.pictures = len(images)
    area = found.width * found.height
    if found.invisible and not found.upright and any(image.area > _COVERS * area for image in images):
        # A scan with its recognised text behind it
        words = found.invisible
        content.pictures = 0
    else:
        content.hidden = len(found.invisible)
    for word in chain(words, content.turned):
        content.characters += len(word.text)
        if not word.text.isascii() and (lost := _UNREADABLE.findall(_BULLETS.sub("", word.text))):
            content.unreadable += len(lost)
    content.scanned = not words and not content.turned and _is_drawn(page)
    content.lines = read_lines(words, index)
    return content


def _is_drawn(page: pypdfium2.PdfPage) -> bool:
    """Say whether anything at all is drawn on a page."""
    return bool(raw.FPDFPage_CountObjects(page.raw) > 0)
