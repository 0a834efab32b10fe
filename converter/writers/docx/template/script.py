"""Language and direction of our words where the template's are others (ECMA-376 17.3.2.20, 17.3.1.6)."""

from collections.abc import Iterable, Sequence
from typing import Final

from converter.model.document import Document
from converter.writers.docx.languages import language_attributes
from converter.writers.docx.template.editing import (
    AFTER_LANGUAGE,
    AFTER_RTL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    child_or_none,
    insert_before,
    new,
)
from converter.writers.docx.template.trees import Element, elements

# What follows `w:bidi` in CT_PPr (ECMA-376 17.3.1.26).
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
    spoken = _speaks(styles, language)
    for tree in content:
        if not spoken:
            for run in elements(tree, ".//w:r[not(w:rPr/w:lang)]"):
                insert_before(_properties(run, RUN_PROPERTIES), new(language), *AFTER_LANGUAGE)
        if document.direction == "rtl":
            for paragraph in elements(tree, ".//w:p"):
                _turn(paragraph)


def settle_line(runs: Sequence[Element], document: Document) -> None:
    """Let words in a line of the template run from right to left where the report does.

    The line does so itself where there is nothing else in it.
    """
    if document.direction != "rtl" or not runs:
        return
    for run in runs:
        if not elements(run, "w:rPr/w:rtl"):
            insert_before(_properties(run, RUN_PROPERTIES), new("<w:rtl/>"), *AFTER_RTL)
    paragraph = next(runs[0].iterancestors(PARAGRAPH))
    if set(elements(paragraph, ".//w:r[normalize-space(w:t)]")) <= set(runs):
        _turn(paragraph)


def _turn(paragraph: Element) -> None:
    if not elements(paragraph, "w:pPr/w:bidi"):
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
