"""What a font file says of itself: family, weight, slant (OpenType tables `name`, `OS/2`, `post`).

Only these tables are read, so that a folder of a thousand fonts can be searched; nothing is decompressed or
interpreted. A file that is no font, or a broken one, has no faces.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

_PANOSE_TEXT, _PANOSE_SERIFS, _PANOSE_SANS_SERIFS = 2, range(2, 11), range(11, 16)
_VERSIONS = {b"\0\1\0\0", b"true", b"OTTO"}
_TABLE_BYTES = 1_000_000
"""No `name` table is larger; a file that says otherwise is broken."""


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


def _table(file: BinaryIO, extent: tuple[int, int]) -> bytes:
    start, length = extent
    file.seek(start)
    return file.read(min(length, _TABLE_BYTES))


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
