"""The schema of a style file: every key, its shape, its default and what it is for.

Where a default is `None`, what stands instead depends on other keys: see `paragraphs` and `resolving`.
"""

from pathlib import Path
from typing import ClassVar, Literal, get_args

from converter.model.style import Color, Emphasis, TextRole
from converter.model.style import Length as Points
from converter.stylesheets.language_file import DATE_FIELDS, LABELS, LANGUAGE_TAG
from converter.stylesheets.maps import ListOf, MapOf, Record
from converter.stylesheets.measures import (
    NAME,
    ColorName,
    ColorShape,
    Length,
    LineHeight,
    PaperSize,
    Relative,
    Thickness,
    Weight,
    hex_color,
    suggest_color,
)
from converter.stylesheets.scheme_file import SchemeName
from converter.stylesheets.sfnt import read_faces
from converter.stylesheets.shapes import (
    Choice,
    File,
    Flag,
    Reading,
    Template,
    Text,
    UnfitError,
    quoted,
)
from converter.stylesheets.sheets import NOWHERE, Formats, Key, Sheet, Table
from converter.yaml_source import Entry, Mapping, Node, Scalar

ROLES: tuple[TextRole, ...] = get_args(TextRole)
"""Every role of a paragraph, in the order of the model."""

PROSE: frozenset[TextRole] = frozenset({"body", "comment", "method"})
"""Roles of paragraphs that follow each other as prose."""

IN_PLACES: frozenset[TextRole] = frozenset({"table-head", "table-cell", "header", "footer"})
"""Roles whose words have places of their own, where nothing is indented, spaced or broken."""

_NONE: Formats = frozenset()
"""What changes no report."""

_ON_PAGES: Formats = frozenset({"docx", "pdf"})
"""A printed HTML page has its headers in the middle of the margin, where browsers put them."""

_PAGED: Formats = frozenset({"docx", "pdf"})
"""On a screen there is no paper."""

_READ_OUT: Formats = frozenset({"docx", "html"})
"""Headers are no part of what is read of a PDF (ISO 14289-1, 7.8)."""

Edge = Literal["margin", "column"]
Align = Literal["start", "end", "center", "justify"]
Capitals = Literal["none", "all"]
Contents = Literal["auto", "always", "never"]
Generic = Literal["serif", "sans-serif", "monospace"]
CoverKind = Literal["none", "band", "page"]
BoxKind = Literal["none", "rule", "panel", "ruled-panel"]
Numbering = Literal["none", "paragraphs"]
Conformance = Literal["ua-1", "a-3a", "a-2a"]


def _mm(millimetres: float) -> Points:
    return Points.from_mm(millimetres)


# as it is read, to the last bit
_A4 = PaperSize().parse(Scalar("A4", NOWHERE))


class Meta(Sheet):
    """What a file says of itself; never inherited."""

    name = Key(Text(), "", "The house or the style, in full.", formats=_NONE)
    description = Key(Text(), "", "One line for the list of styles.", formats=_NONE)


class Type(Sheet):
    """How type is set."""

    shorthand = "family"
    family = Key(Text(), None, "The family, by the name that Word knows.")
    size = Key(Relative(4, 144), None, "Size; in em: of the base size.")
    weight = Key(Weight(), None, "A name such as semibold, or 100 to 900.")
    italic = Key(Flag(), None, "Whether it is slanted.")
    line_height = Key(LineHeight(4, 200), None, "Baseline to baseline: 1.4 times the size, or 15pt.")
    color = Key(ColorShape(), None, "Colour of the text.")


class Paragraph(Type):
    """How the paragraphs of a role are set."""

    edge = Key(Choice[Edge](Edge), None, "Where it starts: at the margin, or at page.indent.")
    align = Key(Choice[Align](Align), None, "How lines are aligned.")
    space_before = Key(Relative(0, 300), None, "Above; of two neighbouring spaces the larger counts.")
    space_after = Key(Relative(0, 300), None, "Below.")
    indent = Key(Relative(0, 300), None, "Further indent, from the edge.")
    first_line = Key(Relative(-100, 100), None, "Further indent of the first line; negative hangs.")
    flush_opening = Key(
        Flag(), None, "Whether the first of several, as below a heading, goes without first-line."
    )
    tracking = Key(Relative(-3, 30), None, "Extra space after each letter.")
    capitals = Key(Choice[Capitals](Capitals), None, "Show letters as capitals.")
    keep_with_next = Key(Flag(), None, "Never the last on a page.")
    hyphenate = Key(Flag(), None, "Whether words may be broken.")


