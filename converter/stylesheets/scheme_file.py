"""The schema of a scheme file: handling marks, and how their labels look."""

from pathlib import Path

from converter.model.style import BLACK, WHITE, Capitals, Position
from converter.model.style import Length as Points
from converter.paths import is_path
from converter.stylesheets.folders import expected, find, instead, is_file
from converter.stylesheets.maps import MapOf
from converter.stylesheets.measures import ColorShape, Length
from converter.stylesheets.shapes import Choice, File, Flag, Text, UnfitError, quoted
from converter.stylesheets.sheets import Key, Sheet, Table
from converter.yaml_source import Scalar

MARK = r"[^\s](.{0,38}[^\s])?"
"""What a mark looks like: up to 40 characters on one line."""


class SchemeName(File):
    """The file of a scheme, by its name or its path from the folder of the file that names it."""

    kind = "a scheme"

    def parse(self, scalar: Scalar) -> Path:
        """See `ScalarShape.parse`."""
        if self.is_path(scalar):
            return super().parse(scalar)
        path = self.path(scalar)
        if not is_file(path):
            what = f"no scheme is called {quoted(scalar.text)}"
            raise UnfitError(what, instead("scheme", scalar.text, super().path(scalar).parent))
        return path

    def path(self, scalar: Scalar) -> Path:
        """See `File.path`."""
        if self.is_path(scalar):
            return super().path(scalar)
        return find("scheme", scalar.text) or expected("scheme", scalar.text)

    def is_path(self, scalar: Scalar) -> bool:
        """See `File.is_path`."""
        return is_path(scalar.text)


class Label(Sheet):
    """How the label of one mark is coloured; a colour is white, black or as in "#12355b"."""

    color = Key(ColorShape(), BLACK, "Of the text; 4.5:1 with its ground at least.")
    ground = Key(ColorShape(), WHITE, "Behind the text.")


class SchemeFile(Sheet):
    """A scheme file."""

    extends = Key(Text(), "", "The scheme that this one builds on: a name or a path.")
    name = Key(Text(), "", "The scheme in full.")
    description = Key(Text(), "", "One line for the list of schemes.")
    prefix = Key(Text(), "", "How a text begins that must be one of the marks; without one, others are free.")
    size = Key(Length(12, 48), Points(12), "Of the labels.")
    position = Key(Choice[Position](Position), "right", "Where labels stand, whichever way the script runs.")
    capitals = Key(Choice[Capitals](Capitals), "all", "Write labels in capitals.")
    header = Key(Flag(), True, "Whether labels stand above every page's header.")  # noqa: FBT003
    footer = Key(Flag(), True, "Whether labels stand below every page's footer.")  # noqa: FBT003
    marks = Key(
        MapOf(Table(Label), pattern=MARK, such_as="TLP:AMBER"), {}, "The marks, and the colours of each."
    )
    former = Key(
        MapOf(Text(), pattern=MARK, such_as="TLP:WHITE"), {}, "Marks that are no more, and what they became."
    )
