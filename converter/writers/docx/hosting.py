"""A Word template as a host: opened with python-docx, its parts at hand as trees (ECMA-376 part 2)."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
from docx.document import Document as DocxDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part as DocxPart
from docx.opc.part import XmlPart
from docx.opc.rel import _Relationship as Relationship
from docx.oxml import parse_xml

from converter.errors import StyleError
from converter.writers.docx.package import CONTENT_TYPES, Relationships

_TEMPLATE, _DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_MACROS = b"macroEnabled"
_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def open_template(path: str) -> DocxDocument:
    """Return the template at `path`, a .docx or .dotx file.

    Raises:
        StyleError: `template-missing` when it cannot be read, `template-unreadable` when it is no Word file,
            `template-macros` when it holds programs.
    """
    try:
        archive = Path(path).read_bytes()
    except OSError as error:
        raise StyleError(
            "template-missing", "the Word template cannot be read", where=path, remedy="check its path"
        ) from error
    try:
        return docx.Document(BytesIO(_as_document(archive, path)))
    except (BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise StyleError(
            "template-unreadable",
            "this is no Word template",
            where=path,
            remedy="give it a file that Word has saved as .docx or .dotx",
        ) from error


def _as_document(archive: bytes, path: str) -> bytes:
    """Return the archive of a template as that of a document, which is all that python-docx opens."""
    with ZipFile(BytesIO(archive)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    if _MACROS in parts[_TYPES]:
        raise StyleError(
            "template-macros",
            "the Word template holds macros",
            where=path,
            remedy="save it without them, as .docx or .dotx",
        )
    if _TEMPLATE not in parts[_TYPES]:
        return archive
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE, _DOCUMENT)
    rewritten = BytesIO()
    with ZipFile(rewritten, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return rewritten.getvalue()


def part_of(template: DocxDocument, kind: str, otherwise: str) -> XmlPart:
    """Return the part of this `kind` (`numbering`, `endnotes`); if there is none, one made of `otherwise`."""
    main, package = template.part, template.part.package
    for relationship in main.rels.values():
        if relationship.reltype == _RELATIONSHIPS + kind:
            part = relationship.target_part
            return part if isinstance(part, XmlPart) else _with_tree(main, part, relationship)
    new = XmlPart(PackURI(f"/word/{kind}.xml"), CONTENT_TYPES[kind], parse_xml(otherwise), package)
    main.relate_to(new, _RELATIONSHIPS + kind)
    return new


def _with_tree(main: DocxPart, part: DocxPart, relationship: Relationship) -> XmlPart:
    """Put a tree in the place of a part that python-docx keeps as bytes."""
    parsed = XmlPart(part.partname, part.content_type, parse_xml(part.blob), part.package)
    for own in part.rels.values():
        target = own.target_ref if own.is_external else own.target_part
        parsed.load_rel(own.reltype, target, own.rId, own.is_external)
    main.load_rel(relationship.reltype, parsed, relationship.rId)
    return parsed


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
