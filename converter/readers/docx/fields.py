"""Complex fields: what they do, and whether their result has begun (ECMA-376 17.16)."""

import re
from dataclasses import dataclass, field

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?(?:"([^"]*)"|(\S+))(.*)', re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class _Field:
    """A field that is open.

    Attributes:
        instruction: piece by piece.
        link: where its result leads, or that of the fields around it; known when the result begins.
        has_result: whether that has begun.
    """

    instruction: list[str] = field(default_factory=list)
    link: str = ""
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

    def mark(self, kind: str) -> None:
        """Take a mark: `begin`, `separate` before the result, or `end`."""
        if kind == "begin":
            self._open.append(_Field(link=self.link))
            self._waiting += 1
        elif kind == "separate" and self._open and not self._open[-1].has_result:
            last = self._open[-1]
            last.has_result = True
            last.link = link_of("".join(last.instruction)) or last.link
            self._waiting -= 1
        elif kind == "end" and self._open:
            self._waiting -= not self._open.pop().has_result


def link_of(instruction: str) -> str:
    """Return the address that a field leads to; empty where it is no link, or one within the document."""
    match = _HYPERLINK.fullmatch(instruction)
    return (match[1] or match[2]) if match and "\\l" not in instruction[: match.start(3)] else ""
