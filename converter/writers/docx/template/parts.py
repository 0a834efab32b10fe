"""Parts of an opened template: those that hold words, those that our content needs (ECMA-376 part 2)."""

from collections.abc import Iterator, Mapping

from docx.document import Document as DocxDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part as DocxPart
from docx.opc.part import XmlPart
from docx.opc.rel import _Relationship as Relationship
from docx.oxml import parse_xml

from converter.writers.docx.package import (
    CONTENT_TYPES,
    Relationships,
    binary_part,
    content_types,
    media_part,
    zipped,
)
from converter.writers.docx.template.trees import Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = "word/document.xml"
"""Name of the main part, as templates of Word have it."""

_PACKED_ALREADY = ("image/png", "image/jpeg", "image/gif")
_STORIES = frozenset({"header", "footer", "footnotes"})


def stories(template: DocxDocument) -> Iterator[tuple[str, Element]]:
    """Yield name and tree of each part with words: the main document first, headers, footers, foot-notes."""
    main = template.part
    yield _name(main), main.element
    for relationship in list(main.rels.values()):
        if relationship.reltype.removeprefix(_RELATIONSHIPS) in _STORIES and not relationship.is_external:
            part = _as_tree(main, relationship)
            yield _name(part), part.element


def part_of(template: DocxDocument, kind: str, otherwise: str) -> XmlPart:
    """Return the part of this `kind` (`numbering`, `endnotes`); if there is none, one made of `otherwise`."""
    main, package = template.part, template.part.package
    for relationship in main.rels.values():
        if relationship.reltype == _RELATIONSHIPS + kind:
            return _as_tree(main, relationship)
    new = XmlPart(PackURI(f"/word/{kind}.xml"), CONTENT_TYPES[kind], parse_xml(otherwise), package)
    main.relate_to(new, _RELATIONSHIPS + kind)
    return new


def relate(part: DocxPart, relationships: Relationships, pictures: Mapping[str, bytes]) -> None:
    """Enter `relationships` of ours into a part of the template, under the ids that our mark-up uses.

    Args:
        part: of the template.
        relationships: links and pictures.
        pictures: name of a part → its bytes.
    """
    for id_, kind, target, mode in relationships.items():
        if mode == "External":
            part.load_rel(kind, target, id_, is_external=True)
        else:
            name = f"word/{target}"
            media_type = f"image/{target.rpartition('.')[2]}"
            part.load_rel(kind, DocxPart(PackURI(f"/{name}"), media_type, pictures[name], part.package), id_)


def packed(template: DocxDocument) -> bytes:
    """Return `template` as a file, as python-docx does, but undated and with pictures as they are."""
    package = template.part.package
    parts = list(package.iter_parts())
    files = [
        content_types({_name(part): part.content_type for part in parts}),
        binary_part("_rels/.rels", package.rels.xml),
    ]
    for part in parts:
        pack = media_part if part.content_type.startswith(_PACKED_ALREADY) else binary_part
        files.append(pack(_name(part), part.blob))
        if len(part.rels):
            files.append(binary_part(str(part.partname.rels_uri).lstrip("/"), part.rels.xml))
    return zipped(files)


def _as_tree(main: DocxPart, relationship: Relationship) -> XmlPart:
    """Return what `relationship` leads to; a part that python-docx keeps as bytes gives way to its tree."""
    part = relationship.target_part
    if isinstance(part, XmlPart):
        return part
    parsed = XmlPart(part.partname, part.content_type, parse_xml(part.blob), part.package)
    for own in part.rels.values():
        target = own.target_ref if own.is_external else own.target_part
        parsed.load_rel(own.reltype, target, own.rId, own.is_external)
    main.load_rel(relationship.reltype, parsed, relationship.rId)
    return parsed


def _name(part: DocxPart) -> str:
    return str(part.partname).lstrip("/")
