"""Contrast of text and ground (WCAG 2.2, 1.4.3)."""

from collections.abc import Sequence

from converter.model.style import BLACK, WHITE, Color, TextStyle

_STRAIGHT = 0.04045
LEAST = 4.5
"""For text of any size, at level AA."""

LEAST_LARGE = 3.0
"""For large text."""

_LARGE, _LARGE_BOLD, _BOLD = 18, 14, 700
"""Points from which text is large, and from which it is when it is bold ("large scale")."""


def least(text: TextStyle) -> float:
    """Return the ratio that text of that size and weight needs."""
    is_large = text.size >= _LARGE or (text.size >= _LARGE_BOLD and text.weight >= _BOLD)
    return LEAST_LARGE if is_large else LEAST


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(color: Color, ground: Color) -> Color:
    """Return `color` where it can be read on `ground`, else white or black, whichever stands out more."""
    if contrast(color, ground) >= LEAST:
        return color
    return max((WHITE, BLACK), key=lambda extreme: contrast(extreme, ground))


def nearest_readable(color: Color, needs: Sequence[tuple[Color, float]]) -> Color | None:
    """Return the colour nearest to `color`, on its way to black or white, that has every contrast needed.

    Args:
        color: that has not.
        needs: other colours, each with the ratio needed.

    Returns:
        `None` when none has, as with a white and a black ground.
    """
    for step in range(1, 256):
        for extreme in (BLACK, WHITE):
            mixed = _mixed(color, extreme, step / 255)
            if all(contrast(mixed, other) >= ratio for other, ratio in needs):
                return mixed
    return None


def is_darker(one: Color, other: Color) -> bool:
    """Whether `one` is darker than `other`."""
    return _luminance(one) < _luminance(other)


def _mixed(color: Color, other: Color, share: float) -> Color:
    pairs = zip((color.red, color.green, color.blue), (other.red, other.green, other.blue), strict=True)
    return Color(*(round(own + (wanted - own) * share) for own, wanted in pairs))


def _luminance(color: Color) -> float:
    """Return the relative luminance, 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in (color.red, color.green, color.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _STRAIGHT else ((channel + 0.055) / 1.055) ** 2.4
