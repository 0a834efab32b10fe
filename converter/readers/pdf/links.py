"""Links: annotations over words (ISO 32000-2 12.5.6.5)."""

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2
from msgspec.structs import replace
from pypdfium2 import raw

from converter.links import MAX_LENGTH
from converter.readers.pdf.characters import Word

_SIGNS = ".,;:!?)]”»"
_SLACK = 0.1

_MOST = 5_000
"""Links of a page that are followed."""

_Rectangle = tuple[float, float, float, float]


def put_links(page: pypdfium2.PdfPage, words: list[Word], box: _Rectangle) -> None:
    """Note at each of `words` the address that it leads to; pages that are turned keep none."""
    if not words or page.get_rotation():
        return
    areas = list(_areas(page, box))
    if areas:
        words[:] = [part for word in words for part in _linked(word, areas)]


def _linked(word: Word, areas: Sequence[tuple[_Rectangle, str]]) -> list[Word]:
    """Return `word` with its address; a full stop that lies behind the area is parted from it."""
    middle, height = (word.left + word.right) / 2, word.baseline + word.look.size / 4
    for (left, bottom, right, top), address in areas:
        if left <= middle <= right and bottom <= height <= top:
            stem = word.text.rstrip(_SIGNS)
            if stem == word.text or not stem or word.right < right + _SLACK * word.look.size:
                return [replace(word, link=address)]
            signs = replace(word, text=word.text[len(stem) :], left=min(right, word.right), glued=True)
            return [replace(word, text=stem, right=right, link=address), signs]
    return [word]


def _areas(page: pypdfium2.PdfPage, box: _Rectangle) -> Iterator[tuple[_Rectangle, str]]:
    place = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    rectangle = raw.FS_RECTF()
    for _ in range(_MOST):
        if not raw.FPDFLink_Enumerate(page.raw, place, link):
            return
        address = _address(page, link)
        if address and raw.FPDFLink_GetAnnotRect(link, rectangle):
            low, high = sorted((rectangle.bottom, rectangle.top))
            yield (rectangle.left - box[0], low - box[1], rectangle.right - box[0], high - box[1]), address


def _address(page: pypdfium2.PdfPage, link: object) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    document = page.pdf.raw
    length = raw.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= MAX_LENGTH:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
