"""Stationery under the pages of a PDF, as other programs find it."""

from io import BytesIO
from typing import Literal

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from converter.model.document import Text, TitleBlock
from converter.model.style import Color, Cover, Length, Stationery, Style, Underlay
from converter.writers.pdf import write_pdf
from converter.writers.pdf.underlay import png_raster
from tests.sample import sample_style
from tests.sheets import BLUE, RED, picture
from tests.writers.pdf.documents import document, text
from tests.writers.pdf.tagged import read_tags

PIXEL = tuple[int, ...]
TWO_PAGES = document(TitleBlock("", (Text("River"),), (), ()), *[text("the quay opened ") for _ in range(60)])


def sheet(kind: str = "PNG", color: object = RED) -> Underlay:
    data = picture(kind, (60, 85), color=color)
    return Underlay(f"{color}.png", lambda: data)


def on(first: Underlay | None, following: Underlay | None, **changes: object) -> Style:
    changed = replace(sample_style(), stationery=Stationery(first, following))
    return replace(changed, **changes)


def images(data: bytes) -> list[Image.Image]:
    """Return the images of a file, each once."""
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        return [pikepdf.PdfImage(one).as_pil_image() for one in streams if one.get("/Subtype") == "/Image"]


def corners(data: bytes) -> list[tuple[PIXEL, PIXEL]]:
    """Return the colour in the upper left and in the lower right corner of the first two pages."""
    with pypdfium2.PdfDocument(data) as pdf:
        drawn = [pdf[index].render(scale=0.2).to_pil().convert("RGB") for index in range(2)]
    return [(page.getpixel((1, 1)), page.getpixel((page.width - 2, page.height - 2))) for page in drawn]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_each_page_lies_on_its_sheet_from_edge_to_edge(direction: Literal["ltr", "rtl"]) -> None:
    found = write_pdf(replace(TWO_PAGES, direction=direction), on(sheet(), sheet(color=BLUE))).data
    assert corners(found) == [(RED, RED), (BLUE, BLUE)]


def test_one_sheet_under_all_pages_is_drawn_once() -> None:
    both = sheet()
    assert len(images(write_pdf(TWO_PAGES, on(both, both)).data)) == 1
    assert len(images(write_pdf(TWO_PAGES, on(sheet(), sheet())).data)) == 1
    assert len(images(write_pdf(TWO_PAGES, on(sheet(), sheet(color=BLUE))).data)) == 2


def test_pages_without_a_sheet_are_white() -> None:
    white = (255, 255, 255)
    assert corners(write_pdf(TWO_PAGES, on(sheet(), None)).data) == [(RED, RED), (white, white)]
    assert corners(write_pdf(TWO_PAGES, on(None, sheet())).data) == [(white, white), (RED, RED)]


def test_a_cover_lies_on_the_sheet() -> None:
    style = on(sheet(), None, cover=Cover("band", Length(200), Color(0, 0, 255)))
    assert corners(write_pdf(TWO_PAGES, style).data)[0] == (BLUE, RED)


def test_it_is_an_artifact_below_everything() -> None:
    data = write_pdf(TWO_PAGES, on(sheet(), None)).data
    assert read_tags(data).all("Figure") == []
    with pikepdf.open(BytesIO(data)) as pdf:
        content = pdf.pages[0].obj["/Contents"].read_bytes()
    assert content.startswith(b"/Artifact BMC\nq ")


@pytest.mark.parametrize(
    ("mode", "color"),
    [("L", 77), ("RGB", (1, 2, 3)), ("P", 0), ("1", 1)],
    ids=["grey", "rgb", "palette", "bits"],
)
def test_samples_of_a_png_are_taken_as_they_are(mode: str, color: object) -> None:
    image = Image.new(mode, (30, 42), color)  # type: ignore[arg-type]
    if mode == "P":
        image.putpalette([9, 8, 7, 250, 0, 0, 0, 250, 0])
    for place in range(0, 30, 3):
        image.putpixel((place, place), 1 if mode in {"P", "1"} else color)  # type: ignore[arg-type]
    file = BytesIO()
    image.save(file, "PNG")
    data = file.getvalue()
    assert png_raster(data).data in data
    (found,) = images(write_pdf(TWO_PAGES, on(Underlay("x", lambda: data), None)).data)
    assert found.convert("RGB").tobytes() == image.convert("RGB").tobytes()


def test_a_jpeg_is_taken_as_it_is() -> None:
    underlay = sheet("JPEG")
    assert underlay.draw() in write_pdf(TWO_PAGES, on(underlay, underlay)).data


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert write_pdf(TWO_PAGES, on(sheet(), None)).data == write_pdf(TWO_PAGES, on(sheet(), None)).data
