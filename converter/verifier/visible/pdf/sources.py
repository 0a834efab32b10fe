"""The text objects of a page: how they are marked, before PDFium makes text of them.

PDFium lets `ActualText` replace what the glyphs say. A reader sees glyphs; so that entry is taken out of the
marks, and kept beside them to be compared.
"""

import codecs
import ctypes
from collections.abc import Iterator

from msgspec import Struct, field
from pypdfium2 import raw

from converter.verifier.visible.pdf import pdfium
from converter.verifier.visible.pdf.document import too_long

_DEEPEST = 12
"""Forms within forms: more than any honest program writes."""
_MOST = 50_000
"""Objects of one page: reports have hundreds."""
_ACTUAL_TEXT = b"ActualText"


class Saying(Struct, eq=False):
    """Marked content that says which text its glyphs stand for (ISO 32000-1 14.9.4)."""

    actual: str
    sources: list["Source"] = field(default_factory=list)


class Source(Struct, eq=False):
    """A text object.

    Attributes:
        handle: its address.
        order: its place in what is drawn.
        mcid: marked content of the page that it belongs to; -1: none.
        artifact: whether it is marked as no content (14.8.2.2).
        sequence: that says which text it stands for; `None`: none.
        mode: how it is drawn (9.3.6).
        turned: whether its lines do not run across the page.
    """

    handle: int
    order: int
    mcid: int
    artifact: bool
    sequence: Saying | None
    mode: int
    turned: bool = False


class _Mark(Struct, frozen=True):
    artifact: bool
    mcid: int
    sequence: Saying | None


class Sources(Struct):
    """What is drawn on a page.

    Attributes:
        texts: the text objects, in the order in which they are drawn.
        pictures: where the upper edge of pictures lies, in points, by their marked content.
    """

    texts: list[Source] = field(default_factory=list)
    pictures: dict[int, float] = field(default_factory=dict)


def read_sources(page: int) -> Sources:
    """Return what is drawn on the page at that address.

    Raises:
        InputError: `pdf-too-long` for a page of more objects than anybody draws.
    """
    reader = _Reader()
    for handle, kind, inside in _objects(page):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            reader.add(handle, inside=inside)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            reader.add_picture(handle)
    return reader.found


def _objects(page: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the address of each object, its kind, and whether it is part of a form (8.10)."""
    left = _MOST
    stack = [(pdfium.get_object(page, index), 0) for index in reversed(range(pdfium.count_objects(page)))]
    while stack:
        handle, depth = stack.pop()
        left -= 1
        if left < 0 or depth > _DEEPEST:
            raise too_long("has a page of too many objects", _MOST)
        kind = pdfium.get_type(handle)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield handle, kind, depth > 0
        else:
            inner = reversed(range(pdfium.count_inside(handle)))
            stack += [(pdfium.get_inside(handle, index), depth + 1) for index in inner]


class _Reader:
    def __init__(self) -> None:
        self.found = Sources()
        self._marks: dict[int, _Mark] = {}
        self._name = ctypes.create_string_buffer(64)
        self._length = ctypes.c_ulong()
        self._number = ctypes.c_int()

    def add(self, handle: int, *, inside: bool) -> None:
        mcid, artifact, sequence = -1, False, None
        for index in range(pdfium.count_marks(handle)):
            mark = self._mark(handle, pdfium.get_mark(handle, index))
            artifact = artifact or mark.artifact
            sequence = sequence or mark.sequence
            if not inside and mark.mcid >= 0:
                mcid = mark.mcid
        order, mode = len(self.found.texts), pdfium.get_render_mode(handle)
        source = Source(handle, order, mcid, artifact, sequence, mode)
        self.found.texts.append(source)
        if sequence:
            sequence.sources.append(source)

    def add_picture(self, handle: int) -> None:
        corners = (ctypes.c_float * 4)()
        place = ctypes.addressof(corners)
        pdfium.get_bounds(handle, place, place + 4, place + 8, place + 12)
        self.found.pictures.setdefault(pdfium.get_mcid(handle), corners[3])

    def _mark(self, handle: int, mark: int) -> _Mark:
        if mark not in self._marks:
            length, number = ctypes.addressof(self._length), ctypes.addressof(self._number)
            pdfium.get_mark_name(mark, ctypes.addressof(self._name), len(self._name), length)
            name = self._name.raw[: self._length.value].decode("utf-16-le", "replace").rstrip("\0")
            found = pdfium.get_mark_number(mark, b"MCID", number)
            self._marks[mark] = _Mark(
                name == "Artifact", self._number.value if found else -1, self._actual(handle, mark)
            )
        return self._marks[mark]

    def _actual(self, handle: int, mark: int) -> Saying | None:
        """Take the text out of a mark; one that is empty goes on with what the last one began."""
        length = ctypes.addressof(self._length)
        if not pdfium.get_mark_bytes(mark, _ACTUAL_TEXT, None, 0, length):
            return None
        buffer = ctypes.create_string_buffer(max(self._length.value, 1))
        pdfium.get_mark_bytes(mark, _ACTUAL_TEXT, ctypes.addressof(buffer), len(buffer), length)
        text = _decoded(buffer.raw[: self._length.value])
        pdfium.remove_from_mark(handle, mark, _ACTUAL_TEXT)
        last = self.found.texts[-1].sequence if self.found.texts else None
        return last if not text and last else Saying(text)


def _decoded(data: bytes) -> str:
    """Return a text string (7.9.2); PDFDocEncoding is taken for Latin-1, which it mostly is."""
    if data.startswith(codecs.BOM_UTF16_BE):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(codecs.BOM_UTF16_LE):
        return data[2:].decode("utf-16-le", "replace")
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace")
    return data.decode("latin-1")
