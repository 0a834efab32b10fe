"""What a file says of itself beside its pages: its title, the sum of its claims, the article inside."""

import re
from collections.abc import Iterator
from hashlib import sha256

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import Claims
from converter.verifier.proof.letters import letters
from converter.verifier.proof.wording import contrast, quoted
from converter.verifier.visible.shown import Visible

_SUM = re.compile(r"SHA-256\W+([0-9a-f]{12,64})\b")
_SUM_OF_SOURCE = re.compile(r"Source.* SHA-256")

_LONGEST = 255
"""Characters of a Word file's title: Word takes no more."""


def check_metadata(visible: Visible, claims: Claims) -> Iterator[Finding]:
    """Yield where what a file says of itself is not what its pages and its claims say."""
    facts = visible.facts
    title = facts.get("title")
    whole, cut = letters(claims.title), letters(claims.title[:_LONGEST])
    if title is not None and letters(title) not in {whole, cut}:
        yield Finding("metadata", f"the file's title: {contrast(title, claims.title)}", "properties")
    digest = facts.get("claims-sha256")
    if digest is not None and visible.claims is not None and digest != sha256(visible.claims).hexdigest():
        yield Finding("claims-replaced", "what the report says of its lines was replaced", "properties")
    yield from _sums(visible, claims)
    yield from _conformance(visible)
    for notice in dict.fromkeys(visible.notices):
        yield Finding("doubtful", notice.text, notice.where)
    claimed = {source.sha256 for source in claims.sources}
    for article in visible.articles:
        if sha256(article).hexdigest() not in claimed:
            names = quoted(", ".join(source.name for source in claims.sources))
            yield Finding("article-replaced", f"the article inside is not {names}", "attachments")


def _conformance(visible: Visible) -> Iterator[Finding]:
    """Yield what a PDF lacks of the standards that it claims to meet, as far as it can be seen here.

    Tags, a language and a title are asked for by ISO 14289-1 7.1 and 7.2, tags also by level A of ISO 19005;
    whether everything else is met, veraPDF says.
    """
    claimed = visible.facts.get("conformance", "")
    wanted: dict[str, str] = {}
    if "PDF/UA" in claimed:
        wanted = {"tagged": "tags", "language": "a language", "title": "a title"}
    elif re.search(r"PDF/A-\da", claimed, re.IGNORECASE):
        wanted = {"tagged": "tags"}
    for fact, name in wanted.items():
        if not visible.facts.get(fact):
            yield Finding("conformance", f"it claims {claimed}, and has not {name}", "properties")


def _sums(visible: Visible, claims: Claims) -> Iterator[Finding]:
    """Yield the sums of sources, on the pages and in the properties, that are of no claimed source."""
    sums = [source.sha256 for source in claims.sources]
    told = [
        (sum_, "") for piece in claims.pieces if piece.role == "method" for sum_ in _SUM.findall(piece.text)
    ]
    told += [(said, "properties") for name, said in visible.facts.items() if _SUM_OF_SOURCE.fullmatch(name)]
    for said, where in told:
        if not any(one.startswith(said) for one in sums):
            text = (
                f"the source with the SHA-256 {said[:12]}… is none of those that the lines are said to be of"
            )
            yield Finding("source-unknown", text, where)
