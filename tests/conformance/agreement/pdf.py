"""The letters of a PDF with their places, sizes and colours, as PDFium finds them."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Letter(NamedTuple):
    """A letter.

    Attributes:
        text: one character.
        page: from 0.
        x: of its origin, in points from the paper's left edge.
        baseline: in points from the paper's upper edge.
        middle: where the middle between its font's ascent and descent lies, likewise.
        size: in points.
        color: as six hexadecimal digits.
    """

    text: str
    page: int
    x: float
    baseline: float
    middle: float
    size: float
    color: str


def letters(data: bytes) -> list[Letter]:
    """Return all letters but spaces, in the order of the pages' content."""
    with pypdfium2.PdfDocument(data) as document:
        return [letter for index in range(len(document)) for letter in _page(document[index], index)]


def _page(page: pypdfium2.PdfPage, number: int) -> Iterator[Letter]:
    text, height = page.get_textpage(), page.get_height()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if not character.isspace() and pdfium.FPDFText_IsGenerated(text, index) == 0:
            yield _letter(text, index, character, number, height)


def _letter(text: pypdfium2.PdfTextPage, index: int, character: str, page: int, height: float) -> Letter:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    size = pdfium.FPDFText_GetFontSize(text, index)
    color = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, index, *color)
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, index))
    ascent, descent = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFFont_GetAscent(font, size, ascent)
    pdfium.FPDFFont_GetDescent(font, size, descent)
    baseline = height - y.value
    return Letter(
        character,
        page,
        x.value,
        baseline,
        baseline - (ascent.value + descent.value) / 2,
        size,
        "".join(f"{channel.value:02X}" for channel in color[:3]),
    )
