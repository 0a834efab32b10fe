"""Words: what cues are found by, what sentences have in common, and how long they are.

A word is a run of letters and digits; scripts that write no spaces (Chinese, Japanese, Thai, …) give one word
for each character. Apostrophes and hyphens part words, so that `l'impact` holds `impact`, and `won't` is
found as the phrase `won` `t`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from converter.scripts import may_be_unspaced

# Thai, Lao, Burmese, Khmer, kana, Han
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_MARKS = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0dff]"
_ANY_WORD = rf"[{_UNSPACED}]|[^\W_{_UNSPACED}](?:[^\W_{_UNSPACED}]|{_MARKS})*"
_SPACED_WORD = re.compile(rf"[^\W_](?:[^\W_]|{_MARKS})*")

TERM_LETTERS = 6
"""Content words are compared by so many letters: a stemmer for all languages, if a blunt one."""

PARTICLE_LETTERS = 2

STEM_LETTERS = 3
"""So many letters stand at least before the ending that a cue names."""

KNOWN_WORDS = 50_000
"""Of so many words is remembered what may begin with them: more than an article has."""


def words(text: str) -> list[str]:
    """Return the words of `text`, case folded, in order."""
    folded = text.casefold()
    return re.findall(_ANY_WORD, folded) if may_be_unspaced(folded) else _SPACED_WORD.findall(folded)


def count(text: str) -> int:
    """Return how many words a person would count; two characters of an unspaced script count as one."""
    spaced, unspaced = re.subn(f"[{_UNSPACED}]", " ", text) if may_be_unspaced(text) else (text, 0)
    return len(spaced.split()) + (unspaced + 1) // 2


def terms(sentence_words: Sequence[str], function_words: frozenset[str]) -> list[str]:
    """Return the words that carry content, cut to `TERM_LETTERS`, in order; all of them where none does."""
    content = [word for word in sentence_words if word not in function_words and not _is_particle(word)]
    return [word[:TERM_LETTERS] for word in content or sentence_words]


def _is_particle(word: str) -> bool:
    """Say whether `word` is a letter or two, such as what an apostrophe leaves of `won't`."""
    return len(word) <= PARTICLE_LETTERS and word.isascii() and word.isalpha()


class Phrases:
    """Words and phrases, each with what it stands for; finds them in a sentence in one pass.

    `-ed` stands for every word that ends so, `warn-` for every word that begins so;
    an ending tells only of words that nothing else is said of.
    """

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        """Take meaning → phrases, as in `Language.cues`."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._endings: dict[str, list[str]] = {}
        self._beginnings: dict[str, list[str]] = {}
        for meaning, phrases in meanings.items():
            for phrase in phrases:
                self._add(phrase, meaning)
        # No further letters of a word have to be looked at, which may be a line of base64.
        self._longest = max(map(len, (*self._beginnings, *self._endings)), default=0)
        self._known = lru_cache(KNOWN_WORDS)(self._entries)
        for found in self._by_first.values():
            found.sort(key=lambda entry: (-len(entry[0]), entry[1], entry[0]))

    def _add(self, phrase: str, meaning: str) -> None:
        parts = tuple(words(phrase))
        if len(parts) == 1 and phrase.startswith("-"):
            self._endings.setdefault(parts[0], []).append(meaning)
        elif len(parts) == 1 and phrase.endswith("-"):
            self._beginnings.setdefault(parts[0], []).append(meaning)
        elif parts:
            self._by_first.setdefault(parts[0], []).append((parts, meaning))

    def find(self, sentence_words: list[str]) -> list[tuple[int, tuple[str, ...], str]]:
        """Return position, phrase and meaning of every find, by position, then longest first."""
        return [
            (position, phrase, meaning)
            for position, entries in enumerate(map(self._known, sentence_words))
            # most words begin nothing
            if entries
            for phrase, meaning in entries
            if len(phrase) == 1 or tuple(sentence_words[position : position + len(phrase)]) == phrase
        ]

    def _entries(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Return what may begin with `word`; a meaning that it has by itself counts once."""
        entries = self._by_first.get(word, [])
        own = {meaning for phrase, meaning in entries if len(phrase) == 1}
        inflected: set[str] = set()
        for letters in range(1, min(len(word), self._longest) + 1):
            inflected.update(self._beginnings.get(word[:letters], ()))
        if not own and not inflected:
            for letters in range(1, min(len(word) - STEM_LETTERS, self._longest) + 1):
                inflected.update(self._endings.get(word[-letters:], ()))
        return (*entries, *(((word,), meaning) for meaning in sorted(inflected - own)))
