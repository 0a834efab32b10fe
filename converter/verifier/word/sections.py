"""Sections: paper, margins, and which headers and footers their pages have (ECMA-376 17.6 and 17.10)."""

from collections.abc import Mapping

from msgspec import Struct

from converter.ooxml.xml import Element, attribute, child, children, integer, is_on
from converter.verifier.word.document import Document
from converter.verifier.word.story import Paragraph

_TWIPS = 20
# Word's own values, in twips, for what a section does not say.
_PAPER = {"w": 12240, "h": 15840}
_MARGINS = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 720, "footer": 720}


class Section(Struct, frozen=True, eq=False):
    """A section of the body; lengths are points.

    Attributes:
        width: of the paper.
        height: of the paper.
        margins: by `top`, `right`, `bottom`, `left`, `header` and `footer`.
        first_differs: whether its first page has a header and footer of its own.
        running: `header/first`, `footer/default` and the like → name of the part.
        paragraphs: that stand in it.
    """

    width: float
    height: float
    margins: Mapping[str, float]
    first_differs: bool
    running: Mapping[str, str]
    paragraphs: list[Paragraph]


def sections_of(document: Document) -> list[Section]:
    """Return the sections; what one does not say of its headers it has from the one before."""
    found: list[Section] = []
    running: dict[str, str] = {}
    open_: list[Paragraph] = []
    for paragraph in document.body.paragraphs:
        open_.append(paragraph)
        properties = child(paragraph.properties, "sectPr")
        if properties is not None:
            running = running | _running(document, properties)
            found.append(_section(properties, running, open_))
            open_ = []
    last = child(child(document.root, "body"), "sectPr")
    if last is not None:
        running = running | _running(document, last)
    return [*found, _section(last, running, open_)]


def _section(properties: Element | None, running: dict[str, str], paragraphs: list[Paragraph]) -> Section:
    paper, margins = child(properties, "pgSz"), child(properties, "pgMar")
    return Section(
        _points(paper, "w", _PAPER),
        _points(paper, "h", _PAPER),
        {name: _points(margins, name, _MARGINS) for name in _MARGINS},
        bool(is_on(properties, "titlePg")),
        running,
        paragraphs,
    )


def _points(element: Element | None, name: str, habit: Mapping[str, int]) -> float:
    twips = integer(attribute(element, name))
    return abs(habit[name] if twips is None else twips) / _TWIPS


def _running(document: Document, properties: Element) -> dict[str, str]:
    links = document.links(document.body)
    return {
        f"{kind}/{attribute(one, 'type') or 'default'}": links[attribute(one, "id")].target
        for kind in ("header", "footer")
        for one in children(properties, f"{kind}Reference")
        if attribute(one, "id") in links
    }
