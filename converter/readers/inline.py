"""Runs of text with marks → one clean line and the spans of its marks."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from converter.model.article import Mark, Span
from converter.text import clean_text, collapse

Kind = Literal["link", "strong", "emphasis", "code", "footnote", "language"]

_TAIL = 32
"""Characters that a later one may still combine with; the stream-safe format of UAX #15 allows 30."""

_LONGEST_WORD = 100
_WORD = re.compile(r"\S{1,100}")


class Run(Struct, frozen=True):
    """A stretch of text that is marked alike.

    Attributes:
        text: as it came; an empty one with a `footnote` mark is a reference, which covers the word before it.
        marks: pairs of kind and target (see `Mark`), outermost first.
    """

    text: str
    marks: tuple[tuple[Kind, str], ...] = ()


Content = str | Sequence[Run]
"""What a block says: plain text, or runs."""


class Line(Struct, frozen=True):
    """Content on one line: NFC, single spaces, none at its ends.

    Attributes:
        text: may be empty.
        marks: with offsets in `text`, in order of their starts.
        removed: how many characters of which category `clean_text` removed.
    """

    text: str
    marks: tuple[Mark, ...]
    removed: Counter[str]


def set_line(content: Content) -> Line:
    """Return `content` cleaned, joined and collapsed, in time linear in its length."""
    if isinstance(content, str):
        cleaned = clean_text(content)
        return Line(collapse(cleaned.text), (), Counter(dict(cleaned.removed)))
    setter = _Setter()
    for run in content:
        setter.add(run)
    return setter.finish()


class _Setter:
    def __init__(self) -> None:
        self._done: list[str] = []
        self._done_length = 0
        self._tail = ""
        self._removed: Counter[str] = Counter()
        # (kind, target) → where it began
        self._open: dict[tuple[Kind, str], int] = {}
        self._ranges: list[tuple[int, int, Kind, str]] = []

    def add(self, run: Run) -> None:
        here = self._done_length + len(self._tail)
        for mark in [mark for mark in self._open if mark not in run.marks]:
            self._ranges.append((self._open.pop(mark), here, *mark))
        for mark in run.marks:
            self._open.setdefault(mark, here)
        self._append(self._single_spaced(run.text))
        if not run.text:
            self._ranges.extend((here, here, *mark) for mark in run.marks if mark[0] == "footnote")
            self._open = {
                mark: start for mark, start in self._open.items() if start < here or mark[0] != "footnote"
            }

    def finish(self) -> Line:
        self.add(Run(" "))
        text = unicodedata.normalize("NFC", "".join((*self._done, self._tail))).rstrip(" ")
        marks = [
            Mark(span, kind, target)
            for start, end, kind, target in self._ranges
            if (span := _trimmed(text, start, end) if start < end else _word_before(text, start))
        ]
        marks.sort(key=lambda mark: (mark.span, mark.kind, mark.target))
        return Line(text, tuple(marks), self._removed)

    def _single_spaced(self, raw: str) -> str:
        cleaned = clean_text(raw)
        self._removed.update(dict(cleaned.removed))
        # Between two letters that are taken away again, so that the spaces at its ends stay.
        text = collapse(f"x{cleaned.text}x")[1:-1]
        return text.lstrip(" ") if not self._tail or self._tail.endswith(" ") else text

    def _append(self, text: str) -> None:
        # A letter and its accent may stand in different runs, and are one character all the same.
        joined = self._tail + text if text.isascii() else unicodedata.normalize("NFC", self._tail + text)
        self._done.append(joined[:-_TAIL])
        self._done_length += len(joined) - len(joined[-_TAIL:])
        self._tail = joined[-_TAIL:]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the range without spaces at its ends."""
    end = min(end, len(text))
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return Span(start, end) if start < end else None


def _word_before(text: str, offset: int) -> Span | None:
    """Return the word that a reference at `offset` follows; at the very beginning, the first word."""
    end = min(offset, len(text))
    while end and text[end - 1] == " ":
        end -= 1
    if end:
        return Span(max(text.rfind(" ", 0, end) + 1, end - _LONGEST_WORD), end)
    first = _WORD.match(text)
    return Span(0, first.end()) if first else None
