"""Headers and footers: what other programs find of them."""

from collections import defaultdict
from ctypes import c_uint

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec.structs import replace

from converter.model.document import Document, RunningLine, Text, TitleBlock
from converter.model.style import WHITE, Color, Cover
from converter.writers.pdf import write_pdf
from tests.sample import sample_style
from tests.writers.pdf.documents import document, text

COVER = Cover("page", fill=Color(0x12, 0x35, 0x5B), header=WHITE, footer=WHITE)


def headed() -> Document:
    """Return two pages, the first a title alone, with a header."""
    title = TitleBlock("", (Text("River"),), (), ())
    return replace(document(title, text("ships")), header=RunningLine(right=(Text("GREEN"),)))


def colours_of(data: bytes, wanted: str) -> list[set[str]]:
    """Return the colours in which each page sets `wanted`."""
    found: list[set[str]] = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            letters: dict[str, str] = defaultdict(str)
            words = page.get_textpage()
            for index in range(words.count_chars()):
                red, green, blue, alpha = (c_uint() for _ in range(4))
                # of what stands for ends of lines there is no colour
                pdfium.FPDFText_GetFillColor(words, index, red, green, blue, alpha)
                letters[f"{red.value:02X}{green.value:02X}{blue.value:02X}"] += words.get_text_range(index, 1)
            found.append({color for color, said in letters.items() if wanted in said})
    return found


def test_the_header_on_a_cover_has_a_colour_of_its_own() -> None:
    style = replace(sample_style(), cover=COVER)
    usual = style.text["header"].color.hex
    assert colours_of(write_pdf(headed(), style).data, "GREEN") == [{"FFFFFF"}, {usual}]
    assert colours_of(write_pdf(headed(), sample_style()).data, "GREEN") == [{usual}]
