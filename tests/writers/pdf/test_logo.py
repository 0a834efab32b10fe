"""The logo as other programs find it: pdfium where it stands, pikepdf what it is."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image as Pillow

from converter.model.document import Document, RunningLine, Text, TitleBlock
from converter.model.style import Color, Cover, Length, Logo, Style
from converter.writers.pdf import write_pdf
from tests.sample import png, sample_document, sample_style
from tests.writers.pdf.documents import document, small_page, text
from tests.writers.pdf.tagged import artifact_text, read_tags

Bounds = tuple[float, float, float, float]
RIVER = document(TitleBlock("", (Text("River"),), (), ()), text("ships"))


def styled(height: float, size_px: tuple[int, int] = (40, 10)) -> Style:
    """Return the sample's style with a logo of this height."""
    return with_logo(png(*size_px), height)


def with_logo(data: bytes, height: float) -> Style:
    """Return the sample's style with these bytes for a logo."""
    return replace(sample_style(), logo=Logo("logo.png", "House", Length(height), data))


def pictures(data: bytes) -> list[list[Bounds]]:
    """Return left, bottom, right and top of the pictures of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            [each.get_bounds() for each in page.get_objects() if isinstance(each, pypdfium2.PdfImage)]
            for page in pdf
        ]


def words(data: bytes, wanted: str) -> Bounds:
    """Return left, bottom, right and top of the first letter of `wanted` on the first page."""
    with pypdfium2.PdfDocument(data) as pdf:
        extracted = pdf[0].get_textpage()
        bounds: Bounds = extracted.get_charbox(extracted.get_text_range().index(wanted))
        return bounds


def headed(left: str = "", center: str = "", right: str = "") -> Document:
    """Return a document with these words in the first page's header."""
    line = RunningLine(*((Text(part),) if part else () for part in (left, center, right)))
    return replace(RIVER, first_header=line)


def test_a_logo_stands_at_the_top_of_the_header_at_the_left_margin() -> None:
    style = styled(30)
    ((found,),) = pictures(write_pdf(RIVER, style).data)
    left, top = style.page.left, style.page.height - style.page.header
    assert found == pytest.approx((left, top - 30, left + 120, top), abs=0.01)


def test_a_logo_stands_on_the_first_page_alone() -> None:
    style = small_page(styled(10))
    found = pictures(write_pdf(document(text("river and port " * 300)), style).data)
    assert len(found) > 2
    assert [len(page) for page in found] == [1] + [0] * (len(found) - 1)


def test_a_wide_logo_leaves_more_than_half_of_the_width() -> None:
    style = styled(60, (1000, 10))
    (((left, bottom, right, top),),) = pictures(write_pdf(RIVER, style).data)
    assert style.page.text_width / 3 < right - left < style.page.text_width / 2
    assert (right - left) / (top - bottom) == pytest.approx(100, rel=0.01)


def test_a_logo_is_an_artifact_of_the_header() -> None:
    data = write_pdf(headed(right="SECRET"), styled(30)).data
    assert read_tags(data).all("Figure") == []
    assert artifact_text(data, 0) == "SECRET"
    with pikepdf.open(BytesIO(data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert re.search(rb"/Artifact<</Type/Pagination/Subtype/Header>>BDC\s+q [^q]* cm /I0 Do Q", content)


def test_the_text_begins_below_a_logo_that_is_higher_than_the_margin() -> None:
    plain, low, high = (
        words(write_pdf(RIVER, style).data, "River")[3]
        for style in (sample_style(), styled(10), styled(100, (9, 9)))
    )
    page, body = sample_style().page, sample_style().text["body"]
    assert low == plain
    assert high < page.height - page.header - 100 - body.leading
    assert high > page.height - page.header - 100 - 4 * body.leading


@pytest.mark.parametrize("place", ["left", "center", "right"])
def test_words_of_the_header_stand_beside_the_logo_on_its_baseline(place: str) -> None:
    data = write_pdf(headed(**{place: "HOUSE"}), styled(40, (5000, 1000))).data
    ((logo,),) = pictures(data)
    left, bottom, *_ = words(data, "HOUSE")
    assert left > logo[2]
    assert bottom == pytest.approx(logo[1], abs=0.5)


def test_words_that_have_no_room_beside_the_logo_are_cut() -> None:
    style = styled(60, (1000, 10))
    long = "a very long title " * 9
    for shown in (headed(left=long), headed(center=long), headed(right=long)):
        data = write_pdf(shown, style).data
        ((logo,),) = pictures(data)
        assert artifact_text(data, 0).endswith("…")
        assert words(data, "a very long")[0] > logo[2]


def test_a_band_reaches_below_the_logo_and_the_title_block() -> None:
    style = replace(styled(200), cover=Cover("band", Length(100), Color(200, 210, 220)))
    data = write_pdf(RIVER, style).data
    ((logo,),) = pictures(data)
    with pypdfium2.PdfDocument(data) as pdf:
        band = min(each.get_bounds()[1] for each in pdf[0].get_objects() if each.get_bounds()[0] <= 0)
    assert logo[1] > words(data, "River")[3] > band > words(data, "ships")[3]


def test_a_jpeg_is_taken_as_it_is() -> None:
    jpeg = BytesIO()
    Pillow.new("RGB", (40, 10)).save(jpeg, "JPEG")
    style = with_logo(jpeg.getvalue(), 30)
    with pikepdf.open(BytesIO(write_pdf(RIVER, style).data)) as pdf:
        (stored,) = pdf.pages[0].Resources.XObject.values()
        assert stored.read_raw_bytes() == jpeg.getvalue()


def test_the_same_logo_makes_the_same_bytes() -> None:
    first, second = (write_pdf(sample_document(), styled(30)) for _ in range(2))
    assert first == second


def test_a_logo_that_cannot_be_read_is_left_out_with_a_notice() -> None:
    style = with_logo(png(40, 10)[:40], 100)
    report = write_pdf(RIVER, style)
    assert [(each.code, each.where) for each in report.notices] == [("picture-unreadable", "logo.png")]
    assert report.data == write_pdf(RIVER, sample_style()).data
