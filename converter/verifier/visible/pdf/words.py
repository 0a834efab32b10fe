"""Glyphs → words: what stands together on a line, whatever the order in which it is drawn."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.verifier.visible.pdf.glyphs import HYPHEN, Glyph
from converter.verifier.visible.pdf.saying import agree, shares_glyphs
from converter.verifier.visible.pdf.sources import Saying, Source
from converter.verifier.visible.texts import SUPERIOR

WIDE, NARROW = 0.11, 0.03
"""Gaps, in parts of the size, that a reader takes for a space; the second where a space is drawn."""
_WIDE_INSIDE = 0.22
"""The same between letters that are drawn together, where kerning may be large."""
_WIDE_BETWEEN_IDEOGRAPHS = 0.6
_JUMP = 0.5
_FEWEST = 3


class Word(Struct, eq=False):
    """A word or part of one, in points from the page's lower left corner.

    Attributes:
        text: as read.
        left: of its box.
        right: of its box.
        baseline: on which it stands.
        size: of its type.
        order: in which it is drawn.
        source: the object that draws it, or the first of them.
        seen: whether a reader sees it.
        spaced: whether a space is drawn before it.
        typed: whether marks say its text: it has the order of reading, however it is drawn.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    order: int
    source: Source
    seen: bool
    spaced: bool = False
    typed: bool = False

    @property
    def leftwards(self) -> bool:
        """Whether it runs from right to left."""
        return runs_leftwards(self.text)

    @property
    def is_mark(self) -> bool:
        """Whether all of it stands above or below letters."""
        text = self.text
        return not text.isascii() and all(unicodedata.category(sign)[0] == "M" for sign in text)


_LEFTWARDS = frozenset(("R", "AL"))
_FIRST_LEFTWARDS, _FIRST_WIDE = "\u0590", "\u1100"
"""No character before these runs from right to left, or is wide."""


def runs_leftwards(text: str) -> bool:
    """Say whether any of the characters runs from right to left."""
    return max(text) >= _FIRST_LEFTWARDS and any(
        unicodedata.bidirectional(sign) in _LEFTWARDS for sign in text
    )


class Words(Struct):
    """The words of a page.

    Attributes:
        words: in the order in which they are drawn.
        lies: what marks say, and what the glyphs say, where they do not agree.
    """

    words: list[Word]
    lies: list[tuple[str, str]]


