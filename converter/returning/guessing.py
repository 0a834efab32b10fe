"""Which line an altered sentence was: by its bookmark, else by its words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from converter.returning.claimed import Claimed
from converter.returning.placing import Page, Stretch
from converter.verifier.proof.letters import plain, tokens

_MARKED, _UNMARKED = 0.3, 0.6
"""So alike a sentence must be to the line whose bookmark is around it, or to any line."""

_HELD = 0.6
"""So much of the words of a line must be in a sentence that it is said to have gone into."""

_MANY, _TRIED = 100, 8
"""A word that more lines have tells nothing; so many lines are compared with a sentence."""

_MOST_WORDS = 400
"""Longer ones are compared by their beginnings."""


class Guess(Struct):
    """What a stretch may be.

    Attributes:
        stretch: one sentence, or several that were one.
        line: index of the line that it was; `None`: it is new.
        swallowed: indices of other lines that went into it.
    """

    stretch: Stretch
    line: int | None = None
    swallowed: tuple[int, ...] = ()


def guesses(page: Page, stretches: Sequence[Stretch], lines: Mapping[int, Claimed]) -> list[Guess]:
    """Return what `stretches` may be, of the `lines` that were not found, by index."""
    missing = _Missing(lines)
    mine = [[_marked(page, one, missing) for one in page.sentences(stretch)] for stretch in stretches]
    # a bookmark knows better than words do, so that all of them are asked first
    missing.found(index for guessed in mine for one in guessed for index in (one.line, *one.swallowed))
    lines_of_marks = {one.line for guessed in mine for one in guessed}
    found: list[Guess] = []
    for guessed in mine:
        told = [_alike(page, one, missing) for one in guessed]
        missing.found(one.line for one in told)
        joined = _joined(told)
        for one in joined:
            one.swallowed = tuple(index for index in one.swallowed if index not in lines_of_marks)
        found += joined
    return found


class _Missing:
    """Lines that were not found, by their bookmarks and by their words."""

    def __init__(self, lines: Mapping[int, Claimed]) -> None:
        self.words = {index: _words(line.text) for index, line in lines.items()}
        self._marked: dict[int, list[int]] = defaultdict(list)
        self._saying: dict[str, list[int]] = defaultdict(list)
        for index, line in lines.items():
            self._marked[line.id].append(index)
            for word in set(self.words[index]):
                self._saying[word].append(index)

    def found(self, indices: Iterable[int | None]) -> None:
        """Forget lines that were found."""
        for index in indices:
            if index is not None:
                self.words.pop(index, None)

    def marked(self, marks: Iterable[int]) -> list[int]:
        """Return the lines that have one of these bookmarks."""
        return [index for mark in marks for index in self._marked.get(mark, ()) if index in self.words]

    def like(self, said: Sequence[str]) -> list[int]:
        """Return the lines that share most words with `said`; those that many lines have tell nothing."""
        lists = [self._saying[word] for word in set(said) if word in self._saying]
        shared = Counter(index for one in lists if len(one) <= _MANY for index in one if index in self.words)
        return [index for index, _ in shared.most_common(_TRIED)]


def _marked(page: Page, one: Stretch, missing: _Missing) -> Guess:
    """Return which line a sentence was by the bookmarks around it; several may have become one."""
    said = _words(page.text(one))
    hands = page.paragraphs[one.paragraph].hands[one.start : one.end]
    near = {
        index: likeness
        for index in missing.marked(sorted({line for hand in hands for line in hand.lines}))
        if (likeness := _likeness(said, missing.words[index])) >= _MARKED
    }
    if not near:
        return Guess(one)
    best = max(near, key=lambda index: near[index])
    swallowed = tuple(index for index in near if index != best and _held(said, missing.words[index]))
    return Guess(one, best, swallowed)


def _alike(page: Page, guess: Guess, missing: _Missing) -> Guess:
    """Return which line a sentence was by its words, where no bookmark told."""
    if guess.line is not None:
        return guess
    said = _words(page.text(guess.stretch))
    alike = {index: _likeness(said, missing.words[index]) for index in missing.like(said)}
    close = [index for index in alike if alike[index] >= _UNMARKED]
    return Guess(guess.stretch, max(close, key=lambda index: alike[index]) if close else None)


def _joined(found: Sequence[Guess]) -> list[Guess]:
    """Join sentences that were one, and what was put between them."""
    joined: list[Guess] = []
    for guess in found:
        before = next((at for at, one in enumerate(joined) if one.line == guess.line is not None), None)
        if before is None:
            joined.append(guess)
            continue
        if any(one.line not in {None, guess.line} for one in joined[before:]):
            joined.append(Guess(guess.stretch))
            continue
        first = joined[before]
        swallowed = {index for one in (*joined[before:], guess) for index in one.swallowed}
        stretch = Stretch(first.stretch.paragraph, first.stretch.start, guess.stretch.end)
        joined[before:] = [Guess(stretch, guess.line, tuple(sorted(swallowed)))]
    return joined


def _words(text: str) -> list[str]:
    return [token.text.casefold() for token in tokens(plain(text))][:_MOST_WORDS]


def _likeness(first: Sequence[str], second: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _MARKED else 0.0


def _held(said: Sequence[str], words: Sequence[str]) -> bool:
    rest = Counter(words) - Counter(said)
    return rest.total() <= (1 - _HELD) * len(words)
