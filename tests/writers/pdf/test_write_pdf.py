"""The writer as a whole: what is read out of the file by other programs is what the document says."""

import re
from io import BytesIO
from pathlib import Path
from typing import Literal

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from converter.model.article import Image
from converter.model.document import (
    BoxBlock,
    Cell,
    Document,
    Fact,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    PageField,
    Reference,
    RunningLine,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Color, Cover, Emphasis, Length, Style
from converter.writers.pdf import write_pdf
from tests.document_text import document_lines
from tests.sample import png, sample_document, sample_style
from tests.writers.pdf.documents import document, documents, small_page, text
from tests.writers.pdf.tagged import Tag, artifact_text, read_tags

GOLDEN = Path(__file__).parent / "golden"
LEAVES = ("P", "Title", "H1", "H2", "H3", "LBody", "TH", "TD", "Caption", "Code")


def said(tag: Tag) -> list[str]:
    """Return the text of each paragraph, heading, item, cell and caption, without labels and references."""
    found = []
    own = "".join(part if isinstance(part, str) else inline(part) for part in tag.content)
    if tag.name in LEAVES and own:
        found.append(own.replace("\u00ad", ""))
    for part in tag.content:
        if isinstance(part, Tag):
            found += said(part)
    return found


def inline(tag: Tag) -> str:
    """Return the text of a link or a stretch in another language; that of other tags stands for itself."""
    if tag.name not in {"Link", "Span"}:
        return ""
    return "".join(
        part if isinstance(part, str) else inline(part)
        for part in tag.content
        if not (isinstance(part, str) and part.startswith("→"))
    )


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page as another program extracts it, words broken at a line's end joined."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            re.sub(r"\s+", " ", page.get_textpage().get_text_range().replace("\ufffe", "")).strip()
            for page in pdf
        ]


def test_the_tags_of_the_sample_are_those_accepted(*, accept: bool) -> None:
    drawn = "\n".join(read_tags(write_pdf(sample_document(), sample_style()).data).lines()) + "\n"
    golden = GOLDEN / "sample.tags.txt"
    if accept:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, encoding="utf-8")
    assert drawn == golden.read_text(encoding="utf-8")


def test_the_tags_say_the_document_in_its_order() -> None:
    tags = read_tags(write_pdf(sample_document(), sample_style()).data)
    lines = [" ".join(line.split()) for line in document_lines(sample_document())]
    assert [line.strip() for line in said(tags)] == lines


@settings(max_examples=40)
@given(documents())
def test_every_document_is_said_once_and_in_order(any_document: Document) -> None:
    report = write_pdf(any_document, small_page())
    assert [line.strip() for line in said(read_tags(report.data))] == document_lines(any_document)
    words = " ".join(pages_of(report.data))
    for line in document_lines(any_document):
        assert re.sub(r"\d+$", "", line.split()[-1]) in words


@settings(max_examples=40)
@given(documents())
def test_nothing_stands_outside_the_margins_and_no_heading_ends_a_page(any_document: Document) -> None:
    style = small_page()
    report = write_pdf(any_document, style)
    headings = ("Trade", "A slow century", "References")
    with pypdfium2.PdfDocument(report.data) as pdf:
        assert len(pdf) == report.pages
        for number, page in enumerate(pdf, 1):
            extracted = page.get_textpage()
            for index in range(extracted.count_rects()):
                left, bottom, right, top = extracted.get_rect(index)
                assert left >= 30 - 1
                assert right <= 270 + 3  # the space behind a line stands outside, unseen
                assert bottom >= 30 - 4
                assert top <= 290 + 4
            last = extracted.get_text_range().strip().splitlines()[-1].strip()
            assert number == report.pages or last not in headings


def test_the_same_document_makes_the_same_bytes() -> None:
    assert (
        write_pdf(sample_document(), sample_style()).data == write_pdf(sample_document(), sample_style()).data
    )


def test_header_and_footer_are_outside_the_structure_and_count_the_pages() -> None:
    report = write_pdf(sample_document(), sample_style())
    assert report.pages == 2
    assert [re.sub(r"\s+", " ", artifact_text(report.data, page)).strip() for page in (0, 1)] == [
        "TLP:GREENRiver & Port: “Trade” Returns1 / 2",
        "TLP:GREENRiver & Port: “Trade” Returns2 / 2",
    ]


def test_the_first_page_may_have_another_header_and_footer() -> None:
    long = document(text("river " * 2000))
    running = replace(
        long,
        footer=RunningLine(center=(PageField("page"),)),
        first_footer=RunningLine(right=(Text("First"),)),
    )
    data = write_pdf(running, sample_style()).data
    assert [artifact_text(data, page).strip() for page in (0, 1)] == ["First", "2"]


