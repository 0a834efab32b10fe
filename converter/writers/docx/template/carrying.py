"""What travels inside a report on a template; what an earlier report had, which became the template, goes."""

import re
from itertools import count
from typing import Final

from docx.document import Document as DocxDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part as DocxPart
from docx.oxml.ns import qn
from lxml import etree

from converter.model.document import PROVENANCE_NAMESPACE, Document
from converter.writers.docx.carried import (
    ITEM,
    ITEM_PROPERTIES,
    article_parts,
    item_properties_xml,
    item_xml,
)
from converter.writers.docx.lines import PREFIX
from converter.writers.docx.markup import DECLARATION
from converter.writers.docx.package import CONTENT_TYPES, relationship_type
from converter.writers.docx.properties import (
    PROVENANCE_PROPERTY,
    custom_properties,
    custom_xml,
    properties_xml,
)
from converter.writers.docx.template.parts import stories
from converter.writers.docx.template.trees import Element, elements, remove, values, whole_number

_CUSTOM: Final = "docProps/custom.xml"
_FIRST_PROPERTY: Final = 2
_OURS: Final = re.compile(rf"Source(?: \d+)?(?: SHA-256)?|{PROVENANCE_PROPERTY}")


def clear(template: DocxDocument) -> None:
    """Remove what an earlier report carried: its provenance, its article, and the bookmarks of its lines."""
    main = template.part
    for id_, link in list(main.rels.items()):
        is_article = link.reltype == relationship_type("article")
        if is_article or (_is_custom(link.reltype) and _is_ours(link.target_part)):
            del main.rels[id_]
            if not is_article:
                _remove_line_marks(template)


def carry(template: DocxDocument, document: Document) -> None:
    """Add what is to travel inside, and its sum and those of the sources to the file's custom properties."""
    main, package = template.part, template.part.package
    taken = {str(part.partname).lstrip("/") for part in package.iter_parts()}
    if document.provenance:
        number = next(number for number in count(1) if ITEM.format(number) not in taken)
        item = _part(template, ITEM.format(number), "application/xml", item_xml(document))
        properties = ITEM_PROPERTIES.format(number)
        described = _part(template, properties, CONTENT_TYPES["itemProps"], item_properties_xml())
        item.relate_to(described, relationship_type("customXmlProps"))
        main.relate_to(item, relationship_type("customXml"))
    for name, article in article_parts(document):
        made = DocxPart(PackURI(f"/{name}"), article.media_type, article.data, package)
        main.relate_to(made, relationship_type("article"))
    _describe(template, document)


def _describe(template: DocxDocument, document: Document) -> None:
    package = template.part.package
    told = dict(custom_properties(document))
    for link in package.rels.values():
        if link.reltype == relationship_type("custom-properties"):
            tree = etree.fromstring(link.target_part.blob)
            _replace_properties(tree, told)
            link.target_part._blob = etree.tostring(  # noqa: SLF001 - python-docx keeps it as bytes
                tree, xml_declaration=True, encoding="UTF-8", standalone=True
            )
            return
    if told:
        made = _part(template, _CUSTOM, CONTENT_TYPES["custom"], custom_xml(document))
        package.relate_to(made, relationship_type("custom-properties"))


def _replace_properties(tree: Element, told: dict[str, str]) -> None:
    """Put ours behind the template's; what is called like ours is of an earlier report."""
    remove(*[each for each in tree if _OURS.fullmatch(each.get("name", ""))])
    numbers = [whole_number(number) or 0 for number in values(tree, "*/@pid")]
    first = max([*numbers, _FIRST_PROPERTY - 1]) + 1
    tree.extend(etree.fromstring(properties_xml(told.items(), first)) if told else [])


def _remove_line_marks(template: DocxDocument) -> None:
    for _, story in stories(template):
        starts = elements(story, f".//w:bookmarkStart[starts-with(@w:name, '{PREFIX}')]")
        numbers = {start.get(qn("w:id")) for start in starts}
        ends = [end for end in elements(story, ".//w:bookmarkEnd") if end.get(qn("w:id")) in numbers]
        remove(*starts, *ends)


def _is_custom(kind: str) -> bool:
    return kind == relationship_type("customXml")


def _is_ours(part: DocxPart) -> bool:
    return f'"{PROVENANCE_NAMESPACE}"'.encode() in part.blob[:500]


def _part(template: DocxDocument, name: str, type_: str, xml: str) -> DocxPart:
    return DocxPart(PackURI(f"/{name}"), type_, (DECLARATION + xml).encode(), template.part.package)
