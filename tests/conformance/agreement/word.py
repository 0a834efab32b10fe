"""The paragraphs of a Word file as Word sets them: its styles, numbering and direct properties put together.

The order is that of ECMA-376 17.7.2: defaults, numbering, paragraph style, direct properties; where both a
style and its numbering say something, the style has the last word.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree
from msgspec import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMESPACES = {"w": W[1:-1]}
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMU_PER_PT = 12_700
_SIDES = ("top", "bottom")

Values = Mapping[str, str]


class Run(NamedTuple):
    """Words that are set alike; `superior` are those that stand higher and are set smaller."""

    text: str
    size: float
    color: str
    superior: bool = False


class Paragraph(Struct):
    """A paragraph, in points.

    Attributes:
        style: its id.
        runs: without what hangs before the text.
        left: where its first line begins, from the paper's left edge; `None` where that depends on widths.
        before: space above it.
        after: space below it.
        line: from one line to the next.
        above: room of a border or of a cell's margin above it, which no neighbour's space is part of.
        below: the same below it.
        labelled: whether a bullet or number hangs before it.
        centered: whether its lines stand in the middle.
        picture: the height of what stands in it instead of words; 0: none.
    """

    style: str
    runs: list[Run]
    left: float | None
    before: float
    after: float
    line: float
    above: float = 0.0
    below: float = 0.0
    labelled: bool = False
    centered: bool = False
    picture: float = 0.0
    frame: bytes = b""


def paragraphs(data: bytes) -> list[Paragraph]:
    """Return the paragraphs of the body, then the end-notes."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {
            name: etree.fromstring(archive.read(f"word/{name}.xml"))
            for name in ("document", "styles", "numbering", "endnotes")
        }
    return _Reader(parts).read()


class _Reader:
    def __init__(self, parts: Mapping[str, etree._Element]) -> None:
        self._parts = parts
        self._styles = {style.get(f"{W}styleId"): style for style in parts["styles"].iter(f"{W}style")}
        self._margin = float(_one(parts["document"], ".//w:pgMar/@w:left")) / 20

    def read(self) -> list[Paragraph]:
        body = [self._paragraph(p) for p in self._parts["document"].iter(f"{W}p")]
        notes = [
            self._paragraph(p)
            for p in self._parts["endnotes"].iterfind("w:endnote/w:p", _NAMESPACES)
            if p.getparent().get(f"{W}type") is None  # type: ignore[union-attr]
        ]
        _join_frames(body)
        return body + notes

    def _paragraph(self, p: etree._Element) -> Paragraph:
        style = _one(p, "w:pPr/w:pStyle/@w:val")
        chain = list(self._chain(style))
        layers = list(self._layers([*chain, p]))
        spacing, indent = _merged(layers, "spacing"), _merged(layers, "ind")
        frame = next(
            (found for layer in reversed(layers) if (found := layer.find(f"{W}pBdr")) is not None), None
        )
        hanging = -_twips(indent, "hanging")
        numbered = any(layer.find(f"{W}numPr") is not None for layer in layers)
        labelled = numbered or p.find(f".//{W}endnoteRef") is not None
        first = 0.0 if labelled else hanging or _twips(indent, "firstLine")
        made = Paragraph(
            style,
            list(self._runs(p, chain)),
            self._margin + _twips(indent, "left") + first,
            _twips(spacing, "before"),
            _twips(spacing, "after"),
            _twips(spacing, "line"),
            labelled=labelled,
            centered=_merged(layers, "jc").get(f"{W}val") == "center",
            picture=sum(int(extent.get("cy", 0)) for extent in p.iter(_EXTENT)) / _EMU_PER_PT,
        )
        if frame is not None:
            made.above, made.below = (_room(frame.find(f"{W}{side}")) for side in _SIDES)
            made.frame = etree.tostring(frame) + repr(indent).encode()
        return self._in_cell(p, made)

    def _in_cell(self, p: etree._Element, made: Paragraph) -> Paragraph:
        """Give a paragraph in a table the margins of its cell; where its column begins is not looked at."""
        cell = p.getparent()
        if cell is None or cell.tag != f"{W}tc":
            return made
        table = next(p.iterancestors(f"{W}tbl"))
        style = self._styles[_one(table, "w:tblPr/w:tblStyle/@w:val")]
        made.above, made.below = (
            float(_one(style, f"w:tblPr/w:tblCellMar/w:{side}/@w:w")) / 20 for side in _SIDES
        )
        if cell.getprevious() is not None and cell.getprevious().tag == cell.tag:  # type: ignore[union-attr]
            made.left = None
        else:
            inset = float(_one(style, "w:tblPr/w:tblCellMar/w:left/@w:w"))
            made.left = self._margin + (float(_one(table, "w:tblPr/w:tblInd/@w:w")) + inset) / 20
        return made

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """Yield the properties of a style and of those that it is based on, the last one first."""
        element = self._styles[style]
        based_on = element.find(f"{W}basedOn")
        if based_on is not None:
            yield from self._chain(based_on.get(f"{W}val", ""))
        yield element

    def _layers(self, chain: list[etree._Element]) -> Iterator[etree._Element]:
        """Yield the properties of styles and a paragraph, before each those of the numbering it names."""
        for style in chain:
            for properties in style.iterfind("w:pPr", _NAMESPACES):
                yield from self._numbering(properties)
                yield properties

    def _numbering(self, properties: etree._Element) -> Iterator[etree._Element]:
        number = properties.find("w:numPr/w:numId", _NAMESPACES)
        if number is None:
            return
        level = _one(properties, "w:numPr/w:ilvl/@w:val")
        numbering = self._parts["numbering"]
        definition = _one(numbering, f"w:num[@w:numId='{number.get(f'{W}val')}']/w:abstractNumId/@w:val")
        path = f"w:abstractNum[@w:abstractNumId='{definition}']/w:lvl[@w:ilvl='{level}']/w:pPr"
        yield from numbering.iterfind(path, _NAMESPACES)

    def _runs(self, p: etree._Element, chain: list[etree._Element]) -> Iterator[Run]:
        defaults = self._parts["styles"].iterfind("w:docDefaults/w:rPrDefault/w:rPr", _NAMESPACES)
        of_paragraph = [*defaults, *(rpr for style in chain for rpr in style.iterfind("w:rPr", _NAMESPACES))]
        for r in p.iter(f"{W}r"):
            direct = list(r.iterfind("w:rPr", _NAMESPACES))
            named = [style for rpr in direct for style in rpr.iterfind("w:rStyle", _NAMESPACES)]
            of_style = [
                rpr
                for style in named
                for each in self._chain(style.get(f"{W}val", ""))
                for rpr in each.iterfind("w:rPr", _NAMESPACES)
            ]
            layers = [*of_paragraph, *of_style, *direct]
            if text := _text(r):
                yield Run(
                    text,
                    float(_last(layers, "sz").get(f"{W}val", 0)) / 2,
                    _last(layers, "color").get(f"{W}val", ""),
                    superior=any(layer.find(f"{W}vertAlign") is not None for layer in layers),
                )


