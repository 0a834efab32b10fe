"""A page's characters, as PDFium gives them → words in stretches that are drawn alike."""

import ctypes
import math
import re
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

from msgspec import Struct

from converter.readers.pdf import pdfium

_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_WORD = re.compile("[^\\s\x02\ufffe\0]+[\x02\ufffe]?|[\x02\ufffe]")
_BOLD = re.compile(r"bold|black|heavy|demi(?!l)|(?<![a-z])(?:bd|cmbx|sfbx|rmtmib)", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|(?<![a-z])cm(?:ti|sl)", re.IGNORECASE)
_MONO = re.compile(r"mono|courier|consol|typewriter|(?<![a-z])cmtt", re.IGNORECASE)
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\x02": "-",
        "\ufffe": "-",
    }
)
_HEAVY = 600
_FIXED_PITCH, _ITALIC_FLAG, _FORCE_BOLD = 1, 1 << 6, 1 << 18  # ISO 32000-2 table 121
_INVISIBLE = 3  # ISO 32000-2 table 104
_ARTIFACT = "Artifact"
ARTIFACT = -2
"""Stands for the marked content of headers, footers and ornaments (ISO 32000-2 14.8.2.2)."""


class Look(NamedTuple):
    """How text looks: its size in points as it stands on the page, to a tenth; and its face."""

    size: float
    bold: bool
    italic: bool
    mono: bool


class Word(Struct):
    """What stands between spaces, or a part of it that looks different from the rest.

    Lengths are in points, from the lower left corner of the page as it is looked at.

    Attributes:
        text: as the font says, ligatures taken apart.
        left: of its box.
        right: of its box.
        baseline: height of the line it stands on.
        look: its size and face.
        mcid: of the marked content it belongs to; -1 for none, -2 for what is marked as no content.
        glued: no space parts it from the word before.
        broken: it ends with a hyphen at which PDFium takes the line to end.
        link: address that it leads to; usually empty.
        refers: the tags call it a reference, such as to a note.
    """

    text: str
    left: float
    right: float
    baseline: float
    look: Look
    mcid: int = -1
    glued: bool = False
    broken: bool = False
    link: str = ""
    refers: bool = False


class Drawing(NamedTuple):
    """What all characters of a text object share.

    Attributes:
        look: their size and face.
        angle: of their line, in degrees against the clock.
        origin: where the first of them stands, in the page's own space.
        mcid: see `Word`.
        invisible: drawn with rendering mode 3.
    """

    look: Look
    angle: int
    origin: tuple[float, float]
    mcid: int
    invisible: bool

    def matches(self, other: "Drawing") -> bool:
        """Say whether both look alike, stand on one line and are marked alike."""
        return self is other or (
            self.look == other.look
            and self.origin[1] == other.origin[1]
            and (self.angle, self.mcid, self.invisible) == (other.angle, other.mcid, other.invisible)
        )


Corners = tuple[float, float, float, float]
"""Left, bottom, right and top."""

_Span = tuple[int, int]
Stretch = tuple[Drawing, list[Corners], list[Word]]
"""What they are drawn by, their boxes in the page's own space, and the words, still without a place."""


def _word(raw: str, shared: Drawing, glued: bool) -> Word:  # noqa: FBT001 - called for every word
    if raw.isascii() and raw[-1] != "\x02":
        return Word(raw, 0, 0, 0, shared.look, shared.mcid, glued)
    return Word(raw.translate(_LIGATURES), 0, 0, 0, shared.look, shared.mcid, glued, raw[-1] in "\x02\ufffe")


def _is_below(shared: Drawing, before: Drawing) -> bool:
    """Say whether a stretch stands on another line: PDFium makes a word of letters below each other."""
    size = max(shared.look.size, before.look.size)
    return not shared.angle and abs(shared.origin[1] - before.origin[1]) >= size


