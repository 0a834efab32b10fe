"""Letters that look like others than they say.

What a font says of its glyphs (ToUnicode, ISO 32000-1 9.10.3) can lie, and all that is read of a PDF rests
on it. Two things are looked at: whether all glyphs of a font that say the same letter are of one height; and,
for the fonts that come along with us, whether their outlines are those of that letter. Figures are left out,
for fonts have several of each; so are scripts whose letters change their shape.
"""

import ctypes
import re
from collections import defaultdict, deque
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from itertools import groupby, repeat
from pathlib import Path

from pypdfium2 import raw

from converter.verifier.visible.pdf import pdfium
from converter.verifier.visible.pdf.glyphs import Glyph
from converter.verifier.visible.pdf.sources import Source

_ALIKE, _ALIKE_POINT = 0.03, 0.005
"""So much of its size may the height of a letter vary, and the place of a point."""
_NAME = re.compile(r"[A-Z]{6}\+([A-Za-z]+-[A-Za-z]+)")
_CAPITALS = re.compile(r"(?<!^)(?=[A-Z])")
_FIRST_CHANGING, _FIRST_IDEOGRAPH = "\u0590", "\u2e80"

Outline = list[float]
"""Where the segments of a glyph end, in em: across and up in turn."""


def disguised(text_page: int, glyphs: Sequence[Glyph]) -> dict[str, str]:
    """Return the letters of a page that look like others, by the name of their font.

    Args:
        text_page: address of PDFium's text page.
        glyphs: of the page.
    """
    reader = _Reader(text_page)
    for _, group in groupby(glyphs, lambda glyph: (glyph.source.order, glyph.left)):
        glyph, *others = group
        if not others:  # else parts of a ligature
            reader.look(glyph)
    found: dict[str, str] = defaultdict(str)
    for font, letter in sorted(reader.found):
        found[reader.names[font]] += letter
    return found


class _Reader:
    def __init__(self, text_page: int) -> None:
        self._page = text_page
        self._point = (ctypes.c_double * 4)()
        place = ctypes.addressof(self._point)
        self._places = place, place + 8, place + 16, place + 24
        self._heights: dict[tuple[int, str], tuple[float, float]] = {}
        self._fonts: dict[int, int] = {}
        self.names: dict[int, str] = {}
        self.found: set[tuple[int, str]] = set()

    def look(self, glyph: Glyph) -> None:
        """Compare a glyph with those of the same letter, and the first with the font that it claims to be."""
        letter = glyph.text
        if not letter.isalpha() or _FIRST_CHANGING <= letter < _FIRST_IDEOGRAPH:
            return
        font = self._fonts.get(glyph.source.order) or self._font(glyph.source)
        pdfium.get_ink_box(self._page, glyph.index, *self._places)
        low, high = self._point[2] - glyph.baseline, self._point[3] - glyph.baseline
        size = glyph.size or 1.0
        known = self._heights.get((font, letter))
        if known is None:
            self._heights[font, letter] = low / size, high / size
            expected = _expected(self.names[font], letter)
            if expected and _differ(_outline(font, letter), expected):
                self.found.add((font, letter))
        elif abs(known[0] - low / size) > _ALIKE or abs(known[1] - high / size) > _ALIKE:
            self.found.add((font, letter))

    def _font(self, source: Source) -> int:
        font: int = pdfium.get_font(source.handle) or 0
        self._fonts[source.order] = font
        self.names.setdefault(font, _name(font))
        return font


def _name(font: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.get_font_name(font, ctypes.addressof(buffer), len(buffer)) if font else 0
    return buffer.raw[: max(min(length, len(buffer)) - 1, 0)].decode("utf-8", "replace")


def _outline(font: int, letter: str) -> Outline:
    path = pdfium.get_glyph_path(font, ord(letter), 1.0)
    count = pdfium.count_glyph_segments(path) if path else 0
    points = (ctypes.c_float * (2 * count))()
    place = ctypes.addressof(points)
    segments = map(pdfium.get_glyph_segment, repeat(path), range(count))
    places = range(place, place + 8 * count, 8), range(place + 4, place + 8 * count, 8)
    deque(map(pdfium.get_segment_point, segments, *places), 0)
    return points[:]


def _differ(outline: Outline, other: Outline) -> bool:
    return outline != other and (
        len(outline) != len(other)
        or any(abs(one - two) > _ALIKE_POINT for one, two in zip(outline, other, strict=True))
    )


@cache
def _original(name: str) -> int:
    """Return the font of that name that comes along with us, opened for good; 0: none."""
    match = _NAME.fullmatch(name)
    family = match[1].partition("-")[0] if match else ""
    spec = find_spec("font_" + _CAPITALS.sub("_", family).lower()) if family else None
    file = Path(spec.origin).parent / "files" / f"{match[1]}.ttf" if spec and spec.origin and match else None
    if file is None or not file.is_file():
        return 0
    data = file.read_bytes()
    buffer = (ctypes.c_ubyte * len(data)).from_buffer_copy(data)
    font = raw.FPDFText_LoadFont(_shelf(), buffer, len(data), raw.FPDF_FONT_TRUETYPE, 1)
    return pdfium.address(font)


@cache
def _shelf() -> raw.FPDF_DOCUMENT:
    """Return a document that holds the fonts that come along."""
    return raw.FPDF_CreateNewDocument()


@cache
def _expected(name: str, letter: str) -> Outline:
    """Return the outline of a letter in the font that comes along; empty: it has none."""
    font = _original(name)
    return _outline(font, letter) if font else []
