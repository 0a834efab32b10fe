"""Labelled articles as the outliner sees them: their own sentences, in their own paragraphs."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from converter.model.article import Article, Block, Paragraph, Sentence, Source, Span


class Example(Struct, frozen=True):
    """An article with its sentences as the corpus cut them, and what people said about it.

    Attributes:
        article: its title and paragraphs.
        sentences: in reading order.
        labels: of each sentence; empty where the corpus has none.
        references: summaries that people wrote; none where the corpus has none.
        genre: as the corpus names it.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    labels: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    genre: str = ""


def made(title: str, sentences: Sequence[str], opens: Sequence[bool]) -> tuple[Article, tuple[Sentence, ...]]:
    """Return an article in English of `sentences`, of which some open a paragraph, and where they are."""
    text = title
    paragraphs: list[list[Span]] = []
    for sentence, first in zip(sentences, opens, strict=True):
        if first or not paragraphs:
            text += "\n\n"
            paragraphs.append([])
        else:
            text += " "
        paragraphs[-1].append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    blocks: list[Block] = [Paragraph(Span(spans[0].start, spans[-1].end)) for spans in paragraphs]
    places = tuple(
        Sentence(span, block, number)
        for block, spans in enumerate(paragraphs)
        for number, span in enumerate(spans, 1)
    )
    source = Source("article.txt", "text/plain", "0" * 64, len(text.encode()), "utf-8")
    whole = Span(0, len(title)) if title else None
    return Article(source, text, whole, tuple(blocks), language="en"), places


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def labelled_news(path: Path) -> list[Example]:
    """Return the articles of NewsDiscourse (Choubey et al. 2020), one of nine labels for each sentence."""
    return [
        Example(
            *made(
                row["headline"],
                [sentence["text"] for sentence in row["sents"]],
                [sentence["para_start"] for sentence in row["sents"]],
            ),
            labels=tuple(sentence["label8"] for sentence in row["sents"]),
        )
        for row in rows(path)
        if row["sents"]
    ]


_TALK = {"conversation", "vlog", "podcast", "fiction", "whow"}
_PROSE = {"p", "sp", "", "quote", "item"}
_WORDS, _SENTENCES = 5, 5


def summarised_texts(path: Path) -> list[Example]:
    """Return the texts of GUM that are no conversations, stories or instructions, with people's summaries."""
    found = []
    for row in rows(path):
        if row["genre"] in _TALK or not row["human_summaries"]:
            continue
        kept = [
            sentence
            for sentence in row["sents"]
            if sentence["block"] in _PROSE and len(sentence["text"].split()) >= _WORDS
        ]
        if len(kept) >= _SENTENCES:
            article = made(row["title"], [s["text"] for s in kept], [s["para_start"] for s in kept])
            found.append(Example(*article, references=tuple(row["human_summaries"]), genre=row["genre"]))
    return found


def abstracts(path: Path, number: int) -> list[Example]:
    """Return the first `number` abstracts of SciTLDR that have three sentences, with people's summaries."""
    found: list[Example] = []
    for row in rows(path):
        if len(found) == number:
            break
        if len(row["source"]) > 2:  # noqa: PLR2004 - of fewer there is nothing to choose
            opens = [index == 0 for index in range(len(row["source"]))]
            article = made(row.get("title") or "", row["source"], opens)
            found.append(Example(*article, references=tuple(row["target"]), genre="abstract"))
    return found
