"""What stands in a drawing: pictures, text boxes, diagrams, word art (DrawingML and VML)."""

import re
from collections.abc import Iterator

from msgspec import Struct

from converter.ooxml.xml import Element, attribute, local

_FILE = re.compile(
    r"(?:[a-z]:\\|\\\\|file:).*|[^.]{1,80}\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)", re.IGNORECASE
)
"""What programs write where a person would describe the picture: whence it came."""

_SOURCES = {"blip": ("embed", "link"), "imagedata": ("id", "href")}
"""What refers to a picture, and by which attributes."""

_SHAPES = frozenset({"shape", "rect", "roundrect", "oval", "line", "arc", "polyline"})


class Picture(Struct, frozen=True):
    """A picture as the document refers to it.

    Attributes:
        relationship: id of what holds its bytes.
        alternative: text for those who do not see it; empty without one.
    """

    relationship: str
    alternative: str


class TextBox(Struct, frozen=True):
    """Paragraphs and tables in a box of their own."""

    blocks: tuple[Element, ...]


class Diagram(Struct, frozen=True):
    """A diagram (SmartArt), whose words stand in a part of their own; `relationship` is its id."""

    relationship: str


class WordArt(Struct, frozen=True):
    """Words drawn as a picture."""

    text: str


class Embedded(Struct, frozen=True):
    """A chart or a document of another program, which is not read."""


Drawn = Picture | TextBox | Diagram | WordArt | Embedded


def drawn(element: Element) -> Iterator[Drawn]:
    """Yield what a drawing holds, in its order, but for pictures that only decorate."""
    yield from _inside(element, "", decorative=False)


def _inside(element: Element, alternative: str, *, decorative: bool) -> Iterator[Drawn]:
    for inner in element:
        name = local(inner)
        if name == "Fallback":
            continue
        if name == "txbxContent":
            yield TextBox(tuple(inner))
        elif name in _SOURCES:
            told = (attribute(inner, source) for source in _SOURCES[name])
            if not decorative:
                yield Picture(next(filter(None, told), ""), alternative)
        elif name == "relIds":
            yield Diagram(attribute(inner, "dm"))
        elif name == "textpath" and attribute(inner, "string"):
            yield WordArt(attribute(inner, "string"))
        elif name in {"chart", "OLEObject"}:
            yield Embedded()
        else:
            if name in {"docPr", "cNvPr"}:
                alternative = _described(inner) or alternative
                decorative = decorative or _decorates(inner)
            shape = _described(inner) if name in _SHAPES else ""
            # a picture of a group is described within its own properties
            properties = list(inner.iter("{*}cNvPr")) if name == "pic" else []
            own = _described(*properties)
            bare = decorative or any(map(_decorates, properties))
            yield from _inside(inner, shape or own or alternative, decorative=bare)


def _decorates(properties: Element) -> bool:
    return any(attribute(one, "val") in {"1", "true"} for one in properties.iter("{*}decorative"))


def _described(*properties: Element) -> str:
    told = (attribute(one, name) for one in properties for name in ("descr", "title", "alt"))
    return next((text for text in told if text and not _FILE.fullmatch(text)), "")
