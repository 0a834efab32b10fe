"""Lines → running text: hyphens at line ends, spaces, marks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from converter.readers.inline import Kind, Run
from converter.readers.pdf.characters import Word
from converter.readers.pdf.line import Line, gap_between, is_ideograph
from converter.readers.pdf.notes import Labels

_HYPHENS = "-\u2010\u00ad"
_MARKS = frozenset("\u2010\u00ad")
_DASHES = "–—"
_SUSPENDED = frozenset(
    (
        "and",
        "or",
        "und",
        "oder",
        "sowie",
        "bzw",
        "bis",
        "et",
        "ou",
        "y",
        "o",
        "e",
        "en",
        "of",
        "og",
        "och",
        "eller",
    )
)
"""Words behind a hyphen that stands for the rest of a compound, as in "short- and long-term"."""

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?(?:[-\u2010][^\W\d_]+)*")
_RAISED = 0.85


class Hyphens:
    """Tells the hyphens at line ends that belong to words from those that only part them.

    The document itself knows best: how it writes the word elsewhere. Where lines end with a sign that stands
    nowhere else (U+00AD, U+2010), it was a program that put it there, and other hyphens are the author's.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        """Look at all words of a document."""
        self._words: Counter[str] = Counter()
        at_ends, inside = set[str](), set[str]()
        for line in lines:
            text = line.text
            self._words.update(found.casefold().replace("\u2010", "-") for found in _LETTERS.findall(text))
            at_ends.update({text[-1:]} & _MARKS)
            inside.update(_MARKS.intersection(text[:-1]))
        self._marked = at_ends - inside

    def join(self, before: str, after: str) -> tuple[str, str]:
        """Return what `before`, the last word of a line, becomes, and what parts it from the next word."""
        if len(before) > 1 and before[-1] in _HYPHENS and not before[-2].isspace():
            return self._at_hyphen(before, after)
        if before[-1:] in tuple(_DASHES) and len(before) > 1:
            return before, ""
        if is_ideograph(before[-1:]) and is_ideograph(after[:1]):
            return before, ""
        return before, " "

    def _at_hyphen(self, before: str, after: str) -> tuple[str, str]:
        stem = before[:-1]
        if before[-1] == "\u00ad" or self._only_parts(before, after):
            return stem, ""
        suspends = after.casefold() in _SUSPENDED and not self._is_word(before, after)
        return before, " " if suspends else ""

    def _only_parts(self, before: str, after: str) -> bool:
        """Say whether the hyphen only parts a word."""
        if not after[:1].isalpha() or not before[-2].isalpha():
            return False
        head, tail = self._halves(before, after)
        whole, parted = self._words[head + tail], self._words[f"{head}-{tail}"]
        if whole != parted:
            return whole > parted
        if before[-1] in self._marked:
            return True
        # What has another hyphen of its own is a compound.
        compound = self._marked or "-" in head or "-" in tail or tail in _SUSPENDED
        return after[0].islower() and not compound

    def _is_word(self, before: str, after: str) -> bool:
        return self._words["-".join(self._halves(before, after))] > 0

    @staticmethod
    def _halves(before: str, after: str) -> tuple[str, str]:
        first = _LETTERS.match(after)
        head = (_LETTERS.findall(before[:-1]) or [before[:-1]])[-1]
        return head.casefold(), (first[0] if first else after).casefold()


Marks = tuple[tuple[Kind, str], ...]


def runs_of(lines: Sequence[Line], hyphens: Hyphens, labels: Labels) -> list[Run]:
    """Return the text of lines that belong together, with links and references to notes."""
    pieces: list[Run] = []
    for line, following in pairwise([*lines, None]):
        assert line is not None  # noqa: S101 - only the last one is
        pieces += _runs(line, labels)
        if following is not None and not pieces[-1].text:
            pieces.append(Run(" "))
        elif following is not None:
            last = line.text.rpartition(" ")[2]
            kept, gap = hyphens.join(last, following.text.partition(" ")[0])
            if kept != last:
                pieces[-1] = Run(pieces[-1].text[:-1], pieces[-1].marks)
            linked = not line.edges and not following.edges and _same_link(line.words[-1], following.words[0])
            pieces.append(Run(gap, pieces[-1].marks if linked else ()))
    return list(_merged(pieces))


def _runs(line: Line, labels: Labels) -> list[Run]:
    """Return the text of a line."""
    if line.edges is not None:
        return [Run(line.text)]
    words = line.words
    pieces: list[Run] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        if before and not word.glued and (gap := gap_between(before, word)):
            pieces.append(Run(gap, _marks(word) if word.link == before.link else ()))
        label = _reference(word, line, labels) if index and labels else ""
        if label:
            if pieces and pieces[-1].text == " ":
                pieces.pop()
            pieces.append(Run("", (("footnote", label),)))
        else:
            pieces.append(Run(word.text, _marks(word)))
    return pieces


def _same_link(word: Word, following: Word) -> bool:
    return bool(word.link) and word.link == following.link


def _marks(word: Word) -> Marks:
    return (("link", word.link),) if word.link else ()


def _reference(word: Word, line: Line, labels: Labels) -> str:
    """Return the label of the note that a raised number or sign refers to."""
    return (
        labels.get((line.page, word.text), "") if word.refers or word.look.size < _RAISED * line.size else ""
    )


def _merged(pieces: Iterable[Run]) -> Iterator[Run]:
    """Put together runs that are marked alike."""
    text: list[str] = []
    marks: Marks = ()
    for piece in pieces:
        if text and (piece.marks != marks or not piece.text):
            yield Run("".join(text), marks)
            text = []
        if piece.text:
            text.append(piece.text)
            marks = piece.marks
        elif piece.marks:
            yield piece
    if text:
        yield Run("".join(text), marks)
