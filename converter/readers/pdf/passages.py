"""Flows → passages: paragraphs, items of lists, headings and notes before they are told apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.readers.pdf.flows import Measure
from converter.readers.pdf.line import Line, is_leftward
from converter.readers.pdf.markers import Marker, read_marker

_APART = 1.2
"""Times the usual distance of lines at which a paragraph ends."""

_OTHER_SIZE = 0.04
_INDENT = 0.6
_DEEPEST_INDENT = 6
_SPACE = 0.25
_LEVEL = 0.15
_LARGE = 1.15
"""Times the text's size from which on lines close to each other are one heading."""

_RAISED = 0.85
_LEADER = re.compile(r"(?:\.\s?){4,}\s*(?:\d+|[ivxlc]+)$")
_LABEL = re.compile(r"\d{1,3}|[*†‡§¶]{1,3}")


class Passage(Struct):
    """Lines that belong together.

    Attributes:
        lines: at least one.
        marker: where it is an item of a list.
        indented: its first line stands further in than what surrounds it.
        full: its last line has no room for another word, so that it may go on elsewhere.
        opens: it is the first of its flow.
        closes: it is the last of its flow.
        code: its lines are those of a listing.
    """

    lines: list[Line]
    marker: Marker | None = None
    indented: bool = False
    full: bool = False
    opens: bool = False
    closes: bool = False
    code: bool = False

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def size(self) -> float:
        """Of its text."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(line.look.bold for line in self.lines)

    @property
    def text(self) -> str:
        """Return its lines with spaces between."""
        return " ".join(line.text for line in self.lines)


def has_leader(text: str) -> bool:
    """Say whether `text` ends in dots and a number, as an entry of a table of contents does."""
    return bool(_LEADER.search(text))


def note_label(line: Line) -> str:
    """Return the raised sign or number that a note begins with; empty when there is none."""
    if line.edges is not None:
        return ""
    first = line.words[0]
    raised = first.look.size < _RAISED * line.size and len(line.words) > 1
    return first.text if raised and _LABEL.fullmatch(first.text) else ""


def passages_of(flow: Sequence[Line], measure: Measure) -> list[Passage]:
    """Return the passages of a flow."""
    passages: list[Passage] = []
    width = max(line.right for line in flow) - min(line.left for line in flow)
    for run in _runs(flow):
        column = _Column(run, width, measure)
        for index, line in enumerate(run):
            before = run[index - 1] if index else None
            following = run[index + 1] if index + 1 < len(run) else None
            marker = read_marker(line.text)
            if before and passages and not column.breaks(passages[-1], before, line, following, marker):
                passages[-1].lines.append(line)
            else:
                passages.append(
                    Passage([line], marker, indented=line.left - column.left > _INDENT * line.size)
                )
            passages[-1].full = not column.has_room(line, 3 * line.size)
    passages[0].opens = passages[-1].closes = True
    return passages


def _runs(flow: Sequence[Line]) -> Iterator[list[Line]]:
    """Part a flow where the size of its text changes."""
    run = [flow[0]]
    for before, line in pairwise(flow):
        if abs(line.size - before.size) > _OTHER_SIZE * before.size:
            yield run
            run = []
        run.append(line)
    yield run


class _Column:
    """The margins of a run of lines, and when a line in it begins something new."""

    def __init__(self, run: Sequence[Line], width: float, measure: Measure) -> None:
        self._width = width
        self._large = run[0].size > _LARGE * measure.body
        self.left = min(line.left for line in run)
        self.right = max(line.right for line in run)
        self._leading = measure.leading(run[0].size)

    def has_room(self, line: Line, width: float) -> bool:
        """Say whether `width` more would have fitted behind `line`."""
        inset = max(line.left - self.left, 0)
        if is_leftward(line.text.rpartition(" ")[2]):
            return line.left - width > self.left
        margin = inset if inset < _DEEPEST_INDENT * line.size else 0
        return line.right + _SPACE * line.size + width < self.right - margin

    def breaks(
        self, passage: Passage, before: Line, line: Line, following: Line | None, marker: Marker | None
    ) -> bool:
        """Say whether `line`, below `before` of `passage`, begins something new."""
        step = before.baseline - line.baseline
        if step > _APART * self._leading or step < 0 or note_label(line) or has_leader(before.text):
            return True
        alike = before.look.bold == line.look.bold
        if self._large and alike and not marker:
            return False
        room = self._had_room(before, line)
        if room and not alike:
            return True
        if marker and (room or passage.marker or (marker.number is None and marker.length)):
            return True
        if self._centred(before, line) and not passage.marker:
            return room
        return self._breaks_by_margin(passage, before, line, following, room=room)

    @staticmethod
    def _breaks_by_margin(
        passage: Passage, before: Line, line: Line, following: Line | None, *, room: bool
    ) -> bool:
        inward = line.left - before.left
        indent = _INDENT * line.size
        if passage.marker and len(passage.lines) == 1 and inward > -indent:
            # The rest of an item hangs behind its marker.
            return room and inward < indent
        if inward > indent:
            hangs = following is not None and abs(following.left - line.left) < _LEVEL * line.size
            return room or not hangs
        return room or (inward < -indent and len(passage.lines) > 1)

    def _centred(self, before: Line, line: Line) -> bool:
        slack = 2 * _LEVEL * line.size
        middle = line.left + line.right
        level = (
            abs(before.left + before.right - middle) < slack
            and abs(self.left + self.right - middle) < 2 * slack
        )
        return level and abs(before.left - line.left) > _INDENT * line.size

    def _had_room(self, before: Line, line: Line) -> bool:
        """Say whether the first word of `line` would have fitted behind `before`."""
        width = line.first_width
        if self._centred(before, line):
            return before.right - before.left + _SPACE * line.size + width < self._width
        inset = line.left - self.left
        if 0 < inset < _DEEPEST_INDENT * line.size and before.left - self.left > _LEVEL * line.size:
            return before.right + _SPACE * line.size + width < self.right - inset
        if is_leftward(line.text.partition(" ")[0]):
            return before.left - _SPACE * line.size - width > self.left
        return before.right + _SPACE * line.size + width < self.right
