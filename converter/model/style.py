"""How a report looks, resolved: no references, no inheritance and no units are left.

Lengths are points (1/72 inch), colours sRGB. Writers take what stands here and decide nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from converter.notices import Notice


class Length(float):
    """A length in points, with constructors and properties for the units of the formats."""

    __slots__ = ()

    @classmethod
    def from_mm(cls, millimetres: float) -> "Length":
        """Return the length of so many millimetres."""
        return cls(millimetres * 72 / 25.4)

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self * 25.4 / 72

    @property
    def twips(self) -> int:
        """In twentieths of a point, rounded (ECMA-376 ST_TwipsMeasure)."""
        return round(self * 20)

    @property
    def half_points(self) -> int:
        """In half points, rounded (ECMA-376 ST_HpsMeasure)."""
        return round(self * 2)

    @property
    def eighth_points(self) -> int:
        """In eighths of a point, rounded (ECMA-376 ST_EighthPointMeasure)."""
        return round(self * 8)

    @property
    def emu(self) -> int:
        """In English Metric Units, 12,700 to the point (ECMA-376 ST_CoordinateUnqualified)."""
        return round(self * 12_700)


@dataclass(frozen=True, slots=True)
class Color:
    """An sRGB colour; each channel is 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """Six hexadecimal digits in capitals, as Word writes them."""
        return f"{self.red:02X}{self.green:02X}{self.blue:02X}"

    @property
    def css(self) -> str:
        """`#` and six hexadecimal digits, as CSS and style files write them."""
        return f"#{self.hex.lower()}"


ZERO = Length(0)
BLACK = Color(0, 0, 0)
WHITE = Color(255, 255, 255)

TextRole = Literal[
    "label",  # the small line above the title
    "title",
    "subtitle",
    "facts",  # the row of facts under the title
    "heading1",  # Summary, Background, Implications
    "heading2",  # the article's own heading inside a section; an article of a digest
    "heading3",
    "contents1",  # entries of the contents, by the level of their heading
    "contents2",
    "contents3",
    "lead",  # the lines of the section set apart, usually Summary
    "body",
    "bullet",  # items of lists, numbered ones too
    "quote",
    "code",
    "caption",
    "table-head",
    "table-cell",
    "comment",  # a person's own note
    "empty",  # "No sentence of the article was placed in this section."
    "method",  # source and method
    "reference",  # an end-note
    "header",
    "footer",
]
"""The roles of paragraphs: the keys of `styles:` in a style file, and the names of styles in Word and CSS."""

ON_COVER: tuple[TextRole, ...] = ("label", "title", "subtitle", "facts")
"""Those that stand on the ground of a cover."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How paragraphs of one role are set.

    Attributes:
        family: name of the font family, one of `Style.fonts` or of the system's.
        size: of the type.
        leading: distance from baseline to baseline.
        weight: 100 to 900; 400 is regular, 600 semibold, 700 bold.
        italic: slanted or upright.
        color: of the text.
        align: of the lines.
        space_before: above the paragraph; the larger of two neighbouring spaces counts.
        space_after: below it.
        indent: of the whole paragraph, from the text area's left (start) edge.
        first_line: further indent of the first line; negative hangs.
        flush_opening: whether a paragraph that follows one of another role, or a heading, goes without it.
        tracking: extra space after each letter.
        capitals: whether letters are shown as capitals; the text itself stays.
        keep_with_next: never the last on a page.
        hyphenate: whether words may be broken.
    """

    family: str
    size: Length
    leading: Length
    weight: int = 400
    italic: bool = False
    color: Color = BLACK
    align: Literal["start", "end", "center", "justify"] = "start"
    space_before: Length = ZERO
    space_after: Length = ZERO
    indent: Length = ZERO
    first_line: Length = ZERO
    flush_opening: bool = False
    tracking: Length = ZERO
    capitals: Literal["none", "all"] = "none"
    keep_with_next: bool = False
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: `width` 0 means none."""

    width: Length
    color: Color


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How tables look.

    Attributes:
        rule: lines above and below the head, and at the end.
        row_rule: lines between the rows below the head.
        head_fill: ground of the head; `None` is the paper.
        stripe: ground of every second row below the head; `None` is the paper.
        head_link: colour of links in the head; `None`: that of the others.
        padding: above and below the text of a cell.
        inset: between the table's edges and the text of its outer cells.
    """

    rule: Rule
    row_rule: Rule = Rule(ZERO, BLACK)
    head_fill: Color | None = None
    stripe: Color | None = None
    head_link: Color | None = None
    padding: Length = ZERO
    inset: Length = ZERO

    @property
    def below_head(self) -> Rule:
        """The line that parts the head from the rows."""
        return self.rule if self.rule.width else self.row_rule

    def fill(self, row: int, header_rows: int) -> Color | None:
        """Return the ground of the row at index `row` of a table whose first `header_rows` are its head."""
        if row < header_rows:
            return self.head_fill
        return self.stripe if (row - header_rows) % 2 else None


