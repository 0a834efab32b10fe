"""Word files made of strings, part by part."""

from collections.abc import Mapping

from converter.model.article import Article
from converter.readers.docx import read_docx
from converter.readers.original import Original
from tests.ooxml.making import p, part, relationships, zipped


def item(text: str, list_id: int, level: int = 0) -> str:
    """Return a paragraph in a list."""
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(text, properties=numbers)


def style(style_id: str, name: str, content: str = "", *, base: str = "", kind: str = "paragraph") -> str:
    """Return a style."""
    inherited = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{inherited}{content}</w:style>'


def package(  # noqa: PLR0913 - one for each kind of part
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    links: Mapping[str, tuple[str, str]] | None = None,
    core: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    own = {"s": ("styles", "styles.xml"), "n": ("numbering", "numbering.xml")}
    made = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": relationships(
            {"d": ("officeDocument", "word/document.xml"), "c": ("core-properties", "docProps/core.xml")}
        ),
        "docProps/core.xml": (
            '<cp:p xmlns:cp="urn:x" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:p>'
        ).encode(),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", numbering),
        "word/_rels/document.xml.rels": relationships({**own, **(links or {})}),
    }
    return {**made, **(parts or {})}


def from_docx(parts: Mapping[str, bytes] | str, name: str = "sample.docx") -> Article:
    """Return the article that a Word file of these parts, or with this body, is read as."""
    whole = package(parts) if isinstance(parts, str) else parts
    return read_docx(Original(zipped(whole), name), "")
