"""Small changes to the trees of a template (ECMA-376 17.3)."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from converter.writers.docx.markup import NAMESPACES
from converter.writers.docx.template.trees import Element, elements, remove

PARAGRAPH, RUN, TEXT, CELL = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:tc")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES, CELL_PROPERTIES = qn("w:pPr"), qn("w:rPr"), qn("w:tcPr")
SECTION = qn("w:sectPr")
_ID, _MARKS = qn("w:id"), frozenset(map(qn, ("w:bookmarkStart", "w:bookmarkEnd")))

# What is nothing to see: in a paragraph, and in a run.
_UNSEEN: Final = frozenset(map(qn, ("w:pPr", "w:proofErr")))
_UNSEEN_IN_RUN: Final = frozenset(map(qn, ("w:rPr", "w:lastRenderedPageBreak")))
# Where Word has left the cursor (it writes the bookmark unasked).
_CURSOR: Final = "_GoBack"
# What follows `w:rtl` and `w:lang` in CT_RPr (ECMA-376 17.3.2.28).
AFTER_RTL: Final = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")
AFTER_LANGUAGE: Final = ("w:eastAsianLayout", "w:specVanish", "w:oMath")


def is_blank(paragraph: Element) -> bool:
    """Tell whether there is nothing in `paragraph`: no words, no line, no mark, no end of a section."""
    if elements(paragraph, "w:pPr/w:sectPr | w:pPr/w:pBdr"):
        return False
    cursors = {start.get(_ID) for start in elements(paragraph, f"w:bookmarkStart[@w:name='{_CURSOR}']")}
    return all(
        child.tag in _UNSEEN
        or (child.tag == RUN and all(_is_unseen(part) for part in child))
        or (child.tag in _MARKS and child.get(_ID) in cursors)
        for child in paragraph
    )


def _is_unseen(part: Element) -> bool:
    return part.tag in _UNSEEN_IN_RUN or (part.tag == TEXT and not (part.text or "").strip())


def new(xml: str) -> Element:
    """Return the element that `xml` writes with the prefixes of the standard and without declaring them."""
    head, _, rest = xml.partition(">")
    slash = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {NAMESPACES}{slash}>{rest}")


def insert_before(parent: Element, child: Element, *names: str) -> None:
    """Put `child` into `parent` before the first child of these `names`, which the schema has behind it."""
    tags = {qn(name) for name in names}
    following = next((one for one in parent if one.tag in tags), None)
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)


def child_or_none(element: Element, tag: str) -> Element | None:
    """Return the first child of that tag."""
    return next(element.iterchildren(tag), None)


def run_format(run: Element | None) -> Element | None:
    """Return the `w:rPr` of a run."""
    return None if run is None else child_or_none(run, RUN_PROPERTIES)


def formatted(runs: Iterable[Element], like: Element | None) -> list[Element]:
    """Return copies of our plain `runs` in the format of the template's run, with their own languages."""
    made = [deepcopy(run) for run in runs]
    if like is None:
        return made
    for run in made:
        own = run_format(run)
        format_ = deepcopy(like)
        for name, following in (("w:rtl", AFTER_RTL), ("w:lang", AFTER_LANGUAGE)):
            mine = None if own is None else child_or_none(own, qn(name))
            if mine is not None:
                remove(*format_.iterchildren(qn(name)))
                insert_before(format_, mine, *following)
        if own is not None:
            remove(own)
        run.insert(0, format_)
    return made


def take_out(*gone: Element) -> None:
    """Remove elements; a paragraph with which a section ends stays, empty (ECMA-376 17.6.18)."""
    for element in gone:
        for paragraph in elements(element, "descendant-or-self::w:p[w:pPr/w:sectPr]"):
            remove(*[child for child in paragraph if child.tag != PARAGRAPH_PROPERTIES])
            if paragraph is not element:
                element.addprevious(paragraph)
        if not elements(element, "self::w:p[w:pPr/w:sectPr]"):
            remove(element)


def replace_or_follow(paragraph: Element, blocks: Sequence[Element]) -> None:
    """Put `blocks` behind `paragraph`, and in its place where there is nothing else in it to see.

    A section that ends with the paragraph then ends with the last of them (ECMA-376 17.6.18).
    """
    place = paragraph
    for block in blocks:
        place.addnext(block)
        place = block
    properties = child_or_none(paragraph, PARAGRAPH_PROPERTIES)
    section = None if properties is None else child_or_none(properties, SECTION)
    if section is not None and blocks:
        _end_section(blocks[-1], section)
    if is_blank(paragraph) and blocks:
        remove(paragraph)


def _end_section(last: Element, section: Element) -> None:
    """Move `section` into the last paragraph of what was put in; our content always ends with one."""
    last = [*last.iter(PARAGRAPH)][-1]
    properties = child_or_none(last, PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = new("<w:pPr/>")
        last.insert(0, properties)
    insert_before(properties, section, "w:pPrChange")