@dataclass(frozen=True, slots=True)
class Box:
    """What sets a section apart.

    Attributes:
        fill: its ground; `None` is the paper.
        rule: the line at its start edge.
        padding: between edge and text, on all sides that have a ground, and between rule and text.
        indent: of its outer edge, from the text area's start edge.
    """

    fill: Color | None
    rule: Rule
    padding: Length
    indent: Length = ZERO


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        width: of the paper.
        height: of the paper.
        top: margin; text begins below it.
        bottom: margin.
        left: margin.
        right: margin.
        header: from the paper's upper edge to the top of the header's line (ECMA-376 17.6.11 `header`).
        footer: from the paper's lower edge to the bottom of the footer's line.
    """

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    header: Length
    footer: Length

    @property
    def text_width(self) -> Length:
        """Width between the margins."""
        return Length(self.width - self.left - self.right)

    @property
    def text_height(self) -> Length:
        """Height between the margins."""
        return Length(self.height - self.top - self.bottom)


@dataclass(frozen=True, slots=True)
class Running:
    """A header or footer: templates with fields in braces, such as `{page} / {pages}`."""

    left: str = ""
    center: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """How the first page opens.

    Attributes:
        kind: nothing, a band of colour behind the title block, or a page of its own.
        height: of the band, from the paper's upper edge.
        fill: of the band or page.
        header: colour of the first page's header; `None`: that of the others.
        footer: colour of the first page's footer; `None`: that of the others.
    """

    kind: Literal["none", "band", "page"] = "none"
    height: Length = ZERO
    fill: Color = WHITE
    header: Color | None = None
    footer: Color | None = None


@dataclass(frozen=True, slots=True)
class Underlay:
    """A sheet that lies under a whole page, and fills it.

    Attributes:
        path: of the file that it came from.
        draw: returns the sheet as PNG or JPEG, opaque; a PDF is drawn when first asked for. It raises a
            `StyleError` when the file shows only now to be damaged.
    """

    path: str
    draw: Callable[[], bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stationery:
    """What lies under the pages; `None`: nothing. Under all pages alike where both are one object."""

    first: Underlay | None = None
    following: Underlay | None = None


_WIDEST_LETTER_EM = 0.72
"""Of a bold capital, on the average of a label."""


@dataclass(frozen=True, slots=True)
class HandlingMark:
    """A mark of a scheme, with what its label looks like on each page.

    Attributes:
        text: the label, exactly as it is shown.
        color: of the text.
        ground: behind it.
        size: of the type, which is bold.
        position: where in its line it stands, whichever way the script runs.
        lines: at which ends of each page it stands.
    """

    text: str
    color: Color
    ground: Color
    size: Length
    position: Literal["left", "center", "right"] = "right"
    lines: frozenset[Literal["header", "footer"]] = frozenset({"header", "footer"})

    @property
    def height(self) -> Length:
        """Height of the ground."""
        return Length(1.25 * self.size)

    @property
    def padding(self) -> Length:
        """Width of the ground on either side of the text."""
        return Length(0.3 * self.size)

    @property
    def widest(self) -> Length:
        """Width that the ground has at most, in whichever font."""
        return Length(_WIDEST_LETTER_EM * self.size * len(self.text) + 2 * self.padding)

    @property
    def strip(self) -> Length:
        """Height that the label takes above a header or below a footer, with the space to it."""
        return Length(1.5 * self.size)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A set of marks.

    Attributes:
        name: as a style's `handling` names it.
        title: in full.
        description: one line for the list of schemes.
        prefix: how texts begin that must be one of the marks; empty: any other text is free.
        marks: at least one.
        former: marks that are no more → what they became.
    """

    name: str
    title: str
    description: str
    prefix: str
    marks: tuple[HandlingMark, ...]
    former: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FontFace:
    """One font file; `index` is its place in a collection."""

    path: str
    weight: int = 400
    italic: bool = False
    index: int = 0


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family by the name that Word knows it by, and its files.

    Attributes:
        name: such as `Source Serif Pro`.
        faces: at least one.
        generic: what CSS and Word fall back to.
    """

    name: str
    faces: tuple[FontFace, ...]
    generic: Literal["serif", "sans-serif", "monospace"] = "serif"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in the first page's header.

    Attributes:
        path: of the file that it came from, for messages.
        alternative: what it says to those who do not see it.
        height: as shown.
        data: bytes of the picture, PNG or JPEG.
    """

    path: str
    alternative: str
    height: Length
    data: bytes = field(repr=False)


Emphasis = Literal["italic", "bold"]
"""How words are set that the article stresses in italics: readers with low vision lose italics."""


@dataclass(frozen=True, slots=True)
class Style:
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
    cover: Cover = Cover()
    header: Running = Running()
    footer: Running = Running()
    first_header: Running | None = None
    first_footer: Running | None = None
    bullets: tuple[str, ...] = ("•", "–")
    numbering: Literal["none", "paragraphs"] = "none"
    contents: Literal["auto", "always", "never"] = "auto"
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
