"""The page, what it opens with, and what stands on it beside paragraphs."""

from typing import Literal

from msgspec import Struct

from converter.model.style.measures import BLACK, WHITE, ZERO, Color, Length

CoverKind = Literal["none", "band", "page"]
"""How the first page opens: without, with a band of colour behind the title block, with a page of its own."""

RunningKind = Literal["header", "footer"]
"""The lines that run through all pages."""

Position = Literal["left", "center", "right"]
"""Where something stands in such a line."""


class Rule(Struct, frozen=True):
    """A line: `width` 0 means none."""

    width: Length
    color: Color


class TableStyle(Struct, frozen=True):
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


class Box(Struct, frozen=True):
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


class Page(Struct, frozen=True):
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


class Running(Struct, frozen=True):
    """A header or footer: templates with fields in braces, such as `{page} / {pages}`."""

    left: str = ""
    center: str = ""
    right: str = ""


class Cover(Struct, frozen=True):
    """How the first page opens.

    Attributes:
        kind: nothing, a band of colour behind the title block, or a page of its own.
        height: of the band, from the paper's upper edge.
        fill: of the band or page.
        header: colour of the first page's header; `None`: that of the others.
        footer: colour of the first page's footer; `None`: that of the others.
    """

    kind: CoverKind = "none"
    height: Length = ZERO
    fill: Color = WHITE
    header: Color | None = None
    footer: Color | None = None


class Logo(Struct, frozen=True):
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
    data: bytes

    def __repr__(self) -> str:
        """Leave out the picture."""
        return f"Logo({self.path!r}, {self.alternative!r}, {self.height!r})"
