"""Word files taken apart by other programs than the one that made them: `zipfile` and lxml."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from msgspec.structs import replace

from converter.model.document import Block, Document
from converter.model.style import Style
from converter.writers.docx import write_docx
from converter.writers.docx.look import Look
from tests.sample import sample_document, sample_style

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "p": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}


def parts(data: bytes) -> dict[str, bytes]:
    """Return name → bytes of every part, checked against their sums."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


class Opened:
    """One Word file."""

    def __init__(self, data: bytes) -> None:
        """Take it apart."""
        self.parts = parts(data)

    def tree(self, name: str) -> etree._Element:
        """Return the root of a part; `name` may leave out `word/` and `.xml`."""
        full = name if name in self.parts else f"word/{name}.xml"
        return etree.fromstring(self.parts[full])

    def find(self, path: str, part: str = "document") -> list[etree._Element]:
        """Return the elements at an XPath."""
        return query(self.tree(part), path)

    def values(self, path: str, part: str = "document") -> list[str]:
        """Return the attributes or texts at an XPath."""
        return strings(self.tree(part), path)

    def styles(self) -> list[str]:
        """Return the style of each paragraph of the body, tables included."""
        return self.values("//w:body//w:pPr/w:pStyle/@w:val")


def query(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at an XPath below `root`."""
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def strings(root: etree._Element, path: str) -> list[str]:
    """Return the attributes or texts at an XPath below `root`."""
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(value) for value in found]


def fragment(xml: str) -> etree._Element:
    """Return a root around mark-up that uses the prefixes of Word."""
    declarations = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<root {declarations}>{xml}</root>")


def written(*blocks: Block, style: Style | None = None, **changes: object) -> Opened:
    """Return the sample document as Word file, with other blocks where some are given, taken apart."""
    return Opened(write_docx(document(*blocks, **changes), style or sample_style()).data)


def document(*blocks: Block, **changes: object) -> Document:
    """Return the sample document with other blocks where some are given."""
    return replace(sample_document(), **({"blocks": blocks} if blocks else {}), **changes)


def look(style: Style | None = None) -> Look:
    """Return the look of `style`, or of the sample's."""
    return Look(style or sample_style(), "en", "ltr")
