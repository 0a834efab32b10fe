"""What lies behind the page: its colour, and pictures behind the text (`wp:anchor` with `behindDoc`)."""

import math
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from converter.model.style import WHITE, Color
from converter.ooxml.xml import Element, attribute, child, integer, within
from converter.verifier.word.colors import from_hex
from converter.verifier.word.document import Document, page_color
from converter.verifier.word.extents import Extent, first_page
from converter.verifier.word.pictures import Part, color_of
from converter.verifier.word.pixel import one_color
from converter.verifier.word.sections import Section, sections_of
from converter.verifier.word.story import Paragraph, Story

_EMU_PER_POINT = 12700

Colors = tuple[Color | None, ...]
"""Of what may lie behind a text; `None` for what has several, or cannot be read."""


class _Ground(Struct, frozen=True):
    """Something behind the text.

    Attributes:
        color: `None` as in `Colors`.
        top: from the upper edge of the paper, in points.
        bottom: the same of its lower end.
        certain: whether it certainly lies behind all text of that height.
        picture: bytes of a picture that has no colour of its own as a whole; empty: there is none.
        left: where the text begins, as a share of the picture's width.
        right: where the text ends, likewise.
    """

    color: Color | None
    top: float = -math.inf
    bottom: float = math.inf
    certain: bool = False
    picture: bytes = b""
    left: float = 0.0
    right: float = 1.0

    def behind(self, extent: Extent) -> Color | None:
        """Return the colour of what lies behind text of that extent; `None` as in `Colors`."""
        if self.color or not self.picture:
            return self.color
        height = self.bottom - self.top
        top, bottom = (min(max(place - self.top, 0), height) for place in (extent.least, extent.end))
        return color_of(self.picture, Part(self.left, top / height, self.right, bottom / height))


