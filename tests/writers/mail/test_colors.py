"""Colours that can be read, by day and by night."""

import re

from hypothesis import given
from hypothesis import strategies as st

from converter.model.style import BLACK, WHITE, Color
from converter.stylesheets.contrast import LEAST, contrast
from converter.writers.mail.colors import Colors, dark_ground, readable

CHANNEL = st.integers(0, 255)
COLORS = st.builds(Color, CHANNEL, CHANNEL, CHANNEL)
NAVY, SAND = Color(0x12, 0x35, 0x5B), Color(0xF8, 0xEF, 0xE4)


def shown_at_night(color: Color, ground: Color) -> tuple[Color, Color]:
    """Return the colours of text and ground that the rules give."""
    colors = Colors()
    names = colors.text(color, ground), colors.ground(ground)
    rules = "".join(colors.dark_rules())
    found = [re.search(rf"\.{name}{{[a-z-]+:#(\w{{6}})!important}}", rules) for name in names]
    text, below = (Color(*bytes.fromhex(match[1])) for match in found if match)
    return text, below


@given(COLORS, COLORS)
def test_any_text_can_be_read_on_any_ground_by_day_and_by_night(color: Color, ground: Color) -> None:
    assert contrast(readable(color, ground), ground) >= LEAST
    assert contrast(*shown_at_night(color, ground)) >= LEAST


def test_what_can_be_read_stays_as_it_is() -> None:
    assert readable(NAVY, WHITE) == NAVY
    assert readable(WHITE, SAND) != WHITE


def test_light_grounds_become_dark_and_dark_ones_stay() -> None:
    assert contrast(dark_ground(WHITE), BLACK) < 1.3
    assert contrast(dark_ground(SAND), BLACK) < 1.6
    assert dark_ground(NAVY) == NAVY
    assert shown_at_night(WHITE, NAVY) == (WHITE, NAVY)


def test_weak_text_on_a_dark_ground_is_mended_at_night_as_by_day() -> None:
    assert shown_at_night(NAVY, BLACK) == (readable(NAVY, BLACK), BLACK)


def test_a_hue_stays_a_hue_at_night() -> None:
    text, _ = shown_at_night(NAVY, WHITE)
    assert text.blue > text.green > text.red


def test_each_colour_has_one_class() -> None:
    colors = Colors()
    assert colors.text(NAVY, WHITE) == colors.text(NAVY, WHITE) != colors.text(NAVY, SAND)
    assert len(list(colors.dark_rules())) == 2


def test_outlook_is_told_by_its_own_marks() -> None:
    colors = Colors()
    colors.text(NAVY, WHITE)
    colors.ground(SAND)
    text, ground = colors.dark_rules("[data-ogsc] ", "[data-ogsb] ")
    assert text.startswith("[data-ogsc] .t0{color:#")
    assert ground.startswith("[data-ogsb] .g0{background-color:#")
