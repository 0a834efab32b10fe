"""Contrast, against values that the WCAG's own pages give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.style import BLACK, WHITE, Color
from converter.stylesheets.contrast import LEAST, contrast, nearest_readable, readable

colors = st.builds(Color, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        (Color(0x77, 0x77, 0x77), WHITE, 4.48),
        (Color(0x76, 0x76, 0x76), WHITE, 4.54),
        (Color(255, 0, 0), WHITE, 4.0),
    ],
)
def test_known_ratios(one: Color, other: Color, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(colors, colors)
def test_what_is_set_on_a_ground_can_be_read(color: Color, ground: Color) -> None:
    chosen = readable(color, ground)
    assert contrast(chosen, ground) >= LEAST
    assert chosen == color or contrast(color, ground) < LEAST


def test_the_nearest_readable_colour_keeps_its_hue() -> None:
    shade = nearest_readable(Color(0xFF, 0xCC, 0), [(WHITE, LEAST)])
    assert shade
    assert shade.blue == 0
    assert shade.red / shade.green == pytest.approx(0xFF / 0xCC, abs=0.02)
    assert LEAST <= contrast(shade, WHITE) < 4.7
