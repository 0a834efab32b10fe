"""Pages: what lies under them, rows, headers and footers, their links, bookmarks and destinations."""

from collections.abc import Sequence

from converter.model.style import Style
from converter.writers.pdf.blocks import Blocks
from converter.writers.pdf.bookmarks import Bookmark, Destination
from converter.writers.pdf.drawing import PageDrawing
from converter.writers.pdf.file import Drawn, DrawnPage
from converter.writers.pdf.flow import Ground, Placed, PlacedPage
from converter.writers.pdf.images import Raster, add_image
from converter.writers.pdf.marks import Rectangle, Row
from converter.writers.pdf.objects import Objects, Reference
from converter.writers.pdf.running import RunningLines
from converter.writers.pdf.underlay import Underlays


class PageMaker:
    """Draws placed rows.

    Attributes:
        images: name in the pages' resources → image, of all that were drawn.
    """

    def __init__(
        self, style: Style, blocks: Blocks, running: RunningLines, objects: Objects, *, leftwards: bool
    ) -> None:
        """Take what was laid out, headers and footers, where images go, and how pages are read."""
        self._leftwards = leftwards
        self.images: dict[str, Reference] = {}
        self._style, self._page, self._blocks = style, style.page, blocks
        self._running, self._objects = running, objects
        self._underlays = Underlays(style)
        self._drawn = Drawn(root=blocks.stack.parent)
        self._names: dict[Raster, str] = {}

    def draw(self, pages: Sequence[PlacedPage]) -> Drawn:
        """Return all pages as drawn; what stood on them is let go, for a report may have a thousand."""
        for index, page in enumerate(pages):
            self._drawn.pages.append(self._draw(page, index, len(pages)))
            page.rows.clear()
        return self._drawn

    def _draw(self, placed: PlacedPage, index: int, count: int) -> DrawnPage:
        page, mirror = self._page, None
        left = page.left
        if self._leftwards:
            left, mirror = page.right, float(page.text_width)
        drawing = PageDrawing(index, left, page.height - page.top, mirror)
        if underlay := self._underlays.at(index):
            drawing.picture(underlay, 0.0, self._image(underlay.raster))
        if index == 0:
            drawing.rectangles(self._cover(), 0.0)
        for ground in placed.grounds:
            drawing.rectangles(_ground(ground), 0.0)
        for row in placed.rows:
            self._row(drawing, row, index)
        header, footer = self._running.header(index, count), self._running.footer(index, count)
        drawing.artifacts("header")
        top = self._page.header - self._page.top
        if label := self._running.label("header", top):
            self._row(drawing, label, index)
        self._row(drawing, Placed(header, top), index)
        drawing.artifacts("footer")
        bottom = self._page.height - self._page.top - self._page.footer
        self._row(drawing, Placed(footer, bottom - footer.height), index)
        if label := self._running.label("footer", bottom):
            self._row(drawing, label, index)
        stream = self._objects.add_stream("", drawing.finish())
        return DrawnPage(stream, drawing.contents, drawing.links)

    def _cover(self) -> list[Rectangle]:
        """Return the ground behind the title block: a band across the top, or the whole first page."""
        cover = self._style.cover
        height = {"none": 0.0, "band": self._blocks.band_height, "page": float(self._page.height)}[cover.kind]
        return (
            [Rectangle(-self._page.left, -self._page.top, self._page.width, height, cover.fill)]
            if height
            else []
        )

    def _row(self, drawing: PageDrawing, placed: Placed, index: int) -> None:
        row, y = placed.row, placed.y
        drawing.rectangles(row.rectangles, y)
        for picture in row.pictures:
            drawing.picture(picture, y, self._image(picture.raster))
        for element in row.elements:
            element.attach()
        drawing.line(row.glyphs, y + row.baseline)
        self._remember(drawing, row, y, index)

    def _remember(self, drawing: PageDrawing, row: Row, y: float, index: int) -> None:
        """Note the destinations and the bookmark that `row` is; who goes there sees the whole line."""
        place = Destination(index, *drawing.place(0.0, y))
        for anchor in (*row.anchors, *(glyphs.anchor for glyphs in row.glyphs if glyphs.anchor)):
            self._drawn.destinations[anchor] = place
        if row.bookmark:
            self._drawn.bookmarks.append(Bookmark(*row.bookmark, place))

    def _image(self, raster: Raster) -> str:
        """Return the name of an image in the pages' resources, adding it when it is new."""
        if raster not in self._names:
            name = self._names[raster] = f"I{len(self._names)}"
            self.images[name] = add_image(self._objects, raster)
        return self._names[raster]


def _ground(ground: Ground) -> list[Rectangle]:
    """Return the filled ground of a frame and the line at its left edge."""
    frame, height = ground.frame, ground.bottom - ground.top
    filled = [Rectangle(frame.x, ground.top, frame.width, height, frame.fill)] if frame.fill else []
    ruled = (
        [Rectangle(frame.x, ground.top, frame.rule_width, height, frame.rule_color)]
        if frame.rule_width
        else []
    )
    return filled + ruled
