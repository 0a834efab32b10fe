"""Pages → all that is shown: paragraphs and cells that go on over a page's end are put together."""

from collections.abc import Sequence

from converter.verifier.visible.pdf.lines import read_text
from converter.verifier.visible.pdf.pages import Page, Piece
from converter.verifier.visible.pdf.tags import Block
from converter.verifier.visible.shown import Shown

_CONTENT = ("body", "note")


def put_together(pages: Sequence[Page]) -> tuple[Shown, ...]:
    """Return what the pages show, in the order of reading."""
    found: list[tuple[int, Piece]] = []
    open_ends: dict[Block, Piece] = {}
    longer: dict[int, Piece] = {}
    for number, page in enumerate(pages, 1):
        content = [piece for piece in page.pieces if piece.place in _CONTENT]
        rest = _going_on(content, open_ends)
        for piece, begun in rest:
            if begun.paragraph and piece.paragraph:
                begun.paragraph.lines += piece.paragraph.lines
                longer[id(begun)] = begun
        joined = {id(piece) for piece, _ in rest}
        found += [(number, piece) for piece in page.pieces if id(piece) not in joined]
        if len(content) > len(rest):
            open_ends = _open_ends(content[len(rest) :])
    for piece in longer.values():
        piece.text = read_text(piece.paragraph.lines) if piece.paragraph else piece.text
    return tuple(
        Shown(piece.text, number, piece.line, piece.place, piece.role)
        for number, piece in found
        if piece.text
    )


def _going_on(content: Sequence[Piece], open_ends: dict[Block, Piece]) -> list[tuple[Piece, Piece]]:
    """Return the pieces at the beginning of a page that go on with others, each with where it began."""
    found: list[tuple[Piece, Piece]] = []
    for piece in content:
        block = _block(piece)
        if block is None or block not in open_ends:
            break
        found.append((piece, open_ends[block]))
    return found


def _open_ends(content: Sequence[Piece]) -> dict[Block, Piece]:
    """Return what may go on over the end of a page: the last piece, or all cells of the last row."""
    last = _block(content[-1])
    if last is None:
        return {}
    found = {last: content[-1]}
    for piece in reversed(content[:-1]):
        block = _block(piece)
        if last.role != "cell" or block is None or block.role != "cell" or block.path[:-1] != last.path[:-1]:
            break
        found[block] = piece
    return found


def _block(piece: Piece) -> Block | None:
    return piece.paragraph.block if piece.paragraph else None