class Alone(Paragraph):
    """How paragraphs are set that do not follow each other as prose does: titles, headings, items."""


Alone.keys = {name: key for name, key in Paragraph.keys.items() if name != "flush-opening"}


class FontFile(File):
    """A TrueType or OpenType file."""

    kind = "a font"

    def parse(self, scalar: Scalar) -> Path:
        """See `ScalarShape.parse`."""
        path = super().parse(scalar)
        if not read_faces(path):
            raise UnfitError(f"{quoted(path.name)} is not {self.kind}", "write the path of a TrueType file")
        return path


class Words(Paragraph):
    """How words are set that have places of their own: those of cells, of header and footer."""


Words.keys = {
    name: key for name, key in Paragraph.keys.items() if name in {*Type.keys, "tracking", "capitals"}
}


class Font(Sheet):
    """Where the files of a family are."""

    shorthand = "family"
    family = Key(Text(), "", "The name used elsewhere in this file, and by Word.")
    files = Key(ListOf(FontFile()), (), "TrueType files; without them the installed fonts are searched.")
    generic = Key(Choice[Generic](Generic), None, "What stands in where it is missing.")


class Typography(Sheet):
    """Families and sizes, by what the type is for."""

    fonts = Key(ListOf(Table(Font)), (), "Families that have files of their own.")
    base = Key(Table(Type), Type(), "Running text.")
    headings = Key(Table(Type), Type(), "Title and headings.")
    small = Key(
        Table(Type), Type(), "Facts, captions, tables, source and method, references, header and footer."
    )
    monospace = Key(Table(Type), Type(), "Code.")


class Margins(Sheet):
    """From the paper's edges to the text."""

    top = Key(Length(0, 1500), _mm(24), "Text begins below it.")
    bottom = Key(Length(0, 1500), _mm(22), "Text ends above it.")
    left = Key(Length(0, 1500), _mm(24), "Left.")
    right = Key(Length(0, 1500), _mm(24), "Right.")


class Stationery(Sheet):
    """What lies under whole pages: PDF, PNG or JPEG, in the proportions of the paper."""

    shorthand = "first"
    first = Key(File(), None, "Under the first page; of a PDF, its first page.")
    following = Key(File(), None, "Under the others; where nothing is said, the second page of first.")


class StationeryTable(Table[Stationery]):
    """The shape of `stationery`: a file alone lies under every page."""

    def __init__(self) -> None:
        """Take the sheet."""
        super().__init__(Stationery)

    def read(self, node: Node, path: str, reading: Reading) -> Stationery | None:
        """See `Shape.read`; what is wrong with a file alone is told once."""
        # the short form of one key
        alone = super().expanded(node)
        sheet = super().read(alone, path, reading)
        if sheet is not None and alone is not node and sheet.first:
            sheet.values["following"] = sheet.first
        return sheet

    def expanded(self, node: Node) -> Node:
        """See `Table.expanded`."""
        if self.is_absent(node) or not isinstance(node, Scalar):
            return node
        entries = (Entry(Scalar(key, node.place), node) for key in Stationery.keys)
        return Mapping(tuple(entries), node.place)

    def merge(self, base: Node, over: Node) -> Node:
        """See `Shape.merge`: a file alone replaces both."""
        return over if isinstance(over, Scalar) else super().merge(base, over)


class Page(Sheet):
    """The paper and what stands where on it."""

    size = Key(PaperSize(), _A4, "A4, Letter and so on, or 210mm x 297mm.")
    margins = Key(Table(Margins), Margins(), "From the paper's edges to the text.")
    stationery = Key(
        StationeryTable(), None, "A letterhead that fills the paper, under the pages.", formats=_PAGED
    )
    indent = Key(
        Length(0, 1000), Points(0), "The column of running text starts here; headings hang at the margin."
    )
    header = Key(Length(0, 1500), _mm(12), "From the paper's upper edge to the header.", formats=_ON_PAGES)
    footer = Key(Length(0, 1500), _mm(12), "From the footer to the paper's lower edge.", formats=_ON_PAGES)


