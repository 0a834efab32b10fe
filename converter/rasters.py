"""Pages of a PDF as pictures, such as a letterhead that lies under a report, or the pages of a preview."""

from collections.abc import Iterator
from itertools import islice
from threading import RLock

import pypdfium2
from PIL.Image import Image

from converter.limits import LIMITS

POINTS_PER_INCH = 72

PDFIUM = RLock()
"""PDFium is not made for threads: one at a time may call it, and holds this."""


class RasterError(ValueError):
    """What is wrong, in a phrase: no PDF, damaged or locked, or a page that is too large to draw."""


def page_sizes(pdf: bytes, most: int = LIMITS.pdf_pages) -> tuple[tuple[float, float], ...]:
    """Return width and height, in points, of the first `most` pages of `pdf`, as they are shown.

    Raises:
        RasterError: the file cannot be opened.
    """
    with PDFIUM, _opened(pdf) as document:
        try:
            return tuple(map(document.get_page_size, range(min(len(document), most))))
        except pypdfium2.PdfiumError as error:
            raise RasterError("is damaged") from error


def raster(pdf: bytes, index: int, dpi: float) -> Image:
    """Return the page of `pdf` at `index`, which counts from 0 and must be there; else as `rasters`."""
    with PDFIUM, _opened(pdf) as document:
        return _drawn(document, index, dpi)


def rasters(pdf: bytes, dpi: float, most: int = LIMITS.pdf_pages) -> Iterator[Image]:
    """Yield the pages of `pdf` as opaque RGB pictures on white.

    Args:
        pdf: the file's bytes.
        dpi: pixels to the inch, more than 0.
        most: how many pages are wanted.

    Raises:
        RasterError: the file cannot be drawn.
    """
    with PDFIUM:
        document = _opened(pdf)
    try:
        for index in islice(range(len(document)), most):
            with PDFIUM:
                picture = _drawn(document, index, dpi)
            yield picture
    finally:
        with PDFIUM:
            document.close()


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        # its last word may be on another file
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD and b"Encrypt" in pdf
        raise RasterError("needs a password" if locked else "is not a PDF, or is damaged") from error


def _drawn(document: pypdfium2.PdfDocument, index: int, dpi: float) -> Image:
    try:
        page = document[index]
        width, height = (side * dpi / POINTS_PER_INCH for side in page.get_size())
        if width * height > LIMITS.image_pixels:
            raise RasterError(f"page {index + 1} is too large")
        picture: Image = page.render(scale=dpi / POINTS_PER_INCH).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise RasterError(f"page {index + 1} is damaged") from error
    page.close()
    return picture
