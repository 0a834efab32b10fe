"""Colours and sizes of CSS; Pillow's reading of colours is the other opinion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageColor

from converter.model.style import Color
from converter.stylesheets.brand.css import NAMED, css_color, css_size


def channels(color: Color | None) -> tuple[int, ...]:
    assert color is not None
    return color.red, color.green, color.blue


def test_every_name_is_the_colour_that_others_take_it_for() -> None:
    assert set(NAMED) == set(ImageColor.colormap)
    for name in NAMED:
        assert channels(css_color(name)) == ImageColor.getrgb(name)


@given(st.integers(0, 359), st.integers(0, 100), st.integers(0, 100))
def test_hues_are_as_others_compute_them(hue: int, saturation: int, lightness: int) -> None:
    text = f"hsl({hue}, {saturation}%, {lightness}%)"
    for ours, theirs in zip(channels(css_color(text)), ImageColor.getrgb(text), strict=True):
        assert abs(ours - theirs) <= 1


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("#12355b", "12355B"),
        ("#FA3", "FFAA33"),
        ("rgb(18, 53, 91)", "12355B"),
        ("RGB(18 53 91)", "12355B"),
        ("rgb(100%, 0%, 50%)", "FF0080"),
        ("hsl(120deg 100% 25%)", "008000"),
        ("#0000", "FFFFFF"),
        ("#00000080", "7F7F7F"),
        ("rgba(0, 0, 0, 0.5)", "808080"),
        ("rgb(0 0 0 / 50%)", "808080"),
        ("hsla(0, 0%, 0%, .25)", "BFBFBF"),
        ("transparent", "FFFFFF"),
    ],
)
def test_a_colour_is_what_it_looks_like_on_white_paper(text: str, digits: str) -> None:
    color = css_color(text)
    assert color is not None
    assert color.hex == digits


@pytest.mark.parametrize("text", ["", "navyish", "#12", "rgb(1, 2)", "rgb(a, b, c)", "oklch(60% 0.1 240)"])
def test_what_is_no_colour_is_none(text: str) -> None:
    assert css_color(text) is None


@pytest.mark.parametrize(
    ("text", "size"),
    [("1rem", "10.5pt"), ("16px", "10.5pt"), (".5rem", "5.25pt"), ("90%", "0.9em"), ("1pc", "12pt")],
)
def test_sizes_for_screens_are_multiples_of_running_text(text: str, size: str) -> None:
    assert css_size(text) == size


@pytest.mark.parametrize("text", ["11pt", "1.2em", "rem", "10vw", "12"])
def test_other_sizes_are_left_to_styles(text: str) -> None:
    assert css_size(text) is None


@given(st.text())
def test_any_text_is_a_colour_or_none(text: str) -> None:
    color = css_color(text)
    assert color is None or all(0 <= channel <= 255 for channel in channels(color))
    css_size(text)
