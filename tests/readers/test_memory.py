"""Reading takes little more room than the article that comes of it, as `docs/reading.md` says."""

import tracemalloc
from collections.abc import Callable

import pytest

from converter.model.article import Article
from tests.readers.reading import from_markdown, from_text

PROSE = "The talks went on until the evening, and both sides said that they were pleased with the result. "
ITEMS = "".join(f"- {PROSE[:60]}\n" for _ in range(5))
ARTICLE = f"What comes next\n---------------\n\n{PROSE * 3}\n\n{PROSE * 4}\n\n{ITEMS}\n"
WRAPPED = f"{PROSE[:46]}\n{PROSE[47:]}\n" * 6

MOST = 11
"""Bytes for each byte of a text."""

PIECES = {
    "an article": ARTICLE,
    "wrapped": f"{WRAPPED}\n",
    "items": f"- {PROSE[:60]}\n",
    "nested items": f"- {PROSE[:60]}\n  - {PROSE[:40]}\n",
    "quotations": f"> {PROSE}\n",
    "one line": PROSE,
}


def _room(reading: Callable[[str], Article], text: str) -> float:
    """Return the most bytes that are in use while `text` is read, for each of its own."""
    reading(text)  # what is loaded and kept once does not count
    tracemalloc.start()
    try:
        reading(text)
        return tracemalloc.get_traced_memory()[1] / len(text.encode())
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("reading", [from_text, from_markdown])
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_takes_a_few_times_its_room(reading: Callable[[str], Article], piece: str) -> None:
    assert _room(reading, f"The title\n\n{piece * (100_000 // len(piece))}") < MOST
