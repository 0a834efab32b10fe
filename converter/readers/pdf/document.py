"""Opening a PDF and closing it again, and the one line for each reason why it cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from pypdfium2 import raw

from converter.errors import InputError
from converter.limits import LIMITS
from converter.readers.original import Original

_LOCK = Lock()
"""PDFium keeps its state in one place for all documents."""


@contextmanager
def open_document(original: Original) -> Iterator[pypdfium2.PdfDocument]:
    """Yield the document, and close it with all its pages.

    What only restricts printing or copying is no obstacle: the document opens without a password.

    Raises:
        InputError: `input-encrypted`, `input-broken`, `pdf-too-long`.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(original.data)
        except pypdfium2.PdfiumError as error:
            raise _refused(error, original) from None
        try:
            count = len(document)
            if count <= 0:
                raise _broken(original.name)
            if count > LIMITS.pdf_pages:
                raise InputError(
                    "pdf-too-long",
                    f"says that it has {count} pages; more than {LIMITS.pdf_pages} are not read",
                    where=original.name,
                    remedy="take the article's pages out first: qpdf FILE --pages . 1-100 -- part.pdf",
                )
            yield document
        finally:
            document.close()


def _refused(error: pypdfium2.PdfiumError, original: Original) -> InputError:
    where = original.name
    locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
    # PDFium does not always say why, and then its last word is on another file. Even where all objects are
    # packed, what names the encryption is not (ISO 32000-2 7.5.8.2).
    if locked and b"Encrypt" in original.data:
        return InputError(
            "input-encrypted",
            "is protected by a password",
            where=where,
            remedy="save it without, as with: qpdf --password=PASSWORD --decrypt FILE open.pdf",
        )
    return _broken(where)


def _broken(where: str) -> InputError:
    return InputError(
        "input-broken",
        "is damaged: it has no pages that could be read",
        where=where,
        remedy="fetch it anew, or try to mend it, as with: qpdf FILE mended.pdf",
    )
