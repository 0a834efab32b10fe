from pathlib import Path

import pytest

from converter.model.style import Length
from converter.ooxml.xml import Element, parse
from converter.stylesheets.word_template.paper import page, text_width
from tests.stylesheets.word_template.templates import NAMESPACES, Template


def section(content: str) -> Element:
    return parse(f"<w:sectPr {NAMESPACES}>{content}</w:sectPr>".encode())


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [
        (11906, 16838, "A4"),
        (11900, 16840, "A4"),
        (12240, 15840, "Letter"),
        (12240, 20160, "Legal"),
        (16838, 11906, "297mm x 210mm"),
        (7000, 9000, "350pt x 450pt"),
    ],
)
def test_a_paper_has_its_name_where_it_has_one(width: int, height: int, name: str) -> None:
    assert page(section(f'<w:pgSz w:w="{width}" w:h="{height}"/>'))["size"] == name


def test_margins_are_millimetres_and_the_gutter_is_part_of_the_left() -> None:
    margins = (
        '<w:pgMar w:top="-1417" w:right="1134" w:bottom="2cm" w:left="1134" w:gutter="567" w:header="567"/>'
    )
    found = page(section(margins))
    assert found["margins"] == {"top": "25mm", "bottom": "20mm", "left": "30mm", "right": "20mm"}
    assert (found["header"], found["indent"]) == ("10mm", "0")
    assert "footer" not in found


def test_a_section_that_says_nothing_leaves_all_to_the_style_below() -> None:
    assert page(None) == page(section("")) == {"indent": "0"}
    assert text_width(None) == 595


def test_the_page_is_that_of_the_last_section(tmp_path: Path) -> None:
    from converter.stylesheets.word_template import load_template_style

    first = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr></w:p>'
    style, _ = load_template_style(Template(body=first).saved(tmp_path))
    assert style.page.height.mm == pytest.approx(297)
    assert style.page.header == Length.from_mm(10)
