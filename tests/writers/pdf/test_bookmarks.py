from io import BytesIO
from typing import Literal

import pikepdf
import pypdfium2

from converter.model.document import HeadingBlock, Text, TextBlock
from converter.writers.pdf import write_pdf
from tests.sample import sample_document, sample_style
from tests.writers.pdf.documents import document, text


def bookmarks(data: bytes) -> list[tuple[int, str, int]]:
    """Return depth, title and page index of each bookmark."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]


def test_headings_are_bookmarks() -> None:
    assert bookmarks(write_pdf(sample_document(), sample_style()).data) == [
        (0, "Summary", 0),
        (0, "Background", 0),
        (1, "A slow century", 0),
        (0, "Implications", 0),
        (1, "Source and method", 1),
        (1, "References", 1),
    ]


def test_a_level_left_out_does_not_leave_a_gap() -> None:
    levels: tuple[Literal[1, 2, 3], ...] = (3, 1, 3, 2, 1)
    headings = [HeadingBlock(level, (Text(f"“{level}”"),), f"h{place}") for place, level in enumerate(levels)]
    found = bookmarks(write_pdf(document(*headings), sample_style()).data)
    assert [(depth, title) for depth, title, _ in found] == [
        (0, "“3”"),
        (0, "“1”"),
        (1, "“3”"),
        (1, "“2”"),
        (0, "“1”"),
    ]


def test_a_document_without_headings_has_no_bookmarks() -> None:
    assert bookmarks(write_pdf(document(text("river")), sample_style()).data) == []


def test_anchors_are_destinations_that_links_reach() -> None:
    there = TextBlock("body", (Text("See the "), Text("summary", link="#summary")))
    data = write_pdf(
        document(there, HeadingBlock(1, (Text("Summary"),), "summary"), text("river")), sample_style()
    ).data
    with pikepdf.open(BytesIO(data)) as pdf:
        names = pdf.Root.Names.Dests.Names
        assert [str(name) for name in names][::2] == ["summary"]
        (annotation,) = pdf.pages[0].Annots
        assert str(annotation.Dest) == "summary"
        assert str(annotation.Contents) == "summary"
        left, bottom, right, top = map(float, annotation.Rect)
        assert (round(right - left), round(top - bottom)) == (45, 12)
