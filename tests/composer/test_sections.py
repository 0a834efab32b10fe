"""Sections: how lines become paragraphs and lists, and where the article's own headings stand."""

import re

from msgspec.structs import replace

from converter.model.article import Image
from converter.model.briefing import Details, Edited, Line, Note, Verbatim, Whole
from converter.model.document import (
    Block,
    BoxBlock,
    Document,
    FigureBlock,
    HeadingBlock,
    ListBlock,
    TableBlock,
    TextBlock,
)
from tests.composer.maker import BOXED, PLAIN, Maker, composed, river, section
from tests.document_text import document_lines, inline_text
from tests.sample import png


def body(document: Document) -> list[Block]:
    """Return the blocks between the title block and the method."""
    return list(document.blocks[1:-1])


def words(document: Document) -> list[str]:
    blocks = body(document)
    return document_lines(replace(document, blocks=tuple(blocks)), references="number")


def test_neighbouring_sentences_of_a_paragraph_join_into_one() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(0, 1)))
    assert words(document) == ["Summary", "The quay opened. Ships came back."]


def test_sentences_that_are_not_neighbours_show_the_gap() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(0, 2)))
    assert words(document) == ["Summary", "The quay opened. […] Tolls fall."]


def test_sentences_of_different_paragraphs_stand_apart() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(2, 3)))
    assert words(document) == ["Summary", "Tolls fall.", "Officials cheered."]


def test_a_sentence_that_goes_back_begins_a_new_paragraph() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(2, 0)))
    assert words(document) == ["Summary", "Tolls fall.", "The quay opened."]


def test_the_same_sentence_twice_is_not_joined() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(0, 0)))
    assert words(document) == ["Summary", "The quay opened.", "The quay opened."]


def test_a_bullet_holds_one_line() -> None:
    maker = river()
    document = composed(maker, section("summary", maker.verbatim(0, 1, 3, 4, 6), "bullets"))
    (_, bullets) = body(document)
    assert isinstance(bullets, ListBlock)
    assert [inline_text(item.content) for item in bullets.items] == [
        "The quay opened.",
        "Ships came back.",
        "Officials cheered.",
        "The river silted up.",
        "Dredging began.",
    ]


def test_scripts_without_spaces_join_without_one() -> None:
    maker = Maker("港").paragraph("港が開いた。", "船が戻った。", space="")
    document = composed(maker, section("summary", maker.verbatim(0, 1)))
    assert words(document) == ["Summary", "港が開いた。船が戻った。"]


def test_line_ends_of_the_source_become_spaces() -> None:
    maker = Maker().paragraph("The quay\nopened.", "Ships came\nback.", space="\n")
    document = composed(maker, section("summary", maker.verbatim(0, 1)))
    assert words(document) == ["Summary", "The quay opened. Ships came back."]


def test_what_is_left_out_of_a_sentence_shows_wherever_it_is() -> None:
    maker = Maker().paragraph("However, the quay, built in May, opened late, they say.")
    sentence = maker.sentences[0]
    spans = (maker.span("the quay,"), maker.span("opened late"))
    document = composed(maker, section("summary", [Verbatim(spans, sentence)]))
    assert words(document) == ["Summary", "[…] the quay, […] opened late […]"]
    assert document.records[0].text == "[…] the quay, […] opened late […]"
    assert document.records[0].spans == spans


def test_the_runs_of_a_record_are_its_text() -> None:
    maker = river()
    maker.mark("river", "strong").mark("silted up", "emphasis")
    lines = [*maker.verbatim(0, 1), Note("Ask Bo."), *maker.verbatim(4, 6)]
    document = composed(maker, section("summary", lines), details=Details(cite="inline"))
    runs: dict[int, str] = {}
    for block in body(document):
        assert isinstance(block, HeadingBlock | TextBlock)
        for run in block.content:
            if (record := getattr(run, "record", None)) is not None:
                runs[record] = runs.get(record, "") + run.text  # type: ignore[union-attr]
    assert runs == {index: record.text for index, record in enumerate(document.records)}
    assert list(runs) == sorted(runs)


def test_an_edited_line_is_marked_and_keeps_what_it_was() -> None:
    maker = river()
    sentence = maker.sentences[0]
    edited = Edited((sentence.span,), sentence, "The new  quay opened.", "Ada")
    document = composed(maker, section("summary", [edited, *maker.verbatim(1)]))
    assert words(document) == ["Summary", "The new quay opened. (edited) Ships came back."]
    record = document.records[0]
    assert (record.kind, record.text, record.original, record.author) == (
        "edited",
        "The new quay opened.",
        "The quay opened.",
        "Ada",
    )


