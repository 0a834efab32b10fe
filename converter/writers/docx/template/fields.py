"""Fields made of runs: a begin, an instruction, a separator, a result, an end (ECMA-376 17.16.18)."""

from typing import Final

from docx.oxml.ns import qn
from msgspec import Struct, field

from converter.writers.docx.template.trees import Element

SIMPLE, INSTRUCTION = qn("w:fldSimple"), qn("w:instrText")
_CHARACTER, _KIND = qn("w:fldChar"), qn("w:fldCharType")
_WORDS: Final = (qn("w:t"), qn("w:delText"), qn("w:delInstrText"))
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Each of these is a text of its own, whatever field is open around it.
_STORIES: Final = (qn("w:txbxContent"), f"{_MC}Choice", f"{_MC}Fallback")


class Field(Struct):
    """One field.

    Attributes:
        marks: its `w:fldChar`s.
        instruction: the elements that hold its instruction.
        head: its instruction up to the first field inside it; `None` where there is none.
        mixed: whether words stand in its instruction, which Word may or may not count.
        separated: whether its result has begun.
    """

    marks: list[Element]
    instruction: list[Element] = field(default_factory=list)
    head: str | None = None
    mixed: bool = False
    separated: bool = False

    @property
    def text(self) -> str:
        """Its own instruction, without that of fields inside it."""
        return "".join(element.text or "" for element in self.instruction)


def fields_of(tree: Element) -> list[Field]:
    """Return the fields below `tree`, those inside others first; one that never ends is as good as ended."""
    open_fields: dict[Element | None, list[Field]] = {}
    closed: list[Field] = []
    for element in list(tree.iter(_CHARACTER, INSTRUCTION, *_WORDS)):
        stack = open_fields.setdefault(next(element.iterancestors(*_STORIES), None), [])
        current = stack[-1] if stack else None
        if element.tag == _CHARACTER:
            closed += _at_mark(element, stack)
        elif current is None or current.separated:
            continue
        elif element.tag == INSTRUCTION:
            current.instruction.append(element)
        else:
            current.mixed = True
    return [*closed, *(one for stack in open_fields.values() for one in reversed(stack))]


def _at_mark(mark: Element, stack: list[Field]) -> list[Field]:
    """Open a field, begin the result of the last, or end it and return it."""
    kind = mark.get(_KIND)
    if kind == "begin":
        if stack and not stack[-1].separated and stack[-1].head is None:
            stack[-1].head = stack[-1].text
        stack.append(Field([mark]))
        return []
    if not stack:
        return []
    stack[-1].marks.append(mark)
    stack[-1].separated = True
    return [stack.pop()] if kind == "end" else []
