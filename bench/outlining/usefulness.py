"""Usefulness: how much of what readers ask can be answered from the briefing alone.

    python -m bench.outlining.usefulness

The ten articles of `tests/cases/genres` bring eight questions each, with their answers, written before any
briefing was made. A question counts as answered when six tenths of the content words of its answer stand in
the text: a stand-in for a reader, and a strict one. The peers are the beginning of the article and the
sentences nearest to the middle of its words, each of the briefing's length.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.outlining.selection import centroid
from bench.tables import print_table
from converter import pipeline
from converter.configuration import Settings
from converter.model.briefing import Briefing, Verbatim
from converter.outliner.reading import Reading, read
from converter.outliner.relevance import similarity, vectors
from converter.outliner.words import terms, words
from converter.pipeline.kit import Kit
from converter.stylesheets.languages import load_language
from tests.command_cases import Case, cases_in

GENRES = Path(__file__).parents[2] / "tests" / "cases" / "genres"
ENOUGH = 0.6
KINDS = ("happened", "background", "implications")
DIVERSITY = 0.25


class Question(NamedTuple):
    """What readers ask, and what the article says."""

    kind: str
    question: str
    answer: str


class Versions(NamedTuple):
    """An article cut down to one length in three ways."""

    lead: str
    centroid: str
    briefing: str


def questions_of(case: Case) -> list[Question]:
    """Return the questions of a case."""
    body = next(block.body for block in case.blocks if block.info == "yaml questions")
    return [Question(**each) for each in yaml.safe_load(body)]


def versions_of(case: Case) -> Versions:
    """Return the briefing of the article of a case, and what the peers make of it."""
    article = next(block for block in case.blocks if block.file)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / article.file
        path.write_text(article.body, "utf-8")
        briefing = pipeline.draft(str(path), Kit(Settings())).briefing
    text = " ".join(_lines(briefing))
    sentences = tuple(decision.sentence for decision in briefing.decisions)
    reading = read(briefing.articles[0], sentences, load_language("en"))
    length = len(text.split())
    ways = (range(len(sentences)), _by_centroid(reading))
    lead, middle = (" ".join(_first(reading, order, length)) for order in ways)
    return Versions(lead, middle, text)


def _lines(briefing: Briefing) -> Iterator[str]:
    for section in briefing.sections:
        for line in section.lines:
            if isinstance(line, Verbatim):
                yield briefing.text_of(line)


def _first(reading: Reading, order: Sequence[int], length: int) -> Iterator[str]:
    """Yield the sentences in that order until they have `length` words."""
    total = 0
    for index in order:
        if total >= length:
            return
        yield reading.texts[index]
        total += len(reading.texts[index].split())


def _by_centroid(reading: Reading) -> list[int]:
    """Return the order in which the peer takes sentences: maximal marginal relevance."""
    found = vectors(reading)
    worth = centroid(reading, found)
    order: list[int] = []
    likeness = [0.0] * len(worth)
    while len(order) < len(worth):
        rest = [index for index in range(len(worth)) if index not in order]
        best = max(rest, key=lambda i: (1 - DIVERSITY) * worth[i] - DIVERSITY * likeness[i])
        order.append(best)
        likeness = [max(old, similarity(found[best], own)) for old, own in zip(likeness, found, strict=True)]
    return order


def is_answered(text: str, answer: str, function_words: frozenset[str]) -> bool:
    """Tell whether enough of the content words of `answer` stand in `text`."""
    there = set(terms(words(text), function_words))
    wanted = set(terms(words(answer), function_words))
    return len(wanted & there) >= ENOUGH * len(wanted)


def main() -> None:
    """Print the table."""
    function_words = frozenset(load_language("en").function_words)
    answered: Counter[tuple[str, str]] = Counter()
    asked: Counter[str] = Counter()
    for file in sorted(GENRES.glob("*.md")):
        (case,) = cases_in(file)
        versions = versions_of(case)
        for question in questions_of(case):
            asked[question.kind] += 1
            for name, text in versions._asdict().items():
                answered[name, question.kind] += is_answered(text, question.answer, function_words)
    rows = []
    for name in Versions._fields:
        whole = sum(answered[name, kind] for kind in KINDS) / asked.total()
        parts = (answered[name, kind] / asked[kind] for kind in KINDS)
        rows.append((name, *(f"{100 * share:.0f}" for share in (whole, *parts))))
    print_table(f"{asked.total()} questions answered, in per cent", ("", "all", *KINDS), rows)


if __name__ == "__main__":
    main()
