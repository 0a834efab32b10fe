"""Space that is typed, not set: WCAG 1.3.2 (failures F32 to F34), Word's "repeated blank characters"."""

import re
from collections.abc import Iterator

from converter.ooxml.xml import Element, child, is_on, local
from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.story import Paragraph

# Children of a paragraph and its runs that show nothing and hold no place.
_INVISIBLE = frozenset(
    {"pPr", "rPr", "r", "t", "tab", "hyperlink", "smartTag", "proofErr", "lastRenderedPageBreak"}
    | {"bookmarkStart", "bookmarkEnd", "permStart", "permEnd"}
    | {"commentRangeStart", "commentRangeEnd", "commentReference"}
)
_BLANKS = re.compile(r"[ \u00a0]{4,}|\t{3,}")
# What stands before and behind a paragraph that Word wants: a cell begins with its properties.
_NEEDED = {(before, after) for before in ("", "tcPr") for after in ("", "sectPr")} | {
    ("tbl", after) for after in ("", "sectPr", "tbl")
}
# Names of styles in which every space counts.
_CODE = re.compile(r"\b(?:code|preformatted|macro text|plain text|verbatim|listing)\b")


def check_blank_paragraphs(document: Document) -> Iterator[Finding]:
    """Find empty paragraphs in the body.

    Allowed are the one that Word must have behind a table, before another or at the end; a single one in a
    cell; and one that is a rule, since it has a border.
    """
    paragraphs = document.body.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if not _is_blank(paragraph) or _is_needed(paragraph):
            continue
        before = paragraphs[index - 1] if index else None
        follows = before is not None and _is_blank(before) and before.cells == paragraph.cells
        if follows if paragraph.cells else not follows:
            what = "an empty paragraph makes space; delete it and set spacing before or after"
            yield Finding("blank-paragraph", what, _place(paragraph, before))


def check_blank_characters(document: Document) -> Iterator[Finding]:
    """Find four spaces or three tabs in a row outside of code; headers and footers may have tabs."""
    for story in document.stories:
        for paragraph in story.paragraphs:
            match = _BLANKS.search(paragraph.text.strip())
            if match is None or any(map(_CODE.search, document.styles.names(paragraph.style))):
                continue
            if story.kind == "body" or not match[0].isspace() or "\t" not in match[0]:
                what = "spaces or tabs in a row place the text; use tab stops, an indent or a table"
                yield Finding("blank-characters", what, paragraph.where)


def _place(paragraph: Paragraph, before: Paragraph | None) -> str:
    """Return the place of an empty paragraph, which has no words to be known by."""
    words = f", behind {before.where}" if before is not None and before.text.strip() else ""
    return paragraph.where + words


def _is_blank(paragraph: Paragraph) -> bool:
    properties = paragraph.properties
    marked = any(child(properties, name) is not None for name in ("sectPr", "pBdr"))
    if marked or is_on(properties, "rPr", "vanish"):
        return False
    return _shows_nothing(paragraph.element)


def _shows_nothing(element: Element) -> bool:
    for one in element:
        name = local(one)
        if name and (name not in _INVISIBLE or (name == "t" and (one.text or "").strip(" \u00a0"))):
            return False
        if name in {"r", "hyperlink", "smartTag"} and not _shows_nothing(one):
            return False
    return True


def _is_needed(paragraph: Paragraph) -> bool:
    """Tell whether Word wants the paragraph: behind a table and at the end of its place, or alone there."""
    before, after = (
        "" if one is None else local(one)
        for one in (paragraph.element.getprevious(), paragraph.element.getnext())
    )
    return (before, after) in _NEEDED
