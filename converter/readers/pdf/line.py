"""A line: words on one baseline, kept in little room."""

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from converter.readers.pdf.characters import Look, Word

_TIGHT = 0.18
"""Ems before a comma or full stop that are white, not a space."""

_CLOSE = 0.35
"""Ems between ideographs and letters that are white, not a space."""

_IDEOGRAPH = re.compile(
    "[\u2e80-\u2fdf\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff]"
)
_NO_SPACE_BEFORE = ",.;:!?)]"


class Line(Struct):
    """Words on one baseline.

    Attributes:
        page: index of its page.
        left: of its first word, in points.
        right: of its last.
        baseline: where most of its letters stand.
        look: of most of its letters; bold, italic or of one width only where all are.
        text: its words with what parts them.
        first_width: of all that stands before its first space.
        broken: it ends with a hyphen at which PDFium takes it to end.
        edges: left and right of each word, where all look alike, are marked alike and a space parts them: a
            document has many words, and most lines need no more.
        mcid: of the marked content of those.
        parts: the words, where there is more to say of them.
    """

    page: int
    left: float
    right: float
    baseline: float
    look: Look
    text: str
    first_width: float
    broken: bool
    edges: "array[float] | None"
    mcid: int
    parts: list[Word]

    @property
    def size(self) -> float:
        """Of most of its letters."""
        return self.look.size

    @property
    def words(self) -> list[Word]:
        """Its words, from left to right, or as they are read where the script runs to the left."""
        if self.edges is None:
            return self.parts
        words = [
            Word(text, left, right, self.baseline, self.look, self.mcid)
            for text, left, right in zip(self.text.split(" "), self.edges[::2], self.edges[1::2], strict=True)
        ]
        words[-1].broken = self.broken
        return words

    @property
    def gaps(self) -> list[float]:
        """What parts its words, in points."""
        if self.edges is None:
            return [after.left - before.right for before, after in pairwise(self.parts)]
        return [left - right for left, right in zip(self.edges[2::2], self.edges[1::2], strict=False)]

    @property
    def mcids(self) -> Counter[int]:
        """How many of its words belong to which marked content."""
        if self.edges is not None:
            return Counter({self.mcid: len(self.edges) // 2})
        return Counter(word.mcid for word in self.parts)


def line_of(words: list[Word], page: int) -> Line:
    """Return the line that `words` make."""
    first = words[0]
    look, mcid = first.look, first.mcid
    plain = True
    for word in words[1:]:
        if word.look is not look or word.mcid != mcid or word.glued or word.link:
            plain = False
            break
    baseline = first.baseline
    if not plain:
        look, baseline = _main(words)
    text = text_of(words)
    plain = plain and not (first.link or first.refers) and text.count(" ") == len(words) - 1
    edges = array("f", [edge for word in words for edge in (word.left, word.right)]) if plain else None
    return Line(
        page,
        min([word.left for word in words]),
        max([word.right for word in words]),
        baseline,
        look,
        text,
        _first_width(words),
        words[-1].broken,
        edges,
        mcid,
        [] if plain else words,
    )


def _first_width(words: Sequence[Word]) -> float:
    width = words[0].right - words[0].left
    for word in words[1:]:
        if not word.glued:
            break
        width += word.right - word.left
    return width


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
    if text.isascii() and text[0] not in _NO_SPACE_BEFORE and word.text.isascii():
        return " "
    apart = (following.left - word.right) / max(word.look.size, 1)
    if text[0] in _NO_SPACE_BEFORE and -_TIGHT < apart < _TIGHT:
        return ""
    before, after = is_ideograph(word.text[-1]), is_ideograph(text[0])
    if not (before or after) or is_leftward(word.text):
        return " "
    return "" if apart < (1 if before and after else _CLOSE) else " "


def is_ideograph(letter: str) -> bool:
    """Say whether `letter` belongs to a script that puts no spaces between words."""
    return bool(_IDEOGRAPH.match(letter))


def is_leftward(text: str) -> bool:
    """Say whether `text` holds Hebrew, Arabic or another script that runs to the left."""
    return not text.isascii() and any("\u0590" <= letter <= "\u08ff" for letter in text)
