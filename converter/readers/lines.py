"""Lines of a text, cleaned, each with its number in the original."""

import re
from array import array
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, overload

from converter.text import clean_text

_OTHER_ENDS = "[\v\f\x85\u2028\u2029]"
_HAS_OTHER = re.compile(_OTHER_ENDS)
_ANY_END = re.compile(f"(?P<counted>\r\n|[\r\n])|{_OTHER_ENDS}")
_CLEAN_END = re.compile("\n")


class Line(NamedTuple):
    """A line: `number` counts from 1 as an editor does, `text` has no line end."""

    number: int
    text: str


class LineTable(Sequence[Line]):
    """Lines of one text, cut out of it when they are asked for; kept apart they take four times its room.

    Attributes:
        text: all of it, whichever of its lines are meant.
        numbers: of all its lines.
    """

    __slots__ = ("_ends", "_places", "numbers", "text")

    def __init__(
        self, text: str, ends: Sequence[int], numbers: Sequence[int], places: Sequence[int] | None = None
    ) -> None:
        """Begin.

        Args:
            text: all of it.
            ends: of its lines, as offsets.
            numbers: of its lines.
            places: indices of the lines that are meant; by default all.
        """
        self.text = text
        self._ends = ends
        self.numbers = numbers
        self._places = range(len(ends)) if places is None else places

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> "LineTable": ...

    def __getitem__(self, index: int | slice) -> "Line | LineTable":
        """Return one line, or some of them, which share their text with all others."""
        if isinstance(index, slice):
            return LineTable(self.text, self._ends, self.numbers, self._places[index])
        return next(self._cut([self._places[index]]))

    def __iter__(self) -> Iterator[Line]:
        """Return the lines in order."""
        return self._cut(self._places)

    def without(self, dropped: Collection[int]) -> "LineTable":
        """Return the other lines than those with the indices `dropped`."""
        if not dropped:
            return self
        kept = array("L", (place for index, place in enumerate(self._places) if index not in dropped))
        return LineTable(self.text, self._ends, self.numbers, kept)

    def _cut(self, places: Sequence[int]) -> Iterator[Line]:
        text, ends, numbers = self.text, self._ends, self.numbers
        for place in places:
            begin = ends[place - 1] + 1 if place else 0
            yield Line(numbers[place], text[begin : ends[place]])


class Lines(NamedTuple):
    """All lines of a text, and how many characters of which category cleaning removed from it."""

    lines: LineTable
    removed: dict[str, int]


def clean_lines(raw: str) -> Lines:
    """Return the lines of `raw`, cleaned, with their numbers in it.

    Cleaning also ends lines at form feeds and the like, at which no editor counts a new one.
    """
    cleaned = clean_text(raw)
    ends = array("L", (match.start() for match in _CLEAN_END.finditer(cleaned.text)))
    ends.append(len(cleaned.text))
    numbers = _numbers(raw) if _HAS_OTHER.search(raw) else range(1, len(ends) + 1)
    return Lines(LineTable(cleaned.text, ends, numbers), dict(cleaned.removed))


def _numbers(raw: str) -> Sequence[int]:
    """Return the number of the line of `raw` that each line of the cleaned text stands in."""
    numbers = array("L", [1])
    for match in _ANY_END.finditer(raw):
        numbers.append(numbers[-1] + (match.lastgroup is not None))
    return numbers
