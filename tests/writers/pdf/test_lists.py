"""Bullets and numbers stand where the words of their item begin."""

from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
import pytest

from converter.model.document import Item, ListBlock, Text
from converter.writers.pdf import write_pdf
from tests.sample import sample_style
from tests.writers.pdf.documents import document


def places(data: bytes, *signs: str) -> Iterator[float]:
    """Yield how far right each sign stands where it is drawn first."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0].get_textpage()
        for sign in signs:
            at = next(at for at in range(page.count_chars()) if page.get_text_range(at, 1) == sign)
            yield page.get_charbox(at)[0]


@pytest.mark.parametrize(("text", "language", "order"), [("quay", "", "•q"), ("רציף", "he", "ר•")])
def test_a_bullet_stands_where_the_words_begin(text: str, language: str, order: str) -> None:
    block = ListBlock((Item((Text(text, language=language),)),))
    found = list(places(write_pdf(document(block), sample_style()).data, *order))
    assert all(one < other for one, other in pairwise(found))
