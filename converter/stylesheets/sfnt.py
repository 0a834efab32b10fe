"""What a font file says of itself: family, weight, slant, characters (tables `name`, `OS/2`, `post`, `cmap`).

Only these tables are read, so that a folder of a thousand fonts can be searched; nothing is decompressed or
interpreted. A file that is no font, or a broken one, has no faces.
"""

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

_PANOSE_TEXT, _PANOSE_SERIFS, _PANOSE_SANS_SERIFS = 2, range(2, 11), range(11, 16)
_VERSIONS = {b"\0\1\0\0", b"true", b"OTTO"}
_TABLE_BYTES = 1_000_000
"""No `name` table is larger; a file that says otherwise is broken."""
_CMAP_BYTES = 4_000_000
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platforms and encodings of Unicode's characters, those of all planes first."""
_SEGMENTED, _GROUPED = 4, 12
"""Formats of subtables."""


@dataclass(frozen=True, slots=True)
class Face:
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
    generic: Literal["serif", "sans-serif", "monospace"] | None
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
        covers = _coverage(table)
        return {character for character in characters if not covers(ord(character))}
    except (OSError, struct.error, ValueError, LookupError):
        return set()


def _coverage(cmap: bytes) -> Callable[[int], bool]:
    """Return what tells whether a code point has a glyph (OpenType `cmap`, formats 4 and 12).

    Raises:
        KeyError: there is no subtable of Unicode.
    """
    count = struct.unpack(">2xH", cmap[:4])[0]
    found = {
        (platform, encoding): start
        for platform, encoding, start in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count])
    }
    start = found[min(found.keys() & set(_UNICODE), key=_UNICODE.index, default=(-1, -1))]
    if struct.unpack(">H", cmap[start : start + 2])[0] == _SEGMENTED:
        return _in_segments(cmap, start)
    return _in_groups(cmap, start)


def _in_segments(cmap: bytes, start: int) -> Callable[[int], bool]:
    double = struct.unpack(">H", cmap[start + 6 : start + 8])[0]
    at = start + 14
    ends = struct.unpack(f">{double // 2}H", cmap[at : at + double])
    starts, deltas, offsets = (
        struct.unpack(f">{double // 2}H", cmap[at + 2 + part * double : at + 2 + (part + 1) * double])
        for part in (1, 2, 3)
    )

    def covers(code: int) -> bool:
        place = bisect_left(ends, code)
        if place == len(ends) or code < starts[place]:
            return False
        if not offsets[place]:
            return bool((code + deltas[place]) % 0x10000)
        glyph = at + 2 + 3 * double + 2 * place + offsets[place] + 2 * (code - starts[place])
        return cmap[glyph : glyph + 2] not in {b"", b"\0\0"}

    return covers


def _in_groups(cmap: bytes, start: int) -> Callable[[int], bool]:
    kind, count = struct.unpack(">H10xI", cmap[start : start + 16])
    if kind != _GROUPED:
        raise KeyError(kind)
    groups = list(struct.iter_unpack(">III", cmap[start + 16 : start + 16 + 12 * count]))
    ends = [end for _, end, _ in groups]

    def covers(code: int) -> bool:
        place = bisect_left(ends, code)
        return place < len(groups) and code >= groups[place][0]

    return covers


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


def _generic(os2: bytes, post: bytes) -> Literal["serif", "sans-serif", "monospace"] | None:
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
