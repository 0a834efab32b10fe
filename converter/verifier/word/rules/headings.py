"""Headings: levels as `w:outlineLvl` tells them, in the style or directly (ECMA-376 17.3.1.20)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from converter.ooxml.xml import attribute, integer
from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.story import Paragraph, text_within
from converter.verifier.word.styles import told

_RUNNING_TEXT = 9
_LONG = 20


class _Heading(NamedTuple):
    level: int
    paragraph: Paragraph


def check_headings_there(document: Document) -> Iterator[Finding]:
    """Find a long text without headings: WCAG 2.4.6 and 1.3.1, Word's "no headings"."""
    filled = sum(bool(paragraph.text.strip()) for paragraph in document.body.paragraphs)
    if filled > _LONG and not _headings(document):
        what = f"{filled} paragraphs have no heading among them; give headings the styles Heading 1 to 9"
        yield Finding("heading-missing", what)


def check_first_level(document: Document) -> Iterator[Finding]:
    """Find that headings begin below level 1: WCAG 1.3.1, ISO 14289-1 7.4.2."""
    for level, paragraph in _headings(document)[:1]:
        if level > 1:
            what = f"the first heading is of level {level}; begin with level 1"
            yield Finding("heading-first", what, paragraph.where)


def check_levels(document: Document) -> Iterator[Finding]:
    """Find levels that are left out on the way down: WCAG 1.3.1, ISO 14289-1 7.4.2."""
    headings = _headings(document)
    for above, below in pairwise(headings):
        if below.level > above.level + 1:
            what = f"a heading of level {below.level} follows one of level {above.level}; leave no level out"
            yield Finding("heading-skipped", what, below.paragraph.where)


def check_empty_headings(document: Document) -> Iterator[Finding]:
    """Find headings without words: WCAG 2.4.6 Headings and Labels."""
    for _, paragraph in _headings(document):
        if not paragraph.text.strip() and not text_within(paragraph.element).strip():
            what = "a heading has no words; delete it, or give it another style"
            yield Finding("heading-empty", what, paragraph.where)


def _headings(document: Document) -> list[_Heading]:
    """Return the headings of the body; the document's title is none."""
    formatting, found = document.formatting, []
    for paragraph in document.body.paragraphs:
        layers = formatting.paragraph_layers(paragraph)
        level = integer(attribute(told(layers, "outlineLvl"), "val"))
        if level is not None and level < _RUNNING_TEXT and not _is_title(paragraph, document):
            found.append(_Heading(level + 1, paragraph))
    return found


def _is_title(paragraph: Paragraph, document: Document) -> bool:
    return "title" in document.styles.names(paragraph.style)
