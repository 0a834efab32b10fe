"""Bookmarks called `brief_NAME` (ECMA-376 17.13.6): what they embrace gives way, and they stay around it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import ClassVar

from docx.oxml.ns import qn

from converter.writers.docx.template.controls import is_in_control
from converter.writers.docx.template.editing import (
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    child_or_none,
    formatted,
    is_blank,
    new,
    remove,
    replace_or_follow,
    run_format,
)
from converter.writers.docx.template.place import Place, known_as
from converter.writers.docx.template.trees import Element, elements

PREFIX = "brief_"

_ID, _NAME = qn("w:id"), qn("w:name")


class Bookmark(Place):
    """A bookmark; `element` is its `w:bookmarkStart`."""

    kind: ClassVar[str] = "bookmark"

    __slots__ = ()

    def fill(self, runs: Sequence[Element]) -> None:
        """See `Place.fill`; words are set as those that stood here, or beside."""
        removed = self._empty(self._paragraph())
        beside = [*self.element.itersiblings(RUN, preceding=True), *self.element.itersiblings(RUN)]
        like = next(iter([*(run for one in removed for run in one.iter(RUN)), *beside]), None)
        for run in reversed(formatted(runs, run_format(like))):
            self.element.addnext(run)

    def put(self, blocks: Sequence[Element]) -> None:
        """See `Place.put`."""
        paragraph = self._paragraph()
        self._empty(paragraph)
        if (end := self._end()) is not None:
            blocks[-1].append(end)
        remove(self.element)
        replace_or_follow(paragraph, [self.element, *blocks])

    def _paragraph(self) -> Element:
        """Return the paragraph that it begins in; one that stands before a paragraph moves into it."""
        around = next(self.element.iterancestors(PARAGRAPH), None)
        if around is not None:
            return around
        following = next(self.element.itersiblings(PARAGRAPH), None)
        if following is None:
            following = new("<w:p/>")
            self.element.addnext(following)
        properties = child_or_none(following, PARAGRAPH_PROPERTIES)
        following.insert(0 if properties is None else 1, self.element)
        return following

    def _empty(self, paragraph: Element) -> list[Element]:
        """Remove what it embraces, in its paragraph and those that follow, and return it."""
        end = self._end()
        if end is None:
            return []
        here, there = self.element.getparent(), end.getparent()
        if here is there:
            removed = [*takewhile(lambda one: one is not end, self.element.itersiblings())]
        else:
            last = end if there is paragraph.getparent() else there
            between = [*takewhile(lambda one: one is not last, paragraph.itersiblings())]
            if here is not paragraph or last not in [*paragraph.itersiblings()]:
                return []
            before_end = [one for one in end.itersiblings(preceding=True) if one.tag != PARAGRAPH_PROPERTIES]
            removed = [*self.element.itersiblings(), *between, *(before_end if last is there else ())]
        remove(*removed)
        self.element.addnext(end)
        if there is not None and there is not here and there.tag == PARAGRAPH and is_blank(there):
            remove(there)
        return removed

    def _end(self) -> Element | None:
        story = self.element.getroottree().getroot()
        ends = elements(story, f".//w:bookmarkEnd[@w:id='{self.element.get(_ID)}']")
        return ends[0] if ends else None


def bookmark_places(part: str, story: Element) -> Iterator[Bookmark]:
    """Yield the bookmarks in a part that carry a name of ours."""
    for start in elements(story, ".//w:bookmarkStart"):
        name = start.get(_NAME, "")
        if name.casefold().startswith(PREFIX) and not is_in_control(start):
            yield Bookmark(known_as(name[len(PREFIX) :]), part, start)
