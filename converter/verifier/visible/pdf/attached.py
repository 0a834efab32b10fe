"""The files that travel inside a PDF (ISO 32000-1 7.11.4): the provenance, and the article."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

from converter.limits import LIMITS
from converter.verifier.visible.pdf.pdfium import text_of

_CLAIMS = "provenance.json"
_MOST = 100


class Attached(Struct, frozen=True):
    """What travels inside.

    Attributes:
        claims: the provenance; `None`: none.
        articles: all other files.
        others: names of those that are there twice.
    """

    claims: bytes | None
    articles: tuple[bytes, ...]
    others: tuple[str, ...]


def read_attached(document: pypdfium2.PdfDocument) -> Attached:
    """Return the files; of several of one name the first is taken, as readers list them."""
    files = list(_files(document))
    claims = next((data for name, data in files if name == _CLAIMS), None)
    articles = tuple(data for name, data in files if name != _CLAIMS)
    twice = [_CLAIMS] * (sum(name == _CLAIMS for name, _ in files) - 1)
    return Attached(claims, articles, tuple(twice))


def _files(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    left = LIMITS.input_bytes
    for index in range(min(raw.FPDFDoc_GetAttachmentCount(document.raw), _MOST)):
        attachment = raw.FPDFDoc_GetAttachment(document.raw, index)
        if attachment:
            data = _content(attachment, left)
            left -= len(data)
            yield text_of(raw.FPDFAttachment_GetName, attachment), data


def _content(attachment: Any, most: int) -> bytes:  # noqa: ANN401 - a handle of PDFium
    length = ctypes.c_ulong()
    if not raw.FPDFAttachment_GetFile(attachment, None, 0, length) or not 0 < length.value <= most:
        return b""
    buffer = ctypes.create_string_buffer(length.value)
    raw.FPDFAttachment_GetFile(attachment, buffer, length.value, length)
    return buffer.raw[: length.value]
