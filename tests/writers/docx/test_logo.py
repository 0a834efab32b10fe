from io import BytesIO
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace
from PIL import Image as Pillow

from converter.model.document import RunningLine, Text
from converter.model.style import Color, Cover, Length, Logo, Style
from converter.writers.docx import write_docx
from tests.sample import png, sample_document, sample_style
from tests.writers.docx.opened import Opened, look, written

BAND = Cover("band", Length(100), Color(16, 49, 47))


def styled(height: float, size_px: tuple[int, int] = (40, 10)) -> Style:
    """Return the sample's style with a logo of this height."""
    return with_logo(png(*size_px), height)


def with_logo(data: bytes, height: float) -> Style:
    """Return the sample's style with these bytes for a logo."""
    return replace(sample_style(), logo=Logo("logo.png", "House & Co", Length(height), data))


def size_pt(opened: Opened) -> list[float]:
    return [int(emu) / 12_700 for emu in opened.values("//wp:inline/wp:extent/@*", "header2")]


def test_a_logo_is_in_the_line_of_the_first_pages_header_alone() -> None:
    opened = written(style=styled(30))
    assert opened.find("//w:sectPr/w:titlePg")
    assert len(opened.find("//w:p/w:r/w:drawing/wp:inline", "header2")) == 1
    assert not opened.find("//w:drawing", "header1")
    assert opened.values("//w:t/text()", "header2") == opened.values("//w:t/text()", "header1")


def test_a_logo_has_its_height_and_its_words() -> None:
    opened = written(style=styled(30))
    assert size_pt(opened) == [120, 30]
    assert opened.values("//wp:docPr/@descr", "header2") == ["House & Co"]


def test_a_wide_logo_leaves_more_than_half_of_the_width() -> None:
    style = styled(60, (1000, 10))
    width, height = size_pt(written(style=style))
    assert style.page.text_width / 3 < width < style.page.text_width / 2
    assert width / height == pytest.approx(100, rel=0.01)


def test_the_header_refers_to_the_picture_itself() -> None:
    opened = written(style=styled(30))
    (id_,) = opened.values("//a:blip/@r:embed", "header2")
    path = f"//rel:Relationship[@Id='{id_}']/@Target"
    (target,) = opened.values(path, "word/_rels/header2.xml.rels")
    assert opened.parts[f"word/{target}"] == png(40, 10)
    numbers = opened.values("//wp:docPr/@id") + opened.values("//wp:docPr/@id", "header2")
    assert len(numbers) == len(set(numbers)) == 2


def test_a_jpeg_is_stored_as_one() -> None:
    jpeg = BytesIO()
    Pillow.new("RGB", (40, 10)).save(jpeg, "JPEG")
    style = with_logo(jpeg.getvalue(), 30)
    stored = [name for name in written(style=style).parts if name.endswith(".jpeg")]
    assert len(stored) == 1


def test_the_line_grows_with_the_logo_and_keeps_the_text_away() -> None:
    style = styled(30)
    opened = written(style=style)
    assert opened.values("//w:spacing/@w:lineRule", "header2") == ["atLeast"]
    assert opened.values("//w:spacing/@w:after", "header2") == [str(style.text["body"].leading.twips)]


@pytest.mark.parametrize(
    ("header", "texts"),
    [
        (RunningLine(left=(Text("left"),), right=(Text("right"),)), ["\u2003", "left", "right"]),
        (RunningLine(center=(Text("middle"),)), ["\u2003", "middle"]),
        (RunningLine(right=(Text("right"),)), ["right"]),
    ],
)
def test_words_next_to_the_logo_keep_off_it(header: RunningLine, texts: list[str]) -> None:
    opened = written(style=styled(30), first_header=header)
    assert opened.values("//w:r[w:drawing]/following-sibling::w:r/w:t/text()", "header2") == texts


def test_a_logo_stands_on_the_band() -> None:
    plain = written(style=replace(sample_style(), cover=BAND))
    opened = written(style=replace(styled(200), cover=BAND))
    kinds = [each.tag.rpartition("}")[2] for each in opened.find("//w:drawing/*", "header2")]
    assert kinds == ["anchor", "inline"]
    before, after = (
        int(each.values("//wp:anchor/wp:extent/@cy", "header2")[0]) / 12_700 for each in (plain, opened)
    )
    assert after - before == pytest.approx(look(styled(200)).first_top - sample_style().page.top)


def test_text_begins_below_a_logo_that_is_higher_than_the_margin() -> None:
    page, body = sample_style().page, sample_style().text["body"]
    assert look().first_top == look(styled(10)).first_top == page.top
    below = look(styled(100, (9, 9))).first_top - page.header - 100
    assert body.leading < below < 2 * body.leading


def test_the_same_logo_makes_the_same_bytes() -> None:
    first, second = (write_docx(sample_document(), styled(30)) for _ in range(2))
    assert first == second


def test_a_logo_that_cannot_be_read_is_left_out_with_a_notice() -> None:
    style = with_logo(png(40, 10)[:40], 100)
    report = write_docx(sample_document(), style)
    assert [(each.code, each.where) for each in report.notices] == [("picture-unreadable", "logo.png")]
    assert report.data == write_docx(sample_document(), sample_style()).data


def test_on_a_template_the_header_stays_the_houses(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "house.docx"))
    word = {"template": str(tmp_path / "house.docx")}
    data = write_docx(sample_document(), replace(styled(30), word=word)).data
    assert data == write_docx(sample_document(), replace(sample_style(), word=word)).data
