"""How wide words are: a font's tables `cmap` and `hmtx` (ISO/IEC 14496-22)."""

import struct
from collections.abc import Callable
from pathlib import Path

from converter.file_cache import remembered
from converter.stylesheets.sfnt import FINDERS, GROUPS, SEGMENTS
from converter.writers.docx.typeface import Typeface, font_tables

_MISSING_EM = 0.5


class Advances:
    """The widths of a face's letters, each looked up once; kerning is left out."""

    def __init__(self, data: bytes, index: int) -> None:
        """Find the tables in the bytes of a font file; `index` is the face's place in a collection."""
        tables = font_tables(data, index)
        count: int = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
        self._units: int = struct.unpack_from(">H", data, tables["head"] + 18)[0]
        self._metrics = struct.unpack_from(f">{2 * count}H", data, tables["hmtx"])[::2]
        self._glyph = _glyph_finder(data, tables["cmap"])
        self._known: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Return the width of `text` in ems; a letter that the face lacks counts half an em."""
        return sum(
            [self._known[letter] if letter in self._known else self._look_up(letter) for letter in text]
        )

    def _look_up(self, letter: str) -> float:
        glyph = self._glyph(ord(letter))
        last = len(self._metrics) - 1
        width = self._metrics[min(glyph, last)] / self._units if glyph else _MISSING_EM
        self._known[letter] = width
        return width


@remembered(16)
def advances(face: Typeface) -> Advances:
    """Return the widths of the letters of `face`."""
    return Advances(Path(face.path).read_bytes(), face.face_index)


def _glyph_finder(data: bytes, table: int) -> Callable[[int], int]:
    """Return a function from a code point to its glyph, 0 where there is none."""
    count: int = struct.unpack_from(">H", data, table + 2)[0]
    offsets = {table + struct.unpack_from(">HHI", data, table + 4 + 8 * record)[2] for record in range(count)}
    found = {struct.unpack_from(">H", data, offset)[0]: offset for offset in sorted(offsets)}
    kind = GROUPS if GROUPS in found else SEGMENTS
    return FINDERS[kind](data, found[kind])