def test_a_footer_too_long_for_its_line_is_cut_with_an_ellipsis() -> None:
    long = replace(
        document(text("river")),
        footer=RunningLine(left=(Text("A title that never ends " * 20),), right=(Text("1 / 1"),)),
    )
    shown = artifact_text(write_pdf(long, sample_style()).data, 0)
    assert re.fullmatch(r"(A title that never ends )+.*…1 / 1", shown)
    assert len(shown) < 140


def test_a_reference_leads_to_its_note_and_the_note_back_to_the_first() -> None:
    tags = read_tags(write_pdf(sample_document(), sample_style()).data)
    references = [reference.all("Link")[0].content for reference in tags.all("Reference")]
    assert references == [["1", "→ #note-1"], ["2", "→ #note-2"], ["3", "→ #note-3"], ["2", "→ #note-2"]]
    notes = [note.all("Link")[0].content for note in tags.all("Note")]
    assert notes == [["1.", "→ #reference-1"], ["2.", "→ #reference-2"], ["3.", "→ #reference-3"]]


def test_references_side_by_side_do_not_make_another_number() -> None:
    tags = read_tags(
        write_pdf(
            document(TextBlock("body", (Text("Ships came back. "), Reference(1), Reference(2)))),
            sample_style(),
        ).data
    )
    assert tags.text() == "Ships came back.1,2"


def test_markup_in_a_text_is_text() -> None:
    tricky = "List<String> in <div>, <b, <img src='/etc/passwd'/>, \\(escaped\\), {page} & %PDF-1.7 endstream"
    assert read_tags(write_pdf(document(text(tricky)), sample_style()).data).text() == tricky


def test_a_stretch_in_another_language_says_so() -> None:
    mixed = TextBlock("body", (Text("He said "), Text("Guten Tag", language="de"), Text(" twice.")))
    tags = read_tags(write_pdf(document(mixed), sample_style()).data)
    (span,) = tags.all("Span")
    assert (span.language, span.text()) == ("de", "Guten Tag ")


def test_characters_without_a_font_are_shown_as_a_mark_said_as_they_are_and_noticed() -> None:
    report = write_pdf(document(text("Yerevan (Երևան) is the capital")), sample_style())
    assert [notice.code for notice in report.notices] == ["glyph-missing"]
    assert "Armenian" in report.notices[0].text
    assert read_tags(report.data).text() == "Yerevan (Երևան) is the capital"


@pytest.mark.parametrize(
    "words",
    [
        "שלום עולם",
        "السلام عليكم",
        "नमस्ते दुनिया",
        "สวัสดีชาวโลก",
        "你好，世界。" * 40,
        "a\u0301\u0323bc",
        "👩‍👩‍👧 family",
        "x" * 500,
        "\u00a0",
    ],
)
def test_no_script_and_no_length_of_word_is_too_much(words: str) -> None:
    report = write_pdf(document(text(f"Before {words} after")), sample_style())
    assert report.pages == 1
    assert read_tags(report.data).text().replace(" ", "") == f"Before{words}after".replace(" ", "")


def test_a_table_that_is_parted_repeats_its_head_outside_the_structure() -> None:
    rows = tuple(
        (Cell((Text(f"Year {2000 + number}"),)), Cell((Text(str(number)),), "end")) for number in range(30)
    )
    table = TableBlock(
        ((Cell((Text("Year"),)), Cell((Text("Ships"),), "end")), *rows), 1, (Text("Table 1. Arrivals"),)
    )
    report = write_pdf(document(table), small_page())
    assert report.pages is not None
    assert report.pages > 2
    assert all("Year Ships" in page for page in pages_of(report.data))
    (tag,) = read_tags(report.data).all("Table")
    assert [len(tag.all(name)) for name in ("TR", "TH", "TD", "Caption")] == [31, 2, 60, 1]


def test_an_empty_cell_is_a_cell() -> None:
    table = TableBlock(((Cell((Text("a"),)), Cell(())),), 0)
    assert len(read_tags(write_pdf(document(table), sample_style()).data).all("TD")) == 2


def test_a_table_wider_than_the_page_keeps_all_its_words() -> None:
    table = TableBlock((tuple(Cell((Text("responsibility" * 3),)) for _ in range(12)),), 0)
    tags = read_tags(write_pdf(document(table), sample_style()).data)
    assert [cell.text() for cell in tags.all("TD")] == ["responsibility" * 3] * 12


