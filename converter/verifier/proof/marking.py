"""What a report claims beside the article's own words, and whether it marks it so that readers can tell.

Lines that a person edited have a mark behind them, comments their author before them; between the lines
nothing else stands that could be taken for one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import ClaimedLine, Claims, Piece
from converter.verifier.proof.letters import letters
from converter.verifier.proof.wording import quoted

_EDITED = re.compile(r"\s*\([^\W\d_]")
"""How the mark of an edit begins: a word in brackets. That of a place begins with a figure or a sign."""

_LIKE_LINES = frozenset({"body", "lead", "quote", "code", "item", "cell"})
"""Roles of words that look like lines, and must be some."""

_NOTHING = Piece("", "")


def check_marks(claims: Claims) -> Iterator[tuple[int | None, Finding]]:
    """Yield what is not the article's and not marked as such, each with the index of its line."""
    pieces = claims.pieces
    for before, piece in pairwise((_NOTHING, *pieces)):
        if piece.line is None or before.line == piece.line:
            continue
        line = claims.lines[piece.line]
        if line.kind == "note" and not _is_signed(line, before):
            yield piece.line, Finding("unmarked", f"nothing says whose comment this is: {quoted(line.text)}")
    ends = {piece.line: at for at, piece in enumerate(pieces)}
    for index, line in enumerate(claims.lines):
        if line.kind == "edited" and not _EDITED.match(_mark_behind(pieces, ends[index])):
            yield index, Finding("unmarked", f"nothing says that this line was edited: {quoted(line.text)}")
    last = max((at for at, piece in enumerate(pieces) if piece.line is not None), default=0)
    for at, piece in enumerate(pieces):
        if piece.line is None and (piece.role in _LIKE_LINES or (piece.role == "method" and at < last)):
            yield None, Finding("unsourced", f"among the lines stands what is none: {quoted(piece.text)}")


def _mark_behind(pieces: Sequence[Piece], at: int) -> str:
    """Return the mark behind the piece `at`, the last of its line; empty: there is none."""
    following = pieces[at + 1] if at + 1 < len(pieces) else _NOTHING
    return following.text if following.role == "mark" else ""


def _is_signed(line: ClaimedLine, before: Piece) -> bool:
    return before.role == "comment" and letters(line.author) in letters(before.text)
