"""Pages → all that is shown: paragraphs that go on over a page's end are put together."""

from collections.abc import Sequence

from converter.verifier.visible.pdf.lines import read_text
from converter.verifier.visible.pdf.pages import Page, Piece
from converter.verifier.visible.shown import Shown

_CONTENT = ("body", "note")


def put_together(pages: Sequence[Page]) -> tuple[Shown, ...]:
    """Return what the pages show, in the order of reading."""
    found: list[tuple[int, Piece]] = []
    last: Piece | None = None
    longer: list[Piece] = []
    for number, page in enumerate(pages, 1):
        content = [piece for piece in page.pieces if piece.place in _CONTENT]
        first = content[0] if content else None
        goes_on = bool(last and first and _goes_on(last, first))
        if goes_on and last and first and last.paragraph and first.paragraph:
            last.paragraph.lines += first.paragraph.lines
            longer += [] if longer and longer[-1] is last else [last]
        found += [(number, piece) for piece in page.pieces if not (goes_on and piece is first)]
        if len(content) > goes_on:
            last = content[-1]
    for piece in longer:
        piece.text = read_text(piece.paragraph.lines) if piece.paragraph else piece.text
    return tuple(
        Shown(piece.text, number, piece.line, piece.place, piece.role)
        for number, piece in found
        if piece.text
    )


def _goes_on(last: Piece, first: Piece) -> bool:
    """Say whether both are parts of one element."""
    one, other = last.paragraph, first.paragraph
    return bool(one and other and one.block and one.block == other.block)
