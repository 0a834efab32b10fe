"""The bodies of a message against what the reports attached to it claim.

A body carries no claims of its own: mail programs take away what no reader sees, and whoever forwards a
message may cut it. It shows what the reports show, in their order, without contents and pictures; above that
stand words of the sender's, which no claim covers; and one that would be too long ends with its leading
sections and says so (`docs/why/proof.md`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import StyleError
from converter.stylesheets.languages import load_language
from converter.verifier.findings import Finding, in_order
from converter.verifier.message.typed import typed_paragraphs, without_links
from converter.verifier.proof.claims import Claims, Piece, Running
from converter.verifier.proof.comparing import compare
from converter.verifier.proof.furniture import check_hidden, check_references
from converter.verifier.proof.letters import letters
from converter.verifier.visible.html import read_html
from converter.verifier.visible.shown import Shown

_OUTLOOK = re.compile(r"\[if [^\]]*\]>|<!\[endif\]|<style>[^<]*</style>|<[^<>]*>")
_NUMBER = re.compile(r"\d+\.\s?")
_TAG = re.compile(r"[A-Za-z0-9-]{2,35}")
_NUMBERS = ("number", "ordinal")
"""Roles of pieces that a page has beside its words."""

_TITLES = frozenset({"label", "heading", "fact"})
"""Roles of what stands above the lines of an article, and of a section."""

_REST = "rest-attached"


class Body(Struct, frozen=True):
    """What can be said of a body.

    Attributes:
        findings: what should be otherwise.
        lines: indices of the claimed lines that it shows.
        letter: the words above the briefing, which are the sender's.
    """

    findings: tuple[Finding, ...]
    lines: frozenset[int]
    letter: str


def check_html(data: bytes, claims: Claims) -> Body:
    """Return what can be said of a body in HTML (UTF-8) whose reports make `claims`.

    Raises:
        InputError: `input-broken`.
    """
    run = letters("".join(piece.text for piece in claims.pieces if piece.role not in _NUMBERS))
    shown = [_without_number(one, run) for one in read_html(data).shown if not _is_for_clients(one, claims)]
    return _check(shown, replace(claims, pieces=tuple(map(_in_brackets, claims.pieces))))


def check_text(data: bytes, claims: Claims) -> Body:
    """Return what can be said of a body in plain text (UTF-8) whose reports make `claims`."""
    pieces = tuple(replace(piece, text=_as_typed(piece)) for piece in claims.pieces)
    run = letters("".join(piece.text for piece in pieces))
    shown = list(typed_paragraphs(data.decode("utf-8", "replace"), run))
    return _check(shown, replace(claims, pieces=pieces), typed=True)


def _check(shown: Sequence[Shown], claims: Claims, *, typed: bool = False) -> Body:
    pieces = tuple(piece for piece in claims.pieces if piece.role != "contents")
    marking = str(claims.configuration.get("marking", ""))
    claims = replace(claims, pieces=pieces, running=(*claims.running, Running("marking", marking)))
    letter, briefing = _parted(shown, claims)
    findings = _findings(claims, briefing, typed=typed)
    if findings and (rest := _place_of_rest(briefing, claims)) is not None:
        left = [*briefing[:rest], *briefing[rest + 1 :]]
        cuts = [replace(claims, pieces=_cut(pieces, end)) for end in _ends(pieces, briefing[:rest])]
        claims, findings = min(
            ((cut, _findings(cut, left, typed=typed)) for cut in cuts), key=lambda each: len(each[1])
        )
    lines = frozenset(piece.line for piece in claims.pieces if piece.line is not None)
    return Body(in_order(findings), lines, "\n".join(letter))


def _findings(claims: Claims, shown: Sequence[Shown], *, typed: bool) -> list[Finding]:
    silent = () if typed else _NUMBERS
    found = [*check_hidden(shown), *compare(claims, shown, drawn=False, silent=silent)]
    return found if typed else [*found, *check_references(claims, shown)]


def _parted(shown: Sequence[Shown], claims: Claims) -> tuple[list[str], list[Shown]]:
    """Return the sender's words, and what follows: the briefing opens with its label or its title."""
    opening = {letters(piece.text).casefold() for piece in claims.pieces if piece.role in {"label", "title"}}
    marks = {letters(one.text) for one in claims.running}
    at = next((i for i, one in enumerate(shown) if letters(one.text).casefold() in opening), 0)
    hidden = [one for one in shown[:at] if one.place == "hidden"]
    letter = [one.text for one in shown[:at] if one.place == "body" and letters(one.text) not in marks]
    return letter, [*hidden, *shown[at:]]


