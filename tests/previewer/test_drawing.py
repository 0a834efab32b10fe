"""Pages as pictures, and the contact sheet."""

import io

import pikepdf
import pytest
from PIL import Image

from converter.previewer.drawing import MOST_WIDTH_PX, contact_sheet, page_png


def pdf_of(pages: int, width: float = 595, height: float = 842, drawing: bytes = b"1 0 0 rg 0 0 m") -> bytes:
    """Return a PDF of blank pages."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(width, height)).Contents = pdf.make_stream(drawing)
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


@pytest.mark.parametrize("pages", [1, 2, 3, 4, 5, 7, 12])
def test_a_sheet_shows_every_page_and_is_no_wider_than_it_may_be(pages: int) -> None:
    sheet = opened(contact_sheet(pdf_of(pages), "house", "Ours")).convert("RGB")
    assert sheet.width <= MOST_WIDTH_PX
    white = sum(count for count, color in sheet.getcolors(1 << 24) or () if color == (255, 255, 255))
    width = (
        next(x for x in range(44, sheet.width) if sheet.getpixel((x, sheet.height - 60)) != (255, 255, 255))
        - 44
    )
    assert round(white / (width * width * 842 / 595), 1) == pages


def test_no_more_than_twelve_pages_are_shown() -> None:
    assert contact_sheet(pdf_of(13), "house", "") == contact_sheet(pdf_of(12), "house", "")


def test_the_same_pages_make_the_same_sheet_of_few_colours() -> None:
    sheet = contact_sheet(pdf_of(2), "house", "Ours")
    assert sheet == contact_sheet(pdf_of(2), "house", "Ours")
    assert opened(sheet).mode == "P"


def test_name_and_description_stand_on_the_sheet() -> None:
    sheets = {contact_sheet(pdf_of(1), *words) for words in [("a", ""), ("b", ""), ("a", "c"), ("a", "дом")]}
    assert len(sheets) == 4


def test_a_long_description_takes_further_lines() -> None:
    short, long = (opened(contact_sheet(pdf_of(1), "house", "word " * count)) for count in (2, 60))
    assert long.width == short.width
    assert long.height > short.height


def test_a_landscape_page_is_as_wide_as_its_place() -> None:
    upright, landscape = (
        opened(contact_sheet(pdf_of(2, *size), "house", "")) for size in [(595, 842), (842, 595)]
    )
    assert upright.width == landscape.width
    assert upright.height > landscape.height


def test_a_page_for_the_screen_has_two_pixels_to_the_point() -> None:
    assert opened(page_png(pdf_of(1, 100, 200), 0)).size == (200, 400)
