"""The theme's colours, by the names that documents use for them (ECMA-376 20.1.6.2 and 17.15.1.20)."""

from converter.model.style import BLACK, WHITE, Color
from converter.verifier.word.colors import from_hex, mixed, modified
from converter.verifier.word.xml import Element, attribute, child

# ST_ThemeColor → element of the colour scheme, where nothing maps it to another.
_SLOTS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}
# ST_ThemeColor → attribute of `w:clrSchemeMapping`, and what that says by default.
_MAPPED = {
    "text1": ("t1", "dark1"),
    "background1": ("bg1", "light1"),
    "text2": ("t2", "dark2"),
    "background2": ("bg2", "light2"),
}


class Theme:
    """Resolves colours that may be those of the theme."""

    def __init__(self, theme: Element | None, settings: Element | None) -> None:
        """Read the colour scheme of `theme`, and from `settings` how the document maps it."""
        scheme, mapping = child(theme, "themeElements", "clrScheme"), child(settings, "clrSchemeMapping")
        slots = {name: _scheme_color(child(scheme, element)) for name, element in _SLOTS.items()}
        for name, (short, habit) in _MAPPED.items():
            slots[name] = slots.get(attribute(mapping, short) or habit)
        self._colors = slots

    def color(self, element: Element | None, name: str, theme: str) -> Color | None:
        """Return the colour that attributes of `element` tell; `None`: none, or `auto`.

        Args:
            element: such as `w:color` or `w:shd`.
            name: the attribute with six digits, such as `val` or `fill`.
            theme: the one that names a colour of the theme, such as `themeColor`, which is preferred; that
                and `Tint` or `Shade` make the names of its modifiers.
        """
        found = self._colors.get(attribute(element, theme))
        if found is None:
            return from_hex(attribute(element, name))
        stem = theme.removesuffix("Color")
        return modified(found, attribute(element, f"{stem}Tint"), attribute(element, f"{stem}Shade"))

    def shading(self, element: Element | None) -> Color | None:
        """Return the colour that a `w:shd` paints (ECMA-376 17.3.1.31); `None`: it lets shine through."""
        pattern = attribute(element, "val")
        fill = self.color(element, "fill", "themeFill")
        if pattern in {"", "clear", "nil"}:
            return None if pattern == "nil" else fill
        front = self.color(element, "color", "themeColor") or BLACK
        share = pattern.removeprefix("pct")
        return mixed(front, fill or WHITE, int(share) / 100) if share.isdecimal() else front


def _scheme_color(element: Element | None) -> Color | None:
    plain = attribute(child(element, "srgbClr"), "val")
    return from_hex(plain or attribute(child(element, "sysClr"), "lastClr"))
