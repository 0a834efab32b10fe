"""What stands in a Word file, but is not seen."""

import re
from collections.abc import Sequence

from converter.model.style import Color
from converter.ooxml.xml import Element, attribute, child, holds, integer, is_on, local, twips, value
from converter.verifier.word.colors import contrast, from_hex
from converter.verifier.word.document import Document
from converter.verifier.word.formatting import Levels
from converter.verifier.word.grounds import Grounds
from converter.verifier.word.sections import Section
from converter.verifier.word.story import Cell, Paragraph
from converter.verifier.word.styles import Layer, told, told_attribute

LEAST_POINTS = 3.0
"""Letters that are smaller are not read."""
LEAST_CONTRAST = 1.2
"""Letters that stand out less are not seen (a contrast ratio of WCAG 2.2)."""
_LEAST_SCALE, _LEAST_LINE_TWIPS = 10, 40
_MOST_RAISED_HALF_POINTS = 400
_TWIPS, _EMU = 20, 12700
_CLEAR = 100_000
_FAR_POINTS = 1584
_STYLE_LENGTH = re.compile(r"(?:^|;)\s*(?:margin-)?(?:left|top)\s*:\s*(-?[0-9.]{1,9})\s*(pt|in|px|mm|cm)?")
_POINTS = {"pt": 1.0, "in": 72.0, "px": 0.75, "mm": 72 / 25.4, "cm": 720 / 25.4, "": 1.0}
_UNSEEN = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)

OPEN = object()
"""The ground of a text box that has one of its own, and not of one colour."""


class Hiding:
    """Says what of a document is not seen."""

    def __init__(self, document: Document, sections: Sequence[Section]) -> None:
        """Take the document and its sections."""
        self._formatting = document.formatting
        self._theme = document.theme
        self._grounds = Grounds(document)
        self._known = {
            paragraph.element: paragraph for story in document.stories for paragraph in story.paragraphs
        }
        self._sections = {
            paragraph.element: section for section in sections for paragraph in section.paragraphs
        }
        self._usual = sections[-1]

    def section(self, paragraph: Element, fallback: Section | None = None) -> Section:
        """Return the section in which a paragraph stands."""
        return self._sections.get(paragraph, fallback or self._usual)

    def of_words(self, levels: Levels, paragraph: Paragraph, ground: object) -> bool:
        """Tell whether the words of a run are not seen for their looks.

        Args:
            levels: what is told of it.
            paragraph: in which it stands.
            ground: of the text box around it: a colour, `OPEN`, or `None` where there is none.
        """
        layers = levels.all
        if self._formatting.size(levels) < LEAST_POINTS:
            return True
        scale = integer(told_attribute(layers, "w", "val").removesuffix("%"))
        if scale is not None and scale < _LEAST_SCALE:
            return True
        raised = integer(told_attribute(layers, "position", "val")) or 0
        if abs(raised) > _MOST_RAISED_HALF_POINTS:
            return True
        filled = told(layers, "textFill")
        return _is_clear(filled) or self._is_pale(levels, paragraph, ground, filled)

    def of_paragraph(self, paragraph: Paragraph, section: Section) -> bool:
        """Tell whether a paragraph lies off the page or has no height."""
        layers = self._formatting.paragraph_layers(paragraph)
        if told_attribute(layers, "spacing", "lineRule") == "exact":
            height = integer(told_attribute(layers, "spacing", "line"))
            if height is not None and height < _LEAST_LINE_TWIPS:
                return True
        frame = told(layers, "framePr")
        if frame is not None and _is_off(frame, "", section):
            return True
        return _is_indented_away(layers, section) or any(_hides(cell, section) for cell in paragraph.cells)

    def _is_pale(self, levels: Levels, paragraph: Paragraph, ground: object, filled: Element | None) -> bool:
        color = from_hex(attribute(child(filled, "solidFill", "srgbClr"), "val"))
        color = color or self._formatting.color(levels)
        if color is None:
            return False
        own = self._formatting.ground(levels, paragraph)
        if own is not None:
            return _is_like(color, own)
        if ground is OPEN:
            return False
        if isinstance(ground, Color):
            return _is_like(color, ground)
        behind = self._grounds.behind(self._known.get(paragraph.element, paragraph))
        return all(one is not None and _is_like(color, one) for one in behind)


def of_drawing(anchor: Element, section: Section) -> bool:
    """Tell whether a drawing (`wp:anchor` or `wp:inline`) is hidden, has no extent or lies off the page."""
    if {attribute(anchor, "hidden"), attribute(child(anchor, "docPr"), "hidden")} & {"1", "true", "on"}:
        return True
    extent = child(anchor, "extent")
    width, height = (_emu(attribute(extent, side)) for side in ("cx", "cy"))
    if extent is not None and min(width, height) < 1 and holds(anchor, "txbxContent"):
        return True
    if local(anchor) == "inline":
        return False
    left, top = _offset(anchor, "positionH", section.margins["left"]), _offset(anchor, "positionV", 0.0)
    across = left is not None and (left >= section.width or left + width <= 0)
    return across or (
        top is not None and (top >= section.height or top + height <= -section.height * _above(anchor))
    )


