"""The parts of a report that came back: what it opens with, its sections, and what it says of itself."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from converter.returning.claimed import Part, body_of
from converter.returning.words import Paragraph, fold
from converter.verifier.proof.claims import CLOSING, Claims

_METHOD = "source_and_method"
_CONTENTS = ("toc", "contents heading")
_AMONG, _APART = (
    frozenset({"mark", "gap", "comment"}),
    frozenset({"empty", "caption", "alternative", "ordinal"}),
)
_LABELS = frozenset({"label", "fact", "subtitle"})


class Zones(Struct, frozen=True):
    """The paragraphs of a report, apart.

    Attributes:
        opening: above the first section, without the title and the contents.
        title: as it stands there; empty where it is gone.
        body: the sections, their headings among them.
        closing: source and method, and all behind it.
        marks: of a part of a digest, words of the report's own that come along with lines of other parts.
    """

    opening: tuple[Paragraph, ...]
    title: str
    body: tuple[Paragraph, ...]
    closing: tuple[Paragraph, ...]
    marks: tuple[str, ...] = ()


def zones_of(paragraphs: Sequence[Paragraph], claims: Claims, parts: Sequence[Part]) -> Zones:
    """Return the zones of a report by its bookmarks, and where these are gone by words and styles."""
    shown = [one for one in paragraphs if not one.style.startswith(_CONTENTS)]
    end = _closing_at(shown, claims)
    start = first_heading(shown[:end], parts)
    above = shown[:start]
    # a template may have the title behind a section
    titles = (
        [one for one in shown if "title" in one.anchors]
        or [one for one in above if one.style == "title"]
        or [one for one in shown if fold(one.text) == fold(claims.title)][:1]
    )
    title = " ".join(one.text for one in titles)
    opening = tuple(one for one in above if one not in titles)
    body = tuple(one for one in shown[start:end] if one not in titles)
    return Zones(opening, title, body, tuple(shown[end:]))


def words_among(claims: Claims) -> list[str]:
    """Return the report's own words that stand before and behind lines, such as `[…]`."""
    return [piece.text for piece in body_of(claims) if piece.role in _AMONG]


def words_apart(claims: Claims) -> frozenset[str]:
    """Return the report's own words that stand alone among the sections, folded."""
    return frozenset(fold(piece.text) for piece in body_of(claims) if piece.role in _APART)


def own_headings(claims: Claims) -> frozenset[str]:
    """Return the article's headings inside sections, folded."""
    pieces = body_of(claims)
    return frozenset(fold(one.text) for one in pieces if one.role == "heading" and one.level != 1)


def is_label(one: Paragraph, claims: Claims) -> bool:
    """Whether a paragraph says nothing but the facts that a report opens with."""
    return not _residue(
        [one], [piece.text for piece in claims.pieces if piece.role in _LABELS], all_shown=False
    )


def altered(zones: Zones, claims: Claims) -> list[str]:
    """Return what was written into the report's words of itself, or is left of them; empty: nothing was."""
    labels = [piece.text for piece in claims.pieces if piece.role in _LABELS]
    closing = [piece.text for piece in claims.pieces if piece.role in CLOSING]
    found = _residue(zones.opening, labels, all_shown=True)
    heading = [piece.text for piece in claims.pieces if piece.role == "heading"]
    return found + _residue(zones.closing, [*closing, *heading], all_shown=False)


def _residue(paragraphs: Iterable[Paragraph], texts: Sequence[str], *, all_shown: bool) -> list[str]:
    """Return what of `paragraphs` is none of `texts`, and where all should be shown, those that are not."""
    missing = {fold(text) for text in texts}
    found: list[str] = []
    for one in paragraphs:
        rest = fold(one.text)
        for text in sorted(map(fold, texts), key=len, reverse=True):
            if text and text in rest:
                rest = rest.replace(text, " ", 1)
                missing.discard(text)
        if any(map(str.isalnum, rest)):
            found.append(one.text)
    return found or (sorted(missing) if all_shown else [])


def _closing_at(paragraphs: Sequence[Paragraph], claims: Claims) -> int:
    """Return the index of the heading of source and method; behind all where it is gone."""
    heading = _method_heading(claims)
    said = [fold(piece.text) for piece in claims.pieces if piece.role in CLOSING]
    for at, one in enumerate(paragraphs):
        if _METHOD in one.anchors:
            return at
    for at in range(len(paragraphs) - 1, -1, -1):
        if heading and fold(paragraphs[at].text) == heading:
            return at
    return next((at for at, one in enumerate(paragraphs) if fold(one.text) in said), len(paragraphs))


def _method_heading(claims: Claims) -> str:
    last = ""
    for piece in claims.pieces:
        if piece.role in CLOSING:
            return last
        if piece.role == "heading":
            last = fold(piece.text)
    return ""


def first_heading(paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> int:
    """Return the index of the first paragraph of the sections: a heading, or a line where that is gone."""
    anchors = {anchor_of(part.key) for part in parts if part.title}
    titles = {fold(part.title) for part in parts if part.title}
    for at, one in enumerate(paragraphs):
        is_title = "title" in one.anchors or one.style == "title"
        is_heading = one.level == 1 or anchors.intersection(one.anchors) or fold(one.text) in titles
        if not is_title and (is_heading or any(hand.lines for hand in one.hands)):
            return at
    return len(paragraphs)


def anchor_of(key: str) -> str:
    """Return the name of the bookmark of a section's heading in Word, which takes no hyphens."""
    return key.replace("-", "_")
