"""What stands in a drawing: pictures, text boxes, diagrams, word art (DrawingML and VML)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.readers.docx.xml import Element, attribute, local

_FILE = re.compile(
    r"(?:[a-z]:\\|\\\\|file:).*|[^.]{1,80}\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)", re.IGNORECASE
)
"""What programs write where a person would describe the picture: whence it came."""

_SHAPES = frozenset({"shape", "rect", "roundrect", "oval", "line", "arc", "polyline"})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the document refers to it.

    Attributes:
        relationship: id of what holds its bytes.
        alternative: text for those who do not see it; empty without one.
    """

    relationship: str
    alternative: str


@dataclass(frozen=True, slots=True)
class TextBox:
    """Paragraphs and tables in a box of their own."""

    blocks: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram (SmartArt), whose words stand in a part of their own; `relationship` is its id."""

    relationship: str


@dataclass(frozen=True, slots=True)
class WordArt:
    """Words drawn as a picture."""

    text: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """A chart or a document of another program, which is not read."""


Drawn = Picture | TextBox | Diagram | WordArt | Embedded


def drawn(element: Element) -> Iterator[Drawn]:
    """Yield what a drawing holds, in its order; decorative pictures hold nothing."""
    if not any(local(inner) == "decorative" and attribute(inner, "val") == "1" for inner in element.iter()):
        yield from _inside(element, "")


def _inside(element: Element, alternative: str) -> Iterator[Drawn]:
    for inner in element:
        name = local(inner)
        if name == "Fallback":
            continue
        if name == "txbxContent":
            yield TextBox(tuple(inner))
        elif name == "blip":
            yield Picture(attribute(inner, "embed") or attribute(inner, "link"), alternative)
        elif name == "imagedata":
            yield Picture(attribute(inner, "id") or attribute(inner, "href"), alternative)
        elif name == "relIds":
            yield Diagram(attribute(inner, "dm"))
        elif name == "textpath" and attribute(inner, "string"):
            yield WordArt(attribute(inner, "string"))
        elif name in {"chart", "OLEObject"}:
            yield Embedded()
        else:
            if name in {"docPr", "cNvPr"}:
                alternative = _described(inner) or alternative
            told = _described(inner) if name in _SHAPES else ""
            # a picture of a group is described within its own properties
            own = _described(*inner.iter("{*}cNvPr")) if name == "pic" else ""
            yield from _inside(inner, told or own or alternative)


def _described(*properties: Element) -> str:
    told = (attribute(one, name) for one in properties for name in ("descr", "title", "alt"))
    return next((text for text in told if text and not _FILE.fullmatch(text)), "")
