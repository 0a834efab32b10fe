"""Where paragraphs stand on the first page of a section, as far as can be told without setting their lines.

Word alone knows it exactly, so each is bounded from both sides: by lines that are filled as well as can be,
and as badly.
"""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from converter.ooxml.xml import attribute, integer, is_on, within
from converter.verifier.word.formatting import Formatting
from converter.verifier.word.sections import Section
from converter.verifier.word.story import Paragraph
from converter.verifier.word.styles import told, told_attribute

_TWIPS = 20
_SINGLE = 240
_FONT_LINE = 1.2
# How wide a letter is at the least and the most, in ems.
_NARROW_EM, _WIDE_EM, _IDEOGRAPH_EM = 0.3, 0.6, 1.0
_IDEOGRAPHS_FROM = "\u2e80"
_SIDES = ("left", "right", "start", "end")


class Extent(NamedTuple):
    """Where text stands, in points from the upper edge of the paper.

    Attributes:
        least: where it begins at the least.
        most: where it begins at the most.
        end: where it ends at the most.
    """

    least: float
    most: float
    end: float


def first_page(
    section: Section, formatting: Formatting, header_height: float
) -> Iterator[tuple[Paragraph, Extent]]:
    """Yield the paragraphs that may stand on the first page of `section`.

    Args:
        section: whose page it is.
        formatting: of the document.
        header_height: by how many points a header may push the text down, at the most.
    """
    least = section.margins["top"]
    most = least + header_height
    room = section.width - section.margins["left"] - section.margins["right"]
    page_end = section.height - section.margins["bottom"]
    for paragraph, space in zip(section.paragraphs, _spaces(section.paragraphs, formatting), strict=True):
        if least >= page_end or (paragraph is not section.paragraphs[0] and _opens(paragraph, formatting)):
            return
        low, high = _heights(paragraph, formatting, room)
        least, most = least + space, most + space
        yield paragraph, Extent(least, most, most + high)
        # cells stand beside each other
        least += 0 if paragraph.cells else low
        most += high
        if any(attribute(one, "type") == "page" for one in within(paragraph.element, "br")):
            return


def _opens(paragraph: Paragraph, formatting: Formatting) -> bool:
    """Tell whether a paragraph begins a page."""
    return bool(is_on(told(formatting.paragraph_layers(paragraph), "pageBreakBefore")))


def _spaces(paragraphs: Iterable[Paragraph], formatting: Formatting) -> Iterator[float]:
    """Yield the space above each paragraph but the first: of two neighbours the larger one counts."""
    told_spaces = []
    for paragraph in paragraphs:
        layers = formatting.paragraph_layers(paragraph)
        before, after = (
            (integer(told_attribute(layers, "spacing", one)) or 0) for one in ("before", "after")
        )
        told_spaces.append((before / _TWIPS, after / _TWIPS))
    yield 0.0
    yield from (max(above[1], below[0]) for above, below in pairwise(told_spaces))


def _heights(paragraph: Paragraph, formatting: Formatting, room: float) -> tuple[float, float]:
    """Return the least and the greatest height of the lines of a paragraph."""
    layers = formatting.paragraph_layers(paragraph)
    size = formatting.size(formatting.levels(next(paragraph.runs(), paragraph.element), paragraph))
    line = integer(told_attribute(layers, "spacing", "line")) or _SINGLE
    proportional = told_attribute(layers, "spacing", "lineRule") in {"", "auto"}
    height = _FONT_LINE * size * line / _SINGLE if proportional else line / _TWIPS
    indents = sum((integer(told_attribute(layers, "ind", side)) or 0) / _TWIPS for side in _SIDES)
    text = paragraph.text
    least = math.floor(len(text) * _NARROW_EM * size / max(room, size))
    most = math.ceil(sum(map(_width_em, text)) * size / max(room - indents, size))
    return max(1, least) * height, max(1, most) * height


def _width_em(letter: str) -> float:
    return _IDEOGRAPH_EM if letter >= _IDEOGRAPHS_FROM else _WIDE_EM
