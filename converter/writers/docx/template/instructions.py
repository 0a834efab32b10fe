"""Fields of a template: those that look at nothing but the document stay, others leave their last result."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docx.oxml.ns import qn

from converter.links import safe_link
from converter.writers.docx.template.fields import INSTRUCTION, SIMPLE, Field, fields_of
from converter.writers.docx.template.trees import Element, remove

_HARMLESS: Final = (
    "= ADVANCE AUTHOR AUTONUM BIBLIOGRAPHY CITATION COMMENTS CREATEDATE DATE DOCPROPERTY EDITTIME EQ "
    "FILENAME FORMCHECKBOX FORMDROPDOWN FORMTEXT INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD "
    "NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE PRIVATE QUOTE REF REVNUM SAVEDATE SECTION "
    "SECTIONPAGES SEQ STYLEREF SUBJECT SYMBOL TA TC TIME TITLE TOA TOC XE"
)
_KEPT: Final = frozenset(_HARMLESS.split())
"""Fields that read neither other files nor the reader's computer, and start nothing (ECMA-376 17.16.5)."""

_NAME: Final = re.compile(r"\s*(=|[A-Za-z]+)")
_WHOLE_NAME: Final = re.compile(r"\s*(?:=|[A-Za-z]+\s)")
_ARGUMENT: Final = re.compile(r'"([^"]*)"|(\S+)')
_WITH_ARGUMENT: Final = frozenset({"\\l", "\\o", "\\t"})
"""Switches of HYPERLINK that are followed by a word of their own."""

_DATA: Final = qn("w:fldData")


def strip_fields(tree: Element) -> Iterator[str]:
    """Yield the instruction of each field below `tree` that may not stay; only its result is left.

    Word joins an instruction from as many runs as it likes, and from fields inside it; of what could be read
    in two ways the worse is believed.
    """
    remove(*tree.iter(_DATA))
    for simple in list(tree.iter(SIMPLE)):
        instruction = simple.get(qn("w:instr"), "")
        if not _is_kept(instruction):
            for child in list(simple):
                simple.addprevious(child)
            remove(simple)
            yield " ".join(instruction.split())
    known: set[Element] = set()
    for one in fields_of(tree):
        if _is_trusted(one):
            known.update(one.instruction)
        else:
            remove(*one.marks)
            yield " ".join(one.text.split())
    remove(*[each for each in tree.iter(INSTRUCTION) if each not in known])


def _is_trusted(one: Field) -> bool:
    """Tell whether the name of a field is certain, and harmless."""
    nested = one.head is not None
    if one.mixed or (nested and not _WHOLE_NAME.match(one.head or "")):
        return False
    name = _NAME.match(one.text)
    return _is_kept(one.text) and not (nested and name is not None and name[1].upper() == "HYPERLINK")


def _is_kept(instruction: str) -> bool:
    name = _NAME.match(instruction)
    if name is None:
        return False
    if name[1].upper() == "HYPERLINK":
        return _is_safe(instruction[name.end() :])
    return name[1].upper() in _KEPT


def _is_safe(arguments: str) -> bool:
    r"""Tell whether a HYPERLINK leads to a safe address, or into the document (`\l`)."""
    words = [quoted or bare for quoted, bare in _ARGUMENT.findall(arguments)]
    addresses = [
        word
        for before, word in pairwise(("", *words))
        if not word.startswith("\\") and before not in _WITH_ARGUMENT
    ]
    return ("\\l" in words or bool(addresses)) and all(safe_link(address) for address in addresses)
