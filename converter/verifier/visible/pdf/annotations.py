"""Annotations (ISO 32000-1 12.5): notes, free text and fields of forms are shown beside the content."""

import ctypes

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

from converter.verifier.visible.pdf.lines import clean
from converter.verifier.visible.pdf.pdfium import text_of

_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5  # ISO 32000-1 table 165
_SILENT = frozenset((raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP))
"""What they say is for those who cannot see where they lead, or is said by another."""
_SAYING = (b"Contents", b"V")
_MOST = 10_000


class Remark(Struct, frozen=True):
    """What an annotation says.

    Attributes:
        text: as a reader has it.
        top: of its place, in points from the page's lower edge.
        seen: whether it is shown.
    """

    text: str
    top: float
    seen: bool


def read_remarks(page: pypdfium2.PdfPage) -> tuple[list[Remark], bool]:
    """Return what the annotations of a page say, and whether they may look like something.

    If so, what they look like is part of the page's content when it is opened the next time.
    """
    remarks: list[Remark] = []
    others = 0
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) in _SILENT:
                continue
            others += 1
            flags, corners = raw.FPDFAnnot_GetFlags(annotation), raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, ctypes.byref(corners))
            said = (clean(text_of(raw.FPDFAnnot_GetStringValue, annotation, key)) for key in _SAYING)
            seen = not flags & (_HIDDEN | _NO_VIEW)
            remarks += [Remark(text, corners.top, seen) for text in said if text]
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    if others:
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    return remarks, others > 0
