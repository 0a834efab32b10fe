"""Sheets of stationery, made for the tests."""

import io

import pikepdf
from PIL import Image

A4_PT = (595.276, 841.89)
RED, BLUE = (255, 0, 0), (0, 0, 255)


def pdf(*colors: tuple[int, int, int], size: tuple[float, float] = A4_PT, locked: str = "") -> bytes:
    """Return a PDF with a page for each colour, with a band of it at the top, a third of an inch high."""
    made = pikepdf.new()
    for color in colors:
        page = made.add_blank_page(page_size=size)
        red, green, blue = (channel / 255 for channel in color)
        band = f"{red} {green} {blue} rg 0 {size[1] - 24} {size[0]} 24 re f"
        page.Contents = made.make_stream(band.encode())
    file = io.BytesIO()
    made.save(file, encryption=pikepdf.Encryption(owner=locked, user=locked) if locked else None)
    return file.getvalue()


def picture(
    kind: str, size: tuple[int, int] = (210, 297), mode: str = "RGB", color: object = RED, **how: object
) -> bytes:
    """Return a picture of one colour as a file of this kind."""
    file = io.BytesIO()
    Image.new(mode, size, color).save(file, kind, **how)  # type: ignore[arg-type]
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return a picture, loaded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
