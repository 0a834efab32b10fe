"""PDFs end to end: what was drawn comes back as what it was."""

import pytest

from converter.errors import InputError
from converter.model.article import Figure, Heading, Paragraph
from converter.readers.original import Original
from converter.readers.pdf import read_pdf
from tests.readers.pdf.making import (
    BOLD,
    HEIGHT,
    LEFT,
    Sheet,
    drawn,
    from_pdf,
    locked,
    page_of,
    prose,
    raw_pdf,
    read_drawn,
    sentence,
    stream,
    wrapped,
)
from tests.readers.reading import codes, marks, shapes, title


def error_of(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        from_pdf(data)
    return caught.value


def paragraphs(texts: list[str]) -> list[tuple[str, str]]:
    return [("paragraph", text) for text in texts]


# ---------------------------------------------------------------------------------------------- one column


def test_title_headings_and_paragraphs_come_back() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.heading("How a harbour was saved", size=24)
        sheet.paragraph(prose(1))
        sheet.heading("What the council said")
        sheet.paragraph(prose(2))
        sheet.paragraph(prose(3))
        sheet.heading("The wall", size=12)
        sheet.paragraph(prose(4))

    article = read_drawn(draw)
    assert title(article) == "How a harbour was saved"
    assert shapes(article) == [
        ("paragraph", prose(1)),
        ("heading", 1, "What the council said"),
        ("paragraph", prose(2)),
        ("paragraph", prose(3)),
        ("heading", 2, "The wall"),
        ("paragraph", prose(4)),
    ]
    assert codes(article) == []


def test_first_lines_that_are_set_in_begin_paragraphs() -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(4):
            sheet.paragraph(prose(number), indent=14, after=0)

    assert shapes(read_drawn(draw)) == paragraphs([prose(number) for number in range(4)])


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(4):
            sheet.paragraph(prose(number, 2) + " It ended there.", after=0)

    assert len(shapes(read_drawn(draw))) == 4


def test_a_heading_of_several_lines_is_one() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("A long heading that goes on", size=20, font=BOLD)
        sheet.line("over the end of its line", size=20, font=BOLD)
        sheet.y -= 10
        sheet.paragraph(prose(1))

    assert title(read_drawn(draw)) == "A long heading that goes on over the end of its line"


def test_short_bold_passages_in_the_size_of_the_text_are_headings() -> None:
    def draw(sheet: Sheet) -> None:
        for number in (1, 2):
            sheet.line(f"Part {number}", font=BOLD)
            sheet.y -= 4
            sheet.paragraph(prose(number))

    assert [shape[0] for shape in shapes(read_drawn(draw))] == ["heading", "paragraph"] * 2


def test_a_paragraph_in_larger_type_is_no_heading() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1, 3), size=13)
        sheet.paragraph("And a short one.", size=13)
        for number in range(2, 6):
            sheet.paragraph(prose(number))

    assert not any(isinstance(block, Heading) for block in read_drawn(draw).blocks)


def test_names_below_the_title_are_no_headings() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.heading("How a harbour was saved", size=24)
        sheet.line("Ann Other", size=14)
        sheet.y -= 12
        sheet.line("The Town Hall", size=14)
        sheet.y -= 12
        sheet.heading("Summary", size=14)
        sheet.paragraph(prose(1))

    assert [shape for shape in shapes(read_drawn(draw)) if shape[0] == "heading"] == [
        ("heading", 1, "Summary")
    ]


def test_each_block_knows_its_page() -> None:
    def draw(sheet: Sheet) -> None:
        for number in (1, 2, 3):
            sheet.paragraph(prose(number))
            sheet.new_page()

    article = read_drawn(draw)
    assert [block.origin and (block.origin.unit, block.origin.number) for block in article.blocks] == [
        ("page", 1),
        ("page", 2),
        ("page", 3),
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    lines = list(wrapped(prose(1, 12), 450, 10, "Times-Roman"))

    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(2))
        for line in lines[:4]:
            sheet.line(line)
        sheet.new_page()
        for line in lines[4:]:
            sheet.line(line)

    assert shapes(read_drawn(draw)) == paragraphs([prose(2), prose(1, 12)])


