"""What must be known of the whole document before its first part is written."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from converter.model.document import (
    Block,
    BoxBlock,
    ContentsBlock,
    Document,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    NotesBlock,
    Reference,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.writers.docx.languages import one_for_each_slot

_CHARACTERS_PER_PAGE = 2_600
_MAX_NAME = 40
_LINE = re.compile(r"line_\d+", re.IGNORECASE)
"""What the bookmarks of lines are called."""


class Survey(NamedTuple):
    """What was found.

    Attributes:
        bookmarks: anchor → name of its bookmark, in order of appearance.
        repeated: numbers of the end-notes that are referred to more than once.
        pages: how many there may be; Word counts them itself when it opens the file.
        languages: of the article's words, one for each of Word's slots that the document's own leaves empty.
    """

    bookmarks: dict[str, str]
    repeated: frozenset[int]
    pages: int
    languages: tuple[str, ...] = ()


def survey(document: Document) -> Survey:
    """Go through `document` once."""
    bookmarks: dict[str, str] = {}
    repeated: set[int] = set()
    languages = {document.language: None}
    characters = 0
    for block in _leaves(document.blocks):
        if isinstance(block, HeadingBlock | TitleBlock):
            bookmarks[block.anchor] = _bookmark_name(block.anchor, len(bookmarks))
        for inline in _content(block):
            if isinstance(inline, Text):
                characters += len(inline.text)
                if inline.language:
                    languages[inline.language] = None
            elif isinstance(inline, Reference) and inline.repeat:
                repeated.add(inline.number)
    others = one_for_each_slot(languages)[1:]
    return Survey(bookmarks, frozenset(repeated), 1 + characters // _CHARACTERS_PER_PAGE, others)


def _bookmark_name(anchor: str, index: int) -> str:
    """Return a name that Word takes (ECMA-376 17.13.6.2): no hyphens, at most 40 letters, unique."""
    name = anchor.replace("-", "_")
    fits = len(name) <= _MAX_NAME and "_" not in anchor and not _LINE.fullmatch(name)
    return name if fits else f"{name[: _MAX_NAME - 8]}_{index}"


def _leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, BoxBlock):
            yield from _leaves(block.blocks)
        elif isinstance(block, MethodBlock):
            yield block.heading
            yield from block.paragraphs
        else:
            yield block
            if isinstance(block, ContentsBlock | NotesBlock):
                yield block.heading


def _content(block: Block) -> Iterator[Inline]:
    match block:
        case HeadingBlock() | TextBlock():
            yield from block.content
        case ListBlock():
            for item in block.items:
                yield from item.content
        case TableBlock():
            for cell in (cell for row in block.rows for cell in row):
                yield from cell.content
        case NotesBlock():
            for note in block.notes:
                yield from note.content
        case _:
            pass
