"""What a file says of itself beside its pages: its title, the sum of its claims, the article inside."""

from collections.abc import Iterator
from hashlib import sha256

from converter.verifier.findings import Finding
from converter.verifier.proof.claims import Claims
from converter.verifier.proof.letters import letters
from converter.verifier.proof.wording import contrast, quoted
from converter.verifier.visible.shown import Visible


def check_metadata(visible: Visible, claims: Claims) -> Iterator[Finding]:
    """Yield where what a file says of itself is not what its pages and its claims say."""
    facts = visible.facts
    title = facts.get("title")
    if title is not None and letters(title) != letters(claims.title):
        yield Finding("metadata", f"the file's title: {contrast(title, claims.title)}", "properties")
    digest = facts.get("claims-sha256")
    if digest is not None and visible.claims is not None and digest != sha256(visible.claims).hexdigest():
        yield Finding("claims-replaced", "what the report says of its lines was replaced", "properties")
    for notice in visible.notices:
        yield Finding("doubtful", notice.text, notice.where)
    if visible.article is not None:
        carried = sha256(visible.article).hexdigest()
        if carried not in {source.sha256 for source in claims.sources}:
            names = quoted(", ".join(source.name for source in claims.sources))
            yield Finding("article-replaced", f"the article inside is not {names}", "attachments")
