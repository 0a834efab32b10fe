"""A digest: whether each article's lines stand under its title, and each joint line says whose it is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import ClaimedLine, Claims, Piece
from converter.verifier.proof.letters import letters
from converter.verifier.proof.wording import quoted

_BEHIND = frozenset({"mark", "number", "gap"})
"""Roles of what stands behind a line and belongs to it."""


def title_places(claims: Claims) -> Iterator[int]:
    """Yield the places of what belongs to the titles of articles: labels that name them, and facts."""
    pieces = claims.pieces
    for at, piece in enumerate(pieces):
        if piece.source is None:
            continue
        if at and pieces[at - 1].role == "label" and _names(pieces[at - 1], piece.source, claims):
            yield at - 1
        for behind in range(at + 1, len(pieces)):
            if pieces[behind].role != "fact":
                break
            yield behind


def check_digest(claims: Claims) -> Iterator[tuple[int | None, Finding]]:
    """Yield what stands among the lines of another article, or is not said to be of its own."""
    if not claims.is_digest:
        return
    under: int | None = None
    for at, (before, piece) in enumerate(pairwise((Piece("", ""), *claims.pieces))):
        if piece.source is not None:
            under = piece.source
        if piece.line is None or before.line == piece.line:
            continue
        line = claims.lines[piece.line]
        if line.source is None:
            continue
        if under is not None and line.source != under:
            other = claims.sources[under].short_name
            text = f"it stands among the lines of {other} and is of another article: {quoted(line.text)}"
            yield piece.line, Finding("place-differs", text)
        elif under is None and (missing := _unnamed(line, _mark(claims.pieces, at), claims)):
            text = (
                f"nothing says that it is also in {missing}"
                if missing != _name(line.source, claims)
                else (f"nothing says that it is from {missing}")
            )
            yield piece.line, Finding("unmarked", f"{text}: {quoted(line.text)}")


def _names(label: Piece, source: int, claims: Claims) -> bool:
    return letters(label.text) == letters(_name(source, claims))


def _name(source: int, claims: Claims) -> str:
    return claims.sources[source].short_name


def _mark(pieces: Sequence[Piece], at: int) -> str:
    """Return what is said behind the line that begins with the piece `at`."""
    line, said = pieces[at].line, ""
    for piece in pieces[at:]:
        if piece.line not in {None, line} or (piece.line is None and piece.role not in _BEHIND):
            break
        said += piece.text if piece.role == "mark" else ""
    return said


def _unnamed(line: ClaimedLine, mark: str, claims: Claims) -> str:
    """Return the first source of a joint line that its mark does not name; empty: it names all."""
    said = letters(mark)
    sources = [line.source or 0, *(twin.source for twin in line.twins)]
    return next((name for name in (_name(one, claims) for one in sources) if letters(name) not in said), "")
