"""What a report claims beside the article's own words, and whether it marks it so that readers can tell.

Lines that a person edited have a mark behind them, comments their author before them; between the lines
nothing else stands that could be taken for one, whatever role it claims.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model.briefing import GAP
from converter.verifier.findings import Finding
from converter.verifier.proof.claims import CLOSING, ClaimedLine, Claims, Piece
from converter.verifier.proof.digest import check_digest, title_places
from converter.verifier.proof.letters import letters
from converter.verifier.proof.panels import check_mark
from converter.verifier.proof.wording import quoted

_EDITED = re.compile(r"\s*\([^\W\d_]")
"""How the mark of an edit begins: a word in brackets. That of a place begins with a figure or a sign."""

_BRACKETED = re.compile(r"\s*(?:\([^()]*\)\s*|\[(?:[^\[\]]|\[[^\[\]]*\])*\]\s*)*")
"""All that may stand behind a line: that it was edited, and where it comes from (names may hold brackets)."""

_LIKE_LINES = frozenset({"body", "lead", "quote", "code", "item", "cell"})
"""Roles of words that look like lines, and must be some."""

_OPENING = frozenset({"label", "title", "subtitle", "fact", "contents"})
"""Roles of what stands before the first heading."""

_AMONG = frozenset(
    {"heading", "caption", "alternative", "comment", "empty", "gap", "mark", "number", "ordinal"}
)
"""Roles of what may stand between the lines."""

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
        if line.panel and (finding := check_mark(line, _mark_behind(pieces, ends[index]))):
            yield index, finding
    yield from check_digest(claims)
    for piece in _out_of_place(claims):
        yield None, Finding("unsourced", f"among the lines stands what is none: {quoted(piece.text)}")


def _out_of_place(claims: Claims) -> Iterator[Piece]:
    """Yield the words of the report's own that would pass as a line: their role belongs elsewhere."""
    pieces = claims.pieces
    lines = [at for at, piece in enumerate(pieces) if piece.line is not None]
    headings = (at for at, piece in enumerate(pieces) if piece.role == "heading")
    first, last = min([next(headings, len(pieces)), *lines]), max(lines, default=0)
    titles = frozenset(title_places(claims))
    for at, (piece, following) in enumerate(pairwise((*pieces, _NOTHING))):
        if at in titles:
            continue
        if piece.line is None and not (_stands(piece, at, first, last) and _reads(piece, following, claims)):
            yield piece


def _stands(piece: Piece, at: int, first: int, last: int) -> bool:
    """Tell whether a piece stands where its role belongs; between `first` and `last` are the lines."""
    if piece.role in _OPENING:
        return at < first
    if piece.role in CLOSING:
        return at > last
    # A role of a later version is taken at its word where no line stands.
    return piece.role in _AMONG or not (piece.role in _LIKE_LINES or first < at < last)


def _reads(piece: Piece, following: Piece, claims: Claims) -> bool:
    """Tell whether a piece reads as its role has to, and stands before what it belongs to."""
    match piece.role:
        case "comment":
            return following.line is not None and claims.lines[following.line].kind == "note"
        case "empty":
            return following.role in {"heading", "label", ""}
        case "gap":
            return letters(piece.text) == GAP
        case "mark":
            return _BRACKETED.fullmatch(piece.text) is not None
        case "number" | "ordinal":
            return piece.text.removesuffix(".").isdecimal()
        case _:
            return True


def _mark_behind(pieces: Sequence[Piece], at: int) -> str:
    """Return the mark behind the piece `at`, the last of its line; empty: there is none."""
    following = pieces[at + 1] if at + 1 < len(pieces) else _NOTHING
    return following.text if following.role == "mark" else ""


def _is_signed(line: ClaimedLine, before: Piece) -> bool:
    return before.role == "comment" and letters(line.author) in letters(before.text)