class Running(Sheet):
    """A header or footer; fields: title, source, date, author, marking, page, pages, those of `--field`."""

    left = Key(Template(), "", "At the left.")
    center = Key(Template(), "", "In the middle.")
    right = Key(Template(), "", "At the right.")


class Cover(Sheet):
    """How the first page opens."""

    shorthand = "kind"
    kind = Key(Choice[CoverKind](CoverKind), "none", "Nothing, a band of colour, a page of its own.")
    height = Key(Length(30, 3000), _mm(58), "Of the band, from the paper's upper edge.")
    fill = Key(ColorShape(), None, "Of the band or page.")


class Line(Sheet):
    """A line."""

    shorthand = "width"
    width = Key(Thickness(0, 20), None, "How thick it is, or none.")
    color = Key(ColorShape(), None, "Its colour.")


class Rules(Sheet):
    """The lines of the report."""

    title_above = Key(Table(Line), Line(), "Above the facts.")
    title_below = Key(Table(Line), Line(), "Below the facts.")
    method = Key(Table(Line), Line(), "Above source and method.")
    table = Key(Table(Line), Line(), "Above and below a table's head, and at its end.")
    table_rows = Key(Table(Line), Line(), "Between the rows of a table.")


class Tabular(Sheet):
    """How tables are set; their lines are among the rules."""

    head_fill = Key(ColorShape(), None, "The ground of the head.")
    stripe = Key(ColorShape(), None, "The ground of every second row below the head.")
    padding = Key(Length(0, 50), Points(3), "Above and below the text of a cell.")


class Box(Sheet):
    """What sets the first section apart."""

    shorthand = "kind"
    kind = Key(Choice[BoxKind](BoxKind), "none", "A line at its start, a ground, both.")
    fill = Key(ColorShape(), None, "The panel's ground.")
    rule = Key(Table(Line), Line(), "The line at its start.")
    padding = Key(Length(0, 100), Points(9), "Between edge and text.")


class Logo(Sheet):
    """A picture in the first page's header."""

    path = Key(File(), None, "PNG or JPEG, from the folder of this file.")
    alt = Key(Text(), "", "What it says to those who do not see it.", formats=_READ_OUT)
    height = Key(Length(8, 300), _mm(12), "How high it is set.")


class Word(Sheet):
    """What concerns Word only."""

    template = Key(File(), None, "A .docx or .dotx that the report is poured into.")
    map = Key(Record(dict.fromkeys(ROLES, Text())), {}, "Role of a paragraph: name of the template's style.")
    embed_fonts = Key(Flag(), None, "Whether the fonts travel inside the file.")


class Pdf(Sheet):
    """What concerns PDF only."""

    conformance = Key(
        ListOf(Choice[Conformance](Conformance)), None, "The standards that the file claims; [] for none."
    )


_FIXED = {"white": Scalar("#ffffff", NOWHERE), "black": Scalar("#000000", NOWHERE)}


class Colors(Sheet):
    """The palette, and colours by purpose; each name may be used wherever a colour is wanted."""

    palette = Key(MapOf(ColorName(), pattern=NAME, such_as="navy"), {}, "Names for colours.")
    foreground = Key(ColorName(), Scalar("#000000", NOWHERE), "Text.")
    muted = Key(ColorName(), Scalar("foreground", NOWHERE), "What stands back: facts, captions, references.")
    primary = Key(ColorName(), Scalar("foreground", NOWHERE), "The accent: headings, links.")
    rule = Key(ColorName(), Scalar("muted", NOWHERE), "Lines.")
    panel = Key(ColorName(), Scalar("#f3f3f3", NOWHERE), "Grounds.")


class ColorTable(Table[Colors]):
    """The shape of `color`; reading it fills `Reading.colors`, so it is read before every other key."""

    def __init__(self) -> None:
        """Take the sheet."""
        super().__init__(Colors)

    def read(self, node: Node, path: str, reading: Reading) -> Colors | None:
        """See `Shape.read`."""
        sheet = super().read(node, path, reading)
        if sheet is not None:
            reading.colors = resolve_colors(sheet, reading)
        return sheet


