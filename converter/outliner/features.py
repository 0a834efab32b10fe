"""What can be seen in a sentence and its place: the features that speak for one role or another.

A feature is a name and what was seen: `modality: will`, `position: first`. Names of word features are the cue
classes of the language file; a class that `roles.WEIGHTS` does not know counts for nothing. Without a
language only the position, the title and figures are seen.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from converter.model.article import Article, Paragraph, Sentence
from converter.model.language import Language
from converter.outliner.words import Phrases, count, terms, words

DANGLING = "dangling"
"""The cue class of openings that lean on the sentence before; elsewhere in a sentence they say nothing."""

FIRST_FEW = 3
"""So many sentences at the beginning, and at the end, have a position of their own."""
TITLE_SHARE = 0.3
"""Share of the title's terms from which on a sentence takes up the title."""

Kind = Literal["statement", "question", "fragment"]
"""A fragment is a paragraph that does not end as sentences do: a dateline, a byline, a caption."""

_CLOSING = "”»’\"')]」』 "
_ENDS = tuple(".!?…:;。！？．։؟۔।")

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
        kinds: of each.
        positions: of each in the article, in a word.
        cues: of each: position among the words, the phrase's words, the cue class.
        title: its words.
        title_terms: content words of the title.
    """

    sentences: tuple[Sentence, ...]
    words: tuple[list[str], ...]
    lengths: tuple[int, ...]
    terms: tuple[list[str], ...]
    kinds: tuple[Kind, ...]
    positions: tuple[str, ...]
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
    kinds = _kinds(article, sentences, texts)
    return Reading(
        sentences=sentences,
        words=of_sentences,
        lengths=tuple(map(count, texts)),
        terms=tuple(terms(found, function_words) for found in of_sentences),
        kinds=kinds,
        positions=_positions(kinds),
        cues=tuple(map(cues.find, of_sentences)),
        title=title,
        title_terms=frozenset(terms(title, function_words)),
    )


def hits(article: Article, reading: Reading, index: int) -> tuple[Hit, ...]:
    """Return the features of the sentence with this index, each name once, in a fixed order."""
    text = article.slice(reading.sentences[index].span)
    found = {"position": reading.positions[index]}
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


def _kinds(article: Article, sentences: Sequence[Sentence], texts: Sequence[str]) -> tuple[Kind, ...]:
    """Return what each sentence is; an article that does without full stops has no fragments."""
    last = {sentence.block: sentence.number for sentence in sentences}
    alone = [
        isinstance(article.blocks[sentence.block], Paragraph) and last[sentence.block] == 1
        for sentence in sentences
    ]
    kinds = tuple(map(_kind, texts, alone))
    if 2 * kinds.count("fragment") < len(kinds):
        return kinds
    return tuple("statement" if kind == "fragment" else kind for kind in kinds)


def _kind(text: str, alone: bool) -> Kind:  # noqa: FBT001 (whether it is a paragraph)
    end = text.rstrip(_CLOSING)
    # Armenian marks the word that is asked for.
    if end.endswith(("?", "？", "؟")) or "՞" in text:
        return "question"
    return "fragment" if alone and not end.endswith(_ENDS) else "statement"


def _positions(kinds: Sequence[Kind]) -> tuple[str, ...]:
    """Return the position of each sentence among the statements, or of the next statement."""
    number = kinds.count("statement")
    positions, index = [], 0
    for kind in kinds:
        positions.append(_position(min(index, max(number - 1, 0)), number))
        index += kind == "statement"
    return tuple(positions)


def _position(index: int, number: int) -> str:
    if index == 0:
        return "first"
    if index < FIRST_FEW:
        return "opening"
    if index >= number - FIRST_FEW:
        return "closing"
    return ("early", "middle", "late")[3 * index // number]
