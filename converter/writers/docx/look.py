"""A style in Word's terms: font names, theme colours and where text stands, worked out once for all parts."""

from typing import Literal

from converter.model.style import Color, FontFace, FontFamily, Length, Style, TextRole, TextStyle
from converter.writers.docx.markup import escape
from converter.writers.docx.typeface import Typeface, typeface

WHITE = Color(255, 255, 255)
_HALF_BOLD = 600
_LEADING: tuple[tuple[str, TextRole], ...] = (("minor", "body"), ("major", "heading1"))
_LIST_HANG_PT = 12.0
_NUMBER_HANG_PT = 18.0


class Look:
    """What a style comes to in Word, for documents of one language and direction.

    Attributes:
        style: as given.
        language: BCP 47 tag of the document.
        direction: of its script.
        start: the side of the page where lines begin, for what Word does not mirror by itself (borders).
        end: the other side.
        faces: role → the face that sets it; `None` for a family of the system whose files are not known.
    """

    def __init__(self, style: Style, language: str, direction: Literal["ltr", "rtl"]) -> None:
        """Find the face for each role and give the style's colours their places in the theme."""
        self.style = style
        self.language = language
        self.direction = direction
        self.start, self.end = ("left", "right") if direction == "ltr" else ("right", "left")
        families = {family.name: family for family in style.fonts}
        self.faces: dict[TextRole, Typeface | None] = {
            role: _face(families.get(text.family), text) for role, text in style.text.items()
        }
        self.theme_colors = self._theme_colors()
        self._slots = {color: slot for slot, color in reversed(self.theme_colors.items())}

    def text(self, role: TextRole) -> TextStyle:
        """Return how `role` is set."""
        return self.style.text[role]

    def family(self, role: TextRole) -> str:
        """Return the name of the font as Word lists it; semibold faces have a family of their own there."""
        face = self.faces[role]
        return face.family if face else self.text(role).family

    def bold(self, role: TextRole) -> bool:
        """Tell whether Word needs its own bold to reach the weight of `role`."""
        face = self.faces[role]
        return face.bold if face else self.text(role).weight >= _HALF_BOLD

    def font(self, role: TextRole) -> str:
        """Return `w:rFonts` (ECMA-376 17.3.2.26) of `role`: the theme's font where it is one of the two."""
        name = self.family(role)
        for theme, leading in _LEADING:
            if name == self.family(leading):
                fonts = f'w:asciiTheme="{theme}HAnsi" w:hAnsiTheme="{theme}HAnsi" w:eastAsiaTheme="{theme}EastAsia"'
                return f'<w:rFonts {fonts} w:cs="{escape(name)}"/>'
        return '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}"/>'.format(escape(name))

    def color(self, color: Color) -> str:
        """Return `w:color` (ECMA-376 17.3.2.6), bound to the theme where the theme has this colour."""
        slot = self._slots.get(color)
        return f'<w:color w:val="{color.hex}"{_theme_attribute("themeColor", slot)}/>'

    def border(self, side: str, color: Color, width: Length, space_pt: float) -> str:
        """Return one side of a border (ECMA-376 17.3.1.24); `space_pt` to the text is cut at Word's 31 points."""
        slot = self._slots.get(color)
        eighths = min(max(width.eighth_points, 2), 96)
        return (
            f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{min(round(space_pt), 31)}" '
            f'w:color="{color.hex}"{_theme_attribute("themeColor", slot)}/>'
        )

    def shading(self, color: Color) -> str:
        """Return `w:shd` (ECMA-376 17.3.1.31) that fills with `color`."""
        slot = self._slots.get(color)
        return (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{color.hex}"{_theme_attribute("themeFill", slot)}/>'
        )

    def hang(self, role: TextRole, kind: Literal["bullet", "number"]) -> Length:
        """Return how far the bullet (or number) of a list stands left of its text."""
        own = -self.text(role).first_line
        return Length(own if own > 0 else _LIST_HANG_PT if kind == "bullet" else _NUMBER_HANG_PT)

    def _theme_colors(self) -> dict[str, Color]:
        """Return the twelve colours of the theme (ECMA-376 20.1.6.2) by Word's names for them."""
        style = self.style
        panel = style.box.fill if style.box and style.box.fill else mix(style.muted, 0.1)
        return {
            "text1": style.foreground,
            "background1": WHITE,
            "text2": style.muted,
            "background2": panel,
            "accent1": style.accent,
            "accent2": style.muted,
            "accent3": mix(style.accent, 0.6),
            "accent4": mix(style.muted, 0.6),
            "accent5": mix(style.accent, 0.3),
            "accent6": mix(style.muted, 0.3),
            "hyperlink": style.accent,
            "followedHyperlink": style.muted,
        }


def mix(color: Color, share: float) -> Color:
    """Return `share` of `color`, the rest white."""
    return Color(*(round(255 - (255 - channel) * share) for channel in (color.red, color.green, color.blue)))


def _theme_attribute(name: str, slot: str | None) -> str:
    return f' w:{name}="{slot}"' if slot else ""


def _face(family: FontFamily | None, text: TextStyle) -> Typeface | None:
    """Return the face of `family` nearest to what `text` asks for; a heavier one wins over a lighter one."""
    if family is None:
        return None

    def distance(face: FontFace) -> tuple[bool, int, int]:
        return face.italic != text.italic, abs(face.weight - text.weight), -face.weight

    nearest = min(family.faces, key=distance)
    return typeface(nearest.path, nearest.index)
