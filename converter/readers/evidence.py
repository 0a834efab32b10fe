"""How well the words of a text speak for each of the languages that share its script.

Small words speak for a language the more the fewer languages have them; so do its letters, while a foreign
letter speaks against it. Sequences of letters are looked for in the first words only: they decide about short
texts, and a long one has small words enough.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

from msgspec import Struct

from converter.readers.languages import function_words
from converter.readers.orthography import LETTERS, SCRIPTS
from converter.readers.sequences import SEQUENCES
from converter.readers.small_words import WORDS

SHARED = frozenset({"Latin", "Cyrillic", "Arabic", "Devanagari"})
"""Scripts that several languages in the tables share."""

_MOST_WORDS = 1_000
"""How many words are looked at: enough to be sure, few enough to cost a millisecond."""

_MOST_FOR_SEQUENCES = 50
"""How many words are looked at letter by letter."""

_SMALL_WORD, _SEQUENCE, _OWN_LETTERS = 24, 8, 12
"""What a small word, a sequence, a letter say for a language that alone has them; others share it."""

FOREIGN_LETTERS = -12
"""What a word says against a language that lacks one of its letters."""

_RARER = -12
"""Against a language that there is no file for: fewer texts are in it, so more must speak for it."""

_HAN_TO_KANA = 20
"""Japanese has at least one kana to so many Han characters; a Chinese text may quote a few."""

_LETTERS_IN_IDEOGRAPH = 3
"""A word of Chinese or Japanese has fewer characters than one of letters."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963"
# \w counts fractions and Roman numerals (½, Ⅳ) among the letters
_LETTER = f"[^\\W\\d_²³¹¼-¾\\u2070-\\u209c\\u2150-\\u218b\\u2460-\\u249b{_MARKS}]"
_WORD = re.compile(f"{_LETTER}(?:{_LETTER}|[{_MARKS}])*(?:['’](?={_LETTER}))?")
_VOWEL_SIGNS = re.compile("[\u064b-\u065f\u0670]")
_SPAN = re.compile("(.)(?:-(.))?", re.DOTALL)
_KNOWN_LETTERS, _KNOWN_WORDS = 10_000, 5_000
_IDEOGRAPHIC = ("zh", "ja")
_LONGEST, _SHORTEST = (
    size(len(each) for text in SEQUENCES.values() for each in text.split()) for size in (max, min)
)

_Owners = Mapping[str, Sequence[str]]
"""Feature → the languages that have it, which share its vote."""


class Scores(NamedTuple):
    """What the words say.

    Attributes:
        ranking: score and tag of each language of the script, the best first.
        small: how many of the words are small words of the best.
    """

    ranking: Sequence[tuple[int, str]]
    small: int


class _Table(Struct, frozen=True):
    """What is known of the languages of a script: who has which feature.

    Attributes:
        tags: of all languages of the script.
        small: of small words.
        sequences: of sequences of letters.
        letters: of letters beyond ASCII.
        lettered: languages whose letters are known.
        head_start: the score of each without any word.
    """

    tags: Sequence[str]
    small: _Owners
    sequences: _Owners
    letters: _Owners
    lettered: frozenset[str]
    head_start: Mapping[str, int]


def words_of(text: str) -> list[str]:
    """Return the first words of `text` in lower case; a word before an apostrophe keeps it, as in `l'`."""
    # all at a stroke: a line end keeps one word from the next
    found = "\n".join([word[0] for word in islice(_WORD.finditer(text), _MOST_WORDS)])
    return normalize("NFC", found).lower().replace("’", "'").splitlines()


def script_of(words: Iterable[str]) -> str:
    """Return the script that most of `words` are in; empty for none. Kana makes Japanese of Han."""
    counts = dict.fromkeys(SCRIPTS, 0)
    for letter, times in Counter("".join(words)).items():
        if name := _script_of_letter(letter):
            counts[name] += times
    if counts["ja"] * _HAN_TO_KANA > counts["zh"]:
        counts["ja"] += counts.pop("zh")
    weighed = {
        name: count * (_LETTERS_IN_IDEOGRAPH if name in _IDEOGRAPHIC else 1) for name, count in counts.items()
    }
    best = max(weighed, key=lambda name: weighed[name])
    return best if weighed[best] else ""


