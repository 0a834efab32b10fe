"""Contrast of text and ground (WCAG 2.2, 1.4.3)."""

from converter.model.style import BLACK, WHITE, Color

_STRAIGHT = 0.04045
_STEPS = 100
LEAST = 4.5
"""For text of any size, at level AA."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(color: Color, ground: Color) -> Color:
    """Return `color` where it can be read on `ground`, else white or black, whichever stands out more."""
    if contrast(color, ground) >= LEAST:
        return color
    return max((WHITE, BLACK), key=lambda extreme: contrast(extreme, ground))


def shaded(color: Color, ground: Color) -> Color:
    """Return `color`, or the nearest mixture with black or white that can be read on `ground`."""
    extreme = max((WHITE, BLACK), key=lambda each: contrast(each, ground))
    mixtures = (_mixed(color, extreme, share / _STEPS) for share in range(_STEPS))
    return next((each for each in mixtures if contrast(each, ground) >= LEAST), extreme)


def _mixed(color: Color, other: Color, share: float) -> Color:
    pairs = ((color.red, other.red), (color.green, other.green), (color.blue, other.blue))
    return Color(*(round(one + (two - one) * share) for one, two in pairs))


def _luminance(color: Color) -> float:
    """Return the relative luminance, 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in (color.red, color.green, color.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _STRAIGHT else ((channel + 0.055) / 1.055) ** 2.4
