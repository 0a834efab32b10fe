"""Parts of an opened template: those that hold words, those that our content needs (ECMA-376 part 2)."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

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
from converter.writers.docx.template.trees import Element, values, whole_number

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKED_ALREADY = ("image/png", "image/jpeg", "image/gif")
_STORIES = frozenset({"header", "footer", "footnotes"})


class FreeNames(NamedTuple):
    """What our parts may be called beside those of a template.

    Attributes:
        relationship: what ids of relationships begin with.
        picture: what names of pictures begin with.
        drawing: the highest number of a drawing so far.
    """

    relationship: str
    picture: str
    drawing: int


def stories(template: DocxDocument) -> Iterator[tuple[str, Element]]:
    """Yield name and tree of each part with words: the main document first, headers, footers, foot-notes."""
    main = template.part
    found: dict[str, Element] = {_name(main): main.element}
    for relationship in list(main.rels.values()):
        if relationship.reltype.removeprefix(_RELATIONSHIPS) in _STORIES and not relationship.is_external:
            part = _as_tree(main, relationship)
            found.setdefault(_name(part), part.element)
    yield from found.items()


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


def free_names(template: DocxDocument) -> FreeNames:
    """Return names that `template` does not use; one made by us before has used some."""
    parts = list(template.part.package.iter_parts())
    taken = {id_ for part in parts for id_ in part.rels}
    media = {str(part.partname) for part in parts}
    drawings = (
        number
        for _, story in stories(template)
        for value in values(story, ".//wp:docPr/@id")
        if (number := whole_number(value)) is not None
    )
    return FreeNames(
        next(name for name in _tries("rIdBriefing") if not any(id_.startswith(name) for id_ in taken)),
        next(name for name in _tries("briefing") if not any(f"/{name}" in part for part in media)),
        max(drawings, default=0),
    )


def _tries(name: str) -> Iterator[str]:
    """Yield `name` with ever more behind it; none is the beginning of an earlier one with a number."""
    return (name + "x" * times for times in count())


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
