"""Sentences word by word, so that two of them can be laid side by side whatever their typography."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from msgspec import Struct

from converter.model.article import Article, Sentence, Span
from converter.model.language import Language
from converter.outliner.words import words

Weight = Literal["light", "telling", "content"]
"""What a word does where two sentences differ in it: nothing (`the`), it turns what is said (`not`, `12`), or
it says something else."""

_TELLING_CUES = ("negation", "modality", "condition", "future", "quantity")

_SEPARATORS = ".,'’\u00a0\u202f\u066b\u066c"
_FIGURE = rf"(?:(?<!\w)[-−])?\d+(?:[{_SEPARATORS}]\d+)*"
_TOKEN = re.compile(rf"(?P<figure>{_FIGURE})|(?P<sign>[%‰]|[$£€¥₽₹₺₴₪֏])|(?P<word>[^\W\d]+)")
_GROUPING = re.compile(rf"[{_SEPARATORS}](?=\d{{3}}(?!\d))")
_ANY_SEPARATOR = re.compile(rf"[{_SEPARATORS}]")

FIGURE = "0"
"""Stands for every figure where sentences are looked for that are alike but for these."""


class Wording(Struct, frozen=True, dict=True):
    """A sentence as words that can be compared.

    Attributes:
        sentence: which.
        words: without capitals and accents; figures in one way of writing.
        places: of each word in the article.
        weights: of each word.
        masked: as `words`, with `FIGURE` for every figure.
    """

    sentence: Sentence
    words: tuple[str, ...]
    places: tuple[Span, ...]
    weights: tuple[Weight, ...]
    masked: tuple[str, ...]

    @property
    def article(self) -> int:
        """Index of its article."""
        return self.sentence.span.article

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that say something, figures among them."""
        return frozenset(
            word for word, weight in zip(self.words, self.weights, strict=True) if weight != "light"
        )


class Wordings:
    """Takes sentences of one article apart, by what its language knows of words."""

    def __init__(self, article: Article, language: Language | None) -> None:
        """Take the article; without a language every word says something."""
        self._article = article
        cues = language.cues if language else {}
        self._telling = _single(phrase for cue in _TELLING_CUES for phrase in cues.get(cue, ()))
        self._light = _single(language.function_words if language else ()) - self._telling

    def of(self, sentence: Sentence) -> Wording:
        """Return `sentence` as words."""
        found = [
            piece
            for match in _TOKEN.finditer(self._article.slice(sentence.span))
            for piece in self._pieces(match, sentence.span)
        ]
        if not found:
            return Wording(sentence, (), (), (), ())
        told, places, weights, masked = zip(*found, strict=True)
        return Wording(sentence, told, places, weights, masked)

    def _pieces(self, match: re.Match[str], span: Span) -> list[tuple[str, Span, Weight, str]]:
        start = span.start + match.start()
        place = Span(start, start + len(match[0]), span.article)
        if match["figure"]:
            return [(_figure(match[0]), place, "telling", FIGURE)]
        if match["sign"]:
            return [(match[0], place, "telling", match[0])]
        bare = _bare(match[0])
        # characters of scripts without spaces are words of their own
        parts = words(match[0])
        if len(parts) < 2 or len("".join(parts)) != len(match[0]):  # noqa: PLR2004 - one word
            return [(bare, place, self._weight(bare), bare)]
        return [
            (one, Span(start + at, start + at + 1, span.article), self._weight(one), one)
            for at, one in enumerate(match[0])
        ]

    def _weight(self, word: str) -> Weight:
        if word in self._telling:
            return "telling"
        is_letter = len(word) == 1 and word.lower() != word.upper()  # an article, or what was elided
        return "light" if is_letter or word in self._light else "content"


def _single(phrases: Iterable[str]) -> frozenset[str]:
    """Return those of `phrases` that are one word, as they are compared."""
    return frozenset(one for one in map(_bare, phrases) if one.isalpha())


def _bare(word: str) -> str:
    """Return a word without capitals, accents, and marks of vowels."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)) or word


def _figure(text: str) -> str:
    """Return a figure in one way of writing: European digits, a full stop before decimals, no grouping."""
    sign = "-" if text[0] in "-−" else ""
    digits = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text.lstrip("-−"))
    return sign + _ANY_SEPARATOR.sub(".", _GROUPING.sub("", digits))
