"""Pictures of one pixel, which are stretched to make a ground of one colour."""

import struct
import zlib

from converter.model.style import Color

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _TRUECOLOR, _INDEXED = 0, 2, 3
_WITH_ALPHA = {4: _GREY, 6: _TRUECOLOR}
_MOST_BYTES = 64
_OPAQUE = 255


def one_color(picture: bytes) -> Color | None:
    """Return the colour of a PNG of one opaque pixel of 8 bits a channel (PNG 1.2); `None` for all others.

    The filter of the line does not matter, since a single pixel has no neighbours to be told from.
    """
    try:
        chunks = _chunks(picture)
        width, height, depth, kind = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
        if (width, height, depth) != (1, 1, 8) or b"tRNS" in chunks:
            return None
        line = zlib.decompressobj().decompress(chunks[b"IDAT"], _MOST_BYTES)[1:]
        return _color(kind, line, chunks.get(b"PLTE", b""))
    except (KeyError, IndexError, struct.error, zlib.error):
        return None


def _color(kind: int, line: bytes, palette: bytes) -> Color | None:
    if kind in _WITH_ALPHA:
        if line[-1] != _OPAQUE:
            return None
        kind = _WITH_ALPHA[kind]
    if kind == _GREY:
        return Color(line[0], line[0], line[0])
    if kind == _INDEXED:
        line = palette[3 * line[0] :]
    return Color(line[0], line[1], line[2])


def _chunks(picture: bytes) -> dict[bytes, bytes]:
    """Return chunk type → data; of several of one type, put together."""
    if not picture.startswith(_SIGNATURE):
        return {}
    found: dict[bytes, bytes] = {}
    place = len(_SIGNATURE)
    while place + 8 <= len(picture):
        size, kind = struct.unpack(">I4s", picture[place : place + 8])
        found[kind] = found.get(kind, b"") + picture[place + 8 : place + 8 + size]
        place += size + 12
    return found
