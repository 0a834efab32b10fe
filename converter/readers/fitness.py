"""How well a text reads in a language, whatever others there are: by this a guessed encoding is judged."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from converter.readers.evidence import FOREIGN_LETTERS, parts_of, small_words, words_of
from converter.readers.orthography import LETTERS
from converter.readers.sequences import SEQUENCES

_FIT, _FITTING_LETTERS, _FITTING_SEQUENCE = 12, 4, 2
"""What a small word, one with letters beyond ASCII, a sequence in it say for the language of an encoding."""


def fitness(text: str, tags: Iterable[str]) -> int:
    """Return how well `text` reads in that of the languages `tags` which fits it best; 0 says nothing."""
    words = Counter(words_of(text))
    return max(sum(_fit(word, tag) * times for word, times in words.items()) for tag in tags)


def _fit(word: str, tag: str) -> int:
    # nearly any byte is a letter in some encoding
    if len(word) == 1 and not word.isascii():
        return 0
    fit = _FIT if word in small_words().get(tag, ()) else 0
    if word.isascii() or tag not in LETTERS:
        return fit
    known = all(letter.isascii() or letter in LETTERS[tag] for letter in word)
    return fit + (
        _FITTING_LETTERS + _FITTING_SEQUENCE * _sequences_in(word, tag) if known else FOREIGN_LETTERS
    )


def _sequences_in(word: str, tag: str) -> int:
    known = _sequences().get(tag, frozenset())
    return sum(part in known for part in parts_of(word))


@cache
def _sequences() -> Mapping[str, frozenset[str]]:
    return {tag: frozenset(text.split()) for tag, text in SEQUENCES.items()}
