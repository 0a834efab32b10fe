"""A page's marks as operators of a content stream (ISO 32000-1 8 and 9).

Each is content of an element of the structure, or an artifact (14.8.2.2).
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from msgspec import Struct

from converter.model.style import Color
from converter.writers.pdf.face import RISE
from converter.writers.pdf.marks import Glyphs, Link, Picture, Rectangle
from converter.writers.pdf.objects import number, utf16
from converter.writers.pdf.structure import Content, Element

_UNDERLINE_DROP, _UNDERLINE_WIDTH = 0.13, 0.05
# How much of the height of letters a link answers to, so that those on neighbouring lines do not overlap.
_LINKED = 0.8
_NOTHING = Element("")
_ARTIFACTS: Final = {
    "layout": "/Artifact BMC",
    "header": "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
    "footer": "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
}


class LinkArea(Struct, frozen=True):
    """Where a click follows a link: left, bottom, right, top in points from the page's lower left corner."""

    link: Link
    area: tuple[float, float, float, float]


class PageDrawing:
    """Collects the content of one page.

    Attributes:
        contents: the elements whose content each marked-content sequence is, by its number.
        links: areas of links.
    """

    def __init__(self, index: int, left: float, top: float, mirror: float | None = None) -> None:
        """Begin an empty page.

        Args:
            index: of the page.
            left: of the text area, in points from the page's left edge.
            top: of the text area, in points from the page's lower edge.
            mirror: width of the text area where the page is read from right to left; what stands at its left
                edge is drawn at its right.
        """
        self._mirror = mirror
        self.contents: list[Element] = []
        self.links: list[LinkArea] = []
        self._index, self._left, self._top = index, left, top
        self._code: list[str] = []
        self._underlines: list[Rectangle] = []
        self._marked: Element | None = None
        self._open = self._in_text = False
        self._artifact = _ARTIFACTS["layout"]
        self._origin = (0.0, 0.0)
        self._state: dict[str, str] = {}

    def place(self, x: float, y: float, width: float = 0.0) -> tuple[float, float]:
        """Return the left end of what is so wide, in the text area counted downwards, as the page counts."""
        if self._mirror is not None:
            x = self._mirror - x - width
        return self._left + x, self._top - y

    def artifacts(self, kind: Literal["layout", "header", "footer"]) -> None:
        """Let the artifacts that follow be of this kind (ISO 32000-1 14.8.2.2.2, ISO 14289-1 7.8)."""
        self._end_mark()
        self._artifact = _ARTIFACTS[kind]

    def rectangles(self, rectangles: Iterable[Rectangle], y: float) -> None:
        """Draw filled rectangles `y` below the top of the text area; they are artifacts."""
        for rectangle in rectangles:
            self._mark(None)
            self._end_text()
            left, top = self.place(rectangle.x, y + rectangle.y, rectangle.width)
            self._set_color(rectangle.color)
            self._code.append(
                f"{_numbers(left, top - rectangle.height, rectangle.width, rectangle.height)} re f"
            )

    def picture(self, picture: Picture, y: float, name: str) -> None:
        """Draw the image that the page's resources call `name`."""
        self._mark(picture.element)
        self._end_text()
        left, top = self.place(picture.x, y + picture.y, picture.width)
        matrix = _numbers(picture.width, 0, 0, picture.height, left, top - picture.height)
        self._code.append(f"q {matrix} cm /{name} Do Q")

    def line(self, line: Sequence[Glyphs], baseline: float) -> None:
        """Draw glyphs on a baseline so far below the top of the text area."""
        for glyphs in line:
            if not glyphs.code:
                continue
            self._mark(glyphs.element, glyphs.actual if glyphs.element else None)
            self._begin_text()
            self._set_look(glyphs)
            self._move(*self.place(glyphs.x, baseline, glyphs.width))
            self._show(glyphs)
            if glyphs.link:
                self._link(glyphs, glyphs.link, baseline)

    def finish(self) -> bytes:
        """Draw what lies on top and return the content stream."""
        self.artifacts("layout")
        underlines, self._underlines = self._underlines, []
        self.rectangles(underlines, 0.0)
        self._end_text()
        self._end_mark()
        return "\n".join(self._code).encode("ascii")

    def _link(self, glyphs: Glyphs, link: Link, baseline: float) -> None:
        look, (left, y) = glyphs.look, self.place(glyphs.x, baseline, glyphs.width)
        bottom, top = y + look.rise - _LINKED * look.descent, y + look.rise + _LINKED * look.ascent
        self.links.append(LinkArea(link, (left, bottom, left + glyphs.width, top)))
        if link.underlined:
            drop, width = _UNDERLINE_DROP * look.size, _UNDERLINE_WIDTH * look.size
            self._underlines.append(Rectangle(glyphs.x, baseline + drop, glyphs.width, width, look.color))

    # ------------------------------------------------------------------------------- marked content

    def _mark(self, element: Element | None, actual: str | None = None) -> None:
        """Let what follows be content of `element`, or an artifact.

        Text that stands for another is a sequence of its own, which carries that text (14.9.4): nested inside
        another sequence, some readers would lose what follows it.
        """
        if self._open and actual is None and element is self._marked:
            return
        self._end_mark()
        self._open, self._marked = True, element
        if element is None:
            self._code.append(self._artifact)
            return
        element.attach()
        element.kids.append(Content(self._index, len(self.contents)))
        if actual is None:
            self._code.append(f"/{element.tag}<</MCID {len(self.contents)}>>BDC")
        else:
            self._code.append(f"/Span<</MCID {len(self.contents)}/ActualText<{utf16(actual)}>>>BDC")
            self._marked = _NOTHING
        self.contents.append(element)

    def _end_mark(self) -> None:
        self._end_text()
        if self._open:
            self._code.append("EMC")
        self._open = False

    # ---------------------------------------------------------------------------------------- state

    def _begin_text(self) -> None:
        if not self._in_text:
            self._code.append("BT")
            self._in_text, self._origin = True, (0.0, 0.0)

    def _end_text(self) -> None:
        if self._in_text:
            self._code.append("ET")
            self._in_text = False

    def _move(self, x: float, y: float) -> None:
        """Begin a line at a place; `Td` counts from where the line before began, in numbers as written."""
        dx, dy = round(x - self._origin[0], 2), round(y - self._origin[1], 2)
        self._code.append(f"{number(dx)} {number(dy)} Td")
        self._origin = (self._origin[0] + dx, self._origin[1] + dy)

    def _show(self, glyphs: Glyphs) -> None:
        """Show glyphs; some stand higher or lower, as marks of some scripts do (9.3.7)."""
        for index, part in enumerate(glyphs.code.split(RISE)):
            if index % 2:
                rise = glyphs.look.rise + float(part) * glyphs.look.size / 1000
                self._set("rise", f"{number(rise)} Ts")
            elif part:
                self._code.append(f"[{part}]TJ")

    def _set_look(self, glyphs: Glyphs) -> None:
        look = glyphs.look
        self._set("font", f"/F{glyphs.font} {number(look.size)} Tf")
        self._set("tracking", f"{number(look.tracking)} Tc")
        self._set("rise", f"{number(look.rise)} Ts")
        self._set_color(look.color)

    def _set_color(self, color: Color) -> None:
        self._set(
            "color",
            " ".join(
                number(channel / 255) if channel in {0, 255} else f"{channel / 255:.4f}".lstrip("0")
                for channel in (color.red, color.green, color.blue)
            )
            + " rg",
        )

    def _set(self, name: str, code: str) -> None:
        """Write an operator that sets something unless it is so set; these outlast text objects (9.3.1)."""
        if self._state.get(name, _INITIAL.get(name)) != code:
            self._state[name] = code
            self._code.append(code)


_INITIAL = {"tracking": "0 Tc", "rise": "0 Ts"}


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))
