"""The keys of type: families and sizes, and how the paragraphs of each role are set."""

from pathlib import Path
from typing import Literal, get_args

from converter.model.style import Align, Capitals, Generic, TextRole
from converter.stylesheets.maps import ListOf
from converter.stylesheets.measures import ColorShape, LineHeight, Relative, Weight
from converter.stylesheets.sfnt import read_faces
from converter.stylesheets.shapes import Choice, File, Flag, Text, UnfitError, quoted
from converter.stylesheets.sheets import Key, Sheet, Table
from converter.yaml_source import Scalar

ROLES: tuple[TextRole, ...] = get_args(TextRole)
"""Every role of a paragraph, in the order of the model."""

PROSE: frozenset[TextRole] = frozenset({"body", "comment", "method"})
"""Roles of paragraphs that follow each other as prose."""

IN_PLACES: frozenset[TextRole] = frozenset({"table-head", "table-cell", "header", "footer"})
"""Roles whose words have places of their own, where nothing is indented, spaced or broken."""

Edge = Literal["margin", "column"]


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


class Words(Paragraph):
    """How words are set that have places of their own: those of cells, of header and footer."""


Words.keys = {
    name: key for name, key in Paragraph.keys.items() if name in {*Type.keys, "tracking", "capitals"}
}


def sheet_of(role: TextRole) -> type[Paragraph]:
    """Return the keys that the paragraphs of a role have."""
    return Words if role in IN_PLACES else Paragraph if role in PROSE else Alone


class FontFile(File):
    """A TrueType or OpenType file."""

    kind = "a font"

    def parse(self, scalar: Scalar) -> Path:
        """See `ScalarShape.parse`."""
        path = super().parse(scalar)
        if not read_faces(path):
            raise UnfitError(f"{quoted(path.name)} is not {self.kind}", "write the path of a TrueType file")
        return path


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
