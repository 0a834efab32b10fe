"""Fields of a template: those that look at nothing but the document stay, others leave their last result."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from converter.links import safe_link
from converter.writers.docx.markup import W
from converter.writers.docx.template.trees import Element

_HARMLESS: Final = (
    "= ADVANCE AUTHOR AUTONUM BIBLIOGRAPHY CITATION COMMENTS CREATEDATE DATE DOCPROPERTY EDITTIME EQ "
    "FILENAME FORMCHECKBOX FORMDROPDOWN FORMTEXT INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD "
    "NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE PRIVATE QUOTE REF REVNUM SAVEDATE "
    "SECTION SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TA TC TIME TITLE TOA TOC XE"
)
_KEPT: Final = frozenset(_HARMLESS.split())
"""Fields that read neither other files nor the reader's computer, and start nothing (ECMA-376 17.16.5)."""

_INSTRUCTION, _CHARACTER = f"{{{W}}}instrText", f"{{{W}}}fldChar"
_SIMPLE, _KIND, _DATA = f"{{{W}}}fldSimple", f"{{{W}}}fldCharType", f"{{{W}}}fldData"

_ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')
_WITH_ARGUMENT: Final = frozenset({"\\l", "\\o", "\\t"})
"""Switches of HYPERLINK that are followed by a word of their own."""


@dataclass(slots=True)
class _Field:
    """A field made of runs, from its begin to its end.

    Attributes:
        marks: its begin, separator and end.
        instruction: the elements that hold its words.
        separated: whether its result has begun.
    """

    marks: list[Element]
    instruction: list[Element] = field(default_factory=list)
    separated: bool = False

    @property
    def text(self) -> str:
        return "".join(element.text or "" for element in self.instruction)


def strip_fields(tree: Element) -> Iterator[str]:
    """Yield the instruction of each field below `tree` that may not stay; only its result is left.

    Word joins an instruction from as many runs as it likes, and from fields inside it: what begins with
    another field is not known to be harmless.
    """
    for simple in list(tree.iter(_SIMPLE)):
        instruction = simple.get(f"{{{W}}}instr", "")
        if not _is_kept(instruction):
            for child in list(simple):
                if child.tag != _DATA:
                    simple.addprevious(child)
            _remove(simple)
            yield " ".join(instruction.split())
    for one in _fields(tree):
        if not _is_kept(one.text):
            for element in (*one.marks, *one.instruction):
                _remove(element)
            yield " ".join(one.text.split())


def _fields(tree: Element) -> list[_Field]:
    """Return the fields made of runs, those inside others first."""
    open_fields: list[_Field] = []
    closed: list[_Field] = []
    for element in list(tree.iter(_CHARACTER, _INSTRUCTION)):
        if element.tag == _INSTRUCTION:
            if open_fields and not open_fields[-1].separated:
                open_fields[-1].instruction.append(element)
            continue
        kind = element.get(_KIND)
        for data in list(element.iter(_DATA)):
            _remove(data)
        if kind == "begin":
            open_fields.append(_Field([element]))
        elif open_fields:
            open_fields[-1].marks.append(element)
            open_fields[-1].separated = True
            if kind == "end":
                closed.append(open_fields.pop())
    # one that never ends is as good as ended
    return closed + open_fields[::-1]


def _is_kept(instruction: str) -> bool:
    name, _, rest = instruction.strip().partition(" ")
    if name.upper() == "HYPERLINK":
        return _is_safe(rest)
    return name.upper() in _KEPT or instruction.strip().startswith("=")


def _is_safe(arguments: str) -> bool:
    r"""Tell whether a HYPERLINK leads to a safe address, or into the document (`\l`)."""
    words = [quoted or bare for quoted, bare in _ARGUMENT.findall(arguments)]
    addresses = [
        word
        for before, word in pairwise(("", *words))
        if not word.startswith("\\") and before not in _WITH_ARGUMENT
    ]
    return ("\\l" in words or bool(addresses)) and all(safe_link(address) for address in addresses)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
