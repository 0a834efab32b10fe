"""How the first page opens: a band or a page of colour behind the title block."""

import struct
import zlib

from converter.model.document import TitleBlock
from converter.model.style import Color
from converter.writers.docx.drawing import Drawing, Media
from converter.writers.docx.look import Look
from converter.writers.docx.package import Relationships
from converter.writers.docx.titleblock import band_height

_ABOVE_STATIONERY = 1


def cover_xml(block: TitleBlock, look: Look, media: Media, relationships: Relationships) -> str:
    """Return the run that anchors the ground behind `block`, for the first page's header; empty: none."""
    cover, page = look.style.cover, look.style.page
    if cover.kind == "none":
        return ""
    height = band_height(block, look) if cover.kind == "band" else page.height
    picture = media.add(relationships, _pixel(cover.fill), "image/png")
    return Drawing(picture, media.number(), page.width, height).behind_xml(_ABOVE_STATIONERY)


def _pixel(color: Color) -> bytes:
    """Return a PNG of one pixel, which is stretched over the ground (PNG 1.2, section 11)."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    scanline = bytes((0, color.red, color.green, color.blue))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(scanline))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
