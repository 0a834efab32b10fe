"""The room where something is put: the paper of its section, its column or cell (ECMA-376 17.6, 17.4)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from docx.oxml.ns import qn

from converter.model.style import Length, Page
from converter.writers.docx.template.editing import CELL
from converter.writers.docx.template.trees import Element, elements, values

_TWIPS: Final = 20
_LEAST_PT: Final = 72.0
_CELL_MARGIN_PT: Final = 5.4
"""What Word leaves at the sides of a cell where nothing is said."""

_MARGINS: Final = ("top", "bottom", "left", "right", "header", "footer")


def page_at(place: Element, page: Page) -> Page:
    """Return the page of the section that `place` stands in, as wide as its column or cell.

    Args:
        place: an element of the main document.
        page: stands in for what the template does not say.
    """
    section = _section(place)
    if section is None:
        return page
    lengths = {name: _length(section, f"w:pgMar/@w:{name}") for name in _MARGINS}
    lengths |= {name: _length(section, f"w:pgSz/@w:{name[0]}") for name in ("width", "height")}
    found = replace(page, **{name: length for name, length in lengths.items() if length is not None})
    room = _cell_width(place) or _column_width(section, found)
    if room is None or room < _LEAST_PT:
        return found
    return replace(found, width=Length(found.left + room + found.right))


def _section(place: Element) -> Element | None:
    """Return the properties of the section: those that end it, behind `place` (ECMA-376 17.6.17)."""
    for element in _from_here_on(place):
        found = elements(element, "self::w:sectPr | self::w:p/w:pPr/w:sectPr | .//w:p/w:pPr/w:sectPr")
        if found:
            return found[0]
    return None


def _from_here_on(place: Element) -> Iterator[Element]:
    """Yield the block of the body that holds `place`, and those behind it."""
    for block, around in pairwise([place, *place.iterancestors()]):
        if around.tag == qn("w:body"):
            yield block
            yield from block.itersiblings()


def _length(element: Element, path: str) -> Length | None:
    found = values(element, path)
    try:
        return Length(abs(float(found[0])) / _TWIPS) if found else None
    except ValueError:
        return None


def _column_width(section: Element, page: Page) -> float | None:
    """Return the width of one of several columns (ECMA-376 17.6.4)."""
    count = int(next(iter(values(section, "w:cols/@w:num")), "1"))
    if count == 1:
        return None
    space = _length(section, "w:cols/@w:space") or Length(36)
    return (page.text_width - (count - 1) * space) / count


def _cell_width(place: Element) -> float | None:
    """Return the width of the text of the cell that `place` stands in (ECMA-376 17.4.71)."""
    cells = [*place.iterancestors(CELL), *elements(place, "w:sdtContent/w:tc | w:sdtContent/w:tr/w:tc")]
    width = _length(cells[0], "w:tcPr/w:tcW[@w:type='dxa']/@w:w") if cells else None
    return None if width is None else width - 2 * _CELL_MARGIN_PT