def test_a_note_is_a_comment_with_its_author_and_parts_paragraphs() -> None:
    maker = river()
    lines = [*maker.verbatim(0), Note("Ask the harbour master.", "Ada"), Note("Soon."), *maker.verbatim(1)]
    document = composed(maker, section("summary", lines))
    assert words(document) == [
        "Summary",
        "The quay opened.",
        "Comment by Ada – Ask the harbour master.",
        "Comment – Soon.",
        "Ships came back.",
    ]
    assert [b.role for b in body(document) if isinstance(b, TextBlock)] == [
        "body",
        "comment",
        "comment",
        "body",
    ]
    assert (document.records[1].kind, document.records[1].source, document.records[1].author) == (
        "note",
        None,
        "Ada",
    )


def test_a_line_that_a_person_emptied_is_left_out() -> None:
    maker = river()
    sentence = maker.sentences[1]
    lines = [*maker.verbatim(0), Edited((sentence.span,), sentence, " \n"), Note("")]
    document = composed(maker, section("summary", lines))
    assert words(document) == ["Summary", "The quay opened."]
    assert [record.kind for record in document.records] == ["verbatim"]


def test_the_first_section_is_set_apart_where_the_style_has_a_box() -> None:
    maker = river()
    sections = (section("summary", maker.verbatim(0, 4)), section("background", maker.verbatim(5)))
    heading, box, *rest = body(composed(maker, *sections, style=BOXED))
    assert isinstance(heading, HeadingBlock)
    assert isinstance(box, BoxBlock)
    assert [block.role for block in box.blocks if isinstance(block, TextBlock)] == ["lead", "lead"]
    assert [block.role for block in rest if isinstance(block, TextBlock)] == ["body"]


def test_bullets_of_the_section_set_apart_have_its_role() -> None:
    maker = river()
    _, box = body(composed(maker, section("summary", maker.verbatim(0), "bullets"), style=BOXED))
    assert isinstance(box, BoxBlock)
    assert [block.role for block in box.blocks if isinstance(block, ListBlock)] == ["lead"]


def test_an_empty_section_says_so_or_is_left_out() -> None:
    maker = river()
    sections = (
        section("summary", [], when_empty="say"),
        section("background", [], when_empty="omit"),
        section("implications", maker.verbatim(0)),
    )
    document = composed(maker, *sections, style=BOXED)
    assert words(document) == [
        "Summary",
        "No sentence of the article was placed in this section.",
        "Implications",
        "The quay opened.",
    ]
    assert not any(isinstance(block, BoxBlock) for block in document.blocks)


def test_paragraphs_are_numbered_through_the_report() -> None:
    maker = river()
    style = replace(BOXED, numbering="paragraphs")
    sections = (section("summary", maker.verbatim(0, 3)), section("background", maker.verbatim(4)))
    _, box, _, _, last = body(composed(maker, *sections, style=style))
    assert isinstance(box, BoxBlock)
    assert isinstance(last, TextBlock)
    assert [getattr(block, "number", None) for block in (*box.blocks, last)] == [1, 2, 3]


def under(maker: Maker, *indices: int) -> Document:
    """Compose a background of the sentences with `indices` behind a summary."""
    return composed(maker, section("summary", []), section("background", maker.verbatim(*indices)))


def headings(document: Document) -> list[str]:
    return [inline_text(b.content) for b in document.blocks if isinstance(b, HeadingBlock) and b.level == 2]


def test_the_articles_own_heading_stands_above_what_it_heads() -> None:
    maker = river()
    document = under(maker, 3, 4, 5)
    assert words(document) == [
        "Background",
        "Officials cheered.",
        "A slow century",
        "The river silted up. The port was lost.",
    ]


def test_a_heading_that_says_no_more_than_the_title_is_not_shown() -> None:
    for own in ("Background", "2. BACKGROUND", "History", "***"):
        maker = Maker().heading(own).paragraph("It silted up.")
        assert headings(under(maker, 0)) == []
    maker = Maker().heading("History of the quay").paragraph("It silted up.")
    assert headings(under(maker, 0)) == ["History of the quay"]


def test_a_heading_that_could_be_the_title_is_shown_further_on() -> None:
    maker = (
        Maker().heading("History").paragraph("It silted up.").heading("Causes").paragraph("It rained.", "A.")
    )
    assert headings(under(maker, 0, 1, 2)) == ["Causes"]