def resolve_colors(sheet: Colors, reading: Reading) -> dict[str, Color]:
    """Return every name's colour, names of names followed; what cannot be followed is a fault."""
    purposes = [name for name in Colors.keys if name != "palette"]
    paths = {
        **{name: f"color.palette.{name}" for name in sheet.palette},
        **{name: f"color.{name}" for name in purposes},
    }
    named = {**_FIXED, **sheet.palette, **{name: getattr(sheet, name) for name in purposes}}
    return {name: _follow(name, named, paths, reading) for name in named}


def _follow(name: str, named: dict[str, Scalar], paths: dict[str, str], reading: Reading) -> Color:
    """Return the colour of `name`, or black after noting why there is none."""
    passed = [name]
    while not named[passed[-1]].text.startswith("#"):
        scalar, path = named[passed[-1]], paths[passed[-1]]
        if scalar.text not in named:
            what = f"{quoted(scalar.text)} is not a colour"
            reading.faults.add(scalar.place, path, what, suggest_color(scalar.text, named))
            return Color(0, 0, 0)
        if scalar.text in passed:
            if scalar.text == name and scalar.place != NOWHERE:
                reading.faults.add(
                    scalar.place, path, "leads back to itself", 'write a colour such as "#12355b"'
                )
            return Color(0, 0, 0)
        passed.append(scalar.text)
    return hex_color(named[passed[-1]].text)


def _sheet_of(role: TextRole) -> type[Paragraph]:
    return Words if role in IN_PLACES else Paragraph if role in PROSE else Alone


class StyleFile(Sheet):
    """A style file."""

    elsewhere: ClassVar = {
        "sections": "write it into an outline, for --outline",
        "marks": "write it into a scheme of handling marks, for handling",
        "cues": "write it into a language file",
    }
    extends = Key(
        Text(),
        "",
        "The style that this one builds on: a name or a path; default where nothing is said.",
        formats=_NONE,
    )
    meta = Key(Table(Meta), Meta(), "What the file says of itself.")
    color = Key(ColorTable(), Colors(), "The palette, and colours by purpose.")
    typography = Key(Table(Typography), Typography(), "Families and sizes, by what the type is for.")
    page = Key(Table(Page), Page(), "The paper, its margins, the indent of running text.")
    header = Key(Table(Running), Running(), "At the top of every page.")
    footer = Key(Table(Running), Running(), "At the foot of every page.")
    first_header = Key(Table(Running), None, "At the top of the first page, instead of header.")
    first_footer = Key(Table(Running), None, "At the foot of the first page, instead of footer.")
    cover = Key(Table(Cover), Cover(), "How the first page opens.")
    box = Key(Table(Box), Box(), "What sets the first section apart.")
    rules = Key(Table(Rules), Rules(), "The lines of the report.")
    table = Key(Table(Tabular), Tabular(), "How tables are set; their lines are among the rules.")
    styles = Key(
        Record({role: Table(_sheet_of(role)) for role in ROLES}),
        {},
        "How the paragraphs of each role are set.",
    )
    bullets = Key(ListOf(Text(), least=1), ("•", "–"), "The glyphs of lists, by depth.")
    numbering = Key(
        Choice[Numbering](Numbering), "none", "Number the paragraphs 1., 2., … through the report."
    )
    contents = Key(
        Choice[Contents](Contents), "auto", "A list of the headings with their pages; auto: in long reports."
    )
    emphasis = Key(
        Choice[Emphasis](Emphasis), "italic", "How words are set that the article stresses in italics."
    )
    separator = Key(Text(), " · ", "What stands between the facts.")
    date_format = Key(Template(DATE_FIELDS, use="any"), "", "Instead of the language's.")
    labels = Key(
        MapOf(Record(LABELS), pattern=LANGUAGE_TAG, such_as="fr"),
        {},
        "Words of the report, by language, instead of the language's.",
    )
    logo = Key(Table(Logo), None, "A picture in the first page's header.")
    handling = Key(ListOf(SchemeName()), (), "Schemes of handling marks: names, or paths; [] for none.")
    word = Key(Table(Word), Word(), "A house's template, fonts that travel.", formats=frozenset({"docx"}))
    pdf = Key(Table(Pdf), Pdf(), "What a file claims.", formats=frozenset({"pdf"}))