def read_words(glyphs: Iterable[Glyph], sources: Iterable[Source]) -> Words:
    """Return the words of a page; dots that lead to a number are none.

    Args:
        glyphs: of the page.
        sources: what draws them; what PDFium gives no glyph of draws spaces.
    """
    drawn: dict[Source, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        drawn[glyph.source].append(glyph)
    reader = _Reader(drawn)
    for source in sources:
        reader.add(source, drawn.get(source, []))
    return Words(list(_with_marks(reader.words)), reader.lies)


def _with_marks(words: Iterable[Word]) -> Iterator[Word]:
    """Put what stands above or below letters behind the letters that were drawn before it."""
    last: Word | None = None
    for word in words:
        if last and word.is_mark and word.seen == last.seen and _stands_at(word, last):
            last.text += word.text
        else:
            yield word
            last = word


def _stands_at(mark: Word, word: Word) -> bool:
    near = abs(mark.baseline - word.baseline) < word.size
    return near and word.left - word.size / 2 < mark.left and mark.right < word.right + word.size / 2


class _Reader:
    def __init__(self, drawn: dict[Source, list[Glyph]]) -> None:
        self.words: list[Word] = []
        self.lies: list[tuple[str, str]] = []
        self._drawn = drawn
        self._spaced = False

    def add(self, source: Source, glyphs: list[Glyph]) -> None:
        """Add the words of one object, or of all that say something together."""
        sequence = source.sequence
        if not glyphs:
            self._spaced = True
        elif source.turned:
            self._whole("".join(glyph.text for glyph in glyphs), glyphs)
        elif sequence is None:
            if not (source.artifact and all(glyph.text in ". " for glyph in glyphs)):
                self._split(glyphs)
        elif source is next(each for each in sequence.sources if each in self._drawn):
            self._say(sequence)

    def _say(self, sequence: Saying) -> None:
        """Add what is said together: as one word where marks and glyphs agree, and none or all is seen."""
        together = [glyph for each in sequence.sources for glyph in self._drawn.get(each, ())]
        said = "".join(glyph.text for glyph in together)
        if not agree(sequence.actual, said):
            self.lies.append((sequence.actual, said.replace(HYPHEN, "-")))
        elif _is_one_word(sequence.actual, together):
            raised = sequence.actual.translate(SUPERIOR) == said
            self._whole(said if raised else sequence.actual, together, typed=True)
            return
        for each in sequence.sources:
            self._split(self._drawn.get(each, []))

    def _whole(self, text: str, glyphs: Sequence[Glyph], *, typed: bool = False) -> None:
        """Add one word for all glyphs."""
        left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
        seen, first, source = any(glyph.seen for glyph in glyphs), glyphs[0], glyphs[0].source
        spaced, self._spaced = self._spaced or text[:1].isspace(), text[-1:].isspace()
        self.words.append(
            Word(text, left, right, first.baseline, first.size, source.order, source, seen, spaced, typed)
        )

    def _split(self, glyphs: list[Glyph]) -> None:
        """Add the words of one object."""
        if runs_leftwards("".join(glyph.text for glyph in glyphs)):
            glyphs = _leftwards(glyphs)
            self._gather(glyphs, [one.left - other.right for one, other in pairwise(glyphs)])
        else:
            if not any(glyph.text.isalnum() for glyph in glyphs):
                glyphs = sorted(glyphs, key=lambda glyph: glyph.left)
            self._gather(glyphs, [other.left - one.right for one, other in pairwise(glyphs)])

    def _gather(self, glyphs: Sequence[Glyph], gaps: Sequence[float]) -> None:
        tracking = min(gaps) if len(gaps) >= _FEWEST and min(gaps) > 0 else 0.0
        word: Word | None = None
        for index, glyph in enumerate(glyphs):
            gap = gaps[index - 1] - tracking if index else 0.0
            if glyph.text.isspace():
                self._spaced, word = True, None
                continue
            wide = _WIDE_BETWEEN_IDEOGRAPHS if _is_ideograph(glyph.text) else _WIDE_INSIDE
            if word and (gap > wide * glyph.size or gap < -_JUMP * glyph.size or word.seen != glyph.seen):
                word = None
            if word is None:
                word = Word(
                    glyph.text,
                    glyph.left,
                    glyph.right,
                    glyph.baseline,
                    glyph.size,
                    glyph.source.order,
                    glyph.source,
                    glyph.seen,
                    self._spaced,
                )
                self._spaced = False
                self.words.append(word)
            else:
                word.text += glyph.text
                word.left, word.right = min(word.left, glyph.left), max(word.right, glyph.right)


def _is_ideograph(text: str) -> bool:
    return text >= _FIRST_WIDE and unicodedata.east_asian_width(text[0]) == "W"


def _is_one_word(text: str, glyphs: Sequence[Glyph]) -> bool:
    baselines = [glyph.baseline for glyph in glyphs]
    on_one_line = max(baselines) - min(baselines) < glyphs[0].size
    # Where letters are drawn over one another, which of them is seen cannot be told.
    alike = len({glyph.seen for glyph in glyphs}) == 1 or shares_glyphs(text)
    return on_one_line and len(text.split()) == 1 and alike


def _leftwards(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return glyphs from right to left, but numbers as they run."""
    placed = sorted(glyphs, key=lambda glyph: -glyph.right)
    found: list[Glyph] = []
    digits: list[Glyph] = []
    for glyph in placed:
        if glyph.text.isdigit():
            digits.insert(0, glyph)
            continue
        found += [*digits, glyph]
        digits = []
    return found + digits
