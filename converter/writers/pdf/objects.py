"""The numbered objects of a PDF file and their syntax (ISO 32000-1 7.3 and 7.5).

ReportLab numbers them and writes the file; this is the only module that knows it.
"""

import zlib
from typing import Literal

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

Reference = str
"""How other objects name an object: `12 0 R`."""


class _Code(PDFObject):
    """An object that is PDF code already."""

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
            data = zlib.compress(data)
            entries += "/Filter/FlateDecode"
        reference = self.reserve()
        self._objects[reference].code = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (
            entries.encode("latin-1"),
            len(data),
            data,
        )
        return reference

    def write(self, catalog: Reference, information: Reference) -> bytes:
        """Return the file; its identifier follows from its content (14.4)."""
        for code in self._objects.values():
            self._store.updateSignature(code.code)
        self._store.Catalog = self._objects[catalog]  # type: ignore[attr-defined]
        self._store.info = self._objects[information]  # type: ignore[assignment]
        return bytes(self._store.format())


NEGLIGIBLE = 0.05
"""Thousandths of an em that nobody sees and no file needs to carry."""


def number(value: float) -> str:
    """Return `value` as PDF writes numbers: no exponent, at most two decimals, none that are not needed."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def text_string(text: str) -> str:
    """Return a text string (7.9.2.2): readable where it is plain, else UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<{utf16(text)}>"


def utf16(text: str) -> str:
    """Return the hexadecimal digits of a text string in UTF-16."""
    return "feff" + text.encode("utf-16-be").hex()
