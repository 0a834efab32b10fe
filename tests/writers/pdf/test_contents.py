"""The contents of a PDF: what they say, where they lead, and that their numbers are those of the pages."""

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from converter.model.document import ContentsBlock, ContentsEntry, Document, HeadingBlock, Text
from converter.writers.pdf import write_pdf
from tests.sample import sample_document, sample_style, with_contents
from tests.writers.pdf.documents import document, small_page, text
from tests.writers.pdf.tagged import Tag, read_tags

LEVELS = (1, 2, 3, 2, 1, 3)


def report(headings: int, *, language: str = "en") -> Document:
    """Return a document with many headings of different levels on small pages."""
    blocks = [
        HeadingBlock(LEVELS[index % 6], (Text(f"Heading {index}"),), f"h{index}")  # type: ignore[arg-type]
        for index in range(headings)
    ]
    entries = tuple(
        ContentsEntry(block.level, (Text(f"Heading {index}"),), block.anchor)
        for index, block in enumerate(blocks)
    )
    contents = ContentsBlock(HeadingBlock(1, (Text("Contents"),), "contents"), entries)
    return document(
        contents, *(part for block in blocks for part in (block, text("river " * 40))), language=language
    )


def entries_of(data: bytes) -> list[tuple[str, int]]:
    """Return each entry's words and number as a screen reader hears them."""
    found = [re.fullmatch(r"(.+) (\d+)", entry.text()) for entry in read_tags(data).all("TOCI")]
    return [(match[1], int(match[2])) for match in found if match]


@pytest.mark.parametrize("headings", [1, 7, 60])
def test_each_entry_has_the_number_of_its_page(headings: int) -> None:
    made = write_pdf(report(headings), small_page())
    entries = entries_of(made.data)
    assert [words for words, _ in entries] == [f"Heading {index}" for index in range(headings)]
    with pypdfium2.PdfDocument(made.data) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    for words, number in entries:
        assert re.search(rf"^{words}\s*$", pages[number - 1], re.MULTILINE)


def test_entries_lead_to_their_headings() -> None:
    with pikepdf.open(BytesIO(write_pdf(report(12), small_page()).data)) as pdf:
        destinations = pdf.Root.Names.Dests.Names
        known = {str(destinations[index]) for index in range(0, len(destinations), 2)}
        wanted = [str(annotation.Dest) for page in pdf.pages for annotation in page.get("/Annots", ())]
    assert {f"h{index}" for index in range(12)} == set(wanted) <= known


def test_entries_of_deeper_levels_are_lists_inside() -> None:
    made = write_pdf(with_contents(sample_document()), sample_style())
    (outer, inner) = read_tags(made.data).all("TOC")
    assert names(outer) == ["TOCI", "TOCI", "TOC", "TOCI"]
    assert names(inner) == ["TOCI"]


def names(tag: Tag) -> list[str]:
    return [part.name for part in tag.content if isinstance(part, Tag)]


def test_dots_are_not_read_out() -> None:
    tags = read_tags(write_pdf(with_contents(sample_document()), sample_style()).data)
    assert "." not in "".join(entry.text() for entry in tags.all("TOCI"))


def test_a_long_heading_leaves_the_number_its_room() -> None:
    long = replace(report(1), blocks=())
    words = " ".join(["An agreement between the governments of many countries"] * 3)
    heading = HeadingBlock(1, (Text(words),), "h")
    contents = ContentsBlock(
        HeadingBlock(1, (Text("Contents"),), "contents"), (ContentsEntry(1, (Text(words),), "h"),)
    )
    made = write_pdf(replace(long, blocks=(contents, heading, text("river"))), small_page())
    assert entries_of(made.data) == [(words, 2)]
    with pypdfium2.PdfDocument(made.data) as pdf:
        extracted = pdf[0].get_textpage()
        assert max(extracted.get_rect(index)[2] for index in range(extracted.count_rects())) <= 270 + 3


def test_numbers_stand_at_the_left_where_pages_run_to_the_left() -> None:
    made = write_pdf(replace(report(3, language="he"), direction="rtl"), small_page())
    assert [number for _, number in entries_of(made.data)] == [1, 1, 2]
    with pypdfium2.PdfDocument(made.data) as pdf:
        extracted = pdf[0].get_textpage()
        entry = re.search(r"Heading[ .]+1", extracted.get_text_range())
        assert entry
        begin, end = (extracted.get_charbox(index)[0] for index in (entry.start(), entry.end() - 1))
    assert end < small_page().page.width / 4
    assert begin > small_page().page.width / 2


def test_an_entry_in_another_direction_begins_where_the_others_do() -> None:
    heading = HeadingBlock(1, (Text("נמל לונד", language="he"),), "h")
    contents = ContentsBlock(
        HeadingBlock(1, (Text("Contents"),), "contents"),
        (ContentsEntry(1, (Text("נמל לונד", language="he"),), "h"),),
    )
    made = write_pdf(document(contents, heading, text("river")), small_page())
    with pypdfium2.PdfDocument(made.data) as pdf:
        extracted = pdf[0].get_textpage()
        letter = re.search("[א-ת]", extracted.get_text_range())
        assert letter
        assert extracted.get_charbox(letter.start())[0] < small_page().page.width / 2
    assert entries_of(made.data) == [("נמל לונד", 1)]
