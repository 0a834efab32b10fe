"""Colours as numbers: what Word's attributes say, and how far two of them stand apart."""

import colorsys
import re

from converter.model.style import BLACK, WHITE, Color

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_STRAIGHT = 0.04045
_FULL = 255
# ECMA-376 17.18.40
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "C0C0C0",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}


def from_hex(text: str) -> Color | None:
    """Return the colour of six hexadecimal digits; `None` for anything else, such as `auto`."""
    return Color(*bytes.fromhex(text)) if _HEX.fullmatch(text) else None


def highlight(name: str) -> Color | None:
    """Return the colour of a marker pen (ECMA-376 17.18.40); `None` for `none`."""
    return from_hex(_HIGHLIGHTS.get(name, ""))


def modified(color: Color, tint: str, shade: str) -> Color:
    """Return a theme's colour made lighter (`w:themeTint`) or darker (`w:themeShade`), each of two digits.

    What is kept of its luminance is that share of 255 (ECMA-376 17.3.2.6).
    """
    kept = _share(tint or shade)
    if kept is None:
        return color
    hue, luminance, saturation = colorsys.rgb_to_hls(
        *(part / _FULL for part in (color.red, color.green, color.blue))
    )
    luminance = luminance * kept + (1 - kept if tint else 0)
    return Color(*(round(part * _FULL) for part in colorsys.hls_to_rgb(hue, luminance, saturation)))


def mixed(color: Color, ground: Color, share: float) -> Color:
    """Return `share` (0 to 1) of `color`, the rest `ground`."""
    pairs = zip((color.red, color.green, color.blue), (ground.red, ground.green, ground.blue), strict=True)
    return Color(*(round(one * share + other * (1 - share)) for one, other in pairs))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def automatic(ground: Color) -> Color:
    """Return what Word takes for `auto`: black or white, whichever stands out more."""
    return max((BLACK, WHITE), key=lambda color: contrast(color, ground))


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part / _FULL) for part in (color.red, color.green, color.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _STRAIGHT else ((part + 0.055) / 1.055) ** 2.4


def _share(digits: str) -> float | None:
    return int(digits, 16) / _FULL if re.fullmatch(r"[0-9A-Fa-f]{2}", digits) else None
