"""Links: their words say where they lead (WCAG 2.4.4 Link Purpose)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from converter.ooxml.xml import Element, attribute, local, within
from converter.verifier.findings import Finding
from converter.verifier.word.document import Document
from converter.verifier.word.story import Paragraph, Story, text_within

# Words that say nothing of what a link leads to.
_GENERIC = frozenset(
    {"click", "click here", "here", "link", "this link", "more", "read more", "learn more", "see more"}
    | {"more info", "more information", "details", "this", "this page", "go", "go here", "website", "page"}
    | {"continue", "download"}
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?:)?(?://)?(?:www\.)?", re.IGNORECASE)
_INSTRUCTION = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_ENDS = " .,:;!?…›»>→\u00a0"


class _Link(NamedTuple):
    text: str
    target: str
    where: str


def check_link_texts(document: Document) -> Iterator[Finding]:
    """Find links without words: WCAG 2.4.4, ISO 14289-1 7.18.5."""
    for link in _links(document):
        if not link.text:
            yield Finding("link-empty", "a link has no words; give it some, or delete it", link.where)


def check_generic_texts(document: Document) -> Iterator[Finding]:
    """Find links such as “click here”: WCAG 2.4.4 (failure F63), Word's "unclear hyperlink text"."""
    for link in _links(document):
        if link.text.strip(_ENDS).lower() in _GENERIC:
            what = f"the link “{link.text}” does not say where it leads; name what is there"
            yield Finding("link-generic", what, link.where)


def check_addresses(document: Document) -> Iterator[Finding]:
    """Find links that show one address and lead to another: WCAG 2.4.4."""
    for link in _links(document):
        if _ADDRESS.fullmatch(link.text) and _bare(link.text) != _bare(link.target):
            what = f"a link shows one address and leads to another, {link.target}; name what is there"
            yield Finding("link-address", what, link.where)


def _bare(address: str) -> str:
    """Return what tells addresses apart; a shown one may have been cut short for the eye."""
    return _SCHEME.sub("", address).rstrip("/").casefold()


def _links(document: Document) -> Iterator[_Link]:
    for story in document.stories:
        for paragraph in story.paragraphs:
            yield from _elements(document, story, paragraph)
            yield from _fields(paragraph)


def _elements(document: Document, story: Story, paragraph: Paragraph) -> Iterator[_Link]:
    """Yield the links that are elements (ECMA-376 17.16.22 and 17.16.19)."""
    for element in within(paragraph.element, "hyperlink", "fldSimple"):
        if local(element) == "fldSimple":
            match = _INSTRUCTION.match(attribute(element, "instr"))
            if match is None:
                continue
            target = match[1] or match[2] or ""
        else:
            link = document.links(story).get(attribute(element, "id"))
            target = link.target if link else "#" + attribute(element, "anchor")
        yield _Link(_words(text_within(element)), target, paragraph.where)


def _fields(paragraph: Paragraph) -> Iterator[_Link]:
    """Yield the links that are fields which begin and end in `paragraph` (ECMA-376 17.16.5.25)."""
    open_: list[_Field] = []
    for run in paragraph.runs():
        for element in run:
            match local(element), attribute(element, "fldCharType"):
                case "fldChar", "begin":
                    open_.append(_Field())
                case "fldChar", "separate" if open_:
                    open_[-1].has_result = True
                case "fldChar", "end" if open_:
                    field = open_.pop()
                    told = _INSTRUCTION.match(field.instruction)
                    if told:
                        yield _Link(_words(field.result), told[1] or told[2] or "", paragraph.where)
                case _:
                    _take(element, open_)


class _Field:
    """A field that is open."""

    def __init__(self) -> None:
        self.instruction = ""
        self.result = ""
        self.has_result = False


def _take(element: Element, open_: list[_Field]) -> None:
    """Give a piece of text to the fields around it."""
    if local(element) == "instrText":
        if open_:
            open_[-1].instruction += element.text or ""
        return
    words = (element.text or "") if local(element) == "t" else text_within(element)
    for field in open_:
        if field.has_result:
            field.result += words


def _words(text: str) -> str:
    return " ".join(text.split())
