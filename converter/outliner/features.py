"""What can be seen in a sentence and its place: the features that speak for one role or another.

A feature is a name and what was seen: `modality: will`, `position: first`. Names of word features are the cue
classes of the language file; a class that `roles.WEIGHTS` does not know counts for nothing. Without a
language only the position, the title and figures are seen.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from converter.model.article import Article, Sentence
from converter.model.language import Language
from converter.outliner.words import Phrases, count, terms, words

DANGLING = "dangling"
"""The cue class of openings that lean on the sentence before; elsewhere in a sentence they say nothing."""

FIRST_FEW = 3
"""So many sentences at the beginning, and at the end, have a position of their own."""
TITLE_SHARE = 0.3
"""Share of the title's terms from which on a sentence takes up the title."""

_YEAR = re.compile(r"(?<![\w.,-])(1[5-9]\d\d|20\d\d)(?![\w,]|\.\d)")
_FIGURE = re.compile(r"\d")
_QUOTE = re.compile(r"[“”«»„\"]|(?<!\w)[‘']")


class Hit(NamedTuple):
    """A feature of a sentence: its name and what was seen."""

    feature: str
    seen: str

    def __str__(self) -> str:
        """As a person reads it: `modality: will`."""
        return f"{self.feature}: {self.seen}"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's sentences as the outliner sees them; the tuples run in parallel.

    Attributes:
        sentences: in reading order.
        words: of each sentence.
        lengths: how many words a person would count in each.
        terms: content words of each sentence.
        questions: whether each asks something.
        cues: of each: position among the words, the phrase's words, the cue class.
        title: its words.
        title_terms: content words of the title.
    """

    sentences: tuple[Sentence, ...]
    words: tuple[list[str], ...]
    lengths: tuple[int, ...]
    terms: tuple[list[str], ...]
    questions: tuple[bool, ...]
    cues: tuple[list[tuple[int, tuple[str, ...], str]], ...]
    title: list[str]
    title_terms: frozenset[str]


def read(article: Article, sentences: tuple[Sentence, ...], language: Language | None) -> Reading:
    """Return what the words of the `sentences` are."""
    function_words = frozenset(language.function_words) if language else frozenset()
    cues = Phrases(language.cues if language else {})
    texts = [article.slice(sentence.span) for sentence in sentences]
    of_sentences = tuple(map(words, texts))
    title = words(article.slice(article.title)) if article.title else []
    return Reading(
        sentences,
        of_sentences,
        tuple(map(count, texts)),
        tuple(terms(found, function_words) for found in of_sentences),
        tuple(map(_asks, texts)),
        tuple(cues.find(found) for found in of_sentences),
        title,
        frozenset(terms(title, function_words)),
    )


def hits(article: Article, reading: Reading, index: int) -> tuple[Hit, ...]:
    """Return the features of the sentence with this index, each name once, in a fixed order."""
    text = article.slice(reading.sentences[index].span)
    found = {"position": _position(index, len(reading.sentences))}
    if reading.sentences[index].number == 1:
        found["paragraph"] = "first"
    shared = reading.title_terms.intersection(reading.terms[index])
    if shared and len(shared) >= TITLE_SHARE * len(reading.title_terms):
        found["title"] = str(len(shared))
    if year := _YEAR.search(text):
        found["year"] = year[0]
    elif figure := _FIGURE.search(text):
        found["figure"] = figure[0]
    if quote := _QUOTE.search(text):
        found["quotation"] = quote[0]
    for position, phrase, cue_class in reading.cues[index]:
        if cue_class != DANGLING or position == 0:
            found.setdefault(cue_class, " ".join(phrase))
    return tuple(Hit(feature, seen) for feature, seen in found.items())


def _asks(text: str) -> bool:
    """Say whether `text` is a question; Armenian marks the word that is asked for."""
    return text.rstrip("”»\"')").endswith(("?", "？", "؟")) or "՞" in text


def _position(index: int, number: int) -> str:
    if index == 0:
        return "first"
    if index < FIRST_FEW:
        return "opening"
    if index >= number - FIRST_FEW:
        return "closing"
    return ("early", "middle", "late")[3 * index // number]
