"""Headings of plain text: those that are found where nothing marks them.

    python -m bench.reading.text FOLDER

FOLDER holds `headings.jsonl.gz`: documents as blocks labelled `h`, `p`, `li`, `q`; a first `h` is the title.
"""

import gzip
import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from bench.reading.folders import folder_argument
from bench.reading.scores import pooled, words
from bench.tables import print_table
from converter.model.article import Heading
from converter.readers.original import Original
from converter.readers.text import read_text

WIDTH = 72
"""Columns of hard-wrapped text."""

Block = tuple[str, str]


class Layout(NamedTuple):
    """How the blocks of a document become a text.

    Attributes:
        name: of the layout.
        bullets: whether items have any.
        wrapped: whether lines end at `WIDTH`.
        gap: what stands between blocks.
    """

    name: str
    bullets: bool
    wrapped: bool
    gap: str


LAYOUTS = tuple(
    Layout(f"{'with' if bullets else 'no'} bullets, {shape}", bullets, wrapped, gap)
    for bullets in (False, True)
    for shape, wrapped, gap in (
        ("blank lines", False, "\n\n"),
        ("wrapped, blank lines", True, "\n\n"),
        ("no blank lines", False, "\n"),
        ("wrapped, no blank lines", True, "\n"),
    )
)


def flattened(blocks: Sequence[Block], layout: Layout) -> str:
    """Return a document as plain text."""
    pieces: list[str] = []
    for kind, text in blocks:
        line = " ".join(text.split())
        marked = f"- {line}" if kind == "li" and layout.bullets else line
        indent = "  " if marked is not line else ""
        whole = textwrap.fill(marked, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        pieces.append(whole if layout.wrapped else marked)
    return layout.gap.join(pieces)


def compared(blocks: Sequence[Block], layout: Layout, *, title: bool) -> tuple[Counter[str], Counter[str]]:
    """Return the headings that are found and those that there are; with the title among them, or without."""
    article = read_text(Original(flattened(blocks, layout).encode(), "a.txt"), "")
    found = [article.slice(block.span) for block in article.blocks if isinstance(block, Heading)]
    expected = [text for kind, text in blocks if kind == "h"]
    own = article.slice(article.title) if article.title else ""
    if title:
        found += [own] if own else []
    else:
        # whatever was taken for the title says nothing about headings
        expected = [text for text in expected if _plain(text) != _plain(own)]
        expected = expected[1:] if blocks[0][0] == "h" and expected[:1] == [blocks[0][1]] else expected
    return Counter(map(_plain, found)), Counter(map(_plain, expected))


def _plain(text: str) -> str:
    return " ".join(words(text)).casefold()


def documents(path: Path) -> Iterator[list[Block]]:
    """Yield the blocks of each document."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            blocks = cast("list[list[str]]", json.loads(line)["blocks"])
            yield [(block[0], block[1]) for block in blocks if block[1].strip()]


def main() -> None:
    """Print the table."""
    found = list(documents(folder_argument(__doc__) / "headings.jsonl.gz"))
    rows = []
    for layout in LAYOUTS:
        without = pooled(compared(blocks, layout, title=False) for blocks in found)
        whole = pooled(compared(blocks, layout, title=True) for blocks in found)
        rows.append((layout.name, *without, *whole))
    print_table(
        f"Headings of {len(found)} documents, without and with their titles",
        ("", "precision", "recall", "precision, titles", "recall, titles"),
        rows,
    )


if __name__ == "__main__":
    main()