def test_no_own_heading_stands_in_the_first_section() -> None:
    maker = river()
    for style in (PLAIN, BOXED):
        assert headings(composed(maker, section("summary", maker.verbatim(4)), style=style)) == []


def test_own_headings_are_left_out_where_a_line_would_stand_under_the_wrong_one() -> None:
    maker = river()
    assert headings(under(maker, 4, 5, 3)) == []
    assert headings(under(maker, 4, 0, 5)) == []


def test_several_own_headings_need_two_lines_each() -> None:
    maker = Maker().heading("Tolls").paragraph("A.", "B.").heading("Ships").paragraph("C.", "D.")
    assert headings(under(maker, 0, 2)) == []
    assert headings(under(maker, 0, 1, 2, 3)) == ["Tolls", "Ships"]


def test_anchors_are_unique_and_safe_in_every_format() -> None:
    maker = Maker().heading("Łódź & 世界").paragraph("A.", "B.").heading("世界").paragraph("C.", "D.")
    sections = (section("2024", maker.verbatim(0)), section("2024", maker.verbatim(0, 1, 2, 3)))
    document = composed(maker, *sections)
    anchors = [block.anchor for block in document.blocks if isinstance(block, HeadingBlock)]
    assert len(set(anchors)) == len(anchors) == 4
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", anchor) for anchor in anchors)


def test_section_titles_come_from_the_person_the_outline_the_style_or_the_language() -> None:
    maker = river()
    lines = maker.verbatim(0)
    style = replace(PLAIN, labels={"en": {"summary": "Bottom line"}, "fr": {"background": "Contexte"}})
    sections = (
        replace(section("summary", lines), title="In short"),
        section("summary", lines, titles={"en": "Key points", "fr": "Points clés"}),
        section("summary", lines),
        section("background", lines),
        section("next-steps", lines),
    )
    document = composed(maker, *sections, style=style)
    titles = [inline_text(b.content) for b in document.blocks if isinstance(b, HeadingBlock)]
    assert titles == ["In short", "Key points", "Bottom line", "Background", "Next steps"]


def test_sentences_of_a_list_stay_items_and_those_of_a_quotation_a_quotation() -> None:
    maker = Maker().items("Survey the bed", "Dredge").quote("Nobody believed it.")
    _, items, quote = body(composed(maker, section("background", maker.verbatim(0, 1, 2))))
    assert isinstance(items, ListBlock)
    assert [inline_text(item.content) for item in items.items] == ["Survey the bed", "Dredge"]
    assert isinstance(quote, TextBlock)
    assert quote.role == "quote"


def test_whole_blocks_keep_their_form() -> None:
    maker = (
        Maker()
        .items("Survey", "Dredge", start=3)
        .quote("Nobody believed it.")
        .code("a = 1\nb = 2")
        .paragraph("All of it.", "Word for word.")
    )
    document = composed(maker, section("background", [Whole(index) for index in range(4)]), details=Details())
    _, items, quote, code, paragraph = body(document)[:5]
    assert isinstance(items, ListBlock)
    assert ([item.number for item in items.items], items.role) == ([3, 4], "bullet")
    assert [b.role for b in (quote, code, paragraph) if isinstance(b, TextBlock)] == ["quote", "code", "body"]
    assert words(document)[1:6] == [
        "Survey",
        "Dredge[1]",
        "Nobody believed it.[2]",
        "a = 1\nb = 2[3]",
        "All of it. Word for word.[4]",
    ]
    assert [record.text for record in document.records][:1] == ["Survey\nDredge"]


def test_columns_of_figures_are_set_at_the_end_but_not_the_first() -> None:
    rows = (
        ("Year", "Ships", "Toll", "Note", "Change"),
        ("2025", "1,204", "€ 3.2m", "n/a", "–4 %"),
        ("2026", "98", "", "7 lost", "+1.5%"),
        ("2027", "–", "€ 4", "9", "0"),
    )
    maker = Maker().table(*rows, caption="Arrivals")
    document = composed(maker, section("background", [Whole(0)]), details=Details())
    table = document.blocks[2]
    assert isinstance(table, TableBlock)
    assert [[cell.align for cell in row] for row in table.rows] == [
        ["start", "end", "end", "start", "end"]
    ] * 4
    assert [[inline_text(cell.content) for cell in row] for row in table.rows] == [list(row) for row in rows]
    assert inline_text(table.caption, "number") == "Arrivals[1]"


