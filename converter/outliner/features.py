"""What can be seen of a sentence: where it stands, and what it says; features that speak for a role.

The features of its words are the cue classes of the language file, each also when met twice and when met in
the opening of the article, and how much the words share with the title, the opening and the sentence before.
What they weigh was fitted (`role_model`); a feature without a weight counts for nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

from converter.outliner.reading import Reading

DANGLING = "dangling"
"""The cue class of openings that lean on the sentence before; elsewhere in a sentence they say nothing."""

OPENING = 3
"""So many sentences open an article."""
TWICE, EARLY = " twice", " early"
"""Behind the name of a cue class: that it was met more than once, and in the opening of the article."""

_YEAR = re.compile(r"(?<![\w.,-])(1[5-9]\d\d|20\d\d)(?![\w,]|\.\d)")
_FIGURE = re.compile(r"\d")
QUOTE = re.compile(r"[“”«»„\"「」『』]|''|``")
OPENS_QUOTE = tuple('“«„"「『`')


class Hit(NamedTuple):
    """A feature of a sentence, and what was seen of it."""

    feature: str
    seen: str = ""

    def __str__(self) -> str:
        """As a person reads it: `modality: may`."""
        return f"{self.feature}: {self.seen}" if self.seen else self.feature


class Sight(NamedTuple):
    """What was seen of a sentence.

    Attributes:
        place: where it stands.
        words: what it says; its neighbours see that too.
    """

    place: tuple[Hit, ...]
    words: tuple[Hit, ...]


class _Scale:
    """A figure in steps: each is a feature of its own."""

    def __init__(self, name: str, *bounds: int, unit: str = "") -> None:
        self._bounds = bounds
        steps = (*(f"{name} ≤ {bound}{unit}" for bound in bounds), f"{name} > {bounds[-1]}{unit}")
        self._steps = tuple(map(Hit, steps))

    def at(self, value: float) -> Hit:
        return self._steps[bisect_left(self._bounds, value)]


class _Share(_Scale):
    """A share in steps of so many per cent."""

    def __init__(self, name: str, *bounds: int) -> None:
        super().__init__(name, *bounds, unit=" %")

    def at(self, value: float) -> Hit:
        return super().at(100 * value)


_PLACE = _Scale("sentence", *range(1, 13))
_TENTH = _Scale("tenth", *range(1, 10))
_LEFT = _Scale("sentences to the end", *range(6))
_TOTAL = _Scale("sentences in all", 6, 10, 15, 20, 30, 45, 60)
_PARAGRAPH = _Scale("paragraph", *range(1, 9))
_CENTRE = _Share("common words", 5, 10, 15, 20, 30)
_NEW = _Share("new words", 10, 30, 50, 70, 90)
_LINK = _Share("shared with the sentence before", 0, 10, 20, 35)
_LENGTH = _Scale("length", 4, 8, 12, 18, 25, 32, 40, 55, unit=" words")
_TITLE = _Share("shared with the title", 0, 8, 15, 25, 35, 50)
_LEAD = _Share("shared with the opening", 0, 8, 15, 25, 35, 50)
_YEARS = _Scale("years before", 0, 1, 4, 15)


def sights(reading: Reading) -> list[Sight]:
    """Return what is seen of each sentence, each feature once, in a fixed order."""
    sets = [frozenset(found) for found in reading.terms]
    quotations = list(quoted(reading))
    years = list(map(_years, reading.texts))
    latest = max((year for found in years for year in found), default=0)
    places = zip(*_places(reading), strict=True)
    return [
        Sight(
            (*place, *_company(reading, sets, index)),
            tuple(_words(reading, sets, index, _dated(years[index], latest), quotation=quotations[index])),
        )
        for index, place in enumerate(places)
    ]


def _places(reading: Reading) -> Iterator[list[Hit]]:
    """Yield for each way to tell the place of a sentence the feature of each sentence."""
    total = len(reading.sentences)
    last = max(total - 1, 1)
    opens = [sentence.number == 1 for sentence in reading.sentences]
    yield [_PLACE.at(1 + index) for index in range(total)]
    yield [_TENTH.at(1 + int(9.99 * index / last)) for index in range(total)]
    yield [_LEFT.at(total - 1 - index) for index in range(total)]
    yield [_TOTAL.at(total)] * total
    yield [_PARAGRAPH.at(number) for number in accumulate(opens)]
    yield [Hit("opens its paragraph") if own else Hit("inside its paragraph") for own in opens]


def _company(reading: Reading, sets: Sequence[frozenset[str]], index: int) -> tuple[Hit, ...]:
    """Return how the words of a sentence stand to those of the article and of the sentence before."""
    own = sets[index]
    spread = [reading.spread[term] for term in own]
    number = max(len(own), 1)
    return (
        _CENTRE.at(sum(spread) / number / len(sets)),
        _NEW.at(spread.count(1) / number),
        _LINK.at(_shared(own, sets[index - 1]) if index else 0),
    )


def _words(
    reading: Reading, sets: Sequence[frozenset[str]], index: int, dated: Sequence[Hit], *, quotation: bool
) -> Iterator[Hit]:
    own, text = sets[index], reading.texts[index]
    yield _LENGTH.at(len(reading.words[index]))
    yield _TITLE.at(_shared(own, reading.title_terms))
    opening = sets[0] | sets[1] if index > 1 else sets[1 - index] if len(sets) > 1 else frozenset()
    yield _LEAD.at(_shared(own, opening))
    yield from dated
    if figure := _FIGURE.search(text):
        yield Hit("figure", figure[0])
    if quotation:
        yield Hit("quotation")
        if text.startswith(OPENS_QUOTE) or not QUOTE.search(text):
            yield Hit("quotation from its start")
    if reading.kinds[index] == "question":
        yield Hit("question")
    yield from _cues(reading, index)


def _dated(years: Sequence[int], latest: int) -> tuple[Hit, ...]:
    return (Hit("year", str(years[0])), _YEARS.at(latest - min(years))) if years else ()


def _cues(reading: Reading, index: int) -> Iterator[Hit]:
    seen: dict[str, list[str]] = {}
    for position, phrase, cue in reading.cues[index]:
        if cue != DANGLING or position == 0:
            seen.setdefault(cue, []).append(" ".join(phrase))
    for cue, phrases in seen.items():
        yield Hit(cue, phrases[0])
        if len(phrases) > 1:
            yield Hit(cue + TWICE, phrases[1])
        if index < OPENING:
            yield Hit(cue + EARLY, phrases[0])


def quoted(reading: Reading) -> Iterator[bool]:
    """Yield of each sentence whether words of a quotation stand in it, which may go on over sentences."""
    inside = False
    for sentence, text in zip(reading.sentences, reading.texts, strict=True):
        inside = inside and sentence.number != 1
        marks = len(QUOTE.findall(text))
        yield inside or marks > 0
        inside ^= bool(marks % 2)


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of terms that two sets have in common: 0 to 1."""
    if not one or not other:
        return 0
    return len(one & other) / sqrt(len(one) * len(other))