def _join_frames(found: list[Paragraph]) -> None:
    """Take away borders between neighbours that have the same ones: they are one frame (17.3.1.24)."""
    for above, below in pairwise(found):
        if above.frame and above.frame == below.frame:
            above.below = below.above = 0.0


def _text(run: etree._Element) -> str:
    if (reference := run.find(f"{W}endnoteReference")) is not None:
        return reference.get(f"{W}id", "")
    return "".join(text.text or "" for text in run.iter(f"{W}t"))


def _merged(layers: list[etree._Element], name: str) -> Values:
    """Return the attributes of an element: each layer replaces those that it names."""
    merged: dict[str, str] = {}
    for element in (found for layer in layers if (found := layer.find(f"{W}{name}")) is not None):
        values = {str(key): str(value) for key, value in element.attrib.items()}
        if name == "ind" and {f"{W}hanging", f"{W}firstLine"} & values.keys():
            merged = {
                key: value for key, value in merged.items() if key not in {f"{W}hanging", f"{W}firstLine"}
            }
        merged |= values
    return merged


def _last(layers: list[etree._Element], name: str) -> etree._Element:
    found = [element for layer in layers if (element := layer.find(f"{W}{name}")) is not None]
    return found[-1]


def _twips(values: Values, name: str) -> float:
    return float(values.get(f"{W}{name}", 0)) / 20


def _room(side: etree._Element | None) -> float:
    """Return what a border takes: its space, and its width in eighths of a point."""
    if side is None or side.get(f"{W}val") == "nil":
        return 0.0
    return float(side.get(f"{W}space", 0)) + float(side.get(f"{W}sz", 0)) / 8


def _one(root: etree._Element, path: str) -> str:
    found = root.xpath(path, namespaces=_NAMESPACES)
    assert isinstance(found, list)
    return str(found[0])
