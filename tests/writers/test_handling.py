"""Room for the label of a handling mark."""

import pytest
from msgspec.structs import replace

from converter.errors import StyleError
from converter.model.document import RunningLine, Text
from converter.model.style import Color, HandlingMark, Length, Page
from converter.writers.handling import with_room
from tests.sample import sample_document, sample_style

MARK = HandlingMark("TLP:AMBER", Color(255, 192, 0), Color(0, 0, 0), Length(12))
STYLE = sample_style()
BARE = replace(sample_document(), header=RunningLine(), footer=RunningLine(), mark=MARK)
SAID = RunningLine(left=(Text("River"),))


def test_without_a_mark_nothing_changes() -> None:
    assert with_room(STYLE, sample_document()) is STYLE


def test_header_and_footer_make_room_for_the_label() -> None:
    page = with_room(STYLE, BARE).page
    assert (page.header, page.footer) == (STYLE.page.header + 18, STYLE.page.footer + 18)
    assert (page.top, page.bottom) == pytest.approx((STYLE.page.top, STYLE.page.footer + 18 + 15))
    assert page.width == STYLE.page.width


@pytest.mark.parametrize("place", ["header", "first_header"])
def test_margins_grow_where_text_would_be_too_near(place: str) -> None:
    page = with_room(STYLE, replace(BARE, **{place: SAID})).page
    assert page.top == pytest.approx(STYLE.page.header + 18 + STYLE.text["header"].leading + 15)


def test_a_label_at_one_end_leaves_the_other_alone() -> None:
    page = with_room(STYLE, replace(BARE, mark=replace(MARK, lines=frozenset({"footer"})))).page
    assert (page.header, page.top) == (STYLE.page.header, STYLE.page.top)
    assert page.footer > STYLE.page.footer


def test_the_same_style_and_mark_have_one_result() -> None:
    assert with_room(STYLE, BARE) is with_room(STYLE, replace(BARE, language="fr"))
    assert with_room(sample_style(), BARE) is not with_room(STYLE, BARE)


@pytest.mark.parametrize(("width", "height"), [(120, 800), (500, 220)])
def test_a_page_that_is_too_small_is_told(width: float, height: float) -> None:
    page = Page(Length(width), Length(height), *map(Length, (30, 30, 20, 20, 12, 12)))
    with pytest.raises(StyleError) as caught:
        with_room(replace(STYLE, page=page), BARE)
    assert str(caught.value) == (
        "style sample: the page has no room for the mark TLP:AMBER; choose larger paper or smaller margins"
    )
    assert caught.value.code == "marking-room"
