"""Files that lie about themselves, or hold more than anybody reads."""

import pytest

from converter.errors import InputError
from converter.limits import LIMITS
from tests.readers.pdf.making import from_pdf, raw_pdf, stream
from tests.readers.reading import codes

TEXT = stream("BT /F1 12 Tf 72 700 Td (Hello there) Tj ET")
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"


def document(kids: str, count: int, content: str = TEXT) -> bytes:
    """Return a PDF whose page tree has these kids, and says how many pages it has."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    tree = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    return raw_pdf(["<</Type/Catalog/Pages 2 0 R>>", tree, PAGE, content, font])


def test_more_pages_than_are_read_are_refused_in_one_line() -> None:
    with pytest.raises(InputError, match="100000 pages") as caught:
        from_pdf(document("3 0 R", 100_000))
    assert caught.value.code == "pdf-too-long"


def test_a_page_tree_that_turns_in_a_circle_holds_no_pages() -> None:
    with pytest.raises(InputError) as caught:
        from_pdf(document("2 0 R", 1))
    assert caught.value.code == "input-broken"


def test_pages_that_are_missing_are_named() -> None:
    article = from_pdf(document("3 0 R 9 0 R", 2))
    assert article.text == "Hello there"
    assert codes(article) == ["pdf-pages-damaged"]


def test_a_page_of_too_many_characters_is_refused() -> None:
    line = "(abcdefghi ) Tj 0 -2 Td " * (LIMITS.pdf_page_characters // 10 + 1)
    with pytest.raises(InputError) as caught:
        from_pdf(document("3 0 R", 1, stream(f"BT /F1 1 Tf 0 700 Td {line} ET")))
    assert caught.value.code == "pdf-too-long"
