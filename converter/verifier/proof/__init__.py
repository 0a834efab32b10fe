"""Whether a report is what it claims to be.

1. `visible` reads what a reader sees of it, and `parsing` what it says of itself, its `claims`.
2. `comparing` lays the one beside the other (`alignment`), and names what differs; `furniture`, `running` and
   `metadata` do so for what is no line, and `marking` looks at where the claims put it.
3. `sources` holds the claims against the articles, where these are at hand.
4. `Verdict` says what follows, in exact words.

Nothing here is shared with what made the report, but the reader of articles and where sentences end.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from converter.readers.original import Original
from converter.verifier.findings import Finding, in_order
from converter.verifier.proof.claims import Claims
from converter.verifier.proof.comparing import compare, places_of
from converter.verifier.proof.furniture import check_hidden, check_references
from converter.verifier.proof.marking import check_marks
from converter.verifier.proof.metadata import check_metadata
from converter.verifier.proof.parsing import ClaimsError, parse_claims
from converter.verifier.proof.running import check_running
from converter.verifier.proof.sources import Evidence, check_against_sources
from converter.verifier.proof.verdict import Verdict, Word
from converter.verifier.visible import Visible, read_visible

__all__ = ["Evidence", "Verdict", "prove"]

_DRAWN = "pdf"
"""The format that is read as it is drawn, numbers and all."""


def prove(data: bytes, format: str, evidence: Sequence[Evidence] = ()) -> Verdict:  # noqa: A002 - one word for it
    """Return what can be said of the report in `data`.

    Args:
        data: the whole file.
        format: `docx`, `pdf`, `html`, `md` or `json`.
        evidence: articles at hand; those that it was not made from are passed over.

    Raises:
        InputError: the file is damaged.
    """
    visible = read_visible(data, format)
    if visible.claims is None:
        hidden = tuple(check_hidden(visible.shown))
        none = Finding("claims-missing", "nothing in the report says where its lines come from")
        return Verdict("contradicted" if hidden else "unproved", (none, *hidden))
    try:
        claims = parse_claims(visible.claims)
    except ClaimsError as error:
        broken = Finding("claims-broken", f"what the report says of its lines cannot be used: {error}")
        return Verdict("contradicted", (broken, *check_hidden(visible.shown)))
    known = [*evidence, *_carried(visible, claims)]
    findings = in_order(_findings(visible, claims, known))
    at_hand = frozenset(one.sha256 for one in known)
    has_all = all(source.sha256 in at_hand for source in claims.sources)
    word: Word = "contradicted" if findings else "proved" if has_all else "consistent"
    return Verdict(word, findings, claims, at_hand)


def _findings(visible: Visible, claims: Claims, evidence: Sequence[Evidence]) -> Iterator[Finding]:
    yield from check_hidden(visible.shown)
    drawn = visible.format == _DRAWN
    yield from compare(claims, visible.shown, drawn=drawn, silent=_silent(visible))
    if not drawn:
        yield from check_references(claims, visible.shown)
    yield from check_running(claims, visible.shown, visible.format)
    yield from check_metadata(visible, claims)
    of_lines = (*check_marks(claims), *check_against_sources(claims, evidence))
    if of_lines:
        where = places_of(claims, visible.shown)
        yield from (
            finding if index is None else finding._replace(where=where.get(index, ""))
            for index, finding in of_lines
        )


def _silent(visible: Visible) -> frozenset[str]:
    """Return the roles of pieces that a format does not show, or not as words."""
    roles = set() if visible.format == _DRAWN else {"number", "ordinal"}
    if visible.format == "md":
        roles.add("contents")
    if not any(one.role == "alternative" for one in visible.shown):
        roles.add("alternative")
    return frozenset(roles)


def _carried(visible: Visible, claims: Claims) -> Iterator[Evidence]:
    """Yield the articles that travel inside, where they are among the claimed sources."""
    claimed = {source.sha256: source.name for source in claims.sources}
    for article in visible.articles:
        name = claimed.get(sha256(article).hexdigest())
        if name is not None:
            yield Evidence(Original(article, name), name)
