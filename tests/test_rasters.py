"""Pages as pictures."""

import io

import pikepdf
import pytest

from converter.limits import Limits
from converter.rasters import RasterError, page_sizes, raster, rasters


def _pdf(*sizes: tuple[float, float], locked_with: str = "") -> bytes:
    """Return a PDF whose pages have these sizes in points, each with a red square at its lower left."""
    pdf = pikepdf.new()
    for size in sizes:
        page = pdf.add_blank_page(page_size=size)
        page.Contents = pdf.make_stream(b"1 0 0 rg 0 0 36 36 re f")
    file = io.BytesIO()
    pdf.save(
        file, encryption=pikepdf.Encryption(owner=locked_with, user=locked_with) if locked_with else None
    )
    return file.getvalue()


def test_each_page_is_drawn_at_the_resolution_that_is_wanted() -> None:
    first, second = rasters(_pdf((144, 72), (72, 144)), dpi=100)
    assert (first.size, second.size) == ((200, 100), (100, 200))
    assert first.getpixel((10, 90)) == (255, 0, 0)
    assert first.getpixel((190, 10)) == (255, 255, 255)


def test_no_more_pages_are_drawn_than_are_wanted() -> None:
    assert len(list(rasters(_pdf((72, 72), (72, 72), (72, 72)), dpi=72, most=2))) == 2


def test_a_page_can_be_drawn_alone_and_its_size_is_known_before() -> None:
    pdf = _pdf((144, 72), (72, 144))
    assert page_sizes(pdf) == ((144, 72), (72, 144))
    assert raster(pdf, 1, dpi=100).tobytes() == list(rasters(pdf, dpi=100))[1].tobytes()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"no pdf", "is not a PDF, or is damaged"),
        (_pdf((72, 72), locked_with="x"), "needs a password"),
        (_pdf((14_400, 14_400)), "page 1 is too large"),
    ],
    ids=["damaged", "locked", "large"],
)
def test_what_cannot_be_drawn_is_said(data: bytes, what: str) -> None:
    with pytest.raises(RasterError) as caught:
        list(rasters(data, dpi=72))
    assert str(caught.value) == what
    with pytest.raises(RasterError) as caught:
        raster(data, 0, dpi=72)
    assert str(caught.value) == what


def test_a_page_that_just_fits_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.rasters.LIMITS", Limits(image_pixels=144 * 72))
    assert raster(_pdf((144, 72)), 0, dpi=72).size == (144, 72)
    with pytest.raises(RasterError, match=r"^page 2 is too large$"):
        list(rasters(_pdf((144, 72), (144, 73)), dpi=72))


def test_a_page_that_is_damaged_is_named() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(72, 72))
    pdf.add_blank_page(page_size=(72, 72))
    pdf.Root.Pages.Kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Font)
    file = io.BytesIO()
    pdf.save(file)
    drawn = rasters(file.getvalue(), dpi=72)
    assert next(drawn).mode == "RGB"
    with pytest.raises(RasterError) as caught:
        next(drawn)
    assert str(caught.value) == "page 2 is damaged"
    with pytest.raises(RasterError) as caught:
        page_sizes(file.getvalue())
    assert str(caught.value) == "is damaged"


def test_sizes_are_told_without_drawing() -> None:
    assert page_sizes(_pdf((144, 72), (72, 14_400), (3, 3)), most=2) == ((144, 72), (72, 14_400))
    with pytest.raises(RasterError, match="is not a PDF, or is damaged"):
        page_sizes(b"no pdf")
