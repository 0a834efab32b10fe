"""Words → lines, in the order of the content stream."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from converter.readers.pdf.characters import Word
from converter.readers.pdf.line import Line, is_leftward, line_of
from converter.readers.pdf.markers import MARKER

_SAME_LINE = 0.5
"""How far apart, in ems, baselines on one line may be; footnote marks stand higher than the line."""

_WIDE = 2.5
"""Ems between two stretches of a baseline that are drawn one after the other and still are one line."""

_BACK = 0.5
_CAP = 1.8
_CAP_LETTERS = 2


def read_lines(words: Iterable[Word], page: int) -> list[Line]:
    """Return the lines of a page whose text runs in one direction."""
    drawn = [line_of(group, page) for group in _groups(words)]
    return _with_drop_caps(_with_markers(_joined(drawn)))


def _groups(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Part the words where the stream goes to another line, or back."""
    group: list[Word] = []
    for word in words:
        if group and not _goes_on(group[-1], word):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _goes_on(before: Word, word: Word) -> bool:
    if before.broken or (_is_cap(before) and before.look.size >= _CAP * word.look.size):
        return False
    if word.glued or (word.baseline == before.baseline and word.left > before.right):
        return True
    size = max(before.look.size, word.look.size)
    if abs(word.baseline - before.baseline) > _SAME_LINE * size:
        return False
    # Scripts that run to the left come in the order in which they are read.
    return word.left > before.right - _BACK * size or is_leftward(word.text) or is_leftward(before.text)


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Put together what stands on one baseline, is drawn one after the other and not far apart."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _beside(before, line):
            joined[-1] = line_of([*before.words, *line.words], line.page)
        elif before and _beside(line, before):
            joined[-1] = line_of([*line.words, *before.words], line.page)
        else:
            joined.append(line)
    return joined


def _beside(line: Line, other: Line) -> bool:
    size = max(line.size, other.size)
    apart = other.left - line.right
    level = abs(line.baseline - other.baseline) < _SAME_LINE * size
    if len(line.text) <= _CAP_LETTERS and line.text.isalpha() and line.size >= _CAP * other.size:
        return False
    return level and -_BACK * size < apart < _WIDE * size and not line.broken


def _with_markers(lines: list[Line]) -> list[Line]:
    """Put markers of lists, which some programs draw after all text, before the lines they stand beside."""
    lonely = [line for line in lines if MARKER.fullmatch(line.text)]
    if not lonely:
        return lines
    by_baseline: dict[int, list[Line]] = {}
    for line in lines:
        by_baseline.setdefault(round(line.baseline), []).append(line)
    taken: dict[int, Line] = {}
    for marker in lonely:
        near = [
            line
            for height in (-1, 0, 1)
            for line in by_baseline.get(round(marker.baseline) + height, ())
            if line is not marker and 0 <= line.left - marker.right < 2 * _WIDE * marker.size
        ]
        if near:
            taken[id(min(near, key=lambda line: line.left))] = marker
    gone = set(map(id, taken.values()))
    return [
        line_of([*taken[id(line)].words, *line.words], line.page) if id(line) in taken else line
        for line in lines
        if id(line) not in gone
    ]


def _with_drop_caps(lines: list[Line]) -> list[Line]:
    """Put a large first letter before the rest of its word; the lines beside it begin where it does."""
    kept: list[Line] = []
    cap: Line | None = None
    for line in lines:
        before = kept[-1] if kept else None
        if before and _is_cap_of(before, line):
            cap, first = before, line.words[0]
            whole = replace(first, text=cap.text + first.text)
            kept[-1] = line_of([whole, *line.words[1:]], line.page)
            kept[-1].left = cap.left
            continue
        if cap and _is_beside(cap, line):
            line.left = cap.left
        else:
            cap = None
        kept.append(line)
    return kept


def _is_beside(cap: Line, line: Line) -> bool:
    beside = cap.right <= line.left < cap.right + line.size
    return beside and abs(line.baseline - cap.baseline - cap.size / 2) < cap.size / 2 + line.size / 2


def _is_cap(word: Word) -> bool:
    return len(word.text) <= _CAP_LETTERS and word.text.isalpha()


def _is_cap_of(cap: Line, line: Line) -> bool:
    return (
        len(cap.text) <= _CAP_LETTERS
        and cap.text.isalpha()
        and cap.size >= _CAP * line.size
        and cap.baseline < line.baseline < cap.baseline + cap.size
        and 0 <= line.left - cap.right < line.size
    )