def of_shape(shape: Element) -> bool:
    """Tell whether a shape of VML is hidden or lies far from the page."""
    style = attribute(shape, "style")
    if _UNSEEN.search(style):
        return True
    lengths = (float(one) * _POINTS[unit] for one, unit in _found_lengths(style))
    return any(abs(one) > _FAR_POINTS for one in lengths)


def _found_lengths(style: str) -> list[tuple[str, str]]:
    found = _STYLE_LENGTH.findall(style)
    return [(one, unit) for one, unit in found if one.strip(".-") and one.count(".") < 2]  # noqa: PLR2004


def _is_like(color: Color, ground: Color) -> bool:
    return contrast(color, ground) < LEAST_CONTRAST


def _is_clear(filled: Element | None) -> bool:
    """Tell whether letters are filled with nothing (`w14:textFill`)."""
    if filled is None:
        return False
    clear = (integer(attribute(one, "val")) or 0 for one in filled.iter("{*}alpha"))
    return child(filled, "noFill") is not None or any(one >= _CLEAR for one in clear)


def _is_off(frame: Element, prefix: str, section: Section) -> bool:
    """Tell whether a frame (17.3.1.11) or floating table (17.4.57) lies off the page."""
    names = ("x", "y", "w") if not prefix else (f"{prefix}X", f"{prefix}Y", "w")
    left, top, width = (_points(attribute(frame, name)) for name in names)
    if attribute(frame, "hAnchor" if not prefix else "horzAnchor") != "page":
        left += section.margins["left"]
    away = left >= section.width or left + max(width, section.width / 2) <= 0
    return away or top >= section.height or top <= -section.height


def _is_indented_away(layers: Sequence[Layer], section: Section) -> bool:
    left, right = (
        sum(_points(told_attribute(layers, "ind", name)) for name in names)
        for names in (("left", "start"), ("right", "end"))
    )
    width = section.width
    return left >= width or right >= width or left <= -2 * width or right <= -2 * width


def _hides(cell: Cell, section: Section) -> bool:
    """Tell whether a cell is covered, its row hidden or without height, or its table off the page."""
    merged = child(cell.element, "tcPr", "vMerge")
    if merged is not None and attribute(merged, "val") != "restart":
        return cell.row > 0
    row = next(cell.element.iterancestors("{*}tr"), None)
    properties = child(row, "trPr")
    if is_on(properties, "hidden"):
        return True
    height = child(properties, "trHeight")
    if (
        attribute(height, "hRule") == "exact"
        and _points(attribute(height, "val")) < _LEAST_LINE_TWIPS / _TWIPS
    ):
        return True
    placed = child(cell.table, "tblPr", "tblpPr")
    return placed is not None and _is_off(placed, "tblp", section)


def is_deleted_row(row: Element) -> bool:
    """Tell whether a row is marked as deleted (17.13.5.12)."""
    return child(row, "trPr", "del") is not None


def box_ground(shape: Element | None) -> object:
    """Return what lies in a text box behind its words: a colour, `OPEN`, or `None` where it has no fill."""
    properties = next(shape.iter("{*}spPr"), None) if shape is not None else None
    fill = child(properties, "solidFill")
    if fill is not None:
        return from_hex(attribute(child(fill, "srgbClr"), "val")) or OPEN
    if properties is not None and child(properties, "noFill") is not None:
        return None
    described = shape is not None and (
        holds(shape, "gradFill", "blipFill", "pattFill", "style") or _is_filled(shape)
    )
    return OPEN if described else None


def _is_filled(shape: Element) -> bool:
    """Tell whether a shape of VML has a colour of its own."""
    return bool(attribute(shape, "fillcolor")) and attribute(shape, "filled") not in {"f", "false"}


def is_vanished(levels: Levels) -> bool:
    """Tell whether a run is hidden as a whole (17.3.2.41 and 17.3.2.36)."""
    return levels.is_on("vanish") or levels.is_on("specVanish")


def superior(levels: Levels) -> bool:
    """Tell whether a run is raised, as the numbers of notes are."""
    return told_attribute(levels.all, "vertAlign", "val") == "superscript"


def _offset(anchor: Element, axis: str, start: float) -> float | None:
    """Return where a drawing begins in points from the page's edge; `None` where it is aligned."""
    position = child(anchor, axis)
    offset = child(position, "posOffset")
    if offset is None:
        return None
    return _emu(offset.text or "") + (0 if attribute(position, "relativeFrom") == "page" else start)


def _above(anchor: Element) -> int:
    """Return how many pages a drawing may lie above where it is anchored and still be seen."""
    return 0 if attribute(child(anchor, "positionV"), "relativeFrom") == "page" else 1


def _emu(text: str) -> float:
    return (integer(text.strip()) or 0) / _EMU


def _points(text: str) -> float:
    return (twips(text) or 0) / _TWIPS


def is_item(layers: Sequence[Layer]) -> bool:
    """Tell whether a paragraph has a bullet or number."""
    return value(told(layers, "numPr"), "numId") not in {"", "0"}
