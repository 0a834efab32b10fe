"""What Word must know of a font file, read from its tables (ISO/IEC 14496-22, OpenType)."""

import struct
from pathlib import Path
from typing import NamedTuple

from converter.errors import StyleError
from converter.file_cache import remembered

_WINDOWS_UNICODE = ((3, 1), (3, 10))
_USE_TYPO_METRICS = 1 << 7
_BOLD, _ITALIC = 1 << 5, 1
_LICENCE, _INSTALLABLE, _EDITABLE = 0x20E, 0, 0x8


class Typeface(NamedTuple):
    """One face of a family.

    Attributes:
        path: of its file.
        face_index: its place in a collection.
        family: the name that Word lists it by; semibold and light faces have one of their own.
        bold: whether Word reaches it by the family's bold.
        italic: whether Word reaches it by the family's italic.
        embeddable: whether its outlines and its licence (`fsType`) let it be edited with inside a Word file.
        panose: ten bytes in hexadecimal, for finding a substitute.
        signature: the Unicode ranges and code pages covered, six 32-bit masks in hexadecimal.
        fixed_pitch: whether all letters have one width.
        line_height: of a line without extra leading, in ems.
    """

    path: str
    face_index: int
    family: str
    bold: bool
    italic: bool
    embeddable: bool
    panose: str
    signature: tuple[str, ...]
    fixed_pitch: bool
    line_height: float


@remembered(64)
def typeface(path: str, index: int) -> Typeface:
    """Return what the font file at `path` says of itself; `index` is its place in a collection.

    Raises:
        StyleError: `font-unreadable` when it cannot be read or is no font.
    """
    try:
        data = Path(path).read_bytes()
        return _parse(path, index, data, font_tables(data, index))
    except (OSError, struct.error, KeyError, IndexError, UnicodeDecodeError) as error:
        raise StyleError(
            "font-unreadable",
            "the font file cannot be read",
            where=path,
            remedy="check the file, or name another font",
        ) from error


def font_tables(data: bytes, index: int) -> dict[str, int]:
    """Return the offset of each table of the font with this `index` in the file's bytes."""
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    records = (struct.unpack_from(">4sIII", data, start + 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _parse(path: str, index: int, data: bytes, tables: dict[str, int]) -> Typeface:
    os2 = tables["OS/2"]
    selection: int = struct.unpack_from(">H", data, os2 + 62)[0]
    rights: int = struct.unpack_from(">H", data, os2 + 8)[0]
    return Typeface(
        path=path,
        face_index=index,
        family=_family_name(data, tables["name"]),
        bold=bool(selection & _BOLD),
        italic=bool(selection & _ITALIC),
        embeddable="glyf" in tables and rights & _LICENCE in {_INSTALLABLE, _EDITABLE},
        panose=data[os2 + 32 : os2 + 42].hex().upper(),
        signature=_signature(data, os2),
        fixed_pitch=bool(struct.unpack_from(">I", data, tables["post"] + 12)[0]),
        line_height=_line_height(data, os2, selection)
        / struct.unpack_from(">H", data, tables["head"] + 18)[0],
    )


def _signature(data: bytes, os2: int) -> tuple[str, ...]:
    """Return the masks of `w:sig`; version 0 of the table knows no code pages."""
    version = struct.unpack_from(">H", data, os2)[0]
    code_pages = struct.unpack_from(">II", data, os2 + 78) if version else (0, 0)
    return tuple(f"{mask:08X}" for mask in (*struct.unpack_from(">IIII", data, os2 + 42), *code_pages))


def _line_height(data: bytes, os2: int, selection: int) -> int:
    """Return what Word takes for a line: the typographic measures where the font asks for them."""
    ascent, descent, gap, win_ascent, win_descent = struct.unpack_from(">hhhHH", data, os2 + 68)
    return int(ascent - descent + gap if selection & _USE_TYPO_METRICS else win_ascent + win_descent)


def _family_name(data: bytes, table: int) -> str:
    """Return name 1, by which Windows and Word group at most four faces."""
    count, strings = struct.unpack_from(">2xHH", data, table)
    for number in range(count):
        platform, encoding, _, name, length, offset = struct.unpack_from(">6H", data, table + 6 + 12 * number)
        if name == 1 and (platform, encoding) in _WINDOWS_UNICODE:
            start = table + strings + offset
            return data[start : start + length].decode("utf-16-be")
    raise KeyError(1)
