"""Small changes to the trees of a template (ECMA-376 17.3)."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from converter.writers.docx.markup import NAMESPACES
from converter.writers.docx.template.trees import Element, elements

PARAGRAPH, RUN, TEXT, CELL = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:tc")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES, CELL_PROPERTIES = qn("w:pPr"), qn("w:rPr"), qn("w:tcPr")
SECTION = qn("w:sectPr")

# What makes a paragraph more than an empty line.
_FILLED: Final = " | ".join(
    f".//w:{name}"
    for name in (
        "t",
        "tab",
        "drawing",
        "pict",
        "object",
        "br",
        "fldChar",
        "fldSimple",
        "sym",
        "sdt",
        "sectPr",
    )
)
# What follows `w:lang` and `w:rtl` in CT_RPr, and `w:bidi` in CT_PPr.
_AFTER_RTL: Final = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")
_AFTER_LANGUAGE: Final = ("w:eastAsianLayout", "w:specVanish", "w:oMath")


def is_blank(paragraph: Element) -> bool:
    """Tell whether there is nothing to see in `paragraph`, and no section ends with it."""
    return not any(
        element.tag != TEXT or (element.text or "").strip() for element in elements(paragraph, _FILLED)
    )


def remove(*gone: Element) -> None:
    """Take elements out of their tree."""
    for element in gone:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


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
        for name, following in (("w:rtl", _AFTER_RTL), ("w:lang", _AFTER_LANGUAGE)):
            mine = None if own is None else child_or_none(own, qn(name))
            if mine is not None:
                remove(*format_.iterchildren(qn(name)))
                insert_before(format_, mine, *following)
        if own is not None:
            remove(own)
        run.insert(0, format_)
    return made


def clear(element: Element, kept: str) -> None:
    """Remove all children of `element` but its properties, whose tag is `kept`."""
    remove(*[child for child in element if child.tag != kept])


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