def test_lists_stand_in_lists() -> None:
    shapes = [("one", 0, 3), ("two", 1, 1), ("three", 5, 1), ("four", 0, 4)]
    items = tuple(Item((Text(text),), depth, number) for text, depth, number in shapes)
    tags = read_tags(write_pdf(document(ListBlock(items)), sample_style()).data)
    assert [label.text() for label in tags.all("Lbl")] == ["3.", "1.", "1.", "4."]
    outer = tags.content[0]
    assert isinstance(outer, Tag)
    assert [kid.name for kid in outer.content if isinstance(kid, Tag)] == ["LI", "LI"]
    assert len(outer.all("L")) == 2


def test_bullets_and_numbers_at_one_depth_are_lists_of_their_own() -> None:
    shapes = [("one", 0, 1), ("two", 1, None), ("three", 0, None)]
    items = tuple(Item((Text(text),), depth, number) for text, depth, number in shapes)
    tags = read_tags(write_pdf(document(ListBlock(items)), sample_style()).data)
    assert tags.all("Lbl")[0].text() == "1."
    assert [kid.name for kid in tags.content if isinstance(kid, Tag)][:2] == ["L", "L"]
    assert len(tags.all("L")) == 3


def test_code_keeps_its_lines_and_its_indents() -> None:
    code = TextBlock("code", (Text("if x:\n\ty = 1\n\nprint(y)", frozenset({"code"})),))
    data = write_pdf(document(code), sample_style()).data
    with pypdfium2.PdfDocument(data) as pdf:
        lines = [
            line.rstrip() for line in pdf[0].get_textpage().get_text_range().replace("\xa0", " ").splitlines()
        ]
    assert [line for line in lines if line] == ["if x:", "    y = 1", "print(y)"]


def test_a_picture_is_a_figure_with_its_words() -> None:
    (figure,) = read_tags(write_pdf(sample_document(), sample_style()).data).all("Figure")
    assert figure.alternative == "A blue quay"
    assert figure.all("Caption")[0].text() == "Figure 1. The quay"


def test_a_picture_without_words_withdraws_the_claim_and_is_named() -> None:
    silent = FigureBlock(Image(png(9, 9), "image/png", 9, 9), "", (Text("Figure 7. The quay"),))
    report = write_pdf(document(silent), sample_style())
    assert [notice.code for notice in report.notices] == ["conformance-not-claimed"]
    assert "“Figure 7. The quay”" in report.notices[0].text
    assert b"pdfuaid:part" not in report.data
    assert b"pdfaid:part" in report.data


def test_a_picture_that_cannot_be_read_is_left_out_and_named() -> None:
    broken = FigureBlock(Image(b"no picture", "image/png", 9, 9), "The quay at night")
    report = write_pdf(document(text("river"), broken), sample_style())
    assert [notice.code for notice in report.notices] == ["picture-unreadable"]
    assert "The quay at night" in report.notices[0].text


def test_a_style_may_claim_nothing() -> None:
    report = write_pdf(sample_document(), replace(sample_style(), pdf={"conformance": ()}))
    assert b"pdfuaid" not in report.data
    assert b"OutputIntent" not in report.data


def test_a_font_without_files_is_noticed_and_replaced() -> None:
    style = sample_style()
    style = replace(style, text={**style.text, "body": replace(style.text["body"], family="Corp Sans")})
    report = write_pdf(document(text("river")), style)
    assert [notice.code for notice in report.notices] == ["font-missing"]
    assert "'Corp Sans'" in report.notices[0].text


def cover_style(kind: Literal["band", "page"]) -> Style:
    return replace(sample_style(), cover=Cover(kind, Length(160), Color(16, 49, 47)))


def test_a_cover_of_its_own_ends_after_the_title_block() -> None:
    pages = pages_of(write_pdf(sample_document(), cover_style("page")).data)
    assert pages[0].startswith("Briefing River & Port: “Trade” Returns What the new quay changes")
    assert "Summary" not in pages[0]
    assert pages[1].startswith("Summary")


def test_text_begins_below_the_band_however_long_the_title_is() -> None:
    title = TitleBlock("Briefing", (Text("A title that goes on " * 12),), (), ())
    data = write_pdf(document(title, text("river")), cover_style("band")).data
    with pypdfium2.PdfDocument(data) as pdf:
        band = min(obj.get_bounds()[1] for obj in pdf[0].get_objects() if obj.get_bounds()[0] <= 0)
        extracted = pdf[0].get_textpage()
        at = extracted.get_text_range().index("river")
        assert extracted.get_charbox(at)[3] < band


