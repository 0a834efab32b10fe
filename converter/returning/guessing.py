"""Which line an altered sentence was: by its bookmark, else by its words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from converter.returning.claimed import Claimed
from converter.returning.placing import Page, Stretch
from converter.verifier.proof.letters import plain, tokens

_MARKED, _UNMARKED = 0.3, 0.6
"""So alike a sentence must be to the line whose bookmark is around it, or to any line."""

_HELD = 0.6
"""So much of the words of a line must be in a sentence that it is said to have gone into."""

_MOST_WORDS = 400
"""Longer ones are compared by their beginnings."""


@dataclass(slots=True)
class Guess:
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
    missing = dict(lines)
    found: list[Guess] = []
    for stretch in stretches:
        mine = [_guess(page, one, missing) for one in page.sentences(stretch)]
        for guess in _joined(mine):
            found.append(guess)
            for index in (guess.line, *guess.swallowed):
                if index is not None:
                    missing.pop(index, None)
    return found


def _guess(page: Page, one: Stretch, missing: Mapping[int, Claimed]) -> Guess:
    said = _words(page.text(one))
    hands = page.paragraphs[one.paragraph].hands[one.start : one.end]
    marks = Counter(line for hand in hands for line in hand.lines)
    alike = {index: _likeness(said, _words(line.text)) for index, line in missing.items() if line.text}
    marked = [index for index in alike if missing[index].id in marks and alike[index] >= _MARKED]
    if marked:
        best = max(marked, key=lambda index: alike[index])
        swallowed = [index for index in marked if index != best and _held(said, _words(missing[index].text))]
        return Guess(one, best, tuple(swallowed))
    close = [index for index in alike if alike[index] >= _UNMARKED]
    return Guess(one, max(close, key=lambda index: alike[index]) if close else None)


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
