"""Bookmarks called `brief_NAME` (ECMA-376 17.13.6): what they embrace gives way, and they stay around it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from docx.oxml.ns import qn

from converter.writers.docx.template.controls import is_in_control
from converter.writers.docx.template.editing import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    child_or_none,
    formatted,
    is_blank,
    new,
    replace_or_follow,
    run_format,
    take_out,
)
from converter.writers.docx.template.place import Place, is_deleted, known_as
from converter.writers.docx.template.trees import Element, remove

PREFIX = "brief_"

_START, _END, _ID, _NAME = qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:id"), qn("w:name")
# What belongs to the element around it, and goes with that alone.
_PROPERTIES = frozenset(map(qn, ("w:pPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr")))
_MARKS = frozenset({_START, _END})


class Bookmark(Place, frozen=True):
    """A bookmark; `element` is its `w:bookmarkStart`.

    Attributes:
        end: its `w:bookmarkEnd`; `None` where there is none behind the start.
    """

    kind: ClassVar[str] = "bookmark"

    end: Element | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it begins and ends in one cell of a table, or outside of all."""
        return self.end is None or _cell(self.element) is _cell(self.end)

    @property
    def embraced(self) -> tuple[Element, ...]:
        """See `Place.embraced`: what stands wholly inside, without the marks of other bookmarks."""
        return tuple(_between(self.element, self.end)) if self.end is not None else ()

    def fill(self, runs: Sequence[Element]) -> list[Element]:
        """See `Place.fill`; words are set as those that stood here, or beside."""
        embraced = self._empty()
        beside = [*self.element.itersiblings(RUN, preceding=True), *self.element.itersiblings(RUN)]
        like = next(iter([*(run for one in embraced for run in one.iter(RUN)), *beside]), None)
        made = formatted(runs, run_format(like))
        for run in reversed(made):
            self.element.addnext(run)
        return made

    def put(self, blocks: Sequence[Element]) -> None:
        """See `Place.put`."""
        self._empty()
        paragraph = next(self.element.iterancestors(PARAGRAPH))
        remove(self.element)
        if self.end is not None:
            blocks[-1].append(self.end)
        replace_or_follow(paragraph, [self.element, *blocks])

    def _empty(self) -> tuple[Element, ...]:
        """Take out what it embraces, draw it together in one paragraph, and return what was embraced."""
        embraced = self.embraced
        self._enter_paragraph()
        if self.end is not None:
            around = next(self.end.iterancestors(PARAGRAPH), None)
            self.element.addnext(self.end)
            take_out(*embraced)
            here = next(self.element.iterancestors(PARAGRAPH))
            if around is not None and around is not here and is_blank(around):
                remove(around)
        return embraced

    def _enter_paragraph(self) -> None:
        """Move a start that stands between two paragraphs into a new one."""
        if next(self.element.iterancestors(PARAGRAPH), None) is not None:
            return
        following = self.element.getnext()
        while following is not None and following.tag in _MARKS:
            following = following.getnext()
        if following is None or following.tag != PARAGRAPH or following in self.embraced:
            following = new("<w:p/>")
            self.element.addnext(following)
        properties = child_or_none(following, PARAGRAPH_PROPERTIES)
        following.insert(0 if properties is None else 1, self.element)


def bookmark_places(part: str, story: Element) -> Iterator[Bookmark]:
    """Yield the bookmarks in a part that carry a name of ours."""
    ends: dict[str, Element] = {}
    found: list[Element] = []
    for mark in story.iter(_START, _END):
        if mark.tag == _END:
            ends.setdefault(mark.get(_ID, ""), mark)
        elif mark.get(_NAME, "").casefold().startswith(PREFIX):
            # an end before its start is none
            ends.pop(mark.get(_ID, ""), None)
            found.append(mark)
    for start in found:
        if not is_in_control(start) and not is_deleted(start):
            name = known_as(start.get(_NAME, "")[len(PREFIX) :])
            yield Bookmark(name, part, start, ends.get(start.get(_ID, "")))


def _between(start: Element, end: Element) -> Iterator[Element]:
    """Yield the largest elements that stand wholly between two marks, in the order of the document."""
    around_end = {end, *end.iterancestors()}
    element: Element | None = start
    while element is not None:
        element = _behind(element)
        while element in around_end and element is not end:
            element = next((child for child in element if child.tag not in _PROPERTIES), None)
        if element is end or element is None:
            return
        if element.tag not in _MARKS:
            yield element


def _behind(element: Element) -> Element | None:
    """Return what comes after all that is in `element`, in the order of the document."""
    for one in (element, *element.iterancestors()):
        following = one.getnext()
        if following is not None:
            return following
    return None


def _cell(element: Element) -> Element | None:
    return next(element.iterancestors(CELL), None)
