from io import BytesIO

from PIL import Image as Picture

from converter.model.article import Image
from converter.model.document import FigureBlock, Text
from converter.model.style import Color
from converter.writers.docx.cover import _pixel
from tests.sample import png, sample_style
from tests.writers.docx.opened import written


def figure(width: int, height: int, alternative: str = "A quay", caption: str = "") -> FigureBlock:
    image = Image(png(width, height), "image/png", width, height)
    return FigureBlock(image, alternative, (Text(caption),) if caption else ())


def size(*figures: FigureBlock) -> list[tuple[float, float]]:
    values = [int(value) / 12_700 for value in written(*figures).values("//wp:inline/wp:extent/@*")]
    return list(zip(values[::2], values[1::2], strict=True))


def test_a_small_picture_keeps_its_size() -> None:
    assert size(figure(120, 60)) == [(72, 36)]


def test_a_wide_picture_fills_the_column_in_its_proportions() -> None:
    style = sample_style()
    column = style.page.text_width - style.text["caption"].indent
    ((width, height),) = size(figure(4000, 1000))
    assert abs(width - column) < 0.01
    assert abs(height - column / 4) < 0.01


def test_a_tall_picture_leaves_room_for_its_caption() -> None:
    ((_, height),) = size(figure(100, 9000, caption="Tall"))
    assert height < sample_style().page.text_height


def test_alternative_text_is_said_and_escaped() -> None:
    opened = written(figure(9, 9, 'A "quay" & <more>\nbelow'))
    assert opened.values("//wp:docPr/@descr") == ['A "quay" & <more> below']


def test_a_picture_without_words_is_not_called_decorative() -> None:
    opened = written(figure(9, 9, ""))
    assert opened.values("//wp:docPr/@descr") == [""]
    assert b"decorative" not in opened.parts["word/document.xml"]


def test_the_same_picture_is_stored_once_and_drawings_are_counted() -> None:
    opened = written(figure(9, 9), figure(9, 9), figure(8, 8))
    assert [name for name in opened.parts if "media" in name] == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    assert opened.values("//wp:docPr/@id") == ["1", "2", "3"]


def test_a_caption_keeps_with_its_picture() -> None:
    opened = written(figure(9, 9, caption="Figure 1. The quay"))
    assert opened.styles() == ["BriefingFigure", "Caption"]
    assert opened.find("//w:p[w:pPr/w:pStyle/@w:val='BriefingFigure']/w:pPr/w:keepNext")


def test_the_pixel_of_a_cover_has_its_colour() -> None:
    with Picture.open(BytesIO(_pixel(Color(16, 49, 47)))) as picture:
        assert (picture.size, picture.convert("RGB").getpixel((0, 0))) == ((1, 1), (16, 49, 47))