def test_notes_at_the_foot_do_not_part_a_paragraph() -> None:
    lines = list(wrapped(prose(1, 12), 450, 10, "Times-Roman"))

    def draw(sheet: Sheet) -> None:
        for line in lines[:4]:
            sheet.line(line)
        end = LEFT + sheet.canvas.stringWidth(lines[3], "Times-Roman", 10)
        sheet.line("1", end, size=6, y=sheet.y + 4)
        sheet.y = 120
        sheet.line("1", size=5, y=110)
        sheet.line("See the minutes of that evening.", LEFT + 5, size=8, y=107)
        sheet.new_page()
        for line in lines[4:]:
            sheet.line(line)

    article = read_drawn(draw)
    assert shapes(article) == [
        ("paragraph", prose(1, 12)),
        ("footnote", "1", "See the minutes of that evening."),
    ]
    assert [(kind, target) for kind, _, target in marks(article)] == [("footnote", "1")]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    first, rest = prose(1, 8)[0], prose(1, 8)[1:]
    beside = list(wrapped(rest, 418, 10, "Times-Roman"))[:2]
    below = rest[len(" ".join(beside)) + 1 :]
    lines = [*beside, *wrapped(below, 450, 10, "Times-Roman")]

    def draw(sheet: Sheet) -> None:
        sheet.line(first, size=34, y=700)
        sheet.line(lines[0], LEFT + 32, y=713)
        sheet.line(lines[1], LEFT + 32, y=700)
        for number, line in enumerate(lines[2:]):
            sheet.line(line, y=687 - 13 * number)
        sheet.y = 300
        sheet.paragraph(prose(2))

    assert shapes(read_drawn(draw))[0] == ("paragraph", prose(1, 8))


# ------------------------------------------------------------------------------------------- columns, tables


def two_columns(sheet: Sheet, texts: tuple[str, str]) -> None:
    for x, text in zip((LEFT, 310), texts, strict=True):
        sheet.y = 700
        sheet.paragraph(text, x, 210)


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.heading("How a harbour was saved", size=24)
        two_columns(sheet, (prose(1, 20), prose(2, 20)))

    assert shapes(read_drawn(draw)) == paragraphs([prose(1, 20), prose(2, 20)])


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    lines = list(wrapped(prose(1, 20), 210, 10, "Times-Roman"))

    def draw(sheet: Sheet) -> None:
        for column, x in enumerate((LEFT, 310)):
            sheet.y = 700
            for line in lines[column * 12 : None if column else 12]:
                sheet.line(line, x)

    assert shapes(read_drawn(draw)) == paragraphs([prose(1, 20)])


def test_columns_that_are_drawn_row_by_row_are_parted() -> None:
    columns = [
        [*list(wrapped(prose(number, 10), 210, 10, "Times-Roman"))[:12], "it ended there."]
        for number in (1, 2)
    ]

    def draw(sheet: Sheet) -> None:
        for left, right in zip(*columns, strict=True):
            sheet.line(left)
            sheet.line(right, 310, y=sheet.y)

    assert shapes(read_drawn(draw)) == paragraphs([" ".join(column) for column in columns])


def test_a_stretch_that_stands_above_an_earlier_one_comes_first() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.y = 500
        sheet.paragraph(prose(2))
        sheet.y = 700
        sheet.paragraph(prose(1))

    assert shapes(read_drawn(draw)) == paragraphs([prose(1), prose(2)])


def test_a_table_with_clear_columns_is_one() -> None:
    rows = [("Year", "Boats", "Sheds"), ("2021", "12", "4"), ("2022", "9", "5"), ("2023", "14", "7")]

    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        for number, row in enumerate(rows):
            sheet.y -= 14
            for x, cell in zip((LEFT, 200, 330), row, strict=True):
                sheet.line(cell, x, y=sheet.y, font="Times-Roman" if number else BOLD)
        sheet.y -= 20
        sheet.paragraph(prose(2))

    assert shapes(read_drawn(draw)) == [("paragraph", prose(1)), ("table", 1, *rows), ("paragraph", prose(2))]


def test_cells_that_agree_on_no_columns_lose_no_word() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        for number, x in enumerate((200, 120, 260, 90)):
            sheet.y -= 14
            sheet.line(f"left{number}", y=sheet.y)
            sheet.line(f"right{number} goes on over the width of the page for a while", x, y=sheet.y)

    text = read_drawn(draw).text
    assert all(f"{side}{number}" in text for side in ("left", "right") for number in range(4))


# ---------------------------------------------------------------------------------------------- lists


def test_lists_with_bullets_and_numbers() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        for number in (1, 2):
            sheet.line("•", 80, y=sheet.y - 13)
            sheet.paragraph(sentence(number, 40), 92, 430, after=2)
        sheet.line("•", 100, y=sheet.y - 13)
        sheet.paragraph("inside", 112, after=6)
        sheet.paragraph(prose(2))
        for number in (1, 2, 3):
            sheet.line(f"{number}. {sentence(number, 6)}")

    assert shapes(read_drawn(draw)) == [
        ("paragraph", prose(1)),
        ("list", f"- {sentence(1, 40)}", f"- {sentence(2, 40)}", "  - inside"),
        ("paragraph", prose(2)),
        ("list", *(f"{number}. {sentence(number, 6)}" for number in (1, 2, 3))),
    ]


