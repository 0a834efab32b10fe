"""What an article's sentences are made of: words, content words, kinds, cues of the language."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from converter.model.article import Article, Paragraph, Sentence
from converter.model.language import Language
from converter.outliner.remembering import remembered
from converter.outliner.words import Phrases, count, terms, words

Kind = Literal["statement", "question", "fragment"]
"""A fragment is a paragraph that does not end as sentences do: a dateline, a byline, a caption."""

Find = tuple[int, tuple[str, ...], str]
"""Position among the words of a sentence, the words of the phrase, the cue class."""

MONTH = "month"
"""The cue class of the language's months, which need not be listed twice."""

_CLOSING = "”»’\"')]」』 "
_ENDS = tuple(".!?…:;。！？．։؟۔।")


class Reading(Struct, frozen=True):
    """An article's sentences as the outliner sees them; the tuples run in parallel.

    Attributes:
        sentences: in reading order.
        texts: of each sentence.
        words: of each sentence.
        lengths: how many words a person would count in each.
        terms: content words of each sentence, in order.
        kinds: of each.
        cues: of each: what the language's phrases were found in it, by position.
        title: its words.
        title_terms: content words of the title.
        spread: content word → number of sentences that hold it.
    """

    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    words: tuple[list[str], ...]
    lengths: tuple[int, ...]
    terms: tuple[list[str], ...]
    kinds: tuple[Kind, ...]
    cues: tuple[list[Find], ...]
    title: list[str]
    title_terms: frozenset[str]
    spread: Counter[str]


def read(article: Article, sentences: tuple[Sentence, ...], language: Language | None) -> Reading:
    """Return what the `sentences` are made of; without a language, no cues are found."""
    function_words = frozenset(language.function_words) if language else frozenset()
    texts = tuple(article.slice(sentence.span) for sentence in sentences)
    of_sentences = tuple(map(words, texts))
    title = words(article.slice(article.title)) if article.title else []
    of_content = tuple(terms(found, function_words) for found in of_sentences)
    return Reading(
        sentences=sentences,
        texts=texts,
        words=of_sentences,
        lengths=tuple(map(count, texts)),
        terms=of_content,
        kinds=_kinds(article, sentences, texts),
        cues=_cues(texts, of_sentences, language),
        title=title,
        title_terms=frozenset(terms(title, function_words)),
        spread=Counter(term for found in of_content for term in set(found)),
    )


def _cues(
    texts: Sequence[str], of_sentences: Sequence[list[str]], language: Language | None
) -> tuple[list[Find], ...]:
    """Return the finds in each sentence. A month is none but a month: "in May" does not say what may be."""
    if language is None:
        return tuple([] for _ in texts)
    phrases, months = _phrases(language), _months(language)
    found = []
    for text, of_sentence in zip(texts, of_sentences, strict=True):
        named = months.findall(text) if months else ()
        if months and named:
            finds = phrases.find(words(months.sub("0", text)))
            finds += [(len(of_sentence), (name,), MONTH) for name in named]
        else:
            finds = phrases.find(of_sentence)
        found.append(finds)
    return tuple(found)


@remembered
def _phrases(language: Language) -> Phrases:
    return Phrases(language.cues)


@remembered
def _months(language: Language) -> re.Pattern[str] | None:
    """Return what finds a month; one that opens a sentence only with a figure behind it."""
    names = "|".join(map(re.escape, language.months))
    return re.compile(rf"(?<=.)(?<!\w)(?:{names})(?!\w)|^(?:{names})(?=\W*\d)") if names else None


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
