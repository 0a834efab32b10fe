"""The keys of the page: the paper, what stands on it and what lies under it."""

from typing import Literal

from converter.model.style import CoverKind
from converter.model.style import Length as Points
from converter.stylesheets.measures import ColorShape, Length, PaperSize, Thickness
from converter.stylesheets.shapes import Choice, File, Reading, Template, Text
from converter.stylesheets.sheets import NOWHERE, Formats, Key, Sheet, Table
from converter.yaml_source import Entry, Mapping, Node, Scalar

_PAGED: Formats = frozenset({"docx", "pdf"})
"""On a screen there is no paper; a printed HTML page has its header where browsers put it."""

_READ_OUT: Formats = frozenset({"docx", "html"})
"""Headers are no part of what is read of a PDF (ISO 14289-1, 7.8)."""

BoxKind = Literal["none", "rule", "panel", "ruled-panel"]


def _mm(millimetres: float) -> Points:
    return Points.from_mm(millimetres)


# as it is read, to the last bit
_A4 = PaperSize().parse(Scalar("A4", NOWHERE))


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
    header = Key(Length(0, 1500), _mm(12), "From the paper's upper edge to the header.", formats=_PAGED)
    footer = Key(Length(0, 1500), _mm(12), "From the footer to the paper's lower edge.", formats=_PAGED)


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
