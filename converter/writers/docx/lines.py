"""Bookmarks around the lines of a report, by which a reader or a program finds them (ECMA-376 17.13.6).

They are called `line_3`, not hidden (`_line_3`): Word lists them under Insert, Bookmark, and goes there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from converter.model.document import (
    Block,
    BoxBlock,
    Document,
    FigureBlock,
    Inline,
    ListBlock,
    TableBlock,
    Text,
    TextBlock,
)
from converter.writers.docx.runs import bookmark_ends

PREFIX = "line_"
"""What the name of a line's bookmark begins with; its number in the provenance follows."""

# Bookmarks of headings are numbered from 1, those of references from a million on.
_LINE_BOOKMARKS = 2_000_000


class LineMarks:
    """Begins the bookmark of each line where the line is first met, and ends it where it was met last."""

    def __init__(self, document: Document) -> None:
        """Count the pieces of each line; where nothing is to travel inside the report, there are none."""
        lines = (line for block in document.blocks for line in lines_of(block))
        self._pieces = Counter(lines) if document.embed != "none" else Counter[int]()
        self._met: Counter[int] = Counter()

    def around(self, lines: Iterable[int], xml: str) -> str:
        """Return `xml`, which holds one piece for each of `lines`, inside what begins or ends with it."""
        before, behind = "", ""
        for line in lines:
            if line not in self._pieces:
                continue
            start, end = bookmark_ends(f"{PREFIX}{line}", _LINE_BOOKMARKS + line)
            before += "" if self._met[line] else start
            self._met[line] += 1
            behind += end if self._met[line] == self._pieces[line] else ""
        return f"{before}{xml}{behind}"


def lines_of(block: Block) -> Iterator[int]:
    """Yield the line of each piece of `block`, in its order; a picture is a piece, too."""
    match block:
        case TextBlock():
            yield from _of_words(block.content)
        case ListBlock():
            yield from (line for item in block.items for line in _of_words(item.content))
        case TableBlock():
            yield from _of_words(block.caption)
            yield from lines_of_cells(block)
        case FigureBlock():
            yield from () if block.record is None else (block.record,)
            yield from _of_words(block.caption)
        case BoxBlock():
            yield from (line for inner in block.blocks for line in lines_of(inner))
        case _:
            pass


def lines_of_cells(block: TableBlock) -> Iterator[int]:
    """Yield the line of each piece in the cells of a table."""
    yield from (line for row in block.rows for cell in row for line in _of_words(cell.content))


def _of_words(content: Iterable[Inline]) -> Iterator[int]:
    for inline in content:
        if isinstance(inline, Text) and inline.record is not None:
            yield inline.record