class Grounds:
    """Says on what the paragraphs of a document may stand."""

    def __init__(self, document: Document) -> None:
        """Take the page's colour and the pictures behind it from `document`."""
        self._document = document
        self._formatting = document.formatting
        self._paper = from_hex(attribute(page_color(document), "color")) or WHITE
        self._stories = {story.name: story for story in document.stories}

    def behind(self, paragraph: Paragraph) -> Colors:
        """Return the colours of what may lie behind a paragraph."""
        return self._found.get(paragraph, (self._paper,))

    @cached_property
    def _found(self) -> dict[Paragraph, Colors]:
        """Return the paragraphs that may stand on something other than paper."""
        found: dict[Paragraph, Colors] = {}
        if self._has_pictures_behind:
            for section in sections_of(self._document):
                self._take_body(section, found)
                self._take_running(section, found)
        return found

    @property
    def _has_pictures_behind(self) -> bool:
        roots = (root for story in self._document.stories for root in story.roots)
        return any(True for root in roots for _ in _anchors_behind(root))

    def _take_body(self, section: Section, found: dict[Paragraph, Colors]) -> None:
        # on which page a picture in the text stands is not known
        own = [
            _Ground(self._color(anchor, self._document.body))
            for paragraph in section.paragraphs
            for anchor in _anchors_behind(paragraph.element)
        ]
        opening = "first" if section.first_differs else "default"
        first = [*own, *self._grounds(section, opening)]
        later = [*own, *self._grounds(section, "default"), *self._grounds(section, "even")]
        for paragraph, extent in first_page(section, self._formatting, self._header_height(section, opening)):
            found[paragraph] = self._colors(first, extent)
        top, bottom = section.margins["top"], section.height - section.margins["bottom"]
        for paragraph in section.paragraphs:
            if paragraph not in found:
                found[paragraph] = self._colors(later, Extent(top, top, bottom))

    def _take_running(self, section: Section, found: dict[Paragraph, Colors]) -> None:
        """Take headers and footers of the pages that have them."""
        margins = section.margins
        extents = {
            "header": (margins["header"], margins["top"]),
            "footer": (section.height - margins["bottom"], section.height - margins["footer"]),
        }
        for place, name in section.running.items():
            kind, _, pages = place.partition("/")
            top, bottom = extents[kind]
            story = self._stories.get(name)
            for paragraph in story.paragraphs if story else ():
                extent = Extent(top, top, max(top, bottom))
                found.setdefault(paragraph, self._colors(self._grounds(section, pages), extent))

    def _colors(self, grounds: list[_Ground], extent: Extent) -> Colors:
        """Return what may lie behind text of that extent."""
        for one in reversed(grounds):
            if one.certain and one.top <= extent.least and extent.end <= one.bottom:
                return (one.behind(extent),)
        perhaps = (
            one.behind(extent) for one in grounds if one.top < extent.end and extent.least < one.bottom
        )
        return (self._paper, *perhaps)

    def _grounds(self, section: Section, pages: str) -> list[_Ground]:
        """Return what the header and footer of some pages put behind them."""
        found: list[_Ground] = []
        for kind in ("header", "footer"):
            story = self._stories.get(section.running.get(f"{kind}/{pages}", ""))
            if story:
                anchors = (anchor for root in story.roots for anchor in _anchors_behind(root))
                found += [self._ground(anchor, story, section) for anchor in anchors]
        return [one for one in found if one.top < one.bottom]

    def _ground(self, anchor: Element, story: Story, section: Section) -> _Ground:
        """Return the ground that `anchor` makes; one of no height where it keeps to the margins."""
        color = self._color(anchor, story)
        left, top = _offset(anchor, "positionH"), _offset(anchor, "positionV")
        if left is None or top is None:
            return _Ground(color)
        extent = child(anchor, "extent")
        right, bottom = left + _points(attribute(extent, "cx")), top + _points(attribute(extent, "cy"))
        start, end = section.margins["left"], section.width - section.margins["right"]
        if right <= start or left >= end:
            return _Ground(color, top, top)
        sides = [min(max(place - left, 0), right - left) / (right - left) for place in (start, end)]
        certain = left <= start and right >= end
        return _Ground(color, top, bottom, certain, self._picture(anchor, story), *sides)

    def _color(self, anchor: Element, story: Story) -> Color | None:
        if next(within(anchor, "blip"), None) is None:
            fill = next((child(one, "solidFill", "srgbClr") for one in within(anchor, "spPr")), None)
            return from_hex(attribute(fill, "val"))
        return one_color(self._picture(anchor, story))

    def _picture(self, anchor: Element, story: Story) -> bytes:
        """Return the bytes of the picture in `anchor`, as far as it is one and lies in the file."""
        blip = next(within(anchor, "blip"), None)
        link = self._document.links(story).get(attribute(blip, "embed"))
        data = self._document.package.read(link.target) if link and not link.external else None
        return data or b""

    def _header_height(self, section: Section, pages: str) -> float:
        """Return by how much the pictures in a header may push the text down."""
        story = self._stories.get(section.running.get(f"header/{pages}", ""))
        pictures = (one for root in story.roots for one in within(root, "inline")) if story else ()
        return sum(_points(attribute(child(one, "extent"), "cy")) for one in pictures)


def is_hidden(drawing: Element) -> bool:
    """Tell whether a drawing is not shown."""
    return attribute(child(drawing, "docPr"), "hidden") in {"1", "true"}


def _anchors_behind(element: Element) -> Iterator[Element]:
    """Yield what is anchored behind the text within `element`."""
    for anchor in within(element, "anchor"):
        if attribute(anchor, "behindDoc") in {"1", "true"} and not is_hidden(anchor):
            yield anchor


def _offset(anchor: Element, axis: str) -> float | None:
    """Return the distance from the paper's edge in points; `None` where Word alone knows it."""
    position = child(anchor, axis)
    offset = child(position, "posOffset")
    if offset is None or attribute(position, "relativeFrom") != "page":
        return None
    return _points(offset.text or "")


def _points(emu: str) -> float:
    return (integer(emu) or 0) / _EMU_PER_POINT
