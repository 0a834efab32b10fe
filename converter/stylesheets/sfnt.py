"""What a font file says of itself: family, weight, slant, characters (tables `name`, `OS/2`, `post`, `cmap`).

Only these tables are read, so that a folder of a thousand fonts can be searched; nothing is decompressed or
interpreted. A file that is no font, or a broken one, has no faces.
"""

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, Literal

from msgspec import Struct

from converter.model.style import Generic

_PANOSE_TEXT, _PANOSE_SERIFS, _PANOSE_SANS_SERIFS = 2, range(2, 11), range(11, 16)
_VERSIONS = {b"\0\1\0\0", b"true", b"OTTO"}
_TABLE_BYTES = 1_000_000
"""No `name` table is larger; a file that says otherwise is broken."""
_CMAP_BYTES = 4_000_000
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platforms and encodings of Unicode's characters, those of all planes first."""


class Face(Struct, frozen=True):
    """One face.

    Attributes:
        family: as Word lists it.
        weight: 1 to 1000; 400 is regular.
        italic: whether it is slanted.
        outlines: of which kind its glyphs are.
        generic: what stands in for it; `None` when the file does not say.
        index: its place in a collection.
    """

    family: str
    weight: int
    italic: bool
    outlines: Literal["truetype", "postscript"]
    generic: Generic | None
    index: int = 0


def read_faces(path: Path) -> tuple[Face, ...]:
    """Return the faces in a TrueType or OpenType file or collection; none when it is not one."""
    try:
        with path.open("rb") as file:
            return tuple(_face(file, offset, index) for index, offset in enumerate(_offsets(file)))
    except (OSError, struct.error, ValueError, KeyError):
        return ()


def lacks(path: Path, characters: Iterable[str], index: int = 0) -> set[str]:
    """Return those of `characters` for which a face has no glyph; none where the font does not say."""
    try:
        with path.open("rb") as file:
            table = _table(file, _directory(file, _offsets(file)[index])[b"cmap"], _CMAP_BYTES)
        glyph = _finder(table)
        return {character for character in characters if not glyph(ord(character))}
    except (OSError, struct.error, ValueError, LookupError):
        return set()


def _finder(cmap: bytes) -> Callable[[int], int]:
    """Return the finder of a table's best subtable of Unicode.

    Raises:
        KeyError: there is none, or it is of a format that is not read.
    """
    count = struct.unpack(">2xH", cmap[:4])[0]
    found = {
        (platform, encoding): start
        for platform, encoding, start in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count])
    }
    start = found[min(found.keys() & set(_UNICODE), key=_UNICODE.index, default=(-1, -1))]
    return FINDERS[struct.unpack(">H", cmap[start : start + 2])[0]](cmap, start)


def _in_segments(data: bytes, table: int) -> Callable[[int], int]:
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, table + 14)
    starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, table + 16 + 2 * part * count) for part in (1, 2, 3)
    )

    def find(code: int) -> int:
        segment = bisect_left(ends, code)
        if segment == count or code < starts[segment]:
            return 0
        if not offsets[segment]:
            return int(code + deltas[segment]) & 0xFFFF
        place = table + 16 + 6 * count + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
        # beyond the end of a broken font there is no glyph
        glyph = int.from_bytes(data[place : place + 2], "big")
        return (glyph + deltas[segment]) & 0xFFFF if glyph else 0

    return find


def _in_groups(data: bytes, table: int) -> Callable[[int], int]:
    count = struct.unpack_from(">I", data, table + 12)[0]
    numbers = struct.unpack_from(f">{3 * count}I", data, table + 16)
    starts, ends, glyphs = numbers[::3], numbers[1::3], numbers[2::3]

    def find(code: int) -> int:
        group = bisect_left(ends, code)
        if group == count or code < starts[group]:
            return 0
        glyph: int = glyphs[group] + code - starts[group]
        return glyph

    return find


SEGMENTS, GROUPS = 4, 12
"""Formats of subtables of `cmap`: the basic plane in segments, all planes in groups."""

FINDERS: Mapping[int, Callable[[bytes, int], Callable[[int], int]]] = {
    SEGMENTS: _in_segments,
    GROUPS: _in_groups,
}
"""Format of a subtable → what returns, for bytes and where it begins in them, a finder: from a code point to
its glyph, 0 where there is none (ISO/IEC 14496-22, `cmap`).
"""


def _offsets(file: BinaryIO) -> tuple[int, ...]:
    """Return where each face's table directory begins (OpenType, "Font collections")."""
    tag = file.read(4)
    if tag in _VERSIONS:
        return (0,)
    if tag != b"ttcf":
        return ()
    count = struct.unpack(">4xI", file.read(8))[0]
    return struct.unpack(f">{min(count, 256)}I", file.read(4 * min(count, 256)))


def _face(file: BinaryIO, offset: int, index: int) -> Face:
    tables = _directory(file, offset)
    os2 = _table(file, tables[b"OS/2"])
    weight, selection = struct.unpack(">4xH", os2[:6])[0], struct.unpack(">H", os2[62:64])[0]
    names = _names(_table(file, tables[b"name"]))
    return Face(
        family=names.get(16) or names[1],
        weight=weight,
        italic=bool(selection & 0x201),
        outlines="truetype" if b"glyf" in tables else "postscript",
        generic=_generic(os2, _table(file, tables[b"post"])),
        index=index,
    )


def _directory(file: BinaryIO, offset: int) -> dict[bytes, tuple[int, int]]:
    file.seek(offset)
    count = struct.unpack(">4xH6x", file.read(12))[0]
    records = file.read(16 * count)
    return {tag: (start, length) for tag, _, start, length in struct.iter_unpack(">4sIII", records)}


def _table(file: BinaryIO, extent: tuple[int, int], most: int = _TABLE_BYTES) -> bytes:
    start, length = extent
    file.seek(start)
    return file.read(min(length, most))


def _generic(os2: bytes, post: bytes) -> Generic | None:
    """Return the kind of the family by `isFixedPitch` and the PANOSE serif style."""
    if struct.unpack(">12xI", post[:16])[0]:
        return "monospace"
    kind, serifs = os2[32], os2[33]
    if kind != _PANOSE_TEXT:
        return None
    return "serif" if serifs in _PANOSE_SERIFS else "sans-serif" if serifs in _PANOSE_SANS_SERIFS else None


def _names(table: bytes) -> dict[int, str]:
    """Return name identifier → text, of Windows' English names and, failing that, of Macintosh Roman ones."""
    count, strings = struct.unpack(">2xHH", table[:6])
    found: dict[int, str] = {}
    for platform, _, language, name, length, start in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
        text = table[strings + start : strings + start + length]
        if (platform, language) == (3, 0x409):
            found[name] = text.decode("utf-16-be")
        elif (platform, language) == (1, 0):
            found.setdefault(name, text.decode("mac-roman"))
    return found