def test_an_article_of_a_digest_begins_a_page_where_articles_have_covers() -> None:
    articles = [
        TitleBlock("", (Text(f"Article {number}"),), (), (), level=1, anchor=f"a{number}")
        for number in (1, 2)
    ]
    blocks = [block for article in articles for block in (article, text("river"))]
    assert write_pdf(document(*blocks), cover_style("page")).pages == 2
    assert write_pdf(document(*blocks), sample_style()).pages == 1


def test_what_an_article_of_a_digest_opens_with_stays_with_its_first_section() -> None:
    facts = (Fact("source", "river.md"),)
    article = TitleBlock("Post", (Text("Second"),), (), facts, level=1, anchor="a2")
    below = (HeadingBlock(2, (Text("Summary"),), "summary"), text("Ships came back. " * 20))
    for lines in range(1, 20):
        blocks = [text("river") for _ in range(lines)]
        pages = pages_of(write_pdf(document(*blocks, article, *below), small_page()).data)
        (opening,) = [page for page in pages if "river.md" in page]
        assert "Summary Ships" in opening


def test_a_box_goes_on_over_a_page_break() -> None:
    box = BoxBlock(tuple(text("river and port " * 30) for _ in range(4)))
    report = write_pdf(document(HeadingBlock(1, (Text("Summary"),), "summary"), box), small_page())
    with pypdfium2.PdfDocument(report.data) as pdf:
        for page in pdf:
            rules = [
                obj
                for obj in page.get_objects()
                if obj.get_bounds()[2] - obj.get_bounds()[0] == pytest.approx(2, abs=0.1)
            ]
            assert len(rules) == 1


def test_numbered_paragraphs_have_their_number_in_the_margin() -> None:
    numbered = TextBlock("body", (Text("Ships came back."),), 12)
    data = write_pdf(document(numbered), sample_style()).data
    assert read_tags(data).all("Lbl")[0].text() == "12."
    with pypdfium2.PdfDocument(data) as pdf:
        extracted = pdf[0].get_textpage()
        assert (
            extracted.get_charbox(0)[2] < extracted.get_charbox(extracted.get_text_range().index("Ships"))[0]
        )


def test_a_caption_stays_with_its_picture_and_not_with_the_next() -> None:
    tall = [
        FigureBlock(Image(png(100, 280), "image/png", 100, 280), "Quay", (Text(f"Picture {number}"),))
        for number in (1, 2)
    ]
    made = write_pdf(document(text("river " * 30), *tall), small_page())
    with pypdfium2.PdfDocument(made.data) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    assert "Picture 1" in pages[0]
    assert "Picture 2" in pages[1]


def test_letters_of_languages_that_are_not_spaced_are_not() -> None:
    for language, spaced in (("en", True), ("he", False), ("ar", False)):
        title = TitleBlock("תדריך", (Text("x"),), (), ())
        made = write_pdf(document(title, language=language), sample_style())
        with pikepdf.open(BytesIO(made.data)) as pdf:
            code = pdf.pages[0].Contents.read_bytes()
        assert bool(re.search(rb"(?<![\d.])[1-9][\d.]* Tc", code)) is spaced


def test_the_first_of_several_paragraphs_may_go_without_the_first_lines_indent() -> None:
    style = sample_style()
    body = replace(style.text["body"], first_line=Length(15), flush_opening=True)
    items = ListBlock((Item((Text("item"),)),))
    blocks = (text("one"), text("two"), items, text("three"), text("four"))
    made = write_pdf(document(*blocks), replace(style, text={**style.text, "body": body}))
    with pypdfium2.PdfDocument(made.data) as pdf:
        page = pdf[0].get_textpage()
        words = page.get_text_range()
        begins = [page.get_charbox(words.index(word))[0] for word in ("one", "two", "three", "four")]
    flush = begins[0]
    assert begins == pytest.approx([flush, flush + 15, flush, flush + 15], abs=1)


def test_stressed_words_are_slanted_or_bold_as_the_style_says() -> None:
    stressed = TextBlock("body", (Text("stressed", frozenset({"emphasis"})),))
    fonts: dict[Emphasis, str] = {"italic": "It", "bold": "Bold"}
    for emphasis, font in fonts.items():
        made = write_pdf(document(stressed), replace(sample_style(), emphasis=emphasis))
        with pikepdf.open(BytesIO(made.data)) as pdf:
            (name,) = [str(one.BaseFont) for one in pdf.pages[0].Resources.Font.values()]
        assert name.endswith(f"-{font}")