def test_markers_that_are_drawn_after_all_text_find_their_items() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        heights = []
        for number in (1, 2):
            heights.append(sheet.y - 13)
            sheet.paragraph(sentence(number, 40), 92, 430)
        sheet.paragraph(prose(2))
        for height in heights:
            sheet.line("•", 80, y=height)

    assert [shape[0] for shape in shapes(read_drawn(draw))] == ["paragraph", "list", "paragraph"]


# ------------------------------------------------------------------------------------------- running lines


def test_headers_footers_and_page_numbers_are_left_out_and_told() -> None:
    def draw(sheet: Sheet) -> None:
        for number in (1, 2, 3):
            sheet.line("The Harbour Gazette", size=8, y=HEIGHT - 30)
            sheet.line(f"No. {number + 40}", 480, size=8, y=HEIGHT - 30)
            sheet.line(f"Page {number} of 3", 280, size=8, y=30)
            sheet.paragraph(prose(number))
            sheet.new_page()

    article = read_drawn(draw)
    assert shapes(article) == paragraphs([prose(number) for number in (1, 2, 3)])
    assert codes(article) == ["pdf-running-lines"]
    assert "The Harbour Gazette" in article.notices[0].text


def test_the_number_of_a_single_page_is_left_out() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        sheet.line("17", 290, y=50)

    assert shapes(read_drawn(draw)) == paragraphs([prose(1)])


def test_on_a_single_page_small_print_far_from_the_text_is_left_out_and_told() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("The Harbour Gazette", size=8, y=HEIGHT - 30)
        sheet.y = HEIGHT - 80
        sheet.paragraph(prose(1))

    article = read_drawn(draw)
    assert shapes(article) == paragraphs([prose(1)])
    assert codes(article) == ["pdf-running-lines"]


def test_a_line_of_the_text_that_comes_again_stays() -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(4):
            sheet.y = 790
            sheet.paragraph("It begins like this." if number < 2 else prose(9, 1), after=0)
            sheet.paragraph(prose(number, 30), after=0)
            sheet.new_page()

    assert read_drawn(draw).text.count("It begins like this.") == 2


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("11/27/26, 9:05 AM", 24, size=7, y=HEIGHT - 20)
        sheet.line("How a harbour was saved | The Gazette", 250, size=7, y=HEIGHT - 20)
        sheet.line("https://gazette.example/harbour?x=1", 24, size=7, y=18)
        sheet.line("1/1", 560, size=7, y=18)
        sheet.heading("How a harbour was saved", size=24)
        sheet.paragraph(prose(1))

    article = read_drawn(draw)
    assert title(article) == "How a harbour was saved"
    assert shapes(article) == paragraphs([prose(1)])


# ------------------------------------------------------------------------------------------------ words


def test_words_that_a_line_end_parts_are_joined() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("The council spoke of the harbour and of its recon-")
        sheet.line("struction, which is a well-known matter of the past.")

    assert "reconstruction, which is a well-known" in read_drawn(draw).text


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("It is a well-known fact that what people take for a well-")
        sheet.line("known fact is none, as the well-known saying says again.")

    assert "for a well-known fact" in read_drawn(draw).text


def test_words_are_parted_where_the_file_has_no_spaces() -> None:
    content = "BT /F1 12 Tf 72 700 Td [(No)-300(spaces)-300(at)-300(all)-300(here)] TJ ET"
    data = page_of(content)
    assert from_pdf(data).text == "No spaces at all here"


def test_pages_that_are_turned_read_like_others() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.setPageRotation(90)
        sheet.canvas.translate(595, 0)
        sheet.canvas.rotate(90)
        sheet.y = 500
        sheet.paragraph(prose(1), width=400)

    assert shapes(read_drawn(draw)) == paragraphs([prose(1)])


def test_what_stands_at_an_angle_comes_behind_the_text() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.canvas.saveState()
        sheet.canvas.rotate(90)
        sheet.line("A note in the margin", 300, y=-30)
        sheet.canvas.restoreState()
        sheet.paragraph(prose(1))

    assert shapes(read_drawn(draw)) == paragraphs([prose(1), "A note in the margin"])


def test_addresses_under_words_become_links() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("See the minutes for more, and ask the clerk.")
        start, end = (
            LEFT + sheet.canvas.stringWidth(text, "Times-Roman", 10)
            for text in ("See the ", "See the minutes")
        )
        sheet.canvas.linkURL("https://town.example/minutes", (start, sheet.y - 2, end, sheet.y + 9))

    assert marks(read_drawn(draw)) == [("link", "minutes", "https://town.example/minutes")]


