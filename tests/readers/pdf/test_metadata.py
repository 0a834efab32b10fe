"""What a PDF says of itself, and what programs say in its place."""

import pytest

from tests.readers.pdf.making import Sheet, from_pdf, prose, read_drawn
from tests.readers.reading import shapes, title


def titled(said: str, *, heading: str = "How a harbour was saved", author: str = "") -> Sheet:
    sheet = Sheet()
    sheet.canvas.setTitle(said)
    sheet.canvas.setAuthor(author)
    sheet.heading(heading, size=24)
    sheet.paragraph(prose(1))
    return sheet


@pytest.mark.parametrize(
    "said",
    [
        "",
        "untitled",
        "Untitled 3",
        "Untitled document",
        "Microsoft Word - draft 3.doc",
        "final draft.docx",
        "harbour_final_v2",
        "PowerPoint Presentation",
        "Unbenanntes Dokument.odt",
        "sample",
    ],
)
def test_titles_that_programs_put_there_are_not_taken(said: str) -> None:
    assert title(from_pdf(titled(said).pdf())) == "How a harbour was saved"


def test_a_title_that_stands_on_the_first_page_is_taken_from_there() -> None:
    article = from_pdf(titled("HOW A HARBOUR WAS SAVED").pdf())
    assert title(article) == "How a harbour was saved"
    assert shapes(article) == [("paragraph", prose(1))]


def test_a_title_of_its_own_stands_above_the_headings() -> None:
    article = from_pdf(titled("The Harbour Report of Our Town", heading="Chapter One").pdf())
    assert title(article) == "The Harbour Report of Our Town"
    assert shapes(article) == [("heading", 1, "Chapter One"), ("paragraph", prose(1))]


@pytest.mark.parametrize(
    ("said", "byline"), [("Ann Other", "Ann Other"), ("Administrator", ""), ("user1", ""), ("unknown", "")]
)
def test_authors_that_are_nobody_are_not_taken(said: str, byline: str) -> None:
    assert from_pdf(titled("", author=said).pdf()).byline == byline


def test_the_date_is_that_of_the_text_else_of_the_file() -> None:
    assert from_pdf(titled("").pdf()).date == "2000-01-01"

    def draw(sheet: Sheet) -> None:
        sheet.heading("How a harbour was saved", size=24)
        sheet.line("By Ann Other, 3 March 2024")
        sheet.y -= 12
        sheet.paragraph(prose(1))

    article = read_drawn(draw)
    assert (article.date, article.byline) == ("2024-03-03", "Ann Other")
    assert shapes(article) == [("paragraph", prose(1))]
