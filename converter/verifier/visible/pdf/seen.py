"""What of a page's text a reader sees: text that leaves no trace in the page as it is drawn is hidden.

The page is drawn with its text and without; where both look the same, there is nothing to be seen, whatever
the reason: white on white, under a picture, clipped away, off the page, in a layer that is off, without ink.
Text that lies on other text is taken away by itself.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, product

import pypdfium2
from PIL.Image import Image
from PIL.ImageChops import difference, lighter

from converter.verifier.visible.pdf import pdfium
from converter.verifier.visible.pdf.glyphs import Glyph

SMALLEST = 3.0
"""Type below this size, in points, nobody reads."""
_FAINT = 24
"""Of 255: colours that differ less are one to a reader."""
_INVISIBLE = frozenset((3, 7))  # ISO 32000-1 table 106: neither filled nor stroked
_MOST_LAYERS = 6
_MOST_NEAR = 40
_MOST_CELLS = 500
_MOST_PIXELS = 4_000_000
_CELL = 24.0
_NEGLIGIBLE = 0.5
_LOW, _HIGH, _SIDE = 0.05, 0.7, 0.15
"""Parts of the size below and above the baseline, and of the width at each side: there lies the ink."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def find_hidden(page: pypdfium2.PdfPage, glyphs: Sequence[Glyph]) -> None:
    """Set `seen` of the glyphs of `page`."""
    drawing = Drawing(page)
    for layer in layers(_Run(list(run)) for _, run in groupby(glyphs, lambda glyph: glyph.source)):
        marks = drawing.marks_of({run.glyphs[0].source.handle for run in layer})
        for run in layer:
            _judge(run.glyphs, drawing, marks)


def _judge(glyphs: Sequence[Glyph], drawing: "Drawing", marks: bytes) -> None:
    """Judge the glyphs of one object; what has little ink, such as a comma, is as its neighbours are."""
    if glyphs[0].source.mode in _INVISIBLE or glyphs[0].size < SMALLEST:
        for glyph in glyphs:
            glyph.seen = False
        return
    letters = [glyph for glyph in glyphs if _has_body(glyph)]
    for glyph in letters or glyphs:
        box = ink(glyph) if letters else _around(glyph)
        glyph.seen = drawing.touches(box, marks)
    if len(letters) < len(glyphs) and letters:
        last = letters[0].seen
        for glyph in glyphs:
            last = glyph.seen = glyph.seen if _has_body(glyph) else last


def _has_body(glyph: Glyph) -> bool:
    return glyph.text.isalnum()


class Drawing:
    """A page as it is drawn."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Draw the page."""
        self._page = page
        self._left, bottom, right, self._top = page.get_bbox()
        area = max((right - self._left) * (self._top - bottom), 1.0)
        self._scale = min(1.0, (_MOST_PIXELS / area) ** 0.5)
        self._whole = self._draw()

    def marks_of(self, handles: Iterable[int]) -> bytes:
        """Return the pixels of the page: 255 where the text objects make a difference to it, else 0."""
        for handle in handles:
            pdfium.set_active(handle, 0)
        try:
            rest = self._draw()
        finally:
            for handle in handles:
                pdfium.set_active(handle, 1)
        red, green, blue = difference(self._whole, rest).split()
        return lighter(lighter(red, green), blue).point([0] * _FAINT + [255] * (256 - _FAINT)).tobytes()

    def _draw(self) -> Image:
        picture: Image = self._page.render(scale=self._scale).to_pil().convert("RGB")
        return picture

    def touches(self, box: Box, marks: bytes) -> bool:
        """Say whether `marks` touch a box, in points."""
        width, height = self._whole.size
        scale = self._scale
        left = max(int((box[0] - self._left) * scale), 0)
        right = min(max(int((box[2] - self._left) * scale), left) + 1, width)
        if left >= right:
            return False
        upper = max(int((self._top - box[3]) * scale), 0)
        lower = min(int((self._top - box[1]) * scale) + 1, height)
        for row in range(lower - 1, upper - 1, -1):
            begin = row * width
            if marks.find(b"\xff", begin + left, begin + right) >= 0:
                return True
        return False


def ink(glyph: Glyph) -> Box:
    """Return where the ink of a letter lies at least in part, and hardly any of its neighbours'."""
    margin = _SIDE * (glyph.right - glyph.left)
    return (
        glyph.left + margin,
        glyph.baseline - _LOW * glyph.size,
        glyph.right - margin,
        glyph.baseline + _HIGH * glyph.size,
    )


def _reach(glyph: Glyph) -> Box:
    """Return how far the ink of most letters goes; neighbouring lines do not reach each other."""
    return glyph.left, glyph.baseline - 0.25 * glyph.size, glyph.right, glyph.baseline + 0.8 * glyph.size


def _around(glyph: Glyph) -> Box:
    """Return where a glyph that may stand over or under others, or far from its place, has its ink."""
    reach = glyph.size / 4
    return (
        glyph.left - reach,
        glyph.baseline - 2 * reach,
        glyph.right + reach,
        glyph.baseline + 5 * reach,
    )


class _Run:
    """The glyphs of one object in a row."""

    def __init__(self, glyphs: list[Glyph]) -> None:
        self.glyphs = glyphs
        boxes = [_reach(glyph) for glyph in glyphs if not glyph.text.isspace()]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True) if boxes else ((0.0,),) * 4
        self.box: Box = (min(lefts), min(bottoms), max(rights), max(tops))

    @property
    def stands_alone(self) -> bool:
        """Whether not all of it stands above or below letters."""
        return any(unicodedata.category(glyph.text)[0] not in "MZ" for glyph in self.glyphs)

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield the cells of a grid over the page that the box lies on; off the page there are few."""
        left, bottom, right, top = (int(max(min(edge, 20_000), -1_000) // _CELL) for edge in self.box)
        return islice(product(range(left, right + 1), range(bottom, top + 1)), _MOST_CELLS)

    def overlaps(self, other: "_Run") -> bool:
        """Say whether the ink of one may be taken for that of the other."""
        left, bottom, right, top = self.box
        left2, bottom2, right2, top2 = other.box
        beside = min(right, right2) - max(left, left2) < _NEGLIGIBLE
        return not beside and min(top, top2) - max(bottom, bottom2) > -_NEGLIGIBLE


def layers(runs: Iterable[_Run]) -> list[list[_Run]]:
    """Part runs so that those that overlap are in different layers, as far as the number of layers goes.

    Marks above and below letters overlap them by their nature.
    """
    found: list[list[_Run]] = [[]]
    grid: dict[tuple[int, int], list[tuple[_Run, int]]] = defaultdict(list)
    for run in runs:
        cells = list(run.cells()) if run.stands_alone else []
        near = {id(other): (other, layer) for cell in cells for other, layer in grid[cell][-_MOST_NEAR:]}
        taken = {layer for other, layer in near.values() if run.overlaps(other)}
        layer = min(set(range(_MOST_LAYERS)) - taken, default=0)
        if layer == len(found):
            found.append([])
        found[layer].append(run)
        for cell in cells:
            grid[cell].append((run, layer))
    return found