def test_a_full_stop_behind_a_link_is_none_of_it() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("See the minutes.")
        start, end = (
            LEFT + sheet.canvas.stringWidth(text, "Times-Roman", 10) for text in ("See ", "See the minutes")
        )
        sheet.canvas.linkURL("https://town.example/minutes", (start, sheet.y - 2, end, sheet.y + 9))

    article = read_drawn(draw)
    assert article.text == "See the minutes."
    assert [covered for _, covered, _ in marks(article)] == ["the minutes"]


# ------------------------------------------------------------------------------------- what cannot be seen


def hidden(sheet: Sheet, text: str) -> None:
    drawing = sheet.canvas.beginText(LEFT, 600)
    drawing.setFont("Times-Roman", 10)
    drawing.setTextRenderMode(3)
    drawing.textLine(text)
    sheet.canvas.drawText(drawing)


def test_hidden_words_are_left_out_and_counted() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        hidden(sheet, "buy these pills")

    article = read_drawn(draw)
    assert shapes(article) == paragraphs([prose(1)])
    assert [(notice.code, notice.text[-1]) for notice in article.notices] == [("pdf-hidden-text", "3")]


def test_the_recognised_text_behind_a_scan_is_the_text() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.picture()
        hidden(sheet, "What the scanner saw")

    assert read_drawn(draw).text == "What the scanner saw"


def test_words_outside_the_page_are_hidden() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        sheet.line("far away", 900, y=300)

    assert "far away" not in read_drawn(draw).text


# ---------------------------------------------------------------------------------------------- errors


def test_pictures_of_pages_have_no_text() -> None:
    error = error_of(drawn(lambda sheet: sheet.picture()))
    assert error.code == "pdf-no-text"
    assert "ocrmypdf" in error.remedy


def test_scanned_pages_among_others_are_named() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        for _ in range(2):
            sheet.new_page()
            sheet.picture()
        sheet.new_page()
        sheet.paragraph(prose(2))

    article = read_drawn(draw)
    assert [block for block in article.blocks if not isinstance(block, Paragraph)] == []
    assert "2–3" in next(n.text for n in article.notices if n.code == "pdf-pages-without-text")


def test_a_password_is_asked_for_in_one_line() -> None:
    error = error_of(locked(lambda sheet: sheet.paragraph(prose(1)), user="secret", owner="other"))
    assert error.code == "input-encrypted"
    assert "qpdf" in error.remedy


def test_a_damaged_document_after_one_behind_a_password_is_damaged() -> None:
    error_of(locked(lambda sheet: sheet.paragraph(prose(1)), user="secret", owner="other"))
    assert error_of(raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", "42"])).code == "input-broken"


def test_a_document_that_only_restricts_what_may_be_done_is_read() -> None:
    data = locked(lambda sheet: sheet.paragraph(prose(1)), user="", owner="other")
    assert shapes(from_pdf(data)) == paragraphs([prose(1)])


def test_empty_pages_hold_no_words() -> None:
    assert error_of(drawn(lambda sheet: sheet.new_page())).code == "input-empty"


@pytest.mark.parametrize("data", [b" ", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n", b"not a PDF"])
def test_what_holds_no_pages_is_damaged(data: bytes) -> None:
    assert error_of(data).code == "input-broken"


def test_a_truncated_file_is_read_or_damaged() -> None:
    data = drawn(lambda sheet: sheet.paragraph(prose(1)))
    for end in range(0, len(data), 97):
        try:
            read_pdf(Original(data[:end] or b" ", "cut.pdf"), "")
        except InputError as error:
            assert error.code in {"input-broken", "input-empty"}  # noqa: PT017 - both are right


def test_fonts_that_name_no_letters_are_told() -> None:
    content = "BT /F1 12 Tf 72 700 Td <0001000200030004000500060007> Tj ET"
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
    )
    system = "<</Registry(A)/Ordering(I)/Supplement 0>>"
    private = stream(
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> "
        "endcodespacerange 1 beginbfrange <0001> <0007> <e001> endbfrange endcmap end"
    )
    descendant = f"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo{system}>>"
    data = page_of(content, descendant, private, font=font)
    error = error_of(data)
    assert error.code == "pdf-no-text"
    assert "--force-ocr" in error.remedy


# ------------------------------------------------------------------------------------------ its pictures


def test_pictures_without_words_are_counted() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(prose(1))
        sheet.picture(72, 300, 200, 100)

    article = read_drawn(draw)
    assert not any(isinstance(block, Figure) for block in article.blocks)
    assert codes(article) == ["images-left-out"]


def test_single_letters_below_each_other_are_no_word() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph("a", size=9)
        sheet.paragraph("b", size=9)

    assert read_drawn(draw).text.split() == ["a", "b"]
