"""Pictures that a tagged page describes: JPEG as it is, others as PNG (ISO 32000-2 8.9)."""

import ctypes
import struct
import zlib
from collections.abc import Iterator

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

from converter.limits import LIMITS
from converter.model.article import Image
from converter.readers.images import ImageRefusedError, parse_image

_LARGE_PT = 24
"""Width and height in points from which on a picture is more than an ornament."""

_SPACES = frozenset(
    {
        raw.FPDF_COLORSPACE_DEVICEGRAY,
        raw.FPDF_COLORSPACE_DEVICERGB,
        raw.FPDF_COLORSPACE_CALGRAY,
        raw.FPDF_COLORSPACE_CALRGB,
        raw.FPDF_COLORSPACE_ICCBASED,
    }
)
"""Of pictures whose JPEG files every program shows alike, with one or three components."""

_MOST_PIXELS = 4_000_000
"""Of a picture that is encoded anew, for which it has to be unpacked."""

_FORMATS = {
    # PDFium's format → bytes of a pixel, and where red, green and blue are in it
    raw.FPDFBitmap_Gray: (1, (0,)),
    raw.FPDFBitmap_BGR: (3, (2, 1, 0)),
    raw.FPDFBitmap_BGRx: (4, (2, 1, 0)),
    raw.FPDFBitmap_BGRA: (4, (2, 1, 0)),
}


class PlacedImage(Struct, frozen=True):
    """A picture on a page.

    Attributes:
        handle: PDFium's, valid as long as the page is open.
        area: in square points.
        mcid: of the marked content it belongs to; -1 for none.
    """

    handle: object
    area: float
    mcid: int


def placed_images(page: pypdfium2.PdfPage) -> Iterator[PlacedImage]:
    """Yield the pictures on a page, without rules and dots."""
    corners = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), LIMITS.pdf_page_characters)):
        handle = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        if raw.FPDFPageObj_GetBounds(handle, *corners):
            left, bottom, right, top = (corner.value for corner in corners)
            if min(right - left, top - bottom) >= _LARGE_PT:
                area = (right - left) * (top - bottom)
                yield PlacedImage(handle, area, raw.FPDFPageObj_GetMarkedContentID(handle))


def load(page: pypdfium2.PdfPage, placed: PlacedImage) -> Image | None:
    """Return the picture itself; `None` if it is damaged, too large or in colours that we do not know."""
    try:
        return _jpeg(page, placed.handle) or _png(placed.handle)
    except ImageRefusedError:
        return None


def _jpeg(page: pypdfium2.PdfPage, handle: object) -> Image | None:
    """Return a picture that the PDF holds as a JPEG file, in grey or in red, green and blue."""
    name = ctypes.create_string_buffer(32)
    if raw.FPDFImageObj_GetImageFilterCount(handle) != 1:
        return None
    raw.FPDFImageObj_GetImageFilter(handle, 0, name, len(name))
    metadata = raw.FPDF_IMAGEOBJ_METADATA()
    raw.FPDFImageObj_GetImageMetadata(handle, page.raw, metadata)
    plain = metadata.colorspace in _SPACES and metadata.bits_per_pixel in (8, 24)
    if name.value != b"DCTDecode" or not plain:
        return None
    size = raw.FPDFImageObj_GetImageDataRaw(handle, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFImageObj_GetImageDataRaw(handle, buffer, size)
    return parse_image(buffer.raw)


def _png(handle: object) -> Image | None:
    width, height = ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFImageObj_GetImagePixelSize(handle, width, height):
        return None
    if not 0 < width.value * height.value <= _MOST_PIXELS:
        return None
    bitmap = raw.FPDFImageObj_GetBitmap(handle)
    if not bitmap:
        return None
    try:
        return _encoded(bitmap)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _encoded(bitmap: object) -> Image | None:
    """Return a PNG file (third edition, clauses 5 and 11) of a bitmap."""
    known = _FORMATS.get(raw.FPDFBitmap_GetFormat(bitmap))
    if known is None:
        return None
    step, order = known
    width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
    stride = raw.FPDFBitmap_GetStride(bitmap)
    data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    rows = bytearray()
    for start in range(0, stride * height, stride):
        line = data[start : start + width * step]
        row = bytearray(width * len(order))
        for place, source in enumerate(order):
            row[place :: len(order)] = line[source::step]
        rows += b"\0" + row
    header = struct.pack(">IIBBBBB", width, height, 8, 2 if len(order) > 1 else 0, 0, 0, 0)
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b"")
    return parse_image(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