@lru_cache(_KNOWN_LETTERS)
def _script_of_letter(letter: str) -> str:
    """Return the script of a letter; empty for what is in none."""
    spans = _spans().items()
    return next((name for name, own in spans if any(first <= letter <= last for first, last in own)), "")


@cache
def _spans() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the first and the last letter of each span of each of `SCRIPTS`."""
    return {
        name: [(first, last or first) for first, last in _SPAN.findall(letters)]
        for name, letters in SCRIPTS.items()
    }


def scores(words: Sequence[str], script: str, *, with_sequences: bool = True) -> Scores:
    """Return how well `words` speak for each language that is written in `script`, one of `SHARED`."""
    table = _table(script)
    totals, small = dict(table.head_start), dict.fromkeys(table.tags, 0)
    if script == "Arabic":
        words = [_VOWEL_SIGNS.sub("", word) for word in words]
    for word, times in Counter(words).items():
        for tag, vote in _votes(table.small.get(word) or table.small.get(word.rstrip("'"), ()), _SMALL_WORD):
            totals[tag] += vote * times
            small[tag] += times
        if not word.isascii():
            _add_letters(totals, word, times, table)
    if with_sequences:
        for word in words[:_MOST_FOR_SEQUENCES]:
            for tag, vote in _sequence_votes(script, word):
                totals[tag] += vote
    ranking = sorted(((total, tag) for tag, total in totals.items()), key=lambda each: (-each[0], each[1]))
    return Scores(ranking, small[ranking[0][1]])


def known_tags(script: str) -> Sequence[str]:
    """Return the languages that are known to be written in `script`."""
    return _table(script).tags if script in SHARED else [script]


def all_tags() -> frozenset[str]:
    """Return all languages that can be told."""
    return frozenset(tag for script in SCRIPTS for tag in known_tags(script))


def _add_letters(totals: dict[str, int], word: str, times: int, table: _Table) -> None:
    owners = [table.letters.get(letter, ()) for letter in set(word) if not letter.isascii()]
    common = set.intersection(*map(set, owners))
    for tag in table.lettered - common:
        totals[tag] += FOREIGN_LETTERS * times
    for tags in owners:
        for tag, vote in _votes(tags, _OWN_LETTERS):
            if tag in common:
                totals[tag] += vote * times


@lru_cache(_KNOWN_WORDS)
def _sequence_votes(script: str, word: str) -> tuple[tuple[str, int], ...]:
    """Return what the sequences of letters in a word say for the languages of a script."""
    sequences = _table(script).sequences
    votes: Counter[str] = Counter()
    for sequence in parts_of(word):
        # most sequences tell nothing
        if tags := sequences.get(sequence):
            for tag, vote in _votes(tags, _SEQUENCE):
                votes[tag] += vote
    return tuple(votes.items())


def parts_of(word: str) -> Iterator[str]:
    """Yield all sequences of letters in `word` that are as long as those in the tables."""
    framed = f"_{word.rstrip(chr(39))}_"
    for start in range(len(framed)):
        for end in range(start + _SHORTEST, min(start + _LONGEST, len(framed)) + 1):
            yield framed[start:end]


@cache
def small_words() -> Mapping[str, frozenset[str]]:
    """Return the small words of each language: those of its file, and those that only telling it needs."""
    words = {tag: frozenset(text.split()) for tag, text in WORDS.items()}
    for tag, own in function_words():
        words[tag] = words.get(tag, frozenset()) | own
    return words


@cache
def _table(script: str) -> _Table:
    frequent = {tag for tag, _ in function_words()}
    small = {tag: words for tag, words in small_words().items() if script_of(words) == script}
    letters = {tag: LETTERS[tag] for tag in small if tag in LETTERS}
    sequences = {tag: SEQUENCES[tag].split() for tag in small if tag in SEQUENCES}
    return _Table(
        sorted(small),
        _owners(small),
        _owners(sequences),
        _owners(letters),
        frozenset(letters),
        {tag: 0 if tag in frequent else _RARER for tag in small},
    )


def _owners(features: Mapping[str, Iterable[str]]) -> _Owners:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for tag in sorted(features):
        for feature in set(features[tag]):
            owners[feature].append(tag)
    return owners


def _votes(tags: Sequence[str], weight: int) -> Iterator[tuple[str, int]]:
    """Yield what a feature says for each language that has it: `weight`, shared by all of them."""
    for tag in tags:
        yield tag, weight // len(tags)
