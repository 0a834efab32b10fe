"""Sentences of different articles that are alike.

They are so in all words, in all that say something, or but for a few that turn what is said, such as figures.
What may be alike is found by three words in a row that both have; only that is laid side by side. So the time
grows with the sentences, and not with their square.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from converter.digester.wording import Wording
from converter.model.article import Span

LEAST_WORDS = 5
"""Shorter sentences are alike by chance."""

_LEAST_CONTENT = 3
"""So many words that say something have to be the same."""

_ROW = 3
_LEAST_ROWS = 0.3
"""Such a share of the rows of words of the shorter sentence is in both, at least."""

_MOST_WORDS = 200
"""Longer sentences are compared as wholes."""


class Alike(Struct, frozen=True):
    """A sentence that is like another one.

    Attributes:
        wording: of the sentence.
        kind: `same` words, `similar` but for words that carry no meaning of their own, or `otherwise`: the
            same but for words that turn what is said.
        here: what is different in the sentence that it was compared with.
        there: what is different in this one.
    """

    wording: Wording
    kind: Literal["same", "similar", "otherwise"]
    here: tuple[Span, ...] = ()
    there: tuple[Span, ...] = ()


class Shelves:
    """All sentences of all articles, found by rows of their words."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        """Take the sentences; of those that an article repeats, the first counts."""
        self._wordings: list[Wording] = []
        self._rows: dict[tuple[str, ...], list[int]] = {}
        seen: set[tuple[int, tuple[str, ...]]] = set()
        for wording in wordings:
            key = (wording.article, wording.words)
            if len(wording.words) < LEAST_WORDS or key in seen:
                continue
            seen.add(key)
            for row in _rows(wording):
                self._rows.setdefault(row, []).append(len(self._wordings))
            self._wordings.append(wording)

    def alike(self, wording: Wording) -> Iterator[Alike]:
        """Yield the sentences of other articles that are like `wording`, article by article."""
        if len(wording.words) < LEAST_WORDS:
            return
        rows = _rows(wording)
        shared = Counter(index for row in rows for index in self._rows.get(row, ()))
        for index in sorted(shared):
            other = self._wordings[index]
            least = _LEAST_ROWS * min(len(rows), len(other.words) - _ROW + 1)
            if other.article == wording.article or shared[index] < least:
                continue
            if found := compare(wording, other):
                yield found


def compare(one: Wording, other: Wording) -> Alike | None:
    """Return how `other` is like `one`; `None` where it says something else."""
    if one.words == other.words:
        return Alike(other, "same")
    if max(len(one.words), len(other.words)) > _MOST_WORDS:
        return None
    here: list[int] = []
    there: list[int] = []
    same = 0
    for kind, i, j, k, m in SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes():
        if kind == "equal":
            same += sum(weight == "content" for weight in one.weights[i:j])
            continue
        here += range(i, j)
        there += range(k, m)
    weights = {one.weights[at] for at in here} | {other.weights[at] for at in there}
    if "content" in weights or same < _LEAST_CONTENT:
        return None
    if weights == {"light"}:
        return Alike(other, "similar")
    return Alike(other, "otherwise", _telling(one, here), _telling(other, there))


def _rows(wording: Wording) -> set[tuple[str, ...]]:
    masked = wording.masked
    return {masked[at : at + _ROW] for at in range(len(masked) - _ROW + 1)}


def _telling(wording: Wording, places: Sequence[int]) -> tuple[Span, ...]:
    return tuple(wording.places[at] for at in places if wording.weights[at] == "telling")
