"""What pages are made of: glyphs, rectangles and pictures, in rows that no page break divides.

Lengths are points. Horizontally they count from the left edge of the text area, vertically downwards from the
top of the row.
"""

from msgspec import Struct, field

from converter.model.style import Color
from converter.writers.pdf.fonts import Look
from converter.writers.pdf.images import Raster
from converter.writers.pdf.structure import Element

_BLACK = Color(0, 0, 0)


class Link(Struct, frozen=True, eq=False):
    """Where a click leads.

    Attributes:
        target: an address, or `#anchor`.
        element: `Link` element of the structure.
        description: what a screen reader says of it.
        underlined: whether a line shows it.
    """

    target: str
    element: Element
    description: str
    underlined: bool


class Glyphs(Struct):
    """Glyphs of one face that follow each other on a line.

    Attributes:
        x: where the first begins.
        width: of all.
        look: size, colour and the rest.
        font: number of the face in the document.
        code: operands for the array of TJ.
        element: whose content it is; `None`: an artifact.
        actual: the text it stands for, where the glyphs do not say so.
        link: `None`: none.
        anchor: name of the destination that it is; empty: none.
    """

    x: float
    width: float
    look: Look
    font: int
    code: str
    element: Element | None
    actual: str | None = None
    link: Link | None = None
    anchor: str = ""


class Rectangle(Struct, frozen=True):
    """A filled rectangle: rules, grounds, lines below links."""

    x: float
    y: float
    width: float
    height: float
    color: Color


class Picture(Struct, frozen=True, eq=False):
    """A picture at a place."""

    x: float
    y: float
    width: float
    height: float
    raster: Raster
    element: Element | None


class Frame(Struct, eq=False):
    """What surrounds rows and goes on over a page break.

    Attributes:
        x: of the ground's left edge.
        width: of the ground.
        fill: of the ground; `None`: none.
        rule_width: of the line at its left edge; 0: none.
        rule_color: of that line.
        padding: above the first and below the last row of each page.
        head: rows that are repeated on each further page, such as a table's head.
        outer: the frame around this one.
    """

    x: float = 0
    width: float = 0
    fill: Color | None = None
    rule_width: float = 0
    rule_color: Color = _BLACK
    padding: float = 0
    head: tuple["Row", ...] = ()
    outer: "Frame | None" = None


class Row(Struct, eq=False):
    """A strip over the whole text area that no page break divides.

    Attributes:
        height: of the strip.
        gap: above it; not kept at the top of a page.
        keep: why no page should end above it: 0 no reason, 1 a heading or caption would be parted from its
            text, 2 a line would be left alone.
        new_page: whether it begins a page.
        baseline: of its glyphs, from its top.
        glyphs: in reading order.
        rectangles: drawn before the glyphs.
        pictures: in reading order.
        anchors: names of the destinations that it is.
        bookmark: level and title of its bookmark.
        frame: what surrounds it.
        elements: elements that have no content here but belong here, such as empty cells.
    """

    height: float
    gap: float = 0
    keep: int = 0
    new_page: bool = False
    baseline: float = 0
    glyphs: list[Glyphs] = field(default_factory=list)
    rectangles: tuple[Rectangle, ...] = ()
    pictures: tuple[Picture, ...] = ()
    anchors: tuple[str, ...] = ()
    bookmark: tuple[int, str] | None = None
    frame: Frame | None = None
    elements: tuple[Element, ...] = ()
