"""`color` of a brand file → colours of a style.

Purposes that styles have as well keep their places; the others (`secondary`, `success`, …) become names in
the palette, which may be used wherever a colour is wanted. Where brand.yml and styles would look up a name in
different places, the name is replaced by what it stands for.
"""

import re

from converter.model.style import WHITE, Color
from converter.notices import Notice
from converter.stylesheets.brand.css import css_color
from converter.stylesheets.brand.nodes import Remarks, entries_of, entry, said, value_of
from converter.stylesheets.contrast import LEAST, contrast
from converter.stylesheets.style_file import Colors
from converter.yaml_source import Entry, Mapping, Node, Scalar

THEME = (
    *("foreground", "background", "primary", "secondary", "tertiary"),
    *("success", "info", "warning", "danger", "light", "dark"),
)
"""The purposes of colours in brand.yml."""

_OURS = frozenset(Colors.keys) - {"palette"}
# Colours that CSS can compute and we cannot, and words that stand for a colour elsewhere on a screen.
_COMPUTED = re.compile(
    r"[a-z-]+\(.*\)|\$.*|currentcolor|inherit|initial|unset|revert", re.ASCII | re.IGNORECASE | re.DOTALL
)


class Palette:
    """Translates the colours of one brand file.

    Args:
        color: what stands under `color`; `None`: nothing.
        remarks: takes what cannot be used, and that text which is light on a dark ground is dark on paper.
    """

    def __init__(self, color: Node | None, remarks: Remarks) -> None:
        """Sort names and purposes."""
        self._color, self._remarks = color, remarks
        self._left_out: set[str] = set()
        self._palette: dict[str, Node] = {}
        self._theme: dict[str, Node] = {}
        for one in entries_of(value_of(color, "palette")):
            self._take(self._palette, one, f"color.palette.{one.key.text}")
        for one in entries_of(color):
            if one.key.text in THEME:
                self._take(self._theme, one, f"color.{one.key.text}")
        self._turn_over()

    def tree(self) -> Node | None:
        """Return `color` as a style has it; what is no map is left for the schema to refuse."""
        color, palette = self._color, value_of(self._color, "palette")
        if not isinstance(color, Mapping):
            return color
        purposes = [(name, self.value(node, f"color.{name}")) for name, node in self._theme.items()]
        kept = [one for one in color.entries if one.key.text not in {*THEME, "palette"}]
        kept += [entry(name, found) for name, found in purposes if found and name in _OURS]
        if palette is not None and not isinstance(palette, Mapping):
            return Mapping((*kept, entry("palette", palette)), color.place)
        names = [(name, self.value(node, f"color.palette.{name}")) for name, node in self._palette.items()]
        # purposes go before names of the palette
        named = dict(names) | {name: found for name, found in purposes if name not in _OURS}
        listed = Mapping(tuple(entry(name, found) for name, found in named.items() if found), color.place)
        return Mapping((*kept, entry("palette", listed)), color.place)

    def value(self, node: Node, path: str) -> Node | None:
        """Return a colour as a style has it; `None` after noting that there is no way to have it.

        Args:
            node: as written; of one for light and one for dark grounds, that for light ones is meant.
            path: of its key.
        """
        found = self._for_light(node, path)
        if not isinstance(found, Scalar):
            return found
        written = self._written(found, path.removeprefix("color."))
        if written is None:
            self._remarks.unused.append(path)
        return written

    def _take(self, into: dict[str, Node], one: Entry, path: str) -> None:
        found = self._for_light(one.value, path)
        if isinstance(found, Scalar) and _is_computed(found.text):
            self._left_out.add(one.key.text)
            self._remarks.unused.append(path)
        elif found is not None and not (isinstance(found, Scalar) and found.is_null and not found.comment):
            into[one.key.text] = found

    def _for_light(self, node: Node, path: str) -> Node | None:
        """Return `node`, or the one of a pair that is for light grounds."""
        light, dark = value_of(node, "light"), value_of(node, "dark")
        if dark:
            self._remarks.unused.append(f"{path}.dark")
        return light if light or dark else node

    def _written(self, node: Scalar, own: str, passed: tuple[str, ...] = ()) -> Scalar | None:
        """Return the colour, or the name under which it stands in the style.

        Args:
            node: as written.
            own: the key of `color` that it is the value of, which it does not mean.
            passed: keys that led here.
        """
        name = node.text or node.comment
        if name in self._theme and name != own:
            return node
        behind = self._palette.get(name) if own != f"palette.{name}" else None
        if isinstance(behind, Scalar) and name in {*THEME, *_OURS} and own not in passed:
            # in a style, the purpose of that name would hide it
            found = self._written(behind, f"palette.{name}", (*passed, own))
            return said(found.text, node) if found else None
        if behind is not None:
            return node
        color = css_color(name)
        if color is not None:
            return said(color.css, node)
        return None if _is_computed(name) or name in self._left_out else node

    def _turn_over(self) -> None:
        """Give text that can be read on a dark ground alone the colour of that ground."""
        foreground, background = self._seen("foreground"), self._seen("background")
        if background is None or background == WHITE:
            return
        if foreground and contrast(foreground, WHITE) < LEAST <= contrast(background, WHITE):
            node = self._theme["foreground"]
            self._theme["foreground"] = said(background.css, node)
            text = "light text on a dark ground becomes text of that ground's colour, since paper is white"
            self._remarks.notices.append(Notice("contrast-mended", text, str(node.place)))
        else:
            self._remarks.unused.append("color.background")

    def _seen(self, name: str) -> Color | None:
        """Return the colour that a purpose leads to; `None`: to none."""
        node, own = self._theme.get(name), name
        for _ in range(len(self._theme) + len(self._palette)):
            written = self._written(node, own) if isinstance(node, Scalar) else None
            if written is None or written.text.startswith("#"):
                return css_color(written.text) if written else None
            in_theme = written.text in self._theme and written.text != own
            own = written.text if in_theme else f"palette.{written.text}"
            node = self._theme[own] if in_theme else self._palette.get(written.text)
        return None


def _is_computed(text: str) -> bool:
    return bool(_COMPUTED.fullmatch(text)) and css_color(text) is None