def test_a_table_without_caption_is_called_table_when_it_is_cited() -> None:
    maker = Maker().table(("Year", "Ships"), ("2025", "4"))
    lines: list[Line] = [Whole(0)]
    cited = composed(maker, section("background", lines), details=Details()).blocks[2]
    bare = composed(maker, section("background", lines)).blocks[2]
    assert isinstance(cited, TableBlock)
    assert isinstance(bare, TableBlock)
    assert (inline_text(cited.caption, "number"), bare.caption) == ("Table[1]", ())


def test_a_figure_shows_its_picture_or_else_its_words() -> None:
    picture = Image(png(4, 2), "image/png", 4, 2)
    for image, kind in ((picture, FigureBlock), (None, TextBlock)):
        maker = Maker().figure("The quay", image)
        document = composed(maker, section("background", [Whole(0)]))
        assert isinstance(document.blocks[2], kind)
        assert words(document) == ["Background", "The quay"]


def test_marks_become_emphasis_links_and_languages() -> None:
    maker = Maker().paragraph("See the Gazette online.")
    maker.mark("the Gazette online", "link", "https://example.org/").mark("Gazette", "emphasis")
    maker.mark("Gazette", "language", "fr").mark("online", "footnote", "1")
    document = composed(maker, section("summary", maker.verbatim(0)))
    block = document.blocks[2]
    assert isinstance(block, TextBlock)
    found = [(r.text, r.link, sorted(r.emphasis), r.language) for r in block.content]  # type: ignore[union-attr]
    link = "https://example.org/"
    assert found == [
        ("See ", "", [], ""),
        ("the ", link, [], ""),
        ("Gazette", link, ["emphasis"], "fr"),
        (" online", link, [], ""),
        (".", "", [], ""),
    ]


def test_the_sources_words_carry_its_language_where_the_report_has_another() -> None:
    maker = river()
    for tag, run, report in (("fr", "fr", "en"), ("en", "", "en"), ("en-GB", "", "en-GB"), ("", "", "en")):
        document = composed(maker, section("summary", maker.verbatim(0)), language=tag)
        block = document.blocks[2]
        assert isinstance(block, TextBlock)
        assert document.language == report
        assert block.content[0].language == run  # type: ignore[union-attr]


def test_a_picture_of_which_the_source_says_nothing_goes_by_its_name() -> None:
    maker = Maker().wordless_figure("quay.png", Image(png(4, 2), "image/png", 4, 2))
    document = composed(maker, section("background", [Whole(0)]))
    figure = document.blocks[2]
    assert isinstance(figure, FigureBlock)
    assert (figure.alternative, inline_text(figure.caption)) == ("", "quay.png")


def test_numbered_items_keep_their_numbers_and_bullets_have_none() -> None:
    maker = Maker().items("Publish the fees.", "Cap the fees.", "Report in June.", start=4)
    lines = maker.verbatim(0, 2)
    numbers = {}
    for form in ("paragraphs", "bullets"):
        document = composed(maker, section("background", lines, form))
        items = document.blocks[2]
        assert isinstance(items, ListBlock)
        numbers[form] = [item.number for item in items.items]
    assert numbers == {"paragraphs": [4, 6], "bullets": [None, None]}


FIRST = section("summary", [], when_empty="omit")
"""The first section shows no headings of the article."""


def test_headings_below_one_that_is_shown_are_a_level_deeper() -> None:
    maker = Maker()
    for text, level in (("Prices", 2), ("In the north", 3), ("In the south", 3), ("Owners", 2)):
        maker.heading(text, level).paragraph(f"{text} one.", f"{text} two.")
    document = composed(maker, FIRST, section("background", maker.verbatim(*range(8))))
    levels = [block.level for block in document.blocks if isinstance(block, HeadingBlock)]
    assert levels == [1, 2, 3, 3, 2]


def test_a_heading_that_comes_first_is_not_deeper_than_its_section_allows() -> None:
    maker = Maker().heading("In the north", 3).paragraph("One.", "Two.").heading("Owners", 2)
    maker.paragraph("Three.", "Four.")
    document = composed(maker, FIRST, section("background", maker.verbatim(*range(4))))
    levels = [block.level for block in document.blocks if isinstance(block, HeadingBlock)]
    assert levels == [1, 2, 2]


def test_blocks_taken_over_whole_keep_their_headings() -> None:
    maker = Maker().heading("Owners").items("Funds", "Towns").heading("Prices")
    maker.table(("Port", "2025"), ("Lund", "103"))
    document = composed(maker, FIRST, section("background", [Whole(1), Whole(3)]))
    headings = [inline_text(block.content) for block in document.blocks if isinstance(block, HeadingBlock)]
    assert headings == ["Background", "Owners", "Prices"]
