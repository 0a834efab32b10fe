"""The colours of a message: readable on their ground (WCAG 2.2, 1.4.3), and once more for dark mode."""

from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls

from converter.model.style import BLACK, WHITE, Color
from converter.stylesheets.contrast import LEAST, contrast, nearest_readable

_DARK_PAPER = 0.1
"""Lightness of what is white by day: black would be hard on the eye."""

_DARK_SATURATION = 0.6
"""Colours on dark grounds glare: this much of them stays."""


def readable(color: Color, ground: Color) -> Color:
    """Return `color`, or what is nearest to it that can be read on `ground`."""
    if contrast(color, ground) >= LEAST:
        return color
    return nearest_readable(color, [(ground, LEAST)]) or max(
        (BLACK, WHITE), key=lambda extreme: contrast(extreme, ground)
    )


def dark(color: Color) -> Color:
    """Return what stands for `color` by night: light becomes dark, and the hue stays."""
    hue, lightness, saturation = rgb_to_hls(color.red / 255, color.green / 255, color.blue / 255)
    turned = hls_to_rgb(hue, 1 - (1 - _DARK_PAPER) * lightness, saturation * _DARK_SATURATION)
    return Color(*(round(channel * 255) for channel in turned))


def dark_ground(ground: Color) -> Color:
    """Return what stands for a ground by night; one that is dark already stays, with what is on it."""
    return dark(ground) if _is_light(ground) else ground


class Colors:
    """The colours of one message: each that is used gets a class, by which dark mode finds it."""

    def __init__(self) -> None:
        """Begin without a colour."""
        self._texts: dict[tuple[Color, Color], str] = {}
        self._grounds: dict[Color, str] = {}
        self._lines: dict[Color, str] = {}

    def text(self, color: Color, ground: Color) -> str:
        """Return the class of text in `color` on `ground`, both as they are by day."""
        return self._texts.setdefault((color, ground), f"t{len(self._texts)}")

    def ground(self, color: Color) -> str:
        """Return the class of what has this ground."""
        return self._grounds.setdefault(color, f"g{len(self._grounds)}")

    def line(self, color: Color) -> str:
        """Return the class of what has lines in `color`."""
        return self._lines.setdefault(color, f"l{len(self._lines)}")

    def dark_rules(self, of_texts: str = "", of_grounds: str = "") -> Iterator[str]:
        """Yield the rules of dark mode.

        Args:
            of_texts: what stands before the class of a text or line in a selector.
            of_grounds: the same of a ground.
        """
        for (color, ground), name in self._texts.items():
            turned = readable(dark(color) if _is_light(ground) else color, dark_ground(ground))
            yield f"{of_texts}.{name}{{color:{turned.css}!important}}"
        for ground, name in self._grounds.items():
            yield f"{of_grounds}.{name}{{background-color:{dark_ground(ground).css}!important}}"
        for line, name in self._lines.items():
            yield f"{of_texts}.{name}{{border-color:{dark(line).css}!important}}"


def _is_light(ground: Color) -> bool:
    return contrast(ground, BLACK) >= contrast(ground, WHITE)
