"""Words → lines, in the order of the content stream."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.readers.pdf.characters import Look, Word
from converter.readers.pdf.markers import MARKER

_SAME_LINE = 0.5
"""How far apart, in ems, baselines on one line may be; footnote marks stand higher than the line."""

_WIDE = 2.5
"""Ems between two stretches of a baseline that are drawn one after the other and still are one line."""

_BACK = 0.5
_TIGHT = 0.18
"""Ems before a comma or full stop that are white, not a space."""

_CLOSE = 0.35
"""Ems between ideographs and letters that are white, not a space."""

_IDEOGRAPH = re.compile(
    "[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff]"
)
_CAP = 1.8
_CAP_LETTERS = 2


@dataclass(slots=True)
class Line:
    """Words on one baseline.

    Attributes:
        words: from left to right, or as they are read where the script runs to the left.
        page: index of its page.
        left: of its first word, in points.
        right: of its last.
        baseline: where most of its letters stand.
        look: of most of its letters; bold, italic or of one width only where all are.
        text: its words with what parts them.
    """

    words: list[Word]
    page: int
    left: float
    right: float
    baseline: float
    look: Look
    text: str

    @property
    def size(self) -> float:
        """Of most of its letters."""
        return self.look.size


def line_of(words: list[Word], page: int) -> Line:
    """Return the line that `words` make."""
    look, baseline = words[0].look, words[0].baseline
    if not all([word.look is look for word in words]):  # noqa: C419 - called for every line
        look, baseline = _main(words)
    left = min([word.left for word in words])
    right = max([word.right for word in words])
    return Line(words, page, left, right, baseline, look, text_of(words))


def text_of(words: Sequence[Word]) -> str:
    """Return the words of a line with what parts them."""
    pieces = [words[0].text]
    for before, word in pairwise(words):
        if not word.glued:
            pieces.append(gap_between(before, word))
        pieces.append(word.text)
    return "".join(pieces)


def gap_between(word: Word, following: Word) -> str:
    """Return what parts two words of a line that are set apart; white is not always a space."""
    text = following.text
    if text.isascii() and text[0] not in ",.;:!?)]" and word.text.isascii():
        return " "
    apart = (following.left - word.right) / max(word.look.size, 1)
    if text[0] in ",.;:!?)]" and -_TIGHT < apart < _TIGHT:
        return ""
    before, after = is_ideograph(word.text[-1]), is_ideograph(text[0])
    if not (before or after) or is_leftward(word.text):
        return " "
    return "" if apart < (1 if before and after else _CLOSE) else " "


def is_ideograph(letter: str) -> bool:
    """Say whether `letter` belongs to a script that puts no spaces between words."""
    return bool(_IDEOGRAPH.match(letter))


def _main(words: Sequence[Word]) -> tuple[Look, float]:
    letters: Counter[tuple[float, float]] = Counter()
    for word in words:
        letters[word.look.size, word.baseline] += len(word.text)
    size, baseline = letters.most_common(1)[0][0]
    telling = [word for word in words if any(map(str.isalnum, word.text))] or words
    bold = all(word.look.bold for word in telling)
    italic = all(word.look.italic for word in telling)
    mono = all(word.look.mono for word in telling)
    return Look(size, bold, italic, mono), baseline


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


def is_leftward(text: str) -> bool:
    """Say whether `text` holds Hebrew, Arabic or another script that runs to the left."""
    return not text.isascii() and any("\u0590" <= letter <= "\u08ff" for letter in text)


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
    if _is_cap(line.words[-1]) and line.size >= _CAP * other.size:
        return False
    return level and -_BACK * size < apart < _WIDE * size and not line.words[-1].broken


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
            whole = replace(first, text=cap.words[0].text + first.text)
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
        len(cap.words) == 1
        and _is_cap(cap.words[0])
        and cap.size >= _CAP * line.size
        and cap.baseline < line.baseline < cap.baseline + cap.size
        and 0 <= line.left - cap.right < line.size
    )
