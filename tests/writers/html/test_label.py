"""The label of a handling mark in the page and in its margins."""

import re
from typing import Literal

import pytest
from msgspec.structs import replace

from converter.model.document import RunningLine, Text
from converter.model.style import Color, Cover, HandlingMark, Length
from converter.writers.html import write_html
from converter.writers.html.label import displaced
from tests.sample import sample_document, sample_style

MARK = HandlingMark("TLP:AMBER", Color(255, 192, 0), Color(0, 0, 0), Length(12))
LINE = RunningLine((Text("left"),), (Text("middle"),), (Text("right"),))


def page(mark: HandlingMark | None = MARK, **changes: object) -> str:
    document = replace(sample_document(), mark=mark, footer=LINE)
    return write_html(document, replace(sample_style(), **changes)).data.decode()


def box(text: str, name: str) -> str:
    found: list[str] = re.findall(rf"@{name}\{{([^}}]*)\}}", text)
    return found[0]


def test_it_opens_and_closes_the_page_where_screen_readers_find_it() -> None:
    text = page()
    label = '<p class="handling" dir="ltr">TLP:AMBER</p>'
    assert text.count(label) == 2
    assert f'<header class="title-block">{label}' in text
    assert re.search(rf"{label}\s*</footer>", text)
    assert "handling" not in page(None)


def test_it_is_shown_in_the_colours_of_the_scheme() -> None:
    rule = re.findall(r"p\.handling\{[^}]*\}", page())[0]
    assert "margin:0 0 0 auto;" in rule
    assert 'font:700 12pt/15pt "Source Sans Pro",' in rule
    assert "color:#ffc000;background:#000000" in rule


def test_it_stands_in_the_margins_of_printed_pages() -> None:
    text = page()
    for name in ("top-right", "bottom-right"):
        assert box(text, name).startswith('content:"TLP\\3a AMBER";width:')
        assert "height:15pt;margin:auto 0pt auto auto;" in box(text, name)
    assert box(text, "bottom-center").startswith('content:"middle" " \\b7  " "right";')


def test_beside_a_cover_it_keeps_the_margin() -> None:
    text = page(cover=Cover("band", Length(100), Color(0, 0, 0)))
    assert "margin:auto 68.0315pt auto auto;" in box(text, "bottom-right")


@pytest.mark.parametrize(
    ("position", "line"),
    [
        ("right", "left|middle - right|"),
        ("center", "left||middle - right"),
        ("left", "|left - middle|right"),
    ],
)
def test_words_make_way_to_a_neighbour(position: Literal["left", "center", "right"], line: str) -> None:
    moved = displaced(LINE, replace(MARK, position=position), " - ")
    parts = (moved.left, moved.center, moved.right)
    assert "|".join("".join(word.text for word in part if isinstance(word, Text)) for part in parts) == line


def test_words_move_alone_where_the_neighbour_is_silent() -> None:
    only = RunningLine(right=LINE.right)
    assert displaced(only, MARK, " - ") == RunningLine(center=LINE.right)
    assert displaced(RunningLine(left=LINE.left), MARK, " - ") == RunningLine(left=LINE.left)
