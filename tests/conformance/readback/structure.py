"""What a reader must find in a Word file, told by the `Document` that it was made of."""

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from converter.model.document import (
    Block,
    BoxBlock,
    Document,
    HeadingBlock,
    ListBlock,
    MethodBlock,
    NotesBlock,
    TableBlock,
    TextBlock,
)
from tests.document_text import document_lines, inline_text


class Structure(Struct):
    """What stands in a document, all texts with single spaces, and `[1]` where note 1 is referred to.

    Attributes:
        lines: the words of every paragraph, heading, item, cell and caption in order; no empty ones.
        headings: level and words of each; the title is none, nor is the heading of the contents.
        items: depth, whether it is numbered, and words of each item; numbered paragraphs are items too.
        tables: of each the number of header rows, and the words of all cells.
        notes: the end-notes in order of their numbers.
    """

    lines: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    items: list[tuple[int, bool, str]] = field(default_factory=list)
    tables: list[tuple[int, list[list[str]]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def as_seen(text: str) -> str:
    """Return `text` with one space for each stretch of white space, and no mark that turns it to the left."""
    return " ".join(text.replace("\u200f", "").split())


def structure_of(document: Document) -> Structure:
    """Return what every reader must find in `document`."""
    found = Structure()
    for block in _leaves(document.blocks):
        _add(block, found)
    body = tuple(without_notes(document.blocks))
    lines = document_lines(replace(document, blocks=body), references="number")
    found.lines = [as_seen(line) for line in lines]
    return found


def _leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case BoxBlock():
                yield from _leaves(block.blocks)
            case MethodBlock():
                yield block.heading
                yield from block.paragraphs
            case NotesBlock():
                yield block.heading
                yield block
            case _:
                yield block


def without_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield `blocks`, of the references only their heading."""
    for block in blocks:
        yield replace(block, notes=()) if isinstance(block, NotesBlock) else block


def _add(block: Block, found: Structure) -> None:
    def words(content: Iterable[object]) -> str:
        return as_seen(inline_text(content, "number"))  # type: ignore[arg-type]

    match block:
        case HeadingBlock():
            found.headings.append((block.level, words(block.content)))
        case TextBlock() if block.number is not None:
            found.items.append((0, True, words(block.content)))
        case ListBlock():
            found.items += [
                (item.depth, item.number is not None, words(item.content)) for item in block.items
            ]
        case TableBlock():
            cells = [[words(cell.content) for cell in row] for row in block.rows]
            found.tables.append((block.header_rows, cells))
        case NotesBlock():
            found.notes += [words(note.content) for note in block.notes]
        case _:
            pass
