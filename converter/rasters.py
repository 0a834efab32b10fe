"""Pages of a PDF as pictures, such as a letterhead that lies under a report, or the pages of a preview."""

from collections.abc import Iterator
from itertools import islice
from threading import Lock

import pypdfium2
from PIL.Image import Image

from converter.limits import LIMITS

POINTS_PER_INCH = 72

_PDFIUM = Lock()
"""PDFium is not made for threads: one page is drawn at a time."""


class RasterError(ValueError):
    """What is wrong, in a phrase: no PDF, damaged or locked, or a page that is too large to draw."""


def rasters(pdf: bytes, dpi: float, most: int = LIMITS.pdf_pages) -> Iterator[Image]:
    """Yield the pages of `pdf` as opaque RGB pictures on white.

    Args:
        pdf: the file's bytes.
        dpi: pixels to the inch, more than 0.
        most: how many pages are wanted.

    Raises:
        RasterError: the file cannot be drawn.
    """
    with _PDFIUM:
        document = _opened(pdf)
    try:
        for index in islice(range(len(document)), most):
            with _PDFIUM:
                picture = _drawn(document, index, dpi)
            yield picture
    finally:
        with _PDFIUM:
            document.close()


def raster(pdf: bytes, dpi: float, index: int) -> Image:
    """Return the page at `index` of `pdf` as `rasters` draws it, and errors as it does."""
    with _PDFIUM:
        document = _opened(pdf)
        try:
            return _drawn(document, index, dpi)
        finally:
            document.close()


def page_sizes(pdf: bytes, most: int = LIMITS.pdf_pages) -> list[tuple[float, float]]:
    """Return width and height, in points, of the first `most` pages of `pdf`, as they are shown.

    Raises:
        RasterError: the file cannot be opened.
    """
    with _PDFIUM:
        document = _opened(pdf)
        try:
            return [document.get_page_size(index) for index in range(min(len(document), most))]
        except pypdfium2.PdfiumError as error:
            raise RasterError("is damaged") from error
        finally:
            document.close()


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
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
