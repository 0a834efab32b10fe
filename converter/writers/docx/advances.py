"""How wide words are: a font's tables `cmap` and `hmtx` (ISO/IEC 14496-22)."""

import struct
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path

from converter.file_cache import remembered
from converter.writers.docx.typeface import Typeface, font_tables

_MISSING_EM = 0.5
_SEGMENTS, _GROUPS = 4, 12
"""Formats of `cmap`: the basic plane in segments, all planes in groups."""


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
    if _GROUPS in found:
        return _in_groups(data, found[_GROUPS])
    return _in_segments(data, found[_SEGMENTS])


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


def _in_segments(data: bytes, table: int) -> Callable[[int], int]:
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, table + 14)
    starts = struct.unpack_from(f">{count}H", data, table + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, table + 16 + 4 * count)
    ranges = struct.unpack_from(f">{count}H", data, table + 16 + 6 * count)

    def find(code: int) -> int:
        segment = bisect_left(ends, code)
        if segment == count or code < starts[segment]:
            return 0
        if not ranges[segment]:
            return int(code + deltas[segment]) & 0xFFFF
        place = table + 16 + 6 * count + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
        glyph: int = struct.unpack_from(">H", data, place)[0]
        return (glyph + deltas[segment]) & 0xFFFF if glyph else 0

    return find
