"""The numbered objects of a PDF file and their syntax (ISO 32000-1 7.3 and 7.5).

ReportLab numbers and identifies them; this is the only module that knows it.
"""

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

Reference = str
"""How other objects name an object: `12 0 R`."""


DEFLATED = "/Filter/FlateDecode"
"""What the dictionary of a stream says that is compressed."""


def deflated(data: bytes) -> bytes:
    """Return the data of a stream, compressed (7.4.4)."""
    return zlib.compress(data)


class _Code(PDFObject):
    """An object that is PDF code already; there are many, so that each takes little room."""

    __slots__ = ("__InternalName__", "code")  # the first is ReportLab's

    def __init__(self, code: bytes) -> None:
        self.code = code

    def format(self, _document: PDFDocument) -> bytes:
        return self.code


class Objects:
    """Collects objects and writes them as a file of PDF 1.7; the same objects make the same bytes."""

    def __init__(self) -> None:
        """Begin with none."""
        self._store = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._objects: dict[Reference, _Code] = {}

    def reserve(self) -> Reference:
        """Return a reference to an object that is filled later."""
        code = _Code(b"null")
        reference: Reference = self._store.Reference(code).format(self._store).decode("ascii")  # type: ignore[no-untyped-call]
        self._objects[reference] = code
        return reference

    def fill(self, reference: Reference, code: str) -> Reference:
        """Give a reserved object its code."""
        self._objects[reference].code = code.encode("latin-1")
        return reference

    def add(self, code: str) -> Reference:
        """Add an object."""
        return self.fill(self.reserve(), code)

    def add_stream(
        self, entries: str, data: bytes, encoding: Literal["as it is", "deflate"] = "deflate"
    ) -> Reference:
        """Add a stream; `entries` are those of its dictionary, but for its length and compression."""
        if encoding == "deflate":
            data = deflated(data)
            entries += DEFLATED
        reference = self.reserve()
        self._objects[reference].code = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (
            entries.encode("latin-1"),
            len(data),
            data,
        )
        return reference

    def write(self, catalog: Reference, information: Reference) -> bytes:
        """Return the file; its identifier follows from its content (14.4).

        Objects that are no streams are packed into streams of many (7.5.7), which halves a tagged file; where
        each object is, is told by a stream too (7.5.8).
        """
        self._store.updateSignature(b"".join([code.code for code in self._objects.values()]))
        digits = self._store.signature.hexdigest()  # type: ignore[attr-defined]
        file = _File()
        free = max(map(_number, self._objects)) + 1
        waiting: list[tuple[int, bytes]] = []
        for reference, code in self._objects.items():
            if code.code.endswith(b"endstream"):
                file.add(_number(reference), code.code)
                continue
            waiting.append((_number(reference), code.code))
            if len(waiting) == _PACK:
                file.pack(free, waiting)
                free, waiting = free + 1, []
        if waiting:
            file.pack(free, waiting)
            free += 1
        return file.finish(free, f"/Root {catalog}/Info {information}/ID[<{digits}><{digits}>]")


_PACK = 500
"""So many objects share a stream."""
_LEVEL = 9
_PLACE = struct.Struct(">BIH")
_FREE = _PLACE.pack(0, 0, 65535)


def _number(reference: Reference) -> int:
    return int(reference.partition(" ")[0])


class _File:
    """The bytes of a file, and where each object is."""

    def __init__(self) -> None:
        # Four bytes above 127 tell programs that the file is not text (7.5.2).
        self._parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        self._length = len(self._parts[0])
        self._places: dict[int, bytes] = {}

    def add(self, number: int, code: bytes) -> None:
        """Append an object."""
        self._places[number] = _PLACE.pack(1, self._length, 0)
        part = b"%d 0 obj\n%s\nendobj\n" % (number, code)
        self._parts.append(part)
        self._length += len(part)

    def pack(self, number: int, objects: Sequence[tuple[int, bytes]]) -> None:
        """Append a stream of objects."""
        heads, bodies, at = [], [], 0
        for index, (own, code) in enumerate(objects):
            heads.append(b"%d %d" % (own, at))
            bodies.append(code)
            at += len(code) + 1
            self._places[own] = _PLACE.pack(2, number, index)
        head = b" ".join(heads) + b"\n"
        data = zlib.compress(head + b"\n".join(bodies), _LEVEL)
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(head))
        self.add(number, b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data))

    def finish(self, number: int, trailer: str) -> bytes:
        """Append where everything is, and return the file."""
        start = self._length
        self._places[number] = _PLACE.pack(1, start, 0)
        rows = (self._places.get(index, _FREE) for index in range(number + 1))
        data = zlib.compress(b"".join(rows), _LEVEL)
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Filter/FlateDecode%s" % (number + 1, trailer.encode("ascii"))
        self.add(number, b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)


_KNOWN_NUMBERS = 4096
"""So many are remembered as they are written: sizes, colours and widths come again and again."""
NEGLIGIBLE = 0.05
"""Thousandths of an em that nobody sees and no file needs to carry."""


@lru_cache(_KNOWN_NUMBERS)
def number(value: float) -> str:
    """Return `value` as PDF writes numbers: no exponent, at most two decimals, none that are not needed."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def text_string(text: str) -> str:
    """Return a text string (7.9.2.2): in the encoding of PDF documents if it has it all, else in UTF-16."""
    if _ENCODED.issuperset(text):
        return f"({text.translate(_CODES)})"
    return f"<{utf16(text)}>"


# Annex D.2: as Latin 1, but for these, and with typographic marks between 128 and 160.
_TYPOGRAPHIC = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
_PLAIN = {chr(code): chr(code) for code in range(0x20, 0x7F)}
_LATIN = {chr(code): f"\\{code:o}" for code in (*range(0xA1, 0xAD), *range(0xAE, 0x100))}
_ESCAPED = {sign: f"\\{sign}" for sign in "\\()"}
_MARKS = {mark: f"\\{code:o}" for code, mark in enumerate(_TYPOGRAPHIC, 0x80)}
_CODES = str.maketrans(_PLAIN | _LATIN | _MARKS | {"€": "\\240"} | _ESCAPED)
_ENCODED = frozenset(map(chr, _CODES))


def utf16(text: str) -> str:
    """Return the hexadecimal digits of a text string in UTF-16."""
    return "feff" + text.encode("utf-16-be").hex()
