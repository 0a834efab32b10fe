"""What a run looks like in the end: its styles, its table's style, its own properties (ECMA-376 17.7.2)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from converter.model.style import Color
from converter.ooxml.xml import Element, attribute, child, integer, is_on, value
from converter.verifier.word.colors import highlight
from converter.verifier.word.story import Cell, Paragraph
from converter.verifier.word.styles import Layer, Styles, layer, told, told_attribute
from converter.verifier.word.theme import Theme

_DEFAULT_HALF_POINTS = 20
_ON = frozenset({"1", "true", "on"})
_BITS = re.compile(r"[0-9A-Fa-f]{1,4}")
_EVEN = 2
# Bits of `w:tblLook` (ECMA-376 17.4.55), with the attributes that say the same since 2010.
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


class Levels(NamedTuple):
    """What is told of a run on each level, the uppermost layer first.

    Attributes:
        direct: by its own properties.
        character: by its character style.
        paragraph: by the style of its paragraph.
        table: by the style of the table around it.
        defaults: by the document's defaults.
    """

    direct: tuple[Layer, ...]
    character: tuple[Layer, ...]
    paragraph: tuple[Layer, ...]
    table: tuple[Layer, ...]
    defaults: tuple[Layer, ...]

    @property
    def all(self) -> tuple[Layer, ...]:
        """All layers, the uppermost first."""
        return (*self.direct, *self.character, *self.paragraph, *self.table, *self.defaults)

    def is_on(self, name: str) -> bool:
        """Tell whether a toggle such as `b` is on: styles of several levels cancel out (ECMA-376 17.7.3)."""
        own = told(self.direct, name)
        if own is not None:
            return bool(is_on(own))
        styles = (told(layers, name) for layers in (self.character, self.paragraph, self.table))
        raised = sum(bool(is_on(one)) for one in styles) % _EVEN == 1
        return raised or bool(is_on(told(self.defaults, name)))


class Formatting:
    """Says what runs of a document look like."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        """Take the styles and the theme of the document."""
        self._styles = styles
        self._theme = theme
        self._paragraphs: dict[Paragraph, tuple[Layer, ...]] = {}
        self._cells: dict[tuple[Cell, str], tuple[Layer, ...]] = {}

    def levels(self, run: Element, paragraph: Paragraph) -> Levels:
        """Return what is told of a run."""
        properties = child(run, "rPr")
        style = self._styles.known("paragraph", paragraph.style)
        character = value(properties, "rStyle")
        return Levels(
            () if properties is None else (layer(properties),),
            self._styles.layers(character, "rPr") if character else (),
            self._styles.layers(style, "rPr"),
            self._table(paragraph.cells, "rPr"),
            self._styles.defaults,
        )

    def color(self, levels: Levels) -> Color | None:
        """Return the colour of a run's text; `None`: black or white, as its ground asks."""
        return self._theme.color(told(levels.all, "color"), "val", "themeColor")

    def size(self, levels: Levels) -> float:
        """Return the size of a run's text in points."""
        complex_script = levels.is_on("cs") or levels.is_on("rtl")
        told_size = told_attribute(levels.all, "szCs" if complex_script else "sz", "val")
        return (integer(told_size) or _DEFAULT_HALF_POINTS) / 2

    def paragraph_layers(self, paragraph: Paragraph) -> tuple[Layer, ...]:
        """Return what is told of a paragraph, the uppermost layer first."""
        if paragraph not in self._paragraphs:
            style = self._styles.known("paragraph", paragraph.style)
            self._paragraphs[paragraph] = (
                layer(paragraph.properties),
                *self._styles.layers(style, "pPr"),
                *self._table(paragraph.cells, "pPr"),
                *self._styles.paragraph_defaults,
            )
        return self._paragraphs[paragraph]

    def ground(self, levels: Levels, paragraph: Paragraph) -> Color | None:
        """Return what is painted behind a run: marker, or shading of run, paragraph, cell or table.

        `None` where nothing is, so that the page shines through.
        """
        marker = highlight(attribute(told(levels.all, "highlight"), "val"))
        shadings = [told(levels.all, "shd"), told(self.paragraph_layers(paragraph), "shd")]
        for cell in reversed(paragraph.cells):
            shadings += self._cell_shadings(cell)
        painted = (color for one in shadings if (color := self._theme.shading(one)))
        return marker or next(painted, None)

    def _cell_shadings(self, cell: Cell) -> Iterator[Element | None]:
        """Yield the shading of a cell and, behind it, that of its table."""
        own = layer(child(cell.element, "tcPr"))
        yield told((own, *self._table((cell,), "tcPr")), "shd")
        yield told((layer(child(cell.table, "tblPr")), *self._table((cell,), "tblPr")), "shd")

    def _table(self, cells: Sequence[Cell], properties: str) -> tuple[Layer, ...]:
        """Return what the style of the innermost table says of a cell, the uppermost layer first."""
        if not cells:
            return ()
        key = cells[-1], properties
        if key not in self._cells:
            self._cells[key] = tuple(self._table_layers(cells[-1], properties))
        return self._cells[key]

    def _table_layers(self, cell: Cell, properties: str) -> Iterator[Layer]:
        style = self._styles.known("table", value(cell.table, "tblPr", "tblStyle"))
        if not style:
            return
        for condition in conditions(cell):
            yield from self._styles.conditional(style, condition, properties)
        yield from self._styles.layers(style, properties)


def conditions(cell: Cell) -> list[str]:
    """Return what a table's style calls the place of a cell, what counts most first (ECMA-376 17.7.6)."""
    shown = _shown(cell.table)
    row = (cell.row == 0 and shown["firstRow"], cell.row == cell.rows - 1 and shown["lastRow"])
    column = (cell.column == 0 and shown["firstColumn"], cell.last and shown["lastColumn"])
    corners = [
        corner
        for corner, applies in (
            ("nwCell", row[0] and column[0]),
            ("neCell", row[0] and column[1]),
            ("swCell", row[1] and column[0]),
            ("seCell", row[1] and column[1]),
        )
        if applies
    ]
    sides = zip(("firstRow", "lastRow", "firstCol", "lastCol"), (*row, *column), strict=True)
    bands = []
    if not shown["noHBand"] and not any(row):
        bands.append(f"band{(cell.row - shown['firstRow']) % _EVEN + 1}Horz")
    if not shown["noVBand"] and not any(column):
        bands.append(f"band{(cell.column - shown['firstColumn']) % _EVEN + 1}Vert")
    return [*corners, *(name for name, applies in sides if applies), *bands, "wholeTable"]


def _shown(table: Element) -> dict[str, bool]:
    """Return which parts of its style a table shows."""
    look = child(table, "tblPr", "tblLook")
    digits = attribute(look, "val")
    bits = int(digits, 16) if _BITS.fullmatch(digits) else 0
    return {
        name: _switch(attribute(look, name), fallback=bool(bits & bit)) for name, bit in _LOOK_BITS.items()
    }


def _switch(text: str, *, fallback: bool) -> bool:
    return fallback if not text else text in _ON
