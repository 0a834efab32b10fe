"""Fields and their results (ECMA-376 part 1, 17.16): what they say is shown, how they find it is not."""

import re

from msgspec import Struct, field

_KIND = re.compile(r"\s*([A-Za-z]+)")
_COUNTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_REFERRING = frozenset({"NOTEREF", "FTNREF"})
_COUNT = re.compile(r"\s*(?:\w{0,2}\d{1,5}|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}|[A-Za-z])?\s*")


class Field(Struct):
    """A field that has begun.

    Attributes:
        code: what it is to find.
        has_result: whether its result has begun.
        result: the words of it, of a field that is a number.
        is_superior: whether some of them are raised.
    """

    code: str = ""
    has_result: bool = False
    result: list[str] = field(default_factory=list)
    is_superior: bool = False

    @property
    def kind(self) -> str:
        """The first word of the code, in capitals."""
        found = _KIND.match(self.code)
        return found[1].upper() if found else ""

    @property
    def is_number(self) -> bool:
        """Whether it stands for the number of a page or a note."""
        return self.kind in _COUNTED | _REFERRING

    @property
    def refers(self) -> bool:
        """Whether it stands for the number of a note."""
        return self.kind in _REFERRING

    @property
    def is_count(self) -> bool:
        """Whether its result is indeed the number of a page."""
        return _COUNT.fullmatch("".join(self.result)) is not None


class Fields:
    """The fields that are open at a place, the outermost first."""

    def __init__(self) -> None:
        """Begin outside of all fields."""
        self.open: list[Field] = []

    @property
    def in_code(self) -> bool:
        """Whether what stands here belongs to the code of a field."""
        return any(not one.has_result for one in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether what stands here belongs to a table of contents."""
        return any(one.kind == "TOC" for one in self.open)

    @property
    def number(self) -> Field | None:
        """The field of a number whose result this is; `None` where it is none."""
        return next((one for one in reversed(self.open) if one.has_result and one.is_number), None)

    def mark(self, kind: str) -> Field | None:
        """Take a `w:fldChar`: `begin`, `separate` or `end`; return the field that it ends."""
        if kind == "begin":
            self.open.append(Field())
        elif self.open and kind == "separate":
            self.open[-1].has_result = True
        elif self.open and kind == "end":
            return self.open.pop()
        return None
