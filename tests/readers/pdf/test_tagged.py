"""Tagged PDFs: their structure tree is followed where it is of use."""

import io

import PIL.Image

from converter.model.article import Article, Figure, Image
from converter.model.document import (
    Block,
    Cell,
    FigureBlock,
    HeadingBlock,
    Item,
    ListBlock,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Style
from converter.writers.pdf import write_pdf
from tests.readers.pdf.making import from_pdf, page_of
from tests.readers.reading import Shape, marks, shapes, title
from tests.sample import png, sample_document, sample_style
from tests.writers.pdf.documents import document, small_page, text

LONG = "The council met in the old hall, and spoke about the harbour for most of the evening. " * 12


def inline(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def written(*blocks: Block, style: Style | None = None) -> Article:
    return from_pdf(write_pdf(document(*blocks), style or sample_style()).data)


def test_a_report_of_ours_comes_back_in_order() -> None:
    heads = [Cell(inline(word), "start") for word in ("Year", "Boats")]
    cells = [[Cell(inline(word), "start") for word in row] for row in (("2021", "12"), ("2022", "9"))]
    article = written(
        TitleBlock("", inline("How a harbour was saved"), (), ()),
        HeadingBlock(1, inline("What was said"), "a"),
        text(LONG.strip()),
        ListBlock(
            (Item(inline("the boats"), 0), Item(inline("the big ones"), 1), Item(inline("the sheds"), 0))
        ),
        ListBlock((Item(inline("First this."), 0, 1), Item(inline("Then that."), 0, 2))),
        HeadingBlock(2, inline("The numbers"), "b"),
        TableBlock((tuple(heads), *map(tuple, cells)), 1),
        TextBlock("quote", inline("It was never only about boats.")),
    )
    assert title(article) == "How a harbour was saved"
    assert shapes(article) == [
        ("heading", 1, "What was said"),
        ("paragraph", LONG.strip()),
        ("list", "- the boats", "  - the big ones", "- the sheds"),
        ("list", "1. First this.", "2. Then that."),
        ("heading", 2, "The numbers"),
        ("table", 1, ("Year", "Boats"), ("2021", "12"), ("2022", "9")),
        ("quote", "It was never only about boats."),
    ]


def test_paragraphs_over_several_small_pages_come_back_whole() -> None:
    article = written(HeadingBlock(1, inline("What was said"), "a"), text(LONG.strip()), style=small_page())
    assert shapes(article)[-1] == ("paragraph", LONG.strip())


def test_the_sample_report_reads_without_its_headers_and_footers() -> None:
    article = from_pdf(write_pdf(sample_document(), sample_style()).data)
    assert title(article)
    assert article.language
    assert any(kind == "footnote" for kind, _, _ in marks(article))


# ------------------------------------------------------------------------------------------ hand-made trees


def tagged(content: str, elements: list[str], *, parents: str, root: str = "7 0 R") -> bytes:
    """Return a page with a structure tree: elements are objects from number 7, `parents` by MCID."""
    return page_of(
        content, f"<</Type/StructTreeRoot/K {root}/ParentTree<</Nums[0 [{parents}]]>>>>", *elements
    )


def marked(tag: str, number: int, words: str, height: int) -> str:
    return f"/{tag} <</MCID {number}>> BDC BT /F1 12 Tf 72 {height} Td ({words}) Tj ET EMC "


def element(kind: str, kids: str, parent: int = 7, more: str = "") -> str:
    return f"<</Type/StructElem/S/{kind}/P {parent} 0 R/Pg 3 0 R/K {kids}{more}>>"


def read_tree(elements: list[str], content: str, parents: str) -> list[Shape]:
    return shapes(from_pdf(tagged(content, elements, parents=parents)))


def test_artifacts_are_none_of_the_content() -> None:
    content = (
        marked("H1", 0, "A heading", 700)
        + marked("P", 1, "Some words of a text.", 680)
        + "/Artifact BMC BT /F1 9 Tf 72 400 Td (an ornament) Tj ET EMC "
    )
    tree = [element("Document", "[8 0 R 9 0 R]", 6), element("H1", "0"), element("P", "1")]
    article = from_pdf(tagged(content, tree, parents="8 0 R 9 0 R"))
    assert article.text == "A heading\n\nSome words of a text."


def test_the_order_of_the_tree_counts_not_that_of_the_stream() -> None:
    content = (
        marked("P", 0, "Second words.", 600)
        + marked("P", 1, "First words.", 650)
        + marked("H1", 2, "A heading", 700)
    )
    tree = [
        element("Document", "[10 0 R 9 0 R 8 0 R]", 6),
        element("P", "0"),
        element("P", "1"),
        element("H1", "2"),
    ]
    article = from_pdf(tagged(content, tree, parents="8 0 R 9 0 R 10 0 R"))
    assert article.text == "A heading\n\nFirst words.\n\nSecond words."


def test_actual_text_stands_for_what_is_drawn() -> None:
    content = marked("H1", 0, "A heading", 700) + marked("P", 1, "H2O is wet.", 680)
    tree = [
        element("Document", "[8 0 R 9 0 R]", 6),
        element("H1", "0"),
        element("P", "1", more="/ActualText(Water is wet.)"),
    ]
    assert read_tree(tree, content, "8 0 R 9 0 R")[-1] == ("paragraph", "Water is wet.")


def test_words_that_no_element_holds_are_kept() -> None:
    content = (
        marked("H1", 0, "A heading", 700)
        + marked("P", 1, "One two three four five six seven eight nine ten eleven.", 680)
        + "BT /F1 12 Tf 72 300 Td (Stray) Tj ET "
    )
    tree = [element("Document", "[8 0 R 9 0 R]", 6), element("H1", "0"), element("P", "1")]
    assert read_tree(tree, content, "8 0 R 9 0 R")[-1] == ("paragraph", "Stray")


def test_alternative_texts_stand_for_pictures() -> None:
    content = (
        marked("H1", 0, "A heading", 700) + marked("P", 1, "Some words.", 680) + "/Figure <</MCID 2>> BDC EMC"
    )
    tree = [
        element("Document", "[8 0 R 9 0 R 10 0 R]", 6),
        element("H1", "0"),
        element("P", "1"),
        element("Figure", "2", more="/Alt(A boat in the rain)"),
    ]
    assert read_tree(tree, content, "8 0 R 9 0 R 10 0 R")[-1][:2] == ("figure", "A boat in the rain")


def test_pictures_of_a_report_come_back_with_their_bytes() -> None:
    article = written(
        HeadingBlock(1, inline("What was seen"), "a"),
        FigureBlock(Image(png(120, 90), "image/png", 120, 90), "A boat in the rain", ()),
        text(LONG.strip()),
    )
    figures = [block for block in article.blocks if isinstance(block, Figure)]
    assert [figure.alternative for figure in figures] == ["A boat in the rain"]
    assert figures[0].image
    assert (figures[0].image.width_px, figures[0].image.height_px) == (120, 90)


def test_tags_that_call_everything_a_paragraph_are_not_followed() -> None:
    content = (
        "/P <</MCID 0>> BDC BT /F1 20 Tf 72 700 Td (A large heading) Tj ET EMC "
        + marked("P", 1, "Some words of a text that are smaller.", 670)
        + marked("P", 2, "And some more of them behind these.", 650)
    )
    tree = [element("Document", "[8 0 R]", 6), element("P", "[0 1 2]")]
    assert title(from_pdf(tagged(content, tree, parents="8 0 R 8 0 R 8 0 R"))) == "A large heading"


def test_trees_that_are_too_deep_or_turn_in_circles_are_not_followed() -> None:
    deep = [element("Sect", f"{8 + index} 0 R", 6 + index) for index in range(400)]
    deep.append(element("H1", "0", 406))
    content = marked("H1", 0, "A heading", 700)
    assert from_pdf(tagged(content, deep, parents="407 0 R")).text == "A heading"
    circle = [element("Document", "[8 0 R]", 6), element("H1", "[0 7 0 R]")]
    assert from_pdf(tagged(content, circle, parents="8 0 R")).text == "A heading"


def test_stretches_without_a_structure_of_their_own_are_part_of_their_paragraph() -> None:
    content = (
        marked("H1", 0, "A heading", 700)
        + marked("NonStruct", 1, "Some words of a text that", 680)
        + marked("Span", 2, "goes on.", 666)
    )
    tree = [
        element("Document", "[8 0 R 9 0 R]", 6),
        element("H1", "0"),
        element("P", "[10 0 R 11 0 R]"),
        element("NonStruct", "1", 9),
        element("Span", "2", 9),
    ]
    read = read_tree(tree, content, "8 0 R 10 0 R 11 0 R")
    assert read[-1] == ("paragraph", "Some words of a text that goes on.")


def test_a_jpeg_comes_back_as_it_is() -> None:
    buffer = io.BytesIO()
    PIL.Image.new("RGB", (120, 90), "navy").save(buffer, "JPEG")
    jpeg = Image(buffer.getvalue(), "image/jpeg", 120, 90)
    article = written(HeadingBlock(1, inline("What was seen"), "a"), FigureBlock(jpeg, "A boat"), text(LONG))
    images = [block.image for block in article.blocks if isinstance(block, Figure)]
    assert images == [jpeg]
