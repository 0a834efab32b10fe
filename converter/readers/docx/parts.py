"""What a Word file holds, piece by piece, before it is known which piece is the title."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from converter.model.article import Image
from converter.readers.inline import Run

Kind = Literal["prose", "heading", "item", "title", "author", "date", "caption", "quote", "code", "contents"]

_SPACE = Run(" ")
_WORD = re.compile(r"\S+")


class Words(Struct):
    """A paragraph with words in it.

    Attributes:
        kind: what it is, as far as its style tells.
        runs: its words.
        number: of the paragraph in the document, from 1.
        level: of a heading, from 1.
        depth: of an item, from 0.
        count: what an item is numbered with; `None` for a bullet.
        list_id: which list an item belongs to.
        size: of most of its letters, in half points; 0 where nothing says it.
        bold: whether all its words are bold.
    """

    kind: Kind
    runs: list[Run]
    number: int
    level: int = 0
    depth: int = 0
    count: int | None = None
    list_id: str = ""
    size: int = 0
    bold: bool = False

    @property
    def text(self) -> str:
        """The words alone, in single spaces."""
        return " ".join(_WORD.findall("".join(run.text for run in self.runs)))


class Grid(Struct):
    """A table.

    Attributes:
        rows: its cells, row by row; an empty cell has no runs.
        header_rows: how many at the top are headings.
        number: of its first paragraph.
        caption: its caption; no runs without one.
    """

    rows: list[list[list[Run]]]
    header_rows: int
    number: int
    caption: list[Run] = field(default_factory=list)


class Drawing(Struct):
    """A picture.

    Attributes:
        image: its bytes; `None` where they cannot be had.
        alternative: text for those who do not see it; empty without one.
        number: of the paragraph that it stands in.
        caption: its caption; no runs without one.
    """

    image: Image | None
    alternative: str
    number: int
    caption: list[Run] = field(default_factory=list)


Part = Words | Grid | Drawing


def runs_of(part: Part) -> Iterator[Run]:
    """Yield the words of a part, whatever it is, with a space behind each paragraph and cell."""
    match part:
        case Words(runs=runs):
            yield from (*runs, _SPACE)
        case Grid(rows=rows):
            for cell in (cell for row in rows for cell in row):
                yield from (*cell, _SPACE)
