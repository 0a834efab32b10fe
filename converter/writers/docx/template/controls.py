"""Content controls whose tag or title is `brief:NAME` (ECMA-376 17.5.2).

A control may stand around runs, around blocks, or around cells and rows of a table. Filled with words it
stays, with its tag, so that a person finds it again. A control that Word binds to the title or the author of
the file (as its own cover pages do) is a place too.
"""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from docx.oxml.ns import qn

from converter.writers.docx.template.editing import (
    CELL,
    CELL_PROPERTIES,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    child_or_none,
    formatted,
    new,
    replace_or_follow,
    run_format,
    take_out,
)
from converter.writers.docx.template.place import Place, is_deleted, known_as
from converter.writers.docx.template.trees import Element, elements, remove, values

PREFIX = "brief:"

_CONTROL, _CONTENT = qn("w:sdt"), qn("w:sdtContent")
_AROUND = (PARAGRAPH, CELL, *map(qn, ("w:body", "w:hdr", "w:ftr", "w:footnote", "w:txbxContent")))
_BOUND: Final = {"title": "title", "creator": "author"}
_CORE = "coreProperties"
# What would not let a control hold words of ours: a choice, a prompt, a binding to what we do not write.
_UNWANTED: Final = " | ".join(
    [
        *("w:comboBox", "w:date", "w:docPartList", "w:docPartObj", "w:dropDownList", "w:picture"),
        *("w:showingPlcHdr", "w:temporary", f"w:dataBinding[not(contains(@w:xpath, '{_CORE}'))]"),
    ]
)


class Control(Place, frozen=True):
    """A content control; `element` is its `w:sdt`."""

    kind: ClassVar[str] = "content control"

    def fill(self, runs: Sequence[Element]) -> list[Element]:
        """See `Place.fill`; a control around several paragraphs keeps the first."""
        like = self._format()
        (properties,) = elements(self.element, "w:sdtPr")
        remove(*elements(properties, _UNWANTED))
        content = self._content()
        if not self._is_around_runs:
            content = _first_paragraph(_cell(content))
        take_out(*[child for child in content if child.tag != PARAGRAPH_PROPERTIES])
        made = formatted(runs, like)
        content.extend(made)
        return made

    def put(self, blocks: Sequence[Element]) -> None:
        """See `Place.put`; the control itself goes.

        LibreOffice (7.4) carries words out of a control that holds end-notes: paragraphs stand without one.
        """
        if self._is_around_runs:
            paragraph = next(self.element.iterancestors(PARAGRAPH))
            remove(self.element)
            replace_or_follow(paragraph, blocks)
            return
        content = self._content()
        place = _cell(content)
        old = [child for child in place if child.tag != CELL_PROPERTIES]
        for block in blocks:
            if old:
                old[0].addprevious(block)
            else:
                place.append(block)
        take_out(*old)
        for block in list(content):
            self.element.addprevious(block)
        remove(self.element)

    @property
    def _is_around_runs(self) -> bool:
        return next(self.element.iterancestors(*_AROUND)).tag == PARAGRAPH

    def _format(self) -> Element | None:
        """Return the format of its words; where these only ask to be replaced, that of the control."""
        (properties,) = elements(self.element, "w:sdtPr")
        if elements(properties, "w:showingPlcHdr"):
            return next(iter(elements(properties, "w:rPr")), None)
        return run_format(next(iter(elements(self.element, "w:sdtContent//w:r")), None))

    def _content(self) -> Element:
        """Return `w:sdtContent`, which may be missing."""
        content = child_or_none(self.element, _CONTENT)
        if content is None:
            content = new("<w:sdtContent/>")
            self.element.append(content)
        return content


def control_places(part: str, story: Element) -> Iterator[Control]:
    """Yield the controls in a part that carry a name of ours."""
    for control in elements(story, ".//w:sdt[w:sdtPr]"):
        if (name := _name(control)) and not is_in_control(control) and not is_deleted(control):
            yield Control(name, part, control)


def is_in_control(element: Element) -> bool:
    """Tell whether `element` stands in a control that carries a name of ours."""
    return any(_name(control) for control in element.iterancestors(_CONTROL))


def _name(control: Element) -> str:
    for named in values(control, "w:sdtPr/w:tag/@w:val | w:sdtPr/w:alias/@w:val"):
        if named.strip().casefold().startswith(PREFIX):
            return known_as(named.strip()[len(PREFIX) :])
    for path in values(control, "w:sdtPr/w:dataBinding/@w:xpath"):
        bound = path.rpartition(":")[2].partition("[")[0]
        if _CORE in path and bound in _BOUND:
            return _BOUND[bound]
    return ""


def _cell(content: Element) -> Element:
    """Return the first cell inside a control around cells or rows; of others the content itself."""
    cells = elements(content, "w:tc | w:tr//w:tc")
    return cells[0] if cells else content


def _first_paragraph(content: Element) -> Element:
    """Return the first paragraph, after all other blocks were removed."""
    paragraphs = elements(content, ".//w:p")
    first = paragraphs[0] if paragraphs else new("<w:p/>")
    remove(first)
    old = [child for child in content if child.tag != CELL_PROPERTIES]
    content.insert(len(content) - len(old), first)
    take_out(*old)
    return first
