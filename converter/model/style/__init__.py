"""How a report looks, resolved: no references, no inheritance and no units are left.

Lengths are points (1/72 inch), colours sRGB. Writers take what stands here and decide nothing.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from converter.model.style.handling import HandlingMark, Scheme
from converter.model.style.measures import BLACK, WHITE, ZERO, Color, Length
from converter.model.style.page import (
    Box,
    Cover,
    CoverKind,
    Logo,
    Page,
    Position,
    Rule,
    Running,
    RunningKind,
    TableStyle,
)
from converter.model.style.stationery import Stationery, Underlay
from converter.model.style.text import (
    ON_COVER,
    Align,
    Capitals,
    Emphasis,
    FontFace,
    FontFamily,
    Generic,
    TextRole,
    TextStyle,
)
from converter.notices import Notice

__all__ = [
    "BLACK",
    "ON_COVER",
    "WHITE",
    "ZERO",
    "Align",
    "Box",
    "Capitals",
    "Color",
    "Contents",
    "Cover",
    "CoverKind",
    "Emphasis",
    "FontFace",
    "FontFamily",
    "Generic",
    "HandlingMark",
    "Length",
    "Logo",
    "Numbering",
    "Page",
    "Position",
    "Rule",
    "Running",
    "RunningKind",
    "Scheme",
    "Stationery",
    "Style",
    "TableStyle",
    "TextRole",
    "TextStyle",
    "Underlay",
]

Contents = Literal["auto", "always", "never"]
"""Whether a report has a list of its headings; `auto`: where it is long."""

Numbering = Literal["none", "paragraphs"]
"""What is numbered through a report."""


class Style(Struct, frozen=True):
    """A style file, resolved.

    Attributes:
        name: as in `--style`.
        description: one line for `styles list`.
        page: size and margins.
        text: every `TextRole` → how it is set.
        fonts: the families that `text` names, the body's first, each with its files; then families that
            lend missing characters, in order of preference.
        foreground: colour of the text.
        muted: colour of what stands back: facts, captions, references.
        accent: the one colour that stands out; also that of links.
        title_rule_above: line above the title block's facts.
        title_rule_below: line below them.
        method_rule: hairline above source and method.
        table: how tables look.
        box: what sets the first section apart; `None`: nothing.
        cover: how the first page opens.
        header: of every page.
        footer: of every page.
        first_header: of the first page; `None`: as the others.
        first_footer: of the first page; `None`: as the others.
        bullets: the glyphs of unordered lists, by depth; the last serves all deeper ones.
        numbering: whether body paragraphs are numbered 1., 2., … through the report.
        contents: whether a report has a list of its headings; `auto`: where it is long.
        emphasis: how words are set that the article stresses in italics.
        separator: what stands between the facts.
        date_format: overrides the language's; empty: the language's.
        labels: language tag → label key → text; overrides the language file.
        logo: in the first page's header.
        stationery: what lies under the pages, in formats that have such.
        handling: the schemes whose marks a report may carry.
        word: options of the Word writer, by key of the style file's `word:`.
        pdf: options of the PDF writer, by key of `pdf:`.
        notices: what was met while it was resolved: what had to be replaced, what of it is weak.
    """

    name: str
    description: str
    page: Page
    text: Mapping[TextRole, TextStyle]
    fonts: tuple[FontFamily, ...]
    foreground: Color
    muted: Color
    accent: Color
    title_rule_above: Rule
    title_rule_below: Rule
    method_rule: Rule
    table: TableStyle
    box: Box | None = None
    cover: Cover = field(default_factory=Cover)
    header: Running = field(default_factory=Running)
    footer: Running = field(default_factory=Running)
    first_header: Running | None = None
    first_footer: Running | None = None
    bullets: tuple[str, ...] = ("•", "–")
    numbering: Numbering = "none"
    contents: Contents = "auto"
    emphasis: Emphasis = "italic"
    separator: str = " · "
    date_format: str = ""
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    logo: Logo | None = None
    stationery: Stationery | None = None
    handling: tuple[Scheme, ...] = ()
    word: Mapping[str, object] = field(default_factory=dict)
    pdf: Mapping[str, object] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
