"""What travels inside a Word file: custom XML with the provenance, and the article (ECMA-376 15.2.5, 22.5).

The provenance is the text of the one element of a custom XML part, which Word keeps when it saves the file.
The article is a part with a type of its own, to which the main document has a relationship of ours; Word need
not keep such a part.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from converter.model.document import PROVENANCE_NAMESPACE, Attachment, Document
from converter.writers.docx.markup import escape
from converter.writers.docx.package import Part, Relationships, binary_part, xml_part

ITEM: Final = "customXml/item{}.xml"
ITEM_PROPERTIES: Final = "customXml/itemProps{}.xml"
"""Names of the parts, with a number."""

_DATA_STORE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID: Final = "{0B1E5C4D-6A2F-4E3B-9C57-6D2A9F81E3C7}"
"""Names the part inside its file (22.5.2.2); the same in all, since no file has two."""


def carried_parts(document: Document, main: Relationships) -> Iterator[Part]:
    """Yield the parts of what travels inside, and enter them into the relationships of the main document."""
    if document.provenance:
        item, properties = ITEM.format(1), ITEM_PROPERTIES.format(1)
        main.add("customXml", f"../{item}")
        yield xml_part(item, item_xml(document))
        own = Relationships()
        own.add("customXmlProps", PurePosixPath(properties).name)
        yield from own.parts(item)
        yield xml_part(properties, item_properties_xml())
    for name, article in article_parts(document):
        main.add("article", f"../{name}")
        yield binary_part(name, article.data)


def item_xml(document: Document) -> str:
    """Return the custom XML with the provenance."""
    return f'<provenance xmlns="{PROVENANCE_NAMESPACE}">{escape(document.provenance)}</provenance>'


def item_properties_xml() -> str:
    """Return what Word wants to know of a custom XML part: its name and its namespaces (22.5.2)."""
    return (
        f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_DATA_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{PROVENANCE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def article_parts(document: Document) -> Iterator[tuple[str, Attachment]]:
    """Yield the articles with the names of their parts: their own may hold what no part's may (6.2.2)."""
    for number, article in enumerate(document.carried, 1):
        suffix = PurePosixPath(article.name).suffix
        fit = suffix.isascii() and suffix[1:].isalnum()
        counted = number if number > 1 else ""
        yield f"briefing/article{counted}{suffix.lower() if fit else ''}", article
