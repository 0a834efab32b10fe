import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model.style import BLACK, WHITE, Color
from converter.verifier.word.colors import automatic, contrast, from_hex, highlight, mixed, modified

BYTES = st.integers(0, 255)
COLORS = st.builds(Color, BYTES, BYTES, BYTES)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("767676", "FFFFFF", 4.54),
        ("FF0000", "FFFFFF", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    first, second = from_hex(one), from_hex(other)
    assert first
    assert second
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)


@given(COLORS, COLORS)
def test_contrast_is_the_same_both_ways(one: Color, other: Color) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(COLORS)
def test_automatic_text_can_always_be_read(ground: Color) -> None:
    assert contrast(automatic(ground), ground) >= 4.5


def test_only_six_digits_are_a_colour() -> None:
    assert from_hex("10312F") == Color(0x10, 0x31, 0x2F)
    assert [from_hex(text) for text in ("auto", "", "12345", "1234567", "GG0000")] == [None] * 5


def test_markers_have_names() -> None:
    assert highlight("darkBlue") == Color(0, 0, 128)
    assert highlight("none") is None
    assert highlight("") is None


@pytest.mark.parametrize(
    ("tint", "shade", "digits"),
    [
        ("", "", "4F81BD"),
        ("99", "", "95B3D7"),
        ("33", "", "DBE5F1"),
        ("", "BF", "365F91"),
        ("", "80", "244061"),
    ],
)
def test_tints_and_shades_are_those_that_word_writes(tint: str, shade: str, digits: str) -> None:
    found, expected = modified(Color(0x4F, 0x81, 0xBD), tint, shade), from_hex(digits)
    assert expected
    pairs = zip(
        (found.red, found.green, found.blue), (expected.red, expected.green, expected.blue), strict=True
    )
    assert max(abs(one - other) for one, other in pairs) <= 2


def test_tints_that_are_no_numbers_change_nothing() -> None:
    assert modified(WHITE, "xx", "") == WHITE


def test_mixing_is_by_share() -> None:
    assert mixed(BLACK, WHITE, 0) == WHITE
    assert mixed(BLACK, WHITE, 1) == BLACK
    assert mixed(BLACK, WHITE, 0.2) == Color(204, 204, 204)
