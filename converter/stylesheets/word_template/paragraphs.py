"""How Word sets the paragraphs of a style, in the words of a style file."""

from collections.abc import Iterator, Mapping

from converter.model.style import Color
from converter.ooxml.xml import says_on, twips
from converter.stylesheets.word_template.families import Families, line_of, weight_in
from converter.stylesheets.word_template.formatting import Attributes, Formatting
from converter.stylesheets.word_template.theme import Theme
from converter.stylesheets.word_template.tree import Tree, clean, multiple, named, points

_ALIGN = {
    "center": "center",
    "right": "end",
    "end": "end",
    "both": "justify",
    "distribute": "justify",
    "thaiDistribute": "justify",
    "lowKashida": "justify",
    "mediumKashida": "justify",
    "highKashida": "justify",
}
"""`w:jc`; in a paragraph that runs from right to left, `left` and `right` are its start and end as well."""
_AUTOMATIC_SPACE = 14.0
"""Points that Word takes for `w:beforeAutospacing`, as for a paragraph of HTML."""
_SIZE = 10.0
"""Points where no style says any."""
_FAMILY = "Times New Roman"
_OF_LINES = frozenset({"family", "size", "weight", "italic", "line-height", "color", "tracking", "capitals"})
_TIGHT = 2.0
"""Points between the items of a list whose own space Word leaves out (`w:contextualSpacing`)."""


class Reader:
    """Reads formatting.

    Args:
        theme: of the template.
        families: finds those that are installed.
        complex_script: whether the text runs from right to left, and so in the fonts for complex scripts.
        hyphenates: whether the template lets Word break words.
    """

    def __init__(self, theme: Theme, families: Families, *, complex_script: bool, hyphenates: bool) -> None:
        """Take what all styles have in common."""
        self.theme, self.families = theme, families
        self._complex, self._hyphenates = complex_script, hyphenates

    def family(self, formatting: Formatting) -> str:
        """Return the name of the family, be it installed or not."""
        fonts = formatting.run.get("rFonts", {})
        keys = (("cstheme", "cs"),) if self._complex else ()
        for theme_key, key in (*keys, ("asciiTheme", "ascii"), ("hAnsiTheme", "hAnsi")):
            name = self.theme.font(fonts[theme_key]) if theme_key in fonts else ""
            if found := clean(name or fonts.get(key, "")):
                return found
        return _FAMILY

    def size(self, formatting: Formatting) -> float:
        """Return the size of the type in points."""
        half_points = _number(formatting.run.get("szCs" if self._complex else "sz", {}).get("val", ""))
        return half_points / 2 if half_points else _SIZE

    def color(self, formatting: Formatting) -> Color | None:
        """Return the colour of the text; `None` when it is that of all text."""
        return self.theme.color(formatting.run.get("color", {}))

    def is_bold(self, formatting: Formatting) -> bool:
        """Tell whether the text is bold."""
        return formatting.is_on("bCs" if self._complex else "b")

    def type(self, formatting: Formatting, colors: Mapping[str, Color]) -> Tree:
        """Return the keys of a group of `typography:`.

        Args:
            formatting: of a style.
            colors: name → colour, the first being that of all text.
        """
        family = self.family(formatting)
        color = self.color(formatting)
        return {
            "family": self.families.of(family),
            "size": points(self.size(formatting)),
            "weight": "bold" if self.is_bold(formatting) else weight_in(family) or "regular",
            "italic": _flag(formatting.is_on("iCs" if self._complex else "i")),
            "line-height": self._line_height(formatting),
            "color": named(color, colors) if color else next(iter(colors)),
        }

    def paragraph(
        self, formatting: Formatting, colors: Mapping[str, Color], *, in_list: bool = False
    ) -> Tree:
        """Return the keys of a role in `styles:`.

        Args:
            formatting: of a style.
            colors: as for `type`.
            in_list: whether it is that of a list, which is indented by its level.
        """
        properties = formatting.paragraph
        spacing = properties.get("spacing", {})
        tight = formatting.is_on("contextualSpacing")
        spaces = {f"space-{side}": _space(spacing, side, tight=tight) for side in ("before", "after")}
        tracking = twips(formatting.run.get("spacing", {}).get("val", "")) or 0
        return {
            **self.type(formatting, colors),
            "align": _ALIGN.get(properties.get("jc", {}).get("val", ""), "start"),
            **{key: points(space) for key, space in spaces.items()},
            **({} if in_list else dict(_indents(properties.get("ind", {})))),
            "tracking": points(tracking / 20),
            "capitals": "all" if formatting.is_on("caps") else "none",
            # headings stay with their text even where the template does not say so
            **({"keep-with-next": "true"} if formatting.is_on("keepNext") else {}),
            "hyphenate": _flag(self._hyphenates and not formatting.is_on("suppressAutoHyphens")),
        }

    def line(self, formatting: Formatting, colors: Mapping[str, Color]) -> Tree:
        """Return the keys of a header or footer, whose words have places of their own."""
        keys = self.paragraph(formatting, colors)
        return {key: keys[key] for key in keys if key in _OF_LINES}

    def _line_height(self, formatting: Formatting) -> str:
        """Return the distance of lines: of single lines a multiple of the size, else points (17.3.1.33)."""
        spacing = formatting.paragraph.get("spacing", {})
        line, rule = _number(spacing.get("line", "")) or 240.0, spacing.get("lineRule", "auto")
        natural = line_of(self.family(formatting))
        if rule == "auto":
            return multiple(natural * line / 240)
        return points(line / 20 if rule == "exact" else max(line / 20, natural * self.size(formatting)))


def _space(spacing: Attributes, side: str, *, tight: bool) -> float:
    if says_on(spacing.get(f"{side}Autospacing", "off")):
        return _AUTOMATIC_SPACE
    found = (twips(spacing.get(side, "")) or 0) / 20
    return min(found, _TIGHT) if tight else found


def _indents(written: Attributes) -> Iterator[tuple[str, str]]:
    """Yield the indent and that of the first line, which does not reach into the margin."""
    indent = max((twips(written.get("start") or written.get("left", "")) or 0) / 20, 0.0)
    hanging = twips(written.get("hanging", ""))
    first = (twips(written.get("firstLine", "")) or 0) / 20 if hanging is None else -hanging / 20
    yield "indent", points(indent)
    yield "first-line", points(max(first, -indent))


def _number(written: str) -> float:
    """Return a number that is written plainly, or as a measure; 0 when it is none."""
    return max(twips(written) or 0.0, 0.0)


def _flag(said: bool) -> str:  # noqa: FBT001 - the value itself
    return "true" if said else "false"
