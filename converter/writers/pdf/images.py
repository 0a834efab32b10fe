"""Pictures as image XObjects (ISO 32000-1 8.9.5): JPEG as it is where colours allow, else without loss."""

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from converter.writers.pdf.objects import Objects, Reference

if TYPE_CHECKING:
    from PIL.Image import Image

_JPEG_SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


class Raster(Struct, frozen=True):
    """A picture ready for the file.

    Attributes:
        width_px: its width.
        height_px: its height.
        space: its colour space, as PDF code.
        encoding: the filter that decodes `data`.
        data: its samples, encoded.
        bits: of each of its components.
        parameters: PDF code of those of the filter; empty: none.
        opacity: 8 bits for each pixel, deflated; empty: all of it is opaque.
    """

    width_px: int
    height_px: int
    space: str
    encoding: str
    data: bytes
    opacity: bytes = b""
    bits: int = 8
    parameters: str = ""


def read_raster(data: bytes) -> Raster | None:
    """Return the picture as the file takes it; `None` when `data` is no PNG or JPEG."""
    # 14 ms to import, which reports without pictures do without
    import PIL.Image

    try:
        with PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            opened.load()
            return _raster(opened, data)
    except (OSError, SyntaxError, ValueError, PIL.Image.DecompressionBombError):
        return None


def _raster(opened: "Image", data: bytes) -> Raster:
    if opened.format == "JPEG" and opened.mode in _JPEG_SPACES:
        return Raster(opened.width, opened.height, _JPEG_SPACES[opened.mode], "DCTDecode", data)
    opacity = b""
    if opened.has_transparency_data:
        rgba = opened.convert("RGBA")
        opacity = zlib.compress(rgba.getchannel("A").tobytes())
        opened = rgba.convert("RGB")
    gray = opened.mode in {"1", "L", "LA"}
    samples = opened.convert("L" if gray else "RGB").tobytes()
    return Raster(
        opened.width,
        opened.height,
        "/DeviceGray" if gray else "/DeviceRGB",
        "FlateDecode",
        zlib.compress(samples),
        opacity,
    )


def add_image(objects: Objects, picture: Raster) -> Reference:
    """Add `picture` to the file and return a reference to it."""
    entries = _entries(picture)
    if picture.opacity:
        alpha = Raster(picture.width_px, picture.height_px, "/DeviceGray", "FlateDecode", picture.opacity)
        mask = objects.add_stream(_entries(alpha), alpha.data, "as it is")
        entries += f"/SMask {mask}"
    return objects.add_stream(entries, picture.data, "as it is")


def _entries(picture: Raster) -> str:
    parameters = f"/DecodeParms{picture.parameters}" if picture.parameters else ""
    return (
        f"/Type/XObject/Subtype/Image/Width {picture.width_px}/Height {picture.height_px}"
        f"/ColorSpace{picture.space}/BitsPerComponent {picture.bits}/Filter/{picture.encoding}{parameters}"
    )
