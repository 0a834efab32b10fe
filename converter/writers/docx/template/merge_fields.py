"""Word's own fields that show what a report has: TITLE, AUTHOR, MERGEFIELD and DOCPROPERTY (17.16.5).

Word shows the result that it saved last until somebody updates the fields: here that would be the template's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import ClassVar, Final

from docx.oxml.ns import qn

from converter.writers.docx.template.controls import is_in_control
from converter.writers.docx.template.editing import PARAGRAPH, RUN, formatted, replace_or_follow, run_format
from converter.writers.docx.template.fields import SIMPLE, fields_of
from converter.writers.docx.template.place import Place, is_deleted, known_as
from converter.writers.docx.template.trees import Element, elements, remove

_BUILT_IN: Final = re.compile(r"\s*(TITLE|AUTHOR)(?:\s*\\.*)?\s*", re.IGNORECASE)
_NAMED: Final = re.compile(
    r'\s*(?:MERGEFIELD|DOCPROPERTY)\s+(?:"([^"]+)"|([^\s"\\]+)).*', re.IGNORECASE | re.DOTALL
)


class MergeField(Place, frozen=True):
    """A field; `element` is the first of its runs, or its `w:fldSimple`.

    Attributes:
        runs: those that stand for it, its result among them, in one paragraph.
    """

    kind: ClassVar[str] = "field"

    runs: tuple[Element, ...] = ()

    @property
    def embraced(self) -> tuple[Element, ...]:
        """See `Place.embraced`."""
        return self.runs

    def fill(self, runs: Sequence[Element]) -> list[Element]:
        """See `Place.fill`; words take the place of the field, which would ask for a source of data."""
        shown = [run for run in self.runs if elements(run, "descendant-or-self::w:r[w:t]")]
        like = run_format(next((run for one in shown for run in one.iter(RUN)), None))
        made = formatted(runs, like)
        for run in made:
            self.element.addprevious(run)
        remove(*self.runs)
        return made

    def put(self, blocks: Sequence[Element]) -> None:
        """See `Place.put`."""
        paragraph = next(self.element.iterancestors(PARAGRAPH))
        remove(*self.runs)
        replace_or_follow(paragraph, blocks)


def merge_field_places(part: str, story: Element) -> Iterator[MergeField]:
    """Yield the fields in a part that ask for something of a report by its name."""
    for simple in story.iter(SIMPLE):
        yield from _place(part, simple.get(qn("w:instr"), ""), (simple,))
    for one in fields_of(story):
        ends = [mark.getparent() for mark in (one.marks[0], one.marks[-1])]
        first, last = ends
        if one.head is None and first is not None and last is not None and len(one.marks) > 1:
            behind = takewhile(lambda run, last=last: run is not last, first.itersiblings())  # type: ignore[misc]
            runs = (first, *behind, last)
            if first.getparent() is last.getparent() and first is not last:
                yield from _place(part, one.text, runs)


def _place(part: str, instruction: str, runs: tuple[Element, ...]) -> Iterator[MergeField]:
    if built_in := _BUILT_IN.fullmatch(instruction):
        name = built_in[1]
    elif named := _NAMED.fullmatch(instruction):
        name = named[1] or named[2]
    else:
        return
    in_line = next(runs[0].iterancestors(PARAGRAPH), None) is not None
    if in_line and not is_in_control(runs[0]) and not is_deleted(runs[0]):
        yield MergeField(known_as(name), part, runs[0], runs)
