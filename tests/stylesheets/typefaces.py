"""Font files made for a test: the four tables that say what a font is, and nothing to draw."""

import struct

from msgspec import Struct

SANS, SERIF = 11, 2
"""Serif styles of PANOSE: normal sans, and cove."""


class Font(Struct):
    """A font.

    Attributes:
        family: as old programs know it.
        weight: 400 is regular.
        italic: whether it is slanted.
        serifs: style of PANOSE; 0 is unknown.
        fixed: whether all glyphs are equally wide.
        outlines: tag of the table that would hold them.
        typographic_family: as programs know it that group more than four faces; empty: the same.
    """

    family: str
    weight: int = 400
    italic: bool = False
    serifs: int = SERIF
    fixed: bool = False
    outlines: bytes = b"glyf"
    typographic_family: str = ""

    def data(self, at: int = 0) -> bytes:
        """Return the font, whose tables count from byte `at` of a file."""
        names = {1: self.family} | ({16: self.typographic_family} if self.typographic_family else {})
        tables = {
            b"OS/2": _os2(self.weight, self.serifs, italic=self.italic),
            self.outlines: b"\0" * 4,
            b"name": _name(names),
            b"post": struct.pack(">12xI16x", self.fixed),
        }
        offset = at + 12 + 16 * len(tables)
        directory, body = b"", b""
        for tag, data in tables.items():
            directory += struct.pack(">4sIII", tag, 0, offset + len(body), len(data))
            body += data
        version = b"\0\1\0\0" if self.outlines == b"glyf" else b"OTTO"
        return version + struct.pack(">H6x", len(tables)) + directory + body


def collection(*families: str) -> bytes:
    """Return a collection of fonts (OpenType, "Font collections")."""
    header = 12 + 4 * len(families)
    offsets, body = [], b""
    for family in families:
        offsets.append(header + len(body))
        body += Font(family).data(at=offsets[-1])
    return struct.pack(f">4sHHI{len(families)}I", b"ttcf", 1, 0, len(families), *offsets) + body


def _os2(weight: int, serifs: int, *, italic: bool) -> bytes:
    panose = bytes([2, serifs, *[0] * 8])
    return struct.pack(">HhHH24x10s20xH14x", 4, 500, weight, 5, panose, int(italic))


def _name(names: dict[int, str]) -> bytes:
    records, strings = b"", b""
    for number, text in names.items():
        data = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(data), len(strings))
        strings += data
    return struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + strings
