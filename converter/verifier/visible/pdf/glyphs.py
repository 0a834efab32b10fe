"""The glyphs of a page with their places, and what each of them says by its font (ToUnicode)."""

import ctypes
import math
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, repeat

from msgspec import Struct

from converter.verifier.visible.pdf import pdfium
from converter.verifier.visible.pdf.mirrors import WHOLE, may_run_leftwards, unmirrored
from converter.verifier.visible.pdf.sources import Source
from converter.verifier.visible.texts import SUPERIOR

HYPHEN = "\x02"
"""Stands for a hyphen at which PDFium takes a line to end."""
_HYPHENS = str.maketrans({"\ufffe": HYPHEN})
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\udc00-\udfff][\ud800-\udbff]")
_RAISED = 0.2
"""So much of its size above the baseline begins the ink of a superior figure."""


class Glyph(Struct, eq=False):
    """A glyph, in points from the page's lower left corner.

    Attributes:
        text: what its font says; several glyphs may share a place.
        left: of its box.
        right: of its box.
        baseline: on which it stands.
        size: of its type, as it stands on the page.
        source: the object that draws it.
        index: by which PDFium knows it.
        seen: whether a reader sees it.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    source: Source
    index: int
    seen: bool = True


class _Setting(Struct, frozen=True):
    """What the glyphs of an object share: size in points, turn in degrees, baseline where that is 0."""

    size: float
    angle: int
    baseline: float


def read_glyphs(text_page: int, sources: Sequence[Source], *, leftwards: bool = False) -> list[Glyph]:
    """Return the glyphs of a page, as PDFium orders them.

    Args:
        text_page: address of PDFium's text page.
        sources: what draws them.
        leftwards: whether the document asks for pages from right to left (ISO 32000-1 12.2, `R2L`).
    """
    return _Reader(text_page, {source.handle: source for source in sources}, leftwards=leftwards).glyphs()


def _joined(surrogates: re.Match[str]) -> str:
    """Return the character that PDFium has in two halves, in either order, and what stands for no glyph."""
    high, low = sorted(surrogates[0])
    return (high + low).encode("utf-16", "surrogatepass").decode("utf-16") + "\0"


def _whole(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Put together what PDFium took apart: its parts have one place."""
    for _, group in groupby(glyphs, lambda glyph: (glyph.source.order, glyph.left, glyph.right)):
        first, *others = group
        said = "".join(glyph.text for glyph in (first, *others))
        whole = WHOLE.get(said) or WHOLE.get(said[::-1]) if others else None
        if whole:
            first.text, others = whole, []
        yield from (first, *others)


class _Reader:
    def __init__(self, text_page: int, sources: dict[int, Source], *, leftwards: bool) -> None:
        self._page, self._sources, self._leftwards = text_page, sources, leftwards
        self._settings: dict[int, _Setting] = {}
        self._matrix = (ctypes.c_float * 6)()
        self._point = (ctypes.c_double * 4)()

    def glyphs(self) -> list[Glyph]:
        text = self._text()
        handles = list(map(pdfium.get_text_object, repeat(self._page), range(len(text))))
        boxes = self._boxes(len(text))
        found: list[Glyph] = []
        for index, (sign, handle) in enumerate(zip(text, handles, strict=True)):
            source = self._sources.get(handle)
            if source is None or sign == "\0":
                continue
            setting = self._settings.get(handle) or self._setting(handle, index)
            left, _, right, _ = boxes[4 * index : 4 * index + 4]
            baseline = min(boxes[4 * index + 1], boxes[4 * index + 3]) if setting.angle else setting.baseline
            raised = sign.isdigit() and self._ink_bottom(index) - baseline > _RAISED * setting.size
            said = sign.translate(SUPERIOR) if raised else sign
            left, right = min(left, right), max(left, right)
            found.append(Glyph(said, left, right, baseline, setting.size, source, index))
        return list(_whole(found)) if may_run_leftwards(text) else found

    def _text(self) -> str:
        """Return one character for each of PDFium's, so that indices agree."""
        count = max(pdfium.count_chars(self._page), 0)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.get_text(self._page, 0, count, ctypes.addressof(buffer)) if count else 0
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written != count + 1 or len(text) != count:
            text = "".join(chr(pdfium.get_unicode(self._page, index) % 0x110000) for index in range(count))
        text = _SURROGATES.sub(_joined, text.translate(_HYPHENS))
        return unmirrored(text, leftwards=self._leftwards)

    def _boxes(self, count: int) -> list[float]:
        """Return left, top, right and bottom of all characters, one after the other."""
        buffer = (ctypes.c_float * (4 * count))()
        place = ctypes.addressof(buffer)
        places = range(place, place + 16 * count, 16)
        deque(map(pdfium.get_loose_box, repeat(self._page), range(count), places), 0)
        return buffer[:]

    def _setting(self, handle: int, index: int) -> _Setting:
        pdfium.get_matrix(self._page, index, ctypes.addressof(self._matrix))
        a, b, c, d, _, _ = self._matrix
        size = abs(pdfium.get_size(self._page, index)) * (math.hypot(c, d) or 1)
        angle = round(math.degrees(math.atan2(b, a))) % 360 if a or b else 0
        self._sources[handle].turned = bool(angle)
        setting = self._settings[handle] = _Setting(size, angle, self._origin(index))
        return setting

    def _origin(self, index: int) -> float:
        place = ctypes.addressof(self._point)
        pdfium.get_origin(self._page, index, place, place + 8)
        return self._point[1]

    def _ink_bottom(self, index: int) -> float:
        place = ctypes.addressof(self._point)
        pdfium.get_ink_box(self._page, index, place, place + 8, place + 16, place + 24)
        return self._point[2]