# ------------------------------------------------------------------------------------- what is left out


def _place_of_rest(shown: Sequence[Shown], claims: Claims) -> int | None:
    """Return where a body says that the rest is attached; `None` where it does not."""
    tag = claims.configuration.get("language")
    if not isinstance(tag, str) or not _TAG.fullmatch(tag):
        return None
    try:
        said = load_language(tag).labels.get(_REST, "")
    except StyleError:
        return None
    return next((i for i, one in enumerate(shown) if said and letters(one.text) == letters(said)), None)


def _ends(pieces: Sequence[Piece], shown: Sequence[Shown]) -> Iterator[int]:
    """Yield how many pieces a body has before `shown` ends: by its length, and by its last line.

    An article of a digest is not begun where no line of it is shown.
    """
    run = "".join(letters(one.text) for one in shown if one.place == "body")
    texts = ["" if piece.role in _NUMBERS else letters(piece.text) for piece in pieces[: _closing(pieces)]]
    totals = list(accumulate(map(len, texts), initial=0))
    by_length = min(range(len(totals)), key=lambda at: (abs(totals[at] - len(run)), -at))
    last = max((at for at, text in enumerate(texts) if text and text in run), default=by_length)
    behind = next((at for at in range(last + 1, len(texts)) if texts[at]), len(texts))
    for end in (by_length, behind):
        yield end
        before = end
        while before and pieces[before - 1].role in _TITLES:
            before -= 1
        if before < end:
            yield before


def _cut(pieces: Sequence[Piece], end: int) -> tuple[Piece, ...]:
    """Return so many pieces, and what closes all; of the end-notes those that these pieces refer to."""
    kept = pieces[:end]
    cited = {int(piece.text.strip("[]")) for piece in kept if piece.role == "number"}
    closing = [
        piece for piece in pieces[_closing(pieces) :] if piece.role != "reference" or piece.number in cited
    ]
    if not cited and closing and closing[-1].role == "heading":
        closing.pop()
    return (*kept, *closing)


def _closing(pieces: Sequence[Piece]) -> int:
    """Return the index of the heading of source and method."""
    return next((at - 1 for at, piece in enumerate(pieces) if piece.role == "method"), len(pieces))


# --------------------------------------------------------------------------------- how bodies are written


def _in_brackets(piece: Piece) -> Piece:
    """Return a piece as bodies show it: of a picture stay its words."""
    return replace(piece, text=f"[{piece.text}]") if piece.role == "alternative" else piece


def _without_number(one: Shown, run: str) -> Shown:
    """Return a paragraph without the number that a style puts before it."""
    found = _NUMBER.match(one.text)
    numbered = found and letters(one.text) not in run
    return replace(one, text=one.text[found.end() :]) if found and numbered else one


def _is_for_clients(one: Shown, claims: Claims) -> bool:
    """Tell whether no reader sees something, and it says nothing: mark-up for Outlook, labels for phones."""
    if one.place != "hidden":
        return False
    if one.role == "comment":
        return not _OUTLOOK.sub("", one.text).strip()
    label = letters(one.text).removesuffix(":")
    return one.role == "cell" and any(label in letters(line.text) for line in claims.lines)


def _as_typed(piece: Piece) -> str:
    """Return the text of a piece in plain text, where numbers of notes stand in brackets."""
    text = without_links(_in_brackets(piece).text)
    if piece.role == "number":
        return f"[{text}]"
    return text if piece.number is None or piece.role != "reference" else f"[{piece.number}] {text}"
