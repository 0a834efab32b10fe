"""Drawings, shapes and objects that hang on a paragraph: their words, and what they say of themselves."""

from collections.abc import Iterator
from typing import NamedTuple

from converter.ooxml.xml import Element, attribute, child, holds, local, within
from converter.verifier.visible.word import hiding
from converter.verifier.word.document import Document
from converter.verifier.word.sections import Section
from converter.verifier.word.story import Story

_WITH_WORDS = frozenset({"chart", "chartEx", "diagramData"})


class Said(NamedTuple):
    """Words of a drawing that are not paragraphs.

    Attributes:
        text: as written.
        role: as in `Shown`.
        seen: whether they are seen.
    """

    text: str
    role: str
    seen: bool


class Box(NamedTuple):
    """A text box.

    Attributes:
        content: that holds its blocks.
        ground: what lies behind its words, as in `hiding`.
        seen: whether it is seen.
    """

    content: Element
    ground: object
    seen: bool


def boxes(graphic: Element, section: Section, *, seen: bool) -> Iterator[Box]:
    """Yield the text boxes of a graphic; those within another are found by its blocks."""
    for content in within(graphic, "txbxContent"):
        outer = next(content.iterancestors("{*}txbxContent"), None)
        if outer is None or not any(one is graphic for one in outer.iterancestors()):
            shown = seen and not any(_is_unseen(one, section) for one in _around(content, graphic))
            yield Box(content, hiding.box_ground(_shape(content)), shown)


def said(
    graphic: Element, document: Document, story: Story, section: Section, *, seen: bool
) -> Iterator[Said]:
    """Yield what a graphic says beside its text boxes: alternatives, charts, diagrams, objects."""
    for one in within(graphic, "docPr"):
        text = attribute(one, "descr") or attribute(one, "title")
        shown = seen and not any(_is_unseen(around, section) for around in _around(one, graphic))
        yield Said(text, "alternative", shown)
    for one in within(graphic, "shape", "rect", "imagedata"):
        shown = seen and not hiding.of_shape(one)
        yield Said(attribute(one, "alt") or attribute(one, "title"), "alternative", shown)
    for one in within(graphic, "textpath"):
        yield Said(attribute(one, "string"), "", seen)
    links = document.links(story)
    for one in within(graphic, "graphicData"):
        for inner in one.iterdescendants():
            for key, told in inner.items():
                link = links.get(str(told)) if str(key).endswith(("}id", "}dm")) else None
                if link and link.kind in _WITH_WORDS and not link.external:
                    yield from _part_words(document, link.target, seen=seen)
    for one in within(graphic, "OLEObject"):
        link = links.get(attribute(one, "id"))
        yield Said(link.target.rpartition("/")[2] if link else attribute(one, "ProgID"), "object", seen)


def lies_over(graphic: Element) -> bool:
    """Tell whether a graphic without words lies in front of the text, which does not make way for it."""
    if any(True for _ in within(graphic, "txbxContent")):
        return False
    in_front = (
        attribute(one, "behindDoc") not in {"1", "true", "on"} and child(one, "wrapNone") is not None
        for one in within(graphic, "anchor")
    )
    return any(in_front) or any(
        "position:absolute" in attribute(one, "style").replace(" ", "") and holds(one, "wrap") is False
        for one in within(graphic, "shape", "rect", "oval", "roundrect")
    )


def _part_words(document: Document, name: str, *, seen: bool) -> Iterator[Said]:
    """Yield the words of a chart or diagram (`a:t` and `c:v`)."""
    root = document.package.tree(name)
    if root is not None:
        for one in within(root, "t", "v"):
            yield Said(one.text or "", "", seen)


def _around(element: Element, graphic: Element) -> Iterator[Element]:
    """Yield what is around `element` within `graphic`."""
    for one in element.iterancestors():
        yield one
        if one is graphic:
            return


def _is_unseen(element: Element, section: Section) -> bool:
    name = local(element)
    if name in {"anchor", "inline"}:
        return hiding.of_drawing(element, section)
    if name in {"shape", "rect", "roundrect", "oval", "group"}:
        return hiding.of_shape(element)
    return attribute(child(element, "cNvPr"), "hidden") in {"1", "true", "on"}


def _shape(content: Element) -> Element | None:
    """Return the shape around the content of a text box."""
    names = {"wsp", "shape", "rect", "roundrect", "oval"}
    return next((one for one in content.iterancestors() if local(one) in names), None)
