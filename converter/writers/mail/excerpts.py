"""What of a document stands in a message, and what is kept of it where it is too long for one."""

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import asdict, replace

from converter.model.document import (
    Block,
    BoxBlock,
    ContentsBlock,
    Document,
    FigureBlock,
    HeadingBlock,
    MethodBlock,
    NotesBlock,
    Reference,
    Text,
    TextBlock,
    TitleBlock,
)


def for_mail(document: Document) -> Document:
    """Return `document` without contents, for links inside a message lead nowhere, and without pictures.

    Of a picture stay its alternative text, in square brackets, and its caption.
    """
    return replace(document, blocks=tuple(_kept(document.blocks)))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, BoxBlock):
            yield BoxBlock(tuple(_kept(block.blocks)))
        elif isinstance(block, FigureBlock):
            if block.alternative:
                yield TextBlock("caption", (Text(f"[{block.alternative}]", record=block.record),))
            if block.caption:
                yield TextBlock("caption", block.caption)
        elif not isinstance(block, ContentsBlock):
            yield block


class Excerpts:
    """The beginnings of a document that is too long; a line in them says that the rest is attached."""

    def __init__(self, document: Document) -> None:
        """Take the document, as `for_mail` returns it."""
        blocks = document.blocks
        opening = [block for block in blocks if isinstance(block, TitleBlock) and not block.level]
        self._document, self._opening = document, opening
        self._closing = [block for block in blocks if isinstance(block, MethodBlock | NotesBlock)]
        self._body = blocks[len(opening) : len(blocks) - len(self._closing)]

    @property
    def ends(self) -> list[int]:
        """How many blocks an excerpt may have, the fewest first.

        Sections are kept as wholes, but the first may end behind any block of it.
        """
        later = [at for at, block in enumerate(self._body) if at and _is_section(block)]
        return [0, *range(2, later[0] if later else len(self._body)), *later]

    def excerpt(self, end: int) -> Document:
        """Return the document with so many blocks of its sections, and the notes that they refer to."""
        kept = (*self._opening, *self._body[:end])
        cited = set(_references(kept))
        rest = TextBlock("body", (Text(self._document.rest_attached, frozenset({"strong"})),))
        return replace(self._document, blocks=(*kept, rest, *_cited(self._closing, cited)))


def _is_section(block: Block) -> bool:
    return isinstance(block, HeadingBlock | TitleBlock) and block.level == 1


def _cited(closing: Sequence[Block], cited: Container[int]) -> Iterator[Block]:
    for block in closing:
        if not isinstance(block, NotesBlock):
            yield block
        elif notes := tuple(note for note in block.notes if note.number in cited):
            yield replace(block, notes=notes)


def _references(part: object) -> Iterator[int]:
    """Yield the numbers of all references in a part of a document, whatever it is."""
    if isinstance(part, Reference):
        yield part.number
    elif isinstance(part, tuple):
        yield from (number for inner in part for number in _references(inner))
    elif isinstance(part, Struct):
        yield from (number for held in asdict(part).values() for number in _references(held))
