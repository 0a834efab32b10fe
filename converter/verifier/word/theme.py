"""The theme's colours, and shadings, which may be painted in them (ECMA-376 20.1.6.2)."""

from converter.model.style import BLACK, WHITE, Color
from converter.ooxml.theme import color_slot
from converter.ooxml.xml import Element, attribute, child, local
from converter.verifier.word.colors import from_hex, mixed, modified


class Theme:
    """Resolves colours that may be those of the theme."""

    def __init__(self, theme: Element | None, settings: Element | None) -> None:
        """Read the colour scheme of `theme`; `settings` say how the document maps it."""
        scheme = child(theme, "themeElements", "clrScheme")
        self._colors = {} if scheme is None else {local(slot): _scheme_color(slot) for slot in scheme}
        self._settings = settings

    def color(self, element: Element | None, name: str, theme: str) -> Color | None:
        """Return the colour that attributes of `element` tell; `None`: none, or `auto`.

        Args:
            element: such as `w:color` or `w:shd`.
            name: the attribute with six digits, such as `val` or `fill`.
            theme: the one that names a colour of the theme, such as `themeColor`, which is preferred; that
                and `Tint` or `Shade` make the names of its modifiers.
        """
        found = self._colors.get(color_slot(attribute(element, theme), self._settings))
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


def _scheme_color(element: Element) -> Color | None:
    plain = attribute(child(element, "srgbClr"), "val")
    return from_hex(plain or attribute(child(element, "sysClr"), "lastClr"))