class Reading:
    """Reads the characters of a page."""

    def __init__(self, text_page: int) -> None:
        """Read the page whose text PDFium keeps at address `text_page`."""
        self._page = text_page
        self._objects: dict[int | None, Drawing] = {}
        self._fonts: dict[int, tuple[str, bool, bool, bool]] = {}
        self._box = (ctypes.c_float * 4)()
        self._matrix = (ctypes.c_float * 6)()
        self._point = (ctypes.c_double * 2)()
        self._name = ctypes.create_string_buffer(256)
        self._length = ctypes.c_ulong()

    def words(self) -> list[Stretch]:
        """Return the words in stretches that are drawn alike, each with the boxes of its words."""
        text = self._text()
        drawn: list[Stretch] = []
        for line in _LINE.finditer(text):
            found = [match.span() for match in _WORD.finditer(text, *line.span())]
            if not found:
                continue
            first, last = self._object(found[0][0]), self._object(found[-1][1] - 1)
            # What one object draws stands together; most lines are drawn by one.
            stretches = [(first, found)] if first is last else self._stretches(found)
            behind, before = -1, stretches[0][0]
            for shared, spans in stretches:
                if _is_below(shared, before):
                    behind = -1
                words, before = [], shared
                for start, end in spans:
                    words.append(_word(text[start:end], shared, start == behind))
                    behind = end
                drawn.append((shared, self._boxes(spans), words))
        return drawn

    def _text(self) -> str:
        """Return one character for each of PDFium's, so that offsets agree."""
        count = pdfium.count_chars(self._page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.get_text(self._page, 0, count, ctypes.addressof(buffer))
        text = bytes(memoryview(buffer).cast("B"))[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written == count + 1 and len(text) == count:
            return text
        return "".join(chr(pdfium.get_unicode(self._page, index) % 0x110000) for index in range(count))

    def _stretches(self, found: Sequence[_Span]) -> list[tuple[Drawing, list[_Span]]]:
        """Part words where they, or parts of them, look different or stand higher or lower."""
        stretches: list[tuple[Drawing, list[_Span]]] = []
        for start, end in found:
            shared = self._object(start)
            whole = end - start == 1 or shared.matches(self._object(end - 1))
            for part, span in [(shared, (start, end))] if whole else self._parts(start, end):
                if stretches and stretches[-1][0].matches(part):
                    stretches[-1][1].append(span)
                else:
                    stretches.append((part, [span]))
        return stretches

    def _boxes(self, spans: Sequence[_Span]) -> list[Corners]:
        """Return left, bottom, right and top around the first and the last character of each span."""
        indices = [index for start, end in spans for index in (start, end - 1)]
        buffer = (ctypes.c_float * (4 * len(indices)))()
        place = ctypes.addressof(buffer)
        places = range(place, place + 16 * len(indices), 16)
        deque(map(pdfium.get_box, repeat(self._page), indices, places), 0)
        numbers = iter(buffer[:])
        return [
            (
                min(left2, left),
                min(bottom2, bottom),
                max(right2, right),
                max(top2, top),
            )
            for left, top, right, bottom, left2, top2, right2, bottom2 in zip(*[numbers] * 8, strict=True)
        ]

    def _parts(self, start: int, end: int) -> list[tuple[Drawing, _Span]]:
        """Return the parts of a word that look different, or stand higher or lower than the rest."""
        parts: list[tuple[Drawing, _Span]] = []
        for index in range(start, end):
            here = self._object(index)
            if parts and parts[-1][0].matches(here):
                parts[-1] = (parts[-1][0], (parts[-1][1][0], index + 1))
            else:
                parts.append((here, (index, index + 1)))
        return parts

    def _object(self, index: int) -> Drawing:
        handle = pdfium.get_object(self._page, index)
        known = self._objects.get(handle)
        if known is None:
            known = self._objects[handle] = self._describe(handle, index)
        return known

    def _describe(self, handle: int | None, index: int) -> Drawing:
        pdfium.get_matrix(self._page, index, ctypes.addressof(self._matrix))
        a, b, c, d, _, _ = self._matrix
        point = ctypes.addressof(self._point)
        pdfium.get_origin(self._page, index, point, point + 8)
        size = round(abs(pdfium.get_size(self._page, index)) * (math.hypot(c, d) or 1), 1)
        angle = round(math.degrees(math.atan2(b, a))) % 360 if a or b else 0
        mcid, invisible = -1, False
        bold = italic = mono = False
        if handle:
            _, bold, italic, mono = self._font(pdfium.get_font(handle) or 0)
            invisible = pdfium.get_render_mode(handle) == _INVISIBLE
            if marks := pdfium.count_marks(handle):
                mcid = pdfium.get_mcid(handle)
                if any(self._mark_name(handle, mark) == _ARTIFACT for mark in range(marks)):
                    mcid = ARTIFACT
        return Drawing(Look(size, bold, italic, mono), angle, tuple(self._point), mcid, invisible)

    def _mark_name(self, handle: int, mark: int) -> str:
        pdfium.get_mark_name(
            pdfium.get_mark(handle, mark),
            ctypes.addressof(self._name),
            len(self._name),
            ctypes.addressof(self._length),
        )
        return self._name.raw[: self._length.value].decode("utf-16-le", "replace").rstrip("\0")

    def _font(self, font: int) -> tuple[str, bool, bool, bool]:
        """Return name, boldness, slant and pitch; fonts are many fewer than objects."""
        if font not in self._fonts:
            length = pdfium.get_font_name(font, ctypes.addressof(self._name), len(self._name)) if font else 0
            name = self._name.raw[: max(length - 1, 0)].decode("utf-8", "replace").rpartition("+")[2]
            flags = pdfium.get_font_flags(font) if font else 0
            weight = pdfium.get_font_weight(font) if font else 0
            bold = bool(_BOLD.search(name)) or weight >= _HEAVY or bool(flags > 0 and flags & _FORCE_BOLD)
            italic = bool(_ITALIC.search(name)) or bool(flags > 0 and flags & _ITALIC_FLAG)
            mono = bool(_MONO.search(name)) or bool(flags > 0 and flags & _FIXED_PITCH)
            self._fonts[font] = (name, bold, italic, mono)
        return self._fonts[font]
