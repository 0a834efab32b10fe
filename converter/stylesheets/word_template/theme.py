"""The theme: fonts and colours by their part (ECMA-376 part 1, 20.1.6)."""

import colorsys
import re
from collections.abc import Mapping

from converter.model.style import Color
from converter.ooxml.theme import color_slot
from converter.ooxml.xml import Element, attribute, child, local

_SCRIPTS = {"ar": "Arab", "fa": "Arab", "ur": "Arab", "he": "Hebr", "th": "Thai", "hi": "Deva"}
_HEX = re.compile("[0-9A-Fa-f]{6}", re.ASCII)


class Theme:
    """Fonts and colours that styles refer to.

    Args:
        theme: root of the theme's part; `None`: the template has none.
        settings: root of the settings' part, which says which colour is that of the text.
    """

    def __init__(self, theme: Element | None, settings: Element | None) -> None:
        """Read the scheme of colours; fonts are looked up when they are asked for."""
        self._fonts = child(theme, "themeElements", "fontScheme")
        self._settings = settings
        scheme = child(theme, "themeElements", "clrScheme")
        self._colors: Mapping[str, str] = {
            local(slot): attribute(slot[0], "lastClr") or attribute(slot[0], "val")
            for slot in (scheme if scheme is not None else ())
            if len(slot)
        }

    def font(self, name: str) -> str:
        """Return the family that `minorHAnsi`, `majorBidi` and so on stand for; empty: none."""
        group = child(self._fonts, "majorFont" if name.startswith("major") else "minorFont")
        if not name.endswith(("Bidi", "EastAsia")):
            return attribute(child(group, "latin"), "typeface")
        slot, spoken = ("cs", "bidi") if name.endswith("Bidi") else ("ea", "eastAsia")
        named = attribute(child(group, slot), "typeface")
        script = _SCRIPTS.get(attribute(child(self._settings, "themeFontLang"), spoken)[:2], "")
        of_script = (
            attribute(font, "typeface")
            for font in (group if group is not None else ())
            if script and attribute(font, "script") == script
        )
        return named or next(of_script, "")

    def named(self, name: str) -> Color | None:
        """Return the colour `accent1`, `text1` and so on; `None` where the theme has none of that name."""
        return _color(self._colors.get(color_slot(name, self._settings), ""))

    def color(self, written: Mapping[str, str]) -> Color | None:
        """Return what the attributes of a `w:color` say; `None` for `auto` and for nothing.

        A tint or shade changes the lightness (17.3.2.6): towards white or towards black.
        """
        base = self.named(written.get("themeColor", ""))
        if base is None:
            return _color(written.get("val", ""))
        hue, light, saturation = colorsys.rgb_to_hls(base.red / 255, base.green / 255, base.blue / 255)
        tint, shade = _share(written.get("themeTint", "")), _share(written.get("themeShade", ""))
        if shade is not None:
            light *= shade
        if tint is not None:
            light = light * tint + 1 - tint
        return Color(*(round(channel * 255) for channel in colorsys.hls_to_rgb(hue, light, saturation)))


def _color(digits: str) -> Color | None:
    if not _HEX.fullmatch(digits):
        return None
    return Color(*bytes.fromhex(digits))


def _share(digits: str) -> float | None:
    return int(digits, 16) / 255 if re.fullmatch("[0-9A-Fa-f]{2}", digits, re.ASCII) else None
