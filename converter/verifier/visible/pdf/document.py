"""Opening a PDF within limits, and the one line for each reason why it cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw

from converter.errors import InputError
from converter.limits import LIMITS
from converter.rasters import PDFIUM


@contextmanager
def open_document(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Yield the document, and close it with all its pages.

    Raises:
        InputError: `input-broken`, `input-encrypted`, `pdf-too-long`.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refused(error, data) from None
        try:
            if len(document) <= 0:
                raise broken("it has no pages that could be read")
            if len(document) > LIMITS.pdf_pages:
                raise too_long(f"says that it has {len(document)} pages", LIMITS.pdf_pages)
            yield document
        finally:
            document.close()


@contextmanager
def open_page(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage]:
    """Yield a page, upright as it is drawn, and close it.

    Raises:
        InputError: `input-broken`.
    """
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        raise broken(f"page {index + 1} cannot be read") from None
    try:
        page.set_rotation(0)
        yield page
    finally:
        page.close()


def broken(what: str) -> InputError:
    """Return the error of a file that is damaged."""
    return InputError(
        "input-broken", f"is damaged: {what}", remedy="verify the report as it was made, or make it anew"
    )


def too_long(what: str, most: int) -> InputError:
    """Return the error of a file that holds more than a report may."""
    return InputError(
        "pdf-too-long",
        f"{what}; more than {most} are not read",
        remedy="verify reports that `briefing` made",
    )


def _refused(error: pypdfium2.PdfiumError, data: bytes) -> InputError:
    locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
    # PDFium does not always say why, and then its last word is on another file
    if locked and b"Encrypt" in data:
        return InputError(
            "input-encrypted",
            "is protected by a password",
            remedy="save it without, as with: qpdf --password=PASSWORD --decrypt FILE open.pdf",
        )
    return broken("it is no PDF that could be opened")
