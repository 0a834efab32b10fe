"""What is shown against what is claimed: each difference by what was done, and where.

A piece that stands elsewhere, word for word, was moved; one in whose place other words stand was altered; one
in whose place nothing stands was removed; what stands where no piece should be was added.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from converter.verifier.findings import Finding
from converter.verifier.proof.alignment import Gap, Text, align
from converter.verifier.proof.claims import Claims, Piece
from converter.verifier.proof.letters import Token, letters, plain, tokens
from converter.verifier.proof.wording import contrast, place, quoted, quoted_end
from converter.verifier.visible.shown import Shown
from converter.verifier.visible.texts import SUPERIOR

_FIGURES = {superior: figure for figure, superior in SUPERIOR.items()}

_LACKED = frozenset({"Lo", "So", "Sm"})
"""Categories of what fonts may lack: letters of scripts without capitals, and symbols."""

_LISTED = frozenset({"contents", "fact"})
"""Roles of pieces between which a report writes what are no words: dots and numbers of pages, separators."""


class _Change(Struct):
    """A piece that is not shown as it should be.

    Attributes:
        index: of the piece.
        shown: what stands there, kept words and others.
    """

    index: int
    shown: list[Token] = field(default_factory=list)


def compare(
    claims: Claims, shown: Sequence[Shown], *, drawn: bool, silent: Container[str] = ()
) -> list[Finding]:
    """Return how the body of a report differs from what it claims, in the order of the pages.

    Args:
        claims: of the report.
        shown: what a reader sees, in reading order.
        drawn: whether it is read as it is drawn: with the numbers of references, notes, items and paragraphs
            among the words.
        silent: roles of pieces that its format does not show.
    """
    body = [one for one in shown if one.place in {"body", "note"}]
    pieces = [piece for piece in claims.pieces if piece.role not in silent]
    if drawn:
        pieces = [_numbered(piece) for piece in pieces]
        body = [_without_bullet(one) if one.role == "item" else one for one in body]
    return _Comparison(claims, pieces, body, drawn=drawn).findings()


def places_of(claims: Claims, shown: Sequence[Shown]) -> dict[int, str]:
    """Return where each line is shown by its index; lines that are shown otherwise are left out."""
    body = [one for one in shown if one.place in {"body", "note"}]
    text = Text([one.text for one in body])
    found = {index: text.run.find(letters(line.text)) for index, line in enumerate(claims.lines)}
    return {index: place(body[text.at(at)]) for index, at in found.items() if at >= 0}


def _without_bullet(item: Shown) -> Shown:
    """Return an item without the sign that is drawn before it; its number is claimed, and stays."""
    sign = next(tokens(plain(item.text)), None)
    is_bullet = sign is not None and not sign.is_word
    return replace(item, text=plain(item.text)[len(sign.text) :]) if sign and is_bullet else item


def _numbered(piece: Piece) -> Piece:
    """Return a piece with its number as it is drawn: superior in the text, with a full stop before a note."""
    if piece.role == "number":
        return replace(piece, text=piece.text.translate(SUPERIOR))
    return piece if piece.number is None else replace(piece, text=f"{piece.number}. {piece.text}")


class _Comparison:
    """Finds out what became of each piece, and what of what is shown is none."""

    def __init__(
        self, claims: Claims, pieces: Sequence[Piece], body: Sequence[Shown], *, drawn: bool
    ) -> None:
        self._drawn = drawn
        self._claims, self._pieces, self._body = claims, pieces, body
        self._shown = Text([one.text for one in body])
        self._wanted = Text([_as_set(piece, self._shown.run) for piece in pieces])
        self._changes: dict[int, _Change] = {}
        self._additions: list[list[Token]] = []
        headings = {index for index, piece in enumerate(pieces) if piece.role == "heading"}
        alignment = align(self._wanted, self._shown, headings)
        self._moved = alignment.moved
        self._kept = [(one.index, one.shown_start) for one in alignment.kept]
        # paragraphs in which a line is shown: nothing is listed there
        self._prose = {
            self._shown.at(one.shown_start) for one in alignment.kept if pieces[one.index].line is not None
        }
        self._headings = [""]
        for piece in pieces:
            self._headings.append(plain(piece.text) if piece.role == "heading" else self._headings[-1])
        self._own = {letters(piece.text): piece for piece in reversed(pieces) if piece.line is None}
        self._listed = [letters(piece.text) for piece in pieces if piece.role in _LISTED]
        self._running = {letters(one.text) for one in claims.running}
        for gap in alignment.gaps:
            self._take(gap)

    def findings(self) -> list[Finding]:
        """Return one for each change and each addition."""
        found = [self._told(change) for change in self._changes.values()]
        found += [self._told_moved(one.index, one.shown_start) for one in self._moved]
        found += [told for addition in self._additions for told in self._told_added(addition)]
        return [finding for _, finding in sorted(found, key=lambda one: one[0])]

    # ------------------------------------------------------------------------------- whose is what

    def _take(self, gap: Gap) -> None:
        """Note for each token of a gap of which piece it is, and what is changed."""
        changed: set[int] = set()
        owners: list[int | None] = [None] * len(gap.shown)
        for kind, i, j, k, m in gap.steps:
            touched = [self._piece_at(token) for token in gap.wanted[i:j]]
            if kind == "equal":
                owners[k:m] = self._spread(gap.wanted[i:j], gap.shown[k:m])
                continue
            changed.update(touched)
            owner = touched[0] if touched else self._inside(gap.wanted, i)
            changed.update([owner] if owner is not None else [])
            owners[k:m] = [owner] * (m - k)
        self._changes |= {index: _Change(index) for index in sorted(changed)}
        for token, owner in zip(gap.shown, owners, strict=True):
            if owner is not None and owner in changed:
                self._changes[owner].shown.append(token)
        for owner, run in groupby(zip(gap.shown, owners, strict=True), key=lambda pair: pair[1]):
            if owner is None:
                self._additions.append([token for token, _ in run])

    def _spread(self, wanted: Sequence[Token], shown: Sequence[Token]) -> list[int | None]:
        """Return the pieces of tokens that have the same letters as `wanted`, however these are parted."""
        owners: list[int | None] = []
        position = wanted[0].start
        for token in shown:
            owners.append(self._wanted.at(position))
            position += len(token.text)
        return owners

    def _piece_at(self, token: Token) -> int:
        return self._wanted.at(token.start)

    def _inside(self, wanted: Sequence[Token], i: int) -> int | None:
        """Return the piece in the midst of which the token before `i` and that at `i` stand."""
        if 0 < i < len(wanted) and self._piece_at(wanted[i - 1]) == self._piece_at(wanted[i]):
            return self._piece_at(wanted[i])
        return None

    # ------------------------------------------------------------------------------- what is told

    def _told(self, change: _Change) -> tuple[int, Finding]:
        piece = self._pieces[change.index]
        wanted = plain(piece.text)
        if not change.shown:
            at = self._place_of(change.index)
            text = f"{self._name(piece)} is missing{self._under(change.index)}: {quoted(wanted)}"
            return at, Finding("removed", text, self._where(at))
        at = change.shown[0].start
        shown = self._words(change.shown)
        if piece.role == "number":
            text = f"reference {_figures(shown)} should be {_figures(wanted)}{self._behind(change.index)}"
            return at, Finding("reference", text, self._where(at))
        lacking = _lacking(shown, wanted) if self._drawn else ""
        if lacking:
            text = f"{self._name(piece)} shows “?” for {lacking}, which its font lacks: {quoted(wanted)}"
            return at, Finding("unshown", text, self._where(at))
        text = f"{self._name(piece)} is not as claimed: {contrast(shown, wanted)}"
        return at, Finding("altered", text, self._where(at))

    def _told_moved(self, index: int, at: int) -> tuple[int, Finding]:
        piece = self._pieces[index]
        text = (
            f"{self._name(piece)} was moved from its place{self._under(index)}: {quoted(plain(piece.text))}"
        )
        return at, Finding("moved", text, self._where(at))

    def _told_added(self, addition: Sequence[Token]) -> Iterator[tuple[int, Finding]]:
        """Yield a finding for each paragraph of an addition; signs and numbers of lists are none."""
        for _, run in groupby(addition, key=lambda token: self._shown.at(token.start)):
            words = list(run)
            if self._is_bullet(words) or self._is_listing(words) or self._is_running(words):
                continue
            piece = self._beside(words)
            if piece is not None:
                whole = self._shown.texts[self._shown.at(words[0].start)]
                text = f"{self._name(piece)} is not as claimed: {contrast(whole, plain(piece.text))}"
                yield words[0].start, Finding("altered", text, self._where(words[0].start))
            else:
                text = f"this is neither a line nor the report's own: {quoted(self._words(words))}"
                yield words[0].start, Finding("added", text, self._where(words[0].start))

    def _beside(self, addition: Sequence[Token]) -> Piece | None:
        """Return the piece of the report's own to which an addition belongs: all else that stands there."""
        index = self._shown.at(addition[0].start)
        start, end = self._shown.starts[index : index + 2]
        rest = self._shown.run[start : addition[0].start] + self._shown.run[addition[-1].end : end]
        return self._own.get(rest) if rest else None

    def _is_running(self, addition: Sequence[Token]) -> bool:
        """Tell whether it is a running line, which stands once above and below where there are no pages."""
        return "".join(token.text for token in addition) in self._running

    def _is_bullet(self, addition: Sequence[Token]) -> bool:
        """Tell whether it is the one sign before an item."""
        index = self._shown.at(addition[0].start)
        is_first = addition[0].start == self._shown.starts[index]
        return is_first and len(addition) == 1 and not addition[0].is_word

    def _is_listing(self, addition: Sequence[Token]) -> bool:
        """Tell whether it is what stands between facts and in contents: signs, and numbers of pages."""
        index = self._shown.at(addition[0].start)
        if index in self._prose or any(any(map(str.isalpha, token.text)) for token in addition):
            return False
        run = letters(self._body[index].text)
        return any(text and text in run for text in self._listed)

    def _name(self, piece: Piece) -> str:
        kinds: Mapping[str, str] = {"verbatim": "a line", "edited": "an edited line", "note": "a comment"}
        return f"the {piece.role}" if piece.line is None else kinds[self._claims.lines[piece.line].kind]

    def _behind(self, index: int) -> str:
        """Return the words behind which a piece should stand."""
        return f" behind {quoted_end(plain(self._pieces[index - 1].text))}" if index else ""

    def _under(self, index: int) -> str:
        """Return the heading under which a piece should stand."""
        above = self._headings[index]
        return f" under {quoted(above)}" if above else ""

    def _place_of(self, index: int) -> int:
        """Return where a piece that is gone should stand: behind the nearest one before it that is there."""
        before = bisect_left(self._kept, (index, 0)) - 1
        return self._kept[before][1] if before >= 0 else 0

    def _where(self, position: int) -> str:
        return place(self._body[self._shown.at(position)]) if self._body else ""

    def _words(self, found: Sequence[Token]) -> str:
        """Return tokens as they are shown, with the spaces between them."""
        parts: list[str] = []
        for token in found:
            text = self._shown.texts[self._shown.at(token.start)]
            joined = parts and f"{parts[-1].strip()}{token.text}" in text
            parts.append(token.text if joined or not parts else f" {token.text}")
        return "".join(parts)


def _lacking(shown: str, wanted: str) -> str:
    """Return the letters in whose place question marks are shown; empty where more is different."""
    pairs = list(zip_longest(letters(shown), letters(wanted)))
    others = [pair for pair in pairs if pair[0] != pair[1]]
    lacking = all(
        one == "?" and other is not None and unicodedata.category(other) in _LACKED for one, other in others
    )
    return " ".join(dict.fromkeys(other for _, other in others)) if lacking else ""


def _figures(text: str) -> str:
    """Return superior figures as others."""
    return text.translate(_FIGURES)


def _as_set(piece: Piece, run: str) -> str:
    """Return the words of a piece; the report's own in capitals where a style sets them so."""
    if piece.line is None and letters(piece.text) not in run and letters(piece.text.upper()) in run:
        return piece.text.upper()
    return piece.text
