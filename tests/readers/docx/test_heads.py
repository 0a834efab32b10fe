"""Titles, facts, and headings that no style makes; quotations and code by their styles."""

import pytest

from converter.model.article import Figure
from tests.ooxml.making import p, r
from tests.readers.docx.making import from_docx, package, style
from tests.readers.reading import codes, shapes, title
from tests.sample import png

PROSE = "The harbour of Lund reopened on Monday after ten years of work."
BOLD = "<w:b/>"


def bold(text: str) -> str:
    return p("", runs=r(text, BOLD))


def large(text: str) -> str:
    return p("", runs=r(text, "<w:sz w:val='36'/>"))


@pytest.mark.parametrize("first", [bold("Harbour reopens"), large("Harbour reopens")])
def test_a_first_line_that_stands_out_is_the_title(first: str) -> None:
    article = from_docx(first + p("", runs=r(PROSE, "<w:sz w:val='22'/>")) + p(PROSE))
    assert title(article) == "Harbour reopens"
    assert [shape[0] for shape in shapes(article)] == ["paragraph", "paragraph"]


def test_lines_that_stand_out_are_headings_where_no_style_makes_one() -> None:
    body = p(PROSE) + bold("Background") + p(PROSE) + bold("It ends with a stop.") + p(PROSE)
    assert [shape[0] for shape in shapes(from_docx(body))] == [
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
    styled = package(
        p("Outlook", style="H") + p("x") + p("Next", style="H") + body, styles=style("H", "heading 2")
    )
    assert [shape[1] for shape in shapes(from_docx(styled)) if shape[0] == "heading"] == [1, 1]


def test_a_title_on_two_lines_is_one_and_later_ones_are_headings() -> None:
    styles = style("T", "Title") + style("A", "Author") + style("D", "Date")
    body = (
        p("Harbour", style="T")
        + p("reopens", style="T")
        + p("Jane Doe", style="A")
        + p("3 May 2026", style="D")
        + p(PROSE)
        + p("Annex", style="T")
        + p(PROSE)
    )
    article = from_docx(package(body, styles=styles))
    assert (title(article), article.byline, article.date) == ("Harbour reopens", "Jane Doe", "2026-05-03")
    assert [shape[0] for shape in shapes(article)] == ["paragraph", "heading", "paragraph"]


def test_the_title_of_the_properties_is_found_in_the_text() -> None:
    core = "<dc:title>Harbour Reopens</dc:title>"
    article = from_docx(package(p("MEMO") + p("Harbour reopens") + p(PROSE), core=core))
    assert title(article) == "Harbour reopens"
    assert [shape[1] for shape in shapes(article)] == ["MEMO", PROSE]


def test_quotations_and_code_are_told_by_their_styles() -> None:
    styles = (
        style("Q", "Intense Quote") + style("S", "HTML Preformatted") + style("QQ", "House quote", base="Q")
    )
    body = p(PROSE) + p("a", style="Q") + p("b", style="QQ") + p("x = 1", style="S") + p("  y = 2", style="S")
    assert shapes(from_docx(package(body, styles=styles)))[1:] == [
        ("quote", "a", "b"),
        ("code", "x = 1\n  y = 2"),
    ]


def test_styles_that_inherit_in_a_circle_come_to_an_end() -> None:
    styles = style("A", "One", base="B") + style("B", "Two", base="A")
    assert from_docx(package(p("text", style="A"), styles=styles)).text == "text"


def drawing(alternative: str, link: str = "i") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr descr="{alternative}"/><a:graphic><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{link}"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>'
    )


def test_pictures_have_their_words_and_captions() -> None:
    links = {"i": ("image", "media/a.png"), "w": ("image", "https://example.org/b.png")}
    media = {"word/media/a.png": png(4, 2)}
    body = p("Text.", runs=drawing("A quay")) + p("Figure 1. The quay", style="C")
    article = from_docx(package(body, styles=style("C", "Caption"), links=links, parts=media))
    assert shapes(article) == [
        ("paragraph", "Text."),
        ("figure", "A quay", "Figure 1. The quay", "Figure 1. The quay"),
    ]
    (figure,) = [block for block in article.blocks if isinstance(block, Figure)]
    assert figure.image
    assert (figure.image.width_px, figure.image.height_px) == (4, 2)
    outside = from_docx(
        package(p("Text.", runs=drawing("Far", "w") + drawing("C:\\\\a.png")), links=links, parts=media)
    )
    assert shapes(outside)[1:] == [("figure", "Far", None, "Far")]
    assert codes(outside) == ["images-left-out", "images-left-out"]
