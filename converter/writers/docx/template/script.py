"""Language and direction of our words where the template's are others (ECMA-376 17.3.2.20, 17.3.1.6)."""

from collections.abc import Iterable
from typing import Final

from converter.model.document import Document
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.template.editing import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    child_or_none,
    insert_before,
    new,
)
from converter.writers.docx.template.trees import Element, elements

# What follows `w:lang` in CT_RPr, and `w:bidi` in CT_PPr.
_AFTER_LANGUAGE: Final = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
_AFTER_BIDI: Final = tuple(
    f"w:{name}"
    for name in (
        "adjustRightInd",
        "snapToGrid",
        "spacing",
        "ind",
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
        "sectPr",
        "pPrChange",
    )
)


def settle_script(content: Iterable[Element], document: Document, styles: Element) -> None:
    """Say of each run its language and of each paragraph its direction, where `styles` say another."""
    language = f"<w:lang{language_attributes(document.language)}/>"
    for tree in content:
        if not _speaks(styles, language):
            for run in elements(tree, ".//w:r[not(w:rPr/w:lang)]"):
                insert_before(_properties(run, RUN_PROPERTIES), new(language), *_AFTER_LANGUAGE)
        if document.direction == "rtl":
            for paragraph in elements(tree, ".//w:p[not(w:pPr/w:bidi)]"):
                insert_before(_properties(paragraph, PARAGRAPH_PROPERTIES), new("<w:bidi/>"), *_AFTER_BIDI)


def _speaks(styles: Element, language: str) -> bool:
    """Tell whether all words of the template are in `language` unless they say otherwise."""
    wanted = new(language).attrib.items()
    default = elements(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    others = elements(styles, "w:style//w:lang")
    return bool(default) and not others and set(wanted) <= set(default[0].attrib.items())


def _properties(element: Element, tag: str) -> Element:
    """Return the properties of a run or paragraph, which it is given where it has none."""
    found = child_or_none(element, tag)
    if found is None:
        found = new(f"<w:{tag.rpartition('}')[2]}/>")
        element.insert(0, found)
    return found
