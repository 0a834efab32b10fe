"""A style in Word's terms: font names, theme colours and borders, worked out once for all parts."""

from typing import Literal, NamedTuple

from msgspec.structs import replace

from converter.model.style import Color, FontFace, FontFamily, Length, Style, TextRole, TextStyle
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.logo import read_logo
from converter.writers.docx.markup import escape
from converter.writers.docx.typeface import Typeface, typeface

WHITE = Color(255, 255, 255)

_HALF_BOLD, _BOLD = 600, 700
_BULLET_HANG_PT, _NUMBER_HANG_PT = 12.0, 18.0
_LEADING: tuple[tuple[str, TextRole], ...] = (("minor", "body"), ("major", "heading1"))
# What Word takes: whole points of space (ECMA-376 17.18.2), 2 to 96 eighths of a point of width.
_MAX_BORDER_SPACE_PT = 31


class Font(NamedTuple):
    """The font of a role.

    Attributes:
        name: as Word lists it; semibold faces have a family of their own there.
        bold: whether Word needs its own bold to reach the weight.
        family: of the style; `None` for one of the system, whose files are not known.
        face: the face nearest to what the role asks for; `None` as for `family`.
    """

    name: str
    bold: bool
    family: FontFamily | None = None
    face: Typeface | None = None


class Look:
    """What a style comes to in Word, for documents of one language and direction.

    Attributes:
        style: as given.
        language: BCP 47 tag of the document.
        direction: of its script.
        start: side of the page where lines begin, for what Word does not mirror by itself (borders).
        end: the other side.
        fonts: role → its font.
        logo: `None` when the style has none, or none that can be read.
        theme_colors: the twelve colours of the theme (ECMA-376 20.1.6.2) by Word's names for them.
    """

    def __init__(
        self,
        style: Style,
        language: str,
        direction: Literal["ltr", "rtl"],
        theme: Literal["own", "host"] = "own",
    ) -> None:
        """Find the font for each role and give the style's colours their places in the theme.

        Args:
            style: how it looks.
            language: of the document.
            direction: of its script.
            theme: whose theme the document has; in that of a host, such as a template, our colours have no
                places, and stand for themselves.

        Raises:
            StyleError: `font-unreadable` when a font file cannot be read.
        """
        self.style = style
        self.language = language
        self.direction = direction
        self.start, self.end = ("left", "right") if direction == "ltr" else ("right", "left")
        # Fonts for East Asian and complex scripts have no semibold: such roles are bold there.
        latin = language_attributes(language).startswith(" w:val=")
        texts = {role: text if latin else _without_semibold(text) for role, text in style.text.items()}
        self.fonts = {role: _font(style, role, text) for role, text in texts.items()}
        self.logo = read_logo(style)
        self.theme_colors = _theme_colors(style)
        slots = {color: slot for slot, color in reversed(self.theme_colors.items())}
        self._slots = slots if theme == "own" else {}

    @property
    def first_top(self) -> Length:
        """How far down the paper the first page's text begins: Word keeps it below the header."""
        page, header = self.style.page, self.text("header")
        if self.logo is None:
            return page.top
        line = max(self.logo.height, header.size) + header.leading - header.size
        return Length(max(page.top, page.header + line + self.text("body").leading))

    @property
    def colors_on_cover(self) -> dict[TextRole, Color]:
        """The colours of the first page's header and footer, where a cover gives them others."""
        colors: dict[TextRole, Color | None] = {
            "header": self.style.cover.header,
            "footer": self.style.cover.footer,
        }
        return {role: color for role, color in colors.items() if color}

    def text(self, role: TextRole) -> TextStyle:
        """Return how `role` is set."""
        return self.style.text[role]

    def font(self, role: TextRole) -> str:
        """Return `w:rFonts` (ECMA-376 17.3.2.26) of `role`: the theme's font where it is one of the two."""
        name = self.fonts[role].name
        for theme, leading in _LEADING:
            if name == self.fonts[leading].name:
                latin = f'w:asciiTheme="{theme}HAnsi" w:hAnsiTheme="{theme}HAnsi"'
                return f'<w:rFonts {latin} w:eastAsiaTheme="{theme}EastAsia" w:cs="{escape(name)}"/>'
        return '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}"/>'.format(escape(name))

    def color(self, color: Color) -> str:
        """Return `w:color` (ECMA-376 17.3.2.6), bound to the theme where the theme has this colour."""
        return f'<w:color w:val="{color.hex}"{self._theme("themeColor", color)}/>'

    def border(self, side: str, color: Color, width: Length, space_pt: float) -> str:
        """Return one side of a border (ECMA-376 17.3.1.24); `space_pt` is between it and the text."""
        space = min(max(round(space_pt), 0), _MAX_BORDER_SPACE_PT)
        eighths = min(max(width.eighth_points, 2), 96)
        return (
            f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" '
            f'w:color="{color.hex}"{self._theme("themeColor", color)}/>'
        )

    def shading(self, color: Color) -> str:
        """Return `w:shd` (ECMA-376 17.3.1.31) that fills with `color`."""
        fill = f'w:fill="{color.hex}"{self._theme("themeFill", color)}'
        return f'<w:shd w:val="clear" w:color="auto" {fill}/>'

    def hang(self, role: TextRole, kind: Literal["bullet", "number"]) -> Length:
        """Return how far a bullet or number stands left of text of `role`."""
        own = -self.text(role).first_line
        return Length(own if own > 0 else _BULLET_HANG_PT if kind == "bullet" else _NUMBER_HANG_PT)

    def _theme(self, attribute: str, color: Color) -> str:
        slot = self._slots.get(color)
        return f' w:{attribute}="{slot}"' if slot else ""


def _theme_colors(style: Style) -> dict[str, Color]:
    panel = style.box.fill if style.box and style.box.fill else _tint(style.muted, 0.1)
    return {
        "text1": style.foreground,
        "background1": WHITE,
        "text2": style.muted,
        "background2": panel,
        "accent1": style.accent,
        "accent2": style.muted,
        "accent3": _tint(style.accent, 0.6),
        "accent4": _tint(style.muted, 0.6),
        "accent5": _tint(style.accent, 0.3),
        "accent6": _tint(style.muted, 0.3),
        "hyperlink": style.accent,
        "followedHyperlink": style.muted,
    }


def _tint(color: Color, share: float) -> Color:
    """Return `share` of `color`, the rest white."""
    return Color(*(round(255 - (255 - channel) * share) for channel in (color.red, color.green, color.blue)))


def _font(style: Style, role: TextRole, text: TextStyle) -> Font:
    """Return the font that sets `role`; code is set in a font of fixed pitch where the style has one."""
    families = [family for family in style.fonts if family.name == text.family]
    if role == "code":
        families = [family for family in style.fonts if family.generic == "monospace"] or families
    if not families:
        return Font(text.family, text.weight >= _HALF_BOLD)
    nearest = _nearest(families[0], text)
    face = typeface(nearest.path, nearest.index)
    return Font(face.family, face.bold, families[0], face)


def _without_semibold(text: TextStyle) -> TextStyle:
    return replace(text, weight=_BOLD) if _HALF_BOLD <= text.weight < _BOLD else text


def _nearest(family: FontFamily, text: TextStyle) -> FontFace:
    """Return the face nearest to what `text` asks for; of two as near, the heavier."""

    def distance(face: FontFace) -> tuple[bool, int, int]:
        return face.italic != text.italic, abs(face.weight - text.weight), -face.weight

    return min(family.faces, key=distance)
