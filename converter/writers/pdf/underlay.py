"""Stationery under the pages: sheets as images, whose samples are taken from their PNG files as they are."""

import struct
from collections.abc import Iterator

from converter.model.style import Page, Style, Underlay
from converter.writers.pdf.images import Raster, read_raster
from converter.writers.pdf.marks import Picture

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GRAY, _RGB = 0, 2
"""Colour types of PNG; the third, 3, has a palette."""


class Underlays:
    """The sheets of a style; like grounds and rules, they are artifacts."""

    def __init__(self, style: Style) -> None:
        """Draw what lies under the pages.

        Raises:
            StyleError: `style-invalid`, when a file is damaged.
        """
        stationery = style.stationery
        first, following = (stationery.first, stationery.following) if stationery else (None, None)
        self._first = _picture(first, style.page)
        self._following = self._first if following is first else _picture(following, style.page)

    def at(self, index: int) -> Picture | None:
        """Return what lies under the page at `index`."""
        return self._following if index else self._first


def _picture(underlay: Underlay | None, page: Page) -> Picture | None:
    if underlay is None:
        return None
    data = underlay.draw()
    raster = png_raster(data) if data.startswith(_SIGNATURE) else read_raster(data)
    if raster is None:
        return None
    return Picture(-page.left, -page.top, page.width, page.height, raster, None)


def png_raster(data: bytes) -> Raster:
    """Return a PNG file without interlacing and transparency as an image.

    Its filters are those that PDF calls the predictors of PNG (ISO 32000-1 7.4.4.4), so that nothing need be
    unpacked.
    """
    chunks = list(_chunks(data))
    parts = dict(chunks)
    width, height, bits, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    space = {_GRAY: "/DeviceGray", _RGB: "/DeviceRGB"}.get(kind) or _indexed(parts[b"PLTE"])
    channels = 3 if kind == _RGB else 1
    parameters = f"<</Predictor 15/Colors {channels}/BitsPerComponent {bits}/Columns {width}>>"
    samples = b"".join(content for name, content in chunks if name == b"IDAT")
    return Raster(width, height, space, "FlateDecode", samples, bits=bits, parameters=parameters)


def _indexed(palette: bytes) -> str:
    """Return the colour space of a palette (8.6.6.3)."""
    return f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and content of each chunk of a PNG file (PNG 1.2, section 3.2)."""
    place = len(_SIGNATURE)
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += length + 12
