"""Colours and sizes as CSS writes them, for which brand.yml has no form of its own."""

import re

from converter.model.style import Color
from converter.stylesheets.measures import hex_color

_NAMES = """\
aliceblue f0f8ff, antiquewhite faebd7, aqua 00ffff, aquamarine 7fffd4, azure f0ffff, beige f5f5dc,
bisque ffe4c4, black 000000, blanchedalmond ffebcd, blue 0000ff, blueviolet 8a2be2, brown a52a2a,
burlywood deb887, cadetblue 5f9ea0, chartreuse 7fff00, chocolate d2691e, coral ff7f50,
cornflowerblue 6495ed, cornsilk fff8dc, crimson dc143c, cyan 00ffff, darkblue 00008b, darkcyan
008b8b, darkgoldenrod b8860b, darkgray a9a9a9, darkgreen 006400, darkgrey a9a9a9, darkkhaki bdb76b,
darkmagenta 8b008b, darkolivegreen 556b2f, darkorange ff8c00, darkorchid 9932cc, darkred 8b0000,
darksalmon e9967a, darkseagreen 8fbc8f, darkslateblue 483d8b, darkslategray 2f4f4f, darkslategrey
2f4f4f, darkturquoise 00ced1, darkviolet 9400d3, deeppink ff1493, deepskyblue 00bfff, dimgray
696969, dimgrey 696969, dodgerblue 1e90ff, firebrick b22222, floralwhite fffaf0, forestgreen 228b22,
fuchsia ff00ff, gainsboro dcdcdc, ghostwhite f8f8ff, gold ffd700, goldenrod daa520, gray 808080,
green 008000, greenyellow adff2f, grey 808080, honeydew f0fff0, hotpink ff69b4, indianred cd5c5c,
indigo 4b0082, ivory fffff0, khaki f0e68c, lavender e6e6fa, lavenderblush fff0f5, lawngreen 7cfc00,
lemonchiffon fffacd, lightblue add8e6, lightcoral f08080, lightcyan e0ffff, lightgoldenrodyellow
fafad2, lightgray d3d3d3, lightgreen 90ee90, lightgrey d3d3d3, lightpink ffb6c1, lightsalmon ffa07a,
lightseagreen 20b2aa, lightskyblue 87cefa, lightslategray 778899, lightslategrey 778899,
lightsteelblue b0c4de, lightyellow ffffe0, lime 00ff00, limegreen 32cd32, linen faf0e6, magenta
ff00ff, maroon 800000, mediumaquamarine 66cdaa, mediumblue 0000cd, mediumorchid ba55d3, mediumpurple
9370db, mediumseagreen 3cb371, mediumslateblue 7b68ee, mediumspringgreen 00fa9a, mediumturquoise
48d1cc, mediumvioletred c71585, midnightblue 191970, mintcream f5fffa, mistyrose ffe4e1, moccasin
ffe4b5, navajowhite ffdead, navy 000080, oldlace fdf5e6, olive 808000, olivedrab 6b8e23, orange
ffa500, orangered ff4500, orchid da70d6, palegoldenrod eee8aa, palegreen 98fb98, paleturquoise
afeeee, palevioletred db7093, papayawhip ffefd5, peachpuff ffdab9, peru cd853f, pink ffc0cb, plum
dda0dd, powderblue b0e0e6, purple 800080, rebeccapurple 663399, red ff0000, rosybrown bc8f8f,
royalblue 4169e1, saddlebrown 8b4513, salmon fa8072, sandybrown f4a460, seagreen 2e8b57, seashell
fff5ee, sienna a0522d, silver c0c0c0, skyblue 87ceeb, slateblue 6a5acd, slategray 708090, slategrey
708090, snow fffafa, springgreen 00ff7f, steelblue 4682b4, tan d2b48c, teal 008080, thistle d8bfd8,
tomato ff6347, turquoise 40e0d0, violet ee82ee, wheat f5deb3, white ffffff, whitesmoke f5f5f5,
yellow ffff00, yellowgreen 9acd32"""
NAMED = dict(pair.split(" ") for pair in " ".join(_NAMES.split()).split(", "))
"""Every colour that CSS has a name for, with its six hexadecimal digits (CSS Color 4, 6.1)."""

_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.ASCII)
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)", re.ASCII)
_NUMBER = re.compile(r"([+-]?(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}))(%|deg)?", re.ASCII)
_SIZE = re.compile(r"([0-9]{0,4}(?:\.[0-9]{1,6})?)[ ]?(rem|px|pc|q|%)", re.ASCII | re.IGNORECASE)

ROOT_PT = 10.5
"""What 1rem is on paper, in points: running text, as a reader of the screen has set it."""
_ROOT_PX = 16
_POINTS = {"rem": ROOT_PT, "px": ROOT_PT / _ROOT_PX, "pc": 12.0, "q": 72 / 101.6}


def css_color(text: str) -> Color | None:
    """Return the colour that `text` is on white paper; `None` when it is none that is read.

    Read are hexadecimal digits, names, `rgb()` and `hsl()`, in the old form and in the new, with opacity.
    """
    text = text.strip().lower()
    if text == "transparent":
        return Color(255, 255, 255)
    if text in NAMED:
        return hex_color(NAMED[text])
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) > len("#rgba") else "".join(digit * 2 for digit in text[1:])
        channels = [int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)]
        return _on_white(channels)
    function = _FUNCTION.fullmatch(text)
    return _called(function[1], re.split(r"[\s,/]+", function[2].strip())) if function else None


def css_size(text: str) -> str | None:
    """Return a size of type that CSS gives in another unit than style files do; `None` when it is none.

    A pixel is 1/16 of 1rem, as on a screen; percentages are of the base size.
    """
    found = _SIZE.fullmatch(text.strip())
    if not found or not found[1]:
        return None
    number, unit = float(found[1]), found[2].lower()
    return f"{number / 100:g}em" if unit == "%" else f"{number * _POINTS[unit]:g}pt"


def _called(name: str, parts: list[str]) -> Color | None:
    """Return the colour of `rgb()` or `hsl()` with these arguments."""
    found = [_NUMBER.fullmatch(part) for part in parts]
    if len(parts) not in {3, 4} or not all(found):
        return None
    numbers = [(float(each[1]), each[2] or "") for each in found if each]
    opacity = [number / 100 if unit else number for number, unit in numbers[3:]]
    if name == "rgb":
        channels = [number / (100 if unit else 255) for number, unit in numbers[:3]]
        return _on_white([*channels, *opacity])
    return _on_white([*_channels(numbers[0][0], numbers[1][0] / 100, numbers[2][0] / 100), *opacity])


def _channels(hue: float, saturation: float, lightness: float) -> list[float]:
    """Return red, green and blue (CSS Color 4, 7)."""
    reach = saturation * min(lightness, 1 - lightness)
    places = [(offset + hue / 30) % 12 for offset in (0, 8, 4)]
    return [lightness - reach * max(-1, min(place - 3, 9 - place, 1)) for place in places]


def _on_white(channels: list[float]) -> Color:
    """Return red, green and blue, 0 to 1, as they look on paper with the opacity that follows them."""
    opacity = min(max(channels[3], 0), 1) if channels[3:] else 1
    mixed = [1 - opacity * (1 - min(max(channel, 0), 1)) for channel in channels[:3]]
    return Color(*(round(channel * 255) for channel in mixed))
