"""The label of a handling mark as other programs find it on each page of a PDF."""

from typing import Literal

import pypdfium2
import pytest
from msgspec.structs import replace

from converter.model.document import Document, RunningLine, Text, TitleBlock
from converter.model.style import Color, HandlingMark, Length, Page, Style
from converter.writers.pdf import write_pdf
from tests.sample import sample_style
from tests.writers.pdf.documents import document, text
from tests.writers.pdf.tagged import artifact_text, read_tags

Bounds = tuple[float, float, float, float]
MARK = HandlingMark("TLP:AMBER", Color(255, 192, 0), Color(0, 0, 0), Length(12))
SAID = RunningLine(left=(Text("River"),), right=(Text("seven"),))
TWO_PAGES = document(
    TitleBlock("", (Text("River"),), (), ()),
    *[text("the quay opened while engineers measured ") for _ in range(20)],
)


def low(style: Style) -> Style:
    """Return a style whose pages are low, so that there are several."""
    page = Page(*map(Length, (style.page.width, 400, 60, 60, 68, 68, 34, 34)))
    return replace(style, page=page)


def marked(mark: HandlingMark = MARK, **changes: object) -> Document:
    return replace(TWO_PAGES, mark=mark, header=SAID, footer=SAID, **changes)


def boxes(data: bytes, wanted: str) -> list[list[Bounds]]:
    """Return left, bottom, right, top of each place where `wanted` stands, page by page."""
    found: list[list[Bounds]] = []
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            words = page.get_textpage()
            starts, searcher = [], words.search(wanted, match_case=True)
            while hit := searcher.get_next():
                starts.append(hit)
            ends = [(words.get_charbox(at), words.get_charbox(at + length - 1)) for at, length in starts]
            found.append([(a[0], min(a[1], b[1]), b[2], max(a[3], b[3])) for a, b in ends])
    return found


def grounds(data: bytes) -> list[list[Bounds]]:
    """Return the bounds of the rectangles of each page that are as high as a label."""
    with pypdfium2.PdfDocument(data) as pdf:
        drawn = [[each.get_bounds() for each in page.get_objects()] for page in pdf]
    return [[each for each in page if abs(each[3] - each[1] - MARK.height) < 0.1] for page in drawn]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_it_stands_at_the_right_of_both_ends_of_every_page(direction: Literal["ltr", "rtl"]) -> None:
    style = low(sample_style())
    data = write_pdf(marked(direction=direction), style).data
    # PDFium takes the words of a page from right to left apart at the colon
    pages = boxes(data, "AMBER")
    assert len(pages) > 1
    right = style.page.width - style.page.right
    for labels, rectangles in zip(pages, grounds(data), strict=True):
        assert len(labels) == 2
        for label, ground in zip(sorted(labels), sorted(rectangles), strict=True):
            assert label[2] == pytest.approx(right - MARK.padding, abs=1.5)
            assert ground[2] == pytest.approx(right, abs=0.1)
            assert ground[0] < label[0] < label[2] < ground[2]
            assert ground[1] < label[1] < label[3] < ground[3]


def test_it_keeps_clear_of_header_footer_and_text() -> None:
    style = low(sample_style())
    data = write_pdf(marked(), style).data
    for labels, lines, body in zip(
        boxes(data, "TLP:AMBER"), boxes(data, "seven"), boxes(data, "quay"), strict=True
    ):
        foot, head = sorted(labels, key=lambda box: box[1])
        below, above = sorted(lines, key=lambda box: box[1])
        assert foot[3] < below[1] < below[3] < min(box[1] for box in body)
        assert max(box[3] for box in body) < above[1] < above[3] < head[1]
        assert head[3] < style.page.height - style.page.header + 0.1
        assert foot[1] > style.page.footer - 0.1


def test_it_is_an_artifact() -> None:
    data = write_pdf(marked(), low(sample_style())).data
    assert "TLP" not in read_tags(data).text()
    assert artifact_text(data, 1).count("TLP:AMBER") == 2


@pytest.mark.parametrize(("position", "place"), [("left", 68.0), ("center", None), ("right", None)])
def test_it_stands_where_the_scheme_says(
    position: Literal["left", "center", "right"], place: float | None
) -> None:
    style = low(sample_style())
    data = write_pdf(marked(mark=replace(MARK, position=position)), style).data
    left, _, right, _ = grounds(data)[0][0]
    middle = (left + right) / 2
    assert place is None or left == pytest.approx(place, abs=0.1)
    assert (middle == pytest.approx(style.page.width / 2, abs=0.1)) == (position == "center")
