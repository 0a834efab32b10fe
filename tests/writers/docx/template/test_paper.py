"""What is put somewhere is made for the paper, column or cell that it stands on."""

import pytest

from converter.model.style import Length
from converter.writers.docx.template.paper import page_at
from tests.sample import sample_style
from tests.writers.docx.opened import query
from tests.writers.docx.template.houses import paragraph, run, table
from tests.writers.docx.template.test_controls import body

PAGE = sample_style().page
UPRIGHT = '<w:pgSz w:w="10000" w:h="14000"/><w:pgMar w:top="1000" w:bottom="1000" w:left="1000" w:right="1000" w:header="500" w:footer="500"/>'
LANDSCAPE = UPRIGHT.replace('w:w="10000" w:h="14000"', 'w:w="14000" w:h="10000"')
HERE = paragraph(run("here"))


def text_width(xml: str) -> float:
    (place,) = query(body(xml), "//w:t[. = 'here']")
    return page_at(place, PAGE).text_width * 20


def section(properties: str) -> str:
    return f"<w:p><w:pPr><w:sectPr>{properties}</w:sectPr></w:pPr></w:p>"


def last(properties: str) -> str:
    return f"<w:sectPr>{properties}</w:sectPr>"


@pytest.mark.parametrize(
    ("xml", "width"),
    [
        (HERE + last(UPRIGHT), 8000),
        (HERE + section(UPRIGHT) + last(LANDSCAPE), 8000),
        (section(UPRIGHT) + HERE + last(LANDSCAPE), 12000),
        (HERE + last(UPRIGHT + '<w:cols w:num="2" w:space="400"/>'), 3800),
        (table(HERE, "<w:p/>") + last(UPRIGHT), 8400 / 2 - 216),
    ],
)
def test_the_room_is_that_of_the_section_its_column_or_the_cell(xml: str, width: float) -> None:
    assert text_width(xml) == pytest.approx(width)


def test_what_a_template_does_not_say_is_the_styles() -> None:
    (place,) = query(body(HERE), "//w:t")
    assert page_at(place, PAGE) == PAGE
    (place,) = query(body(HERE + last('<w:pgMar w:top="1000"/>')), "//w:t")
    found = page_at(place, PAGE)
    assert (found.top, found.left, found.width) == (Length(50), PAGE.left, PAGE.width)


def test_a_cell_too_narrow_for_words_does_not_count() -> None:
    narrow = table(HERE, *["<w:p/>"] * 9)
    assert text_width(narrow + last(UPRIGHT)) == 8000
