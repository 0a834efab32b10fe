"""Sentences: how well their ends are found, and how fast.

    python -m bench.outlining.sentences FOLDER

FOLDER holds paragraphs of treebanks with their sentences (`*.dev.jsonl`) and `golden_rules.pysbd.jsonl`. An
end counts when it is found to the character; ends of paragraphs are left out, since nobody can miss them. The
peers are the library that ours builds on, and a regular expression of thirty lines.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.outlining.corpora import rows
from bench.reading.folders import folder_argument
from bench.tables import print_table
from converter.model.language import Language
from converter.outliner.sentences import split
from converter.stylesheets.languages import load_language

ENGLISH_RULES = "english"
ROUNDS = 3
"""The fastest of so many rounds counts."""


class Passage(NamedTuple):
    """A paragraph, its language, and where its sentences end."""

    text: str
    tag: str
    ends: frozenset[int]


Ends = Callable[[Passage], Iterable[int]]


def passages(path: Path) -> list[Passage]:
    """Return the paragraphs of a treebank."""
    found = []
    for row in rows(path):
        ends = frozenset(end for _, end in row["spans"][:-1])
        found.append(Passage(row["text"], row["lang"], ends))
    return found


def ours(passage: Passage) -> Iterable[int]:
    """Return the ends that we find."""
    return (end for _, end in split(passage.text, passage.tag, _language(passage.tag)))


@cache
def _language(tag: str) -> Language:
    return load_language(tag)


def sentencex(passage: Passage) -> Iterable[int]:
    """Return the ends that the library finds by itself."""
    from sentencex import get_sentence_boundaries

    for boundary in get_sentence_boundaries(passage.tag, passage.text):
        piece = passage.text[boundary["start_index"] : boundary["end_index"]]
        yield boundary["start_index"] + len(piece.rstrip())


_TITLES = "".join(
    rf"(?<!\b{title})" for title in ("Mr", "Mrs", "Dr", "St", "vs", "No", "z", "bzw", "ca", "г", "т")
)
_RULE = re.compile(
    rf"""
    (?: [。！？]+[”’」』）]*            # full-width ends need no space behind them
      | {_TITLES}(?<![A-ZА-ЯԱ-Ֆ])       # no initial and no title before
        [.!?…:։]+[”’»)\"']*             # what ends a sentence, with what closes behind it
        (?=\s+[“‘«(\"'¿¡„]*[A-ZÀ-ÞА-ЯЁԱ-Ֆ0-9])
    )""",
    re.VERBOSE,
)


def regular_expression(passage: Passage) -> Iterable[int]:
    """Return the ends that a simple rule finds: a mark, a space, a capital."""
    for found in _RULE.finditer(passage.text):
        # only Armenian ends sentences with what others write before a list
        if ":" not in found[0] or passage.tag == "hy":
            yield found.end()


def score(found: Iterable[tuple[frozenset[int], frozenset[int]]]) -> float:
    """Return F1 in per cent over pairs of the ends that there are and those that were found."""
    right = guessed = wanted = 0
    for truth, guess in found:
        right += len(truth & guess)
        guessed += len(guess)
        wanted += len(truth)
    return 200 * right / ((guessed + wanted) or 1)


def measured(texts: Sequence[Passage], ends: Ends) -> tuple[float, float]:
    """Return F1 in per cent, and how many thousand sentences a second were told apart."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        found = [frozenset(ends(passage)) for passage in texts]
        best = min(best, perf_counter() - start)
    inner = (
        (passage.ends, ends - {len(passage.text.rstrip())})
        for passage, ends in zip(texts, found, strict=True)
    )
    return score(inner), sum(map(len, found)) / best / 1000


def golden(path: Path, ends: Ends) -> int:
    """Return how many of the English rules are kept: the sentences are those of the rule, to the letter."""
    kept = 0
    for row in rows(path):
        if row["lang"] == ENGLISH_RULES:
            text = row["text"]
            cuts = sorted({*ends(Passage(text, "en", frozenset())), len(text)})
            pieces = [text[start:end].strip() for start, end in zip([0, *cuts], cuts, strict=False)]
            kept += [piece for piece in pieces if piece] == row["sents"]
    return kept


def main() -> None:
    """Print the table."""
    folder = folder_argument(__doc__)
    methods: dict[str, Ends] = {"sentencex": sentencex, "expression": regular_expression, "ours": ours}
    lines = []
    for path in sorted(folder.glob("*.dev.jsonl")):
        texts = passages(path)
        found = [measured(texts, ends) for ends in methods.values()]
        name = path.name.removesuffix(".dev.jsonl")
        lines.append((name, *(f"{value:.1f}" for value, _ in found), *(f"{speed:.0f}" for _, speed in found)))
    rules = [golden(folder / "golden_rules.pysbd.jsonl", ends) for ends in methods.values()]
    lines.append(("golden rules, English, of 48", *map(str, rules), "", "", ""))
    print_table(
        "F1 of sentence ends, and thousands of sentences a second",
        ("", *methods, *(f"{name}, k/s" for name in methods)),
        lines,
    )


if __name__ == "__main__":
    main()
