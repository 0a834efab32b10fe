"""What a Word file says of itself: its properties, and the provenance that travels in it."""

from collections.abc import Iterator

from converter.ooxml.xml import Element, attribute, children, local
from converter.verifier.word.document import Document

NAMESPACE = "urn:briefing:provenance"
"""Of the custom XML part (ECMA-376 part 1, 15.2.5) that holds the provenance as text."""
_ROOT = f"{{{NAMESPACE}}}provenance"
_CORE = {"creator": "author", "identifier": "identifier"}
_CUSTOM = {"Provenance SHA-256": "claims-sha256"}
_ARTICLE = "article"
"""Kind of the relationship to the part that is the article; it is ours."""


def claims_in(document: Document) -> list[bytes]:
    """Return the provenance as it is in the file, once for each part that holds one.

    Raises:
        InputError: `input-broken` when a custom XML part is no XML.
    """
    return [
        "".join(str(text) for text in root.itertext()).encode()
        for root in _custom_parts(document)
        if root.tag == _ROOT
    ]


def articles_in(document: Document) -> tuple[bytes, ...]:
    """Return the articles that travel inside."""
    parts = (
        document.package.read(link.target)
        for link in document.package.relationships(document.main).values()
        if link.kind.rpartition(":")[2] == _ARTICLE and not link.external
    )
    return tuple(part for part in parts if part is not None)


def facts_of(document: Document) -> dict[str, str]:
    """Return the properties of the file by name, those of its core as in `Visible`; custom ones as named."""
    facts: dict[str, str] = {}
    for kind in ("core-properties", "extended-properties"):
        for root in _related(document, kind):
            for one in root:
                if one.text and len(one) == 0:
                    name = local(one)
                    facts.setdefault(_CORE.get(name, name.lower()), one.text.strip())
    for root in _related(document, "custom-properties"):
        for one in children(root, "property"):
            name = attribute(one, "name")
            facts.setdefault(_CUSTOM.get(name, name), "".join(str(text) for text in one.itertext()))
    if "application" in facts:
        facts.setdefault("generator", facts["application"])
    return facts


def _custom_parts(document: Document) -> Iterator[Element]:
    names = [
        *document.package.related(document.main, "customXml"),
        *document.package.related("", "customXml"),
    ]
    for name in dict.fromkeys(names):
        root = document.package.tree(name)
        if root is not None:
            yield root


def _related(document: Document, kind: str) -> Iterator[Element]:
    for name in document.package.related("", kind):
        root = document.package.tree(name)
        if root is not None:
            yield root
