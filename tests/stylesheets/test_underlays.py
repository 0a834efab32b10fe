"""Files that may lie under a page, and what is drawn of them."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from converter.errors import InputError
from converter.limits import LIMITS
from converter.stylesheets.underlays import (
    PageSheet,
    UnderlayError,
    drawn,
    picture_excess,
    read_limited,
    sheets_of,
)
from tests.hostile.making import endless_page, progressive
from tests.hostile.making import picture as black
from tests.limited import limited
from tests.sheets import A4_PT, BLUE, RED, opened, pdf, picture


def test_a_pdf_has_its_first_two_pages_as_sheets() -> None:
    sheets = sheets_of(pdf(RED, BLUE, RED))
    assert [str(sheet) for sheet in sheets] == ["210 x 297 mm"] * 2
    assert (sheets[0].width, sheets[0].height) == pytest.approx(A4_PT, abs=0.01)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_one_sheet(kind: str) -> None:
    assert sheets_of(picture(kind, (210, 297))) == [PageSheet(210, 297, "pixels")]
    assert str(sheets_of(picture(kind, (210, 297)))[0]) == "210 x 297 pixels"


def test_a_picture_that_was_held_sideways_is_as_it_is_seen() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = picture("JPEG", (297, 210), exif=exif)
    assert sheets_of(data) == [PageSheet(210, 297, "pixels")]
    assert opened(drawn(data, 0, 72)).size == (210, 297)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"hello", "is not a PDF, PNG or JPEG file"),
        (b"", "is not a PDF, PNG or JPEG file"),
        (b"%PDF-1.7 and nothing", "is not a PDF, or is damaged"),
        (pdf(RED, locked="x"), "needs a password"),
        (picture("PNG")[:20], "is damaged"),
        (b"\xff\xd8\xff\xe0", "is damaged"),
        (picture("PNG", (7000, 6000), "1", 0), "has more than 40 million pixels"),
        (progressive(64, 64, 501), "is told in more than 500 scans"),
    ],
)
def test_what_cannot_lie_under_a_page_is_told(data: bytes, what: str) -> None:
    with pytest.raises(UnderlayError) as caught:
        sheets_of(data)
    assert caught.value.what == what


def test_files_are_read_within_limits(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(LIMITS.input_bytes + 1)
    with pytest.raises(UnderlayError, match="larger than 50 MB"):
        read_limited(path)
    with pytest.raises(UnderlayError, match="cannot be read"):
        read_limited(tmp_path)


def test_a_page_is_drawn_in_colour_with_a_palette() -> None:
    sheet = opened(drawn(pdf(RED, BLUE), 1, 72))
    assert (sheet.format, sheet.mode, sheet.size) == ("PNG", "P", (596, 842))
    colors = sheet.convert("RGB")
    assert (colors.getpixel((10, 10)), colors.getpixel((10, 400))) == (BLUE, (255, 255, 255))


def test_a_page_without_colours_is_grey() -> None:
    assert opened(drawn(pdf((90, 90, 90)), 0, 30)).mode == "L"


def test_many_colours_are_kept() -> None:
    fine = Image.effect_mandelbrot((300, 300), (-2, -1.5, 1, 1.5), 100)
    many = Image.merge("RGB", (fine, fine.rotate(90), fine.rotate(180)))
    many.putalpha(Image.new("L", many.size, 255))
    file = BytesIO()
    many.save(file, "PNG")
    sheet = opened(drawn(file.getvalue(), 0, 72))
    assert sheet.mode == "RGB"
    assert sheet.tobytes() == many.convert("RGB").tobytes()


def test_what_is_transparent_is_white() -> None:
    sheet = opened(drawn(picture("PNG", mode="RGBA", color=(255, 0, 0, 0)), 0, 72))
    assert sheet.getpixel((0, 0)) == 255


def test_a_jpeg_stays_as_it_is_where_every_program_reads_its_colours() -> None:
    plain, cmyk = picture("JPEG"), picture("JPEG", mode="CMYK", color=(0, 255, 255, 0))
    assert drawn(plain, 0, 72) == plain
    assert drawn(cmyk, 0, 72).startswith(b"\x89PNG")


def test_the_same_file_is_drawn_once() -> None:
    data = pdf(RED)
    assert drawn(data, 0, 20) is drawn(bytes(bytearray(data)), 0, 20)


def test_damage_that_shows_late_is_told() -> None:
    data = picture("PNG", (400, 400))
    with pytest.raises(UnderlayError, match="is damaged"):
        drawn(data[: len(data) // 2], 0, 72)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (picture("PNG"), ""),
        (picture("JPEG"), ""),
        (progressive(64, 64, 500), ""),
        (progressive(64, 64, 501), "is told in more than 500 scans"),
        (black(7_000, 6_000), "has more than 40 million pixels"),
        (black(20_000, 20_000, honest=False), "has more than 40 million pixels"),
        (picture("PNG")[:20], ""),
        (b"hello", ""),
    ],
)
def test_what_is_too_much_to_be_unfolded_is_told_by_its_head(data: bytes, what: str) -> None:
    assert picture_excess(data) == what


def test_a_page_that_is_drawn_without_end_is_given_up() -> None:
    endless = endless_page()
    assert [str(sheet) for sheet in sheets_of(endless)] == ["210 x 297 mm"]
    with limited(seconds=0.3), pytest.raises(UnderlayError, match=r"takes longer than 0\.3 seconds"):
        drawn(endless, 0, 72)


def test_a_file_that_opens_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def died(*_: object, where: str) -> None:
        raise InputError("reader-died", "the process that read it died (SIGSEGV)", where=where)

    monkeypatch.setattr("converter.guard.guarding.guarded", died)
    with pytest.raises(UnderlayError, match="died"):
        sheets_of(pdf(RED))
    with pytest.raises(UnderlayError, match="died"):
        drawn(pdf(RED, BLUE), 1, 71)
