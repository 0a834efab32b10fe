"""The kinds of alterations: each changes a file, and says what was done and what must be said of it.

A kind raises `LookupError` where a report has nothing that could be altered so.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from msgspec import Struct

from converter.model.document import Text

from .documents import inlines
from .pdf import PdfFile
from .reports import Made
from .word import WordFile

File = WordFile | PdfFile
LEAST = 4
"""Letters or words that are enough to be altered."""


class Alteration(Struct, frozen=True):
    """What was done, and what must be said of it.

    Attributes:
        codes: of the findings that name it.
        words: that stand in each of so many findings, of any of these codes.
        at: words of the altered file where it was done; empty: in no place that is seen.
        with_source: whether only the source can show it.
    """

    codes: frozenset[str]
    words: tuple[str, ...]
    at: str = ""
    with_source: bool = False


Kind = Callable[[File, Made, Random], Alteration]
KINDS: dict[str, Kind] = {}
"""By what is done."""


ONLY: dict[str, str] = {}
"""Kinds that are of one format alone."""

EMBEDDING: set[str] = set()
"""Kinds that need reports with their article inside."""


def kind(function: Kind) -> Kind:
    """Take a kind into the table."""
    KINDS[function.__name__.replace("_", " ")] = function
    return function


def said(codes: str, *words: str, at: str = "", with_source: bool = False) -> Alteration:
    """Return what must be said: a finding of one of `codes` for each of `words`."""
    return Alteration(frozenset(codes.split()), words, at, with_source)


def pick(choices: Sequence[Any], random: Random) -> Any:  # noqa: ANN401
    """Return one of `choices`; `LookupError` where there is none."""
    if not choices:
        raise LookupError("nothing of the kind")
    return random.choice(choices)


def pick_two(choices: Sequence[Any], random: Random) -> list[Any]:
    """Return two of `choices`, likewise."""
    if len(choices) < 2:
        raise LookupError("not enough of the kind")
    return random.sample(list(choices), 2)


def lines_of(made: Made, kind: str = "verbatim") -> list[int]:
    """Return the lines that are one run of text."""
    texts = [one for one in inlines(made.document.blocks) if isinstance(one, Text)]
    of = [one.record for one in texts]
    records = made.document.records
    return [
        index
        for index, record in enumerate(records)
        if of.count(index) == 1 and record.kind == kind and "\n" not in record.text
        # what stands in a table's row twice or in the title cannot be told apart by its words
        and sum(record.text in other.text for other in records) == 1
    ]  # fmt: skip


def text_of(made: Made, line: int) -> str:
    """Return what a line says."""
    return made.document.records[line].text


def own_words(made: Made, *blocks: type) -> list[str]:
    """Return texts of the report's own in some blocks."""
    found = [one for one in made.document.blocks if isinstance(one, blocks)]
    return [one.text for one in inlines(tuple(found)) if isinstance(one, Text) and one.record is None]


def parting(text: str, other: str) -> str:
    """Return some letters of `text` from where it parts from `other`."""
    first = next((at for at, pair in enumerate(zip(text, other, strict=False)) if pair[0] != pair[1]), 0)
    return text[first : first + 12]


def around(words: Sequence[str], index: int) -> str:
    """Return a word with its neighbours."""
    return " ".join(words[max(index - 1, 0) : index + 2])


def of_word(name: str) -> Callable[[Callable[[WordFile, Made, Random], Alteration]], Kind]:
    """Take a kind that is of Word files alone into the table."""

    def take(function: Callable[[WordFile, Made, Random], Alteration]) -> Kind:
        def alter(file: File, made: Made, random: Random) -> Alteration:
            assert isinstance(file, WordFile)
            return function(file, made, random)

        ONLY[name], KINDS[name] = "docx", alter
        return alter

    return take


def of_pdf(name: str) -> Callable[[Callable[[PdfFile, Made, Random], Alteration]], Kind]:
    """Take a kind that is of PDF alone into the table."""

    def take(function: Callable[[PdfFile, Made, Random], Alteration]) -> Kind:
        def alter(file: File, made: Made, random: Random) -> Alteration:
            assert isinstance(file, PdfFile)
            return function(file, made, random)

        ONLY[name], KINDS[name] = "pdf", alter
        return alter

    return take
