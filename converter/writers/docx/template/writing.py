"""The blocks of a report as trees, each piece for the paper that it will stand on."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from docx.oxml import parse_xml
from msgspec import Struct
from msgspec.structs import replace

from converter.model.document import Block, Document, HeadingBlock, NotesBlock
from converter.writers.docx.document import Body
from converter.writers.docx.drawing import Media
from converter.writers.docx.endnotes import endnotes_xml
from converter.writers.docx.lines import LineMarks
from converter.writers.docx.look import Look
from converter.writers.docx.markup import NAMESPACES
from converter.writers.docx.numbering import Numbering, definitions_xml
from converter.writers.docx.package import Relationships
from converter.writers.docx.runs import Runs
from converter.writers.docx.survey import survey
from converter.writers.docx.template.parts import FreeNames
from converter.writers.docx.template.trees import Element


class Piece(NamedTuple):
    """Blocks that stand together.

    Attributes:
        blocks: in order.
        look: for the paper they stand on.
        heading: the heading that the template has for them: they are found under its anchor; `None`: none.
    """

    blocks: tuple[Block, ...]
    look: Look
    heading: HeadingBlock | None = None


class Written(Struct, frozen=True):
    """All pieces of a report.

    Attributes:
        trees: one `w:body` for each piece.
        notes: `w:endnotes`.
        numbering: `w:numbering`.
        links: relationships of the pieces.
        note_links: relationships of the notes.
        pictures: name of a part → its bytes.
    """

    trees: tuple[Element, ...]
    notes: Element
    numbering: Element
    links: Relationships
    note_links: Relationships
    pictures: dict[str, bytes]


def write_pieces(pieces: Sequence[Piece], document: Document, free: FreeNames) -> Written:
    """Return the trees of `pieces`, made of blocks of `document`, numbered through all of them."""
    headings = tuple(piece.heading for piece in pieces if piece.heading)
    blocks = tuple(block for piece in pieces for block in piece.blocks)
    shown = replace(document, blocks=(*headings, *blocks))
    found, lines = survey(shown), LineMarks(shown)
    media, numbering = Media(free.picture, free.drawing), Numbering(definitions_xml(pieces[0].look))
    links, note_links, numbers = Relationships(free.relationship), Relationships(free.relationship), count(1)
    look = pieces[0].look
    runs = Runs(links, found.bookmarks, found.repeated, found.pages, look.style.emphasis, look.direction)
    trees = []
    for piece in pieces:
        body = Body(piece.look, runs, numbering, media, lines, numbers)
        anchor = body.anchor_xml(piece.heading.anchor) if piece.heading else ""
        trees.append(parse_xml(f"<w:body {NAMESPACES}>{anchor}{body.xml(piece.blocks)}</w:body>"))
    notes = tuple(note for block in blocks if isinstance(block, NotesBlock) for note in block.notes)
    return Written(
        trees=tuple(trees),
        notes=parse_xml(endnotes_xml(notes, Runs(note_links, found.bookmarks, found.repeated))),
        numbering=parse_xml(numbering.xml()),
        links=links,
        note_links=note_links,
        pictures={part.name: part.data for part in media.parts.values()},
    )
