"""The room where something is put: the paper of its section, its column or cell (ECMA-376 17.6, 17.4)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docx.oxml.ns import qn
from msgspec.structs import replace

from converter.model.style import Length, Page
from converter.writers.docx.template.editing import CELL
from converter.writers.docx.template.trees import Element, elements, values, whole_number

_TWIPS: Final = 20
_LEAST_PT: Final = 72.0
_CELL_MARGIN_PT: Final = 5.4
"""What Word leaves at the sides of a cell where nothing is said."""

_COLUMN_SPACE: Final = Length(36)
_MARGINS: Final = ("top", "bottom", "left", "right", "header", "footer")


def page_at(place: Element, page: Page) -> Page:
    """Return the page of the section that `place` stands in, as wide as its column or cell.

    Args:
        place: an element of the main document.
        page: stands in for what the template does not say.
    """
    section = section_of(place)
    if section is None:
        return page
    lengths = {name: _length(section, f"w:pgMar/@w:{name}") for name in _MARGINS}
    lengths |= {name: _length(section, f"w:pgSz/@w:{name[0]}") for name in ("width", "height")}
    found = replace(page, **{name: length for name, length in lengths.items() if length is not None})
    gutter = _length(section, "w:pgMar/@w:gutter") or Length(0)
    found = replace(found, left=Length(found.left + gutter))
    if found.text_width < _LEAST_PT:
        return page
    room = _cell_width(place) or _column_width(section, found)
    if room is None or room < _LEAST_PT:
        return found
    return replace(found, width=Length(found.left + room + found.right))


def section_of(place: Element) -> Element | None:
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
    """Return a measure in twips as a length, without its sign; `None` where there is none."""
    twips = whole_number(next(iter(values(element, path)), None))
    return None if twips is None else Length(abs(twips) / _TWIPS)


def _column_width(section: Element, page: Page) -> float | None:
    """Return the width of the first of several columns (ECMA-376 17.6.4); `None` for one column."""
    own = _length(section, "w:cols/w:col[1]/@w:w")
    count = whole_number(next(iter(values(section, "w:cols/@w:num")), None)) or 1
    if own is not None or count <= 1:
        return own
    space = _length(section, "w:cols/@w:space") or _COLUMN_SPACE
    return (page.text_width - (count - 1) * space) / count


def _cell_width(place: Element) -> float | None:
    """Return the width of the text of the cell that `place` stands in (ECMA-376 17.4.71)."""
    cells = [*place.iterancestors(CELL), *elements(place, "w:sdtContent/w:tc | w:sdtContent/w:tr/w:tc")]
    if not cells:
        return None
    width = _length(cells[0], "w:tcPr/w:tcW[@w:type='dxa']/@w:w") or _grid_width(cells[0])
    return None if width is None else width - 2 * _CELL_MARGIN_PT


def _grid_width(cell: Element) -> Length | None:
    """Return the width of the columns of its table that `cell` spans (ECMA-376 17.4.48)."""
    before = sum(_span(one) for one in elements(cell, "preceding-sibling::w:tc"))
    columns = elements(cell, "ancestor::w:tbl[1]/w:tblGrid/w:gridCol")[before : before + _span(cell)]
    widths = [_length(column, "@w:w") for column in columns]
    known = [width for width in widths if width]
    return Length(sum(known)) if known and len(known) == len(widths) else None


def _span(cell: Element) -> int:
    return whole_number(next(iter(values(cell, "w:tcPr/w:gridSpan/@w:val")), None)) or 1
