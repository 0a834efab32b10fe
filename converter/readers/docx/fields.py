"""Complex fields: what they do, and whether their result has begun (ECMA-376 17.16)."""

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct, field

from converter.ooxml.xml import Element, attribute, child, local, value, whole_number

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?(?:"([^"]*)"|(\S+))(.*)', re.IGNORECASE | re.DOTALL)
_MARK = re.compile(rb"fldCharType\s*=\s*[\"'](\w+)")


class _Field(Struct):
    """A field that is open.

    Attributes:
        instruction: piece by piece.
        chosen: whether something chosen from its list is its result.
        link: where its result leads, or that of the fields around it; known when the result begins.
        has_result: whether that has begun.
    """

    chosen: bool
    link: str
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False


class Fields:
    """The fields that are open at a place of the text, the outermost first."""

    def __init__(self) -> None:
        """Begin outside of all fields."""
        self._open: list[_Field] = []
        self._waiting = 0

    @property
    def in_instruction(self) -> bool:
        """Whether words at this place say what a field does, which no reader sees."""
        return self._waiting > 0

    @property
    def link(self) -> str:
        """Address that words at this place lead to; empty for none."""
        return self._open[-1].link if self._open else ""

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction.append(text)

    def mark(self, kind: str, *, chosen: bool = False) -> None:
        """Take a mark: `begin`, `separate` before the result, or `end`.

        Args:
            kind: of the mark.
            chosen: whether the field that begins shows what was `chosen`, and nothing that comes behind.
        """
        last = self._open[-1] if self._open else None
        if kind == "begin":
            self._open.append(_Field(chosen, self.link))
            self._waiting += 1
        elif kind == "separate" and last and not last.has_result and not last.chosen:
            last.has_result = True
            last.link = link_of("".join(last.instruction)) or last.link
            self._waiting -= 1
        elif kind == "end" and last:
            self._open.pop()
            self._waiting -= not last.has_result


def link_of(instruction: str) -> str:
    """Return the address that a field leads to; empty where it is no link, or one within the document."""
    match = _HYPERLINK.fullmatch(instruction)
    return (match[1] or match[2]) if match and "\\l" not in instruction[: match.start(3)] else ""


def chosen(begin: Element) -> str:
    """Return what is chosen from the list of a field that begins; empty where it has no list."""
    entries = child(begin, "ffData", "ddList")
    if entries is None:
        return ""
    told = whole_number(value(entries, "result") or value(entries, "default")) or 0
    names = [attribute(one, "val") for one in entries if local(one) == "listEntry"]
    return names[told] if told < len(names) else ""


def kinds_in(data: bytes) -> Iterator[str]:
    """Yield the kinds of the marks in a part, without taking it apart."""
    return (match[1].decode() for match in _MARK.finditer(data))


def kinds_of(element: Element) -> Iterator[str]:
    """Yield the kinds of the marks in an element."""
    return (attribute(mark, "fldCharType") for mark in _marks(element))


def without_end(kinds: Iterable[str]) -> frozenset[int]:
    """Return which of these marks, counted from 0, belong to fields that have no end.

    Such a field would hide all that comes behind it.
    """
    fields: list[list[int]] = []
    for number, kind in enumerate(kinds):
        if kind == "begin":
            fields.append([number])
        elif kind == "separate" and fields:
            fields[-1].append(number)
        elif kind == "end" and fields:
            fields.pop()
    return frozenset(number for one in fields for number in one)


def ignoring(elements: Iterable[Element], unwanted: Collection[int]) -> Iterator[Element]:
    """Yield `elements`, in which the marks of these numbers say nothing any more."""
    number = 0
    for element in elements:
        for mark in _marks(element) if unwanted else ():
            if number in unwanted:
                mark.attrib.clear()
            number += 1
        yield element


def _marks(element: Element) -> list[Element]:
    return [mark for mark in element.iter("{*}fldChar") if attribute(mark, "fldCharType")]
