"""The file around the pages: page tree, bookmarks, destinations, links, structure tree and catalog (ISO 32000-1 7.7).

ReportLab's `pdfdoc` writes the objects; which there are is decided here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from converter.model.document import Document
from converter.writers.pdf.drawing import LinkArea
from converter.writers.pdf.face import number
from converter.writers.pdf.metadata import information, xmp
from converter.writers.pdf.structure import Annotation, Content, Element

# Keys of the parent tree: pages count from 0, annotations from here.
_ANNOTATION_KEYS = 1_000_000
_PRINTED = 4


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the reader's side panel."""

    level: int
    title: str
    page: int
    x: float
    y: float


@dataclass(slots=True)
class DrawnPage:
    """A page as drawn: its content, the elements of its marked content, and its links."""

    code: bytes
    contents: Sequence[Element]
    links: Sequence[LinkArea]


@dataclass(slots=True)
class Drawn:
    """All that was drawn.

    Attributes:
        pages: in order.
        bookmarks: in order.
        destinations: anchor → index of the page, x and y.
        root: of the structure.
    """

    pages: list[DrawnPage] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    destinations: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    root: Element = field(default_factory=lambda: Element("Document"))


class Code(PDFObject):
    """An object that is PDF code already."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        self.code = code

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - ReportLab's protocol
        """Return the code."""
        return self.code.encode("latin-1")


class PdfFile:
    """Puts a file together.

    Attributes:
        objects: ReportLab's store of numbered objects.
    """

    def __init__(self, document: Document, size: tuple[float, float]) -> None:
        """Begin a file of PDF 1.7 whose bytes depend on what is put in alone."""
        self.objects = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._document, self._size = document, size

    def write(
        self, drawn: Drawn, fonts: Mapping[str, PDFObjectReference], images: Mapping[str, PDFObjectReference]
    ) -> bytes:
        """Return the whole file."""
        store = self.objects
        resources = store.Reference(
            PDFDictionary(
                {
                    "Font": PDFDictionary(dict(fonts)),
                    **({"XObject": PDFDictionary(dict(images))} if images else {}),
                }
            )
        )
        tree = PDFDictionary({"Type": PDFName("Pages"), "Count": len(drawn.pages)})
        tree_reference = store.Reference(tree)
        pages = [
            PDFDictionary({"Type": PDFName("Page"), "Parent": tree_reference, "Resources": resources})
            for _ in drawn.pages
        ]
        references = [store.Reference(page) for page in pages]
        tree["Kids"] = PDFArray(references)
        annotations = self._fill_pages(drawn, pages, references)
        store.Catalog = PDFDictionary(
            {
                "Type": PDFName("Catalog"),
                "Pages": tree_reference,
                "Lang": PDFString(self._document.language),
                "MarkInfo": Code("<</Marked true>>"),
                "Metadata": store.Reference(xmp(self._document)),
                "Names": PDFDictionary({"Dests": store.Reference(_destinations(drawn, references))}),
                "StructTreeRoot": self._structure(drawn, references, annotations),
                "ViewerPreferences": Code(
                    f"<</DisplayDocTitle true/Direction/{'R2L' if self._document.direction == 'rtl' else 'L2R'}>>"
                ),
            }
        )
        if drawn.bookmarks:
            store.Catalog["Outlines"] = self._bookmarks(drawn.bookmarks, references)
            store.Catalog["PageMode"] = PDFName("UseNone")
        store.info = information(self._document.properties)
        for page in drawn.pages:
            store.updateSignature(page.code)
        store.updateSignature(repr(self._document.properties))
        return bytes(store.format())

    def _fill_pages(
        self, drawn: Drawn, pages: Sequence[PDFDictionary], references: Sequence[PDFObjectReference]
    ) -> list[tuple[Element, PDFObjectReference]]:
        """Complete the page objects; return each link's element and annotation."""
        width, height = self._size
        annotations: list[tuple[Element, PDFObjectReference]] = []
        for index, (page, content) in enumerate(zip(pages, drawn.pages, strict=True)):
            page["MediaBox"] = Code(f"[0 0 {number(width)} {number(height)}]")
            page["Contents"] = self.objects.Reference(
                PDFStream(PDFDictionary(), content.code, [PDFZCompress])
            )
            page["StructParents"] = index
            page["Tabs"] = PDFName("S")
            links = []
            for area in content.links:
                links.append(
                    self.objects.Reference(
                        _annotation(area, _ANNOTATION_KEYS + len(annotations), references[index])
                    )
                )
                area.link.element.kids.append(Annotation(index, len(annotations)))
                annotations.append((area.link.element, links[-1]))
            if links:
                page["Annots"] = PDFArray(links)
        return annotations

    def _bookmarks(
        self, bookmarks: Sequence[Bookmark], pages: Sequence[PDFObjectReference]
    ) -> PDFObjectReference:
        """Add the outline (12.3.3): each entry below the nearest one before it of a lower level."""
        root = PDFDictionary({"Type": PDFName("Outlines")})
        reference = self.objects.Reference(root)
        path: list[tuple[int, PDFDictionary, PDFObjectReference]] = [(-1, root, reference)]
        last: dict[int, tuple[PDFDictionary, PDFObjectReference]] = {}
        for bookmark in bookmarks:
            while path[-1][0] >= bookmark.level:
                path.pop()
            parent, parent_reference = path[-1][1:]
            entry = PDFDictionary(
                {
                    "Title": PDFString(bookmark.title),
                    "Parent": parent_reference,
                    "Dest": _destination(pages[bookmark.page], bookmark.x, bookmark.y),
                }
            )
            entry_reference = self.objects.Reference(entry)
            before = last.get(id(parent))
            if before is None:
                parent["First"] = entry_reference
            else:
                before[0]["Next"], entry["Prev"] = entry_reference, before[1]
            parent["Last"] = entry_reference
            last[id(parent)] = entry, entry_reference
            for _, above, _ in path:
                above["Count"] = above["Count"] + 1 if "Count" in above else 1
            path.append((bookmark.level, entry, entry_reference))
        return reference

    def _structure(
        self,
        drawn: Drawn,
        pages: Sequence[PDFObjectReference],
        annotations: Sequence[tuple[Element, PDFObjectReference]],
    ) -> PDFObjectReference:
        """Add the structure tree (14.7.2) and its parent tree (14.7.4.4)."""
        store = self.objects
        drawn.root.attach()
        elements = list(_walk(drawn.root))
        codes = [Code("") for _ in elements]
        names = {
            element: _name(store, store.Reference(code))
            for element, code in zip(elements, codes, strict=True)
        }
        page_names = [_name(store, page) for page in pages]
        annotation_names = [_name(store, annotation) for _, annotation in annotations]
        root = Code("")
        reference = store.Reference(root)
        for element, code in zip(elements, codes, strict=True):
            code.code = _element(element, names, _name(store, reference), page_names, annotation_names)
        parents = "".join(
            f"{index}[{' '.join(names[element] for element in page.contents)}]"
            for index, page in enumerate(drawn.pages)
        )
        parents += "".join(
            f" {_ANNOTATION_KEYS + index} {names[element]}" for index, (element, _) in enumerate(annotations)
        )
        tree = _name(store, store.Reference(Code(f"<</Nums[{parents}]>>")))
        identifiers = "".join(
            f"({element.identifier}){names[element]}"
            for element in sorted(elements, key=lambda element: element.identifier)
            if element.identifier
        )
        id_tree = f"/IDTree<</Names[{identifiers}]>>" if identifiers else ""
        root.code = f"<</Type/StructTreeRoot/K {names[drawn.root]}/ParentTree {tree}/ParentTreeNextKey {_ANNOTATION_KEYS + len(annotations)}/RoleMap<</Title/P>>{id_tree}>>"
        return reference


def _name(store: PDFDocument, reference: PDFObjectReference) -> str:
    return str(reference.format(store).decode("ascii"))


def _walk(element: Element) -> list[Element]:
    """Return `element` and all below it, in reading order."""
    found, waiting = [], [element]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
    return found


def _element(
    element: Element,
    names: Mapping[Element, str],
    root: str,
    pages: Sequence[str],
    annotations: Sequence[str],
) -> str:
    """Return a structure element (14.7.2): its own page is that of its first content."""
    page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    kids = []
    for kid in element.kids:
        match kid:
            case Element():
                kids.append(names[kid])
            case Annotation():
                kids.append(f"<</Type/OBJR/Pg {pages[kid.page]}/Obj {annotations[kid.number]}>>")
            case Content():
                kids.append(
                    str(kid.number)
                    if kid.page == page
                    else f"<</Type/MCR/Pg {pages[kid.page]}/MCID {kid.number}>>"
                )
    parts = [
        f"<</S/{element.tag}/P {names[element.parent] if element.parent else root}",
        f"/Pg {pages[page]}" if page is not None else "",
        f"/A{element.attributes}" if element.attributes else "",
        f"/Alt {_text(element.alternative)}" if element.alternative else "",
        f"/Lang {_text(element.language)}" if element.language else "",
        f"/ID({element.identifier})" if element.identifier else "",
        f"/K[{' '.join(kids)}]>>" if len(kids) != 1 else f"/K {kids[0]}>>",
    ]
    return "".join(parts)


def _text(text: str) -> str:
    """Return a text string (7.9.2.2) in hexadecimal, which needs no escapes."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _annotation(area: LinkArea, key: int, page: PDFObjectReference) -> PDFDictionary:
    """Return a link annotation (12.5.6.5) that leads to an address or to a destination of this file."""
    link = area.link
    target = (
        {"Dest": PDFString(link.target[1:])}
        if link.target.startswith("#")
        else {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.target)})}
    )
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": Code(f"[{' '.join(map(number, area.area))}]"),
            "Border": Code("[0 0 0]"),
            "F": _PRINTED,
            "P": page,
            "Contents": PDFString(link.description),
            "StructParent": key,
            **target,
        }
    )


def _destination(page: PDFObjectReference, x: float, y: float) -> PDFArray:
    return PDFArray([page, PDFName("XYZ"), x, y, "null"])


def _destinations(drawn: Drawn, pages: Sequence[PDFObjectReference]) -> PDFDictionary:
    """Return the name tree of destinations (7.9.6), sorted as it must be."""
    names: list[PDFObject] = []
    for anchor, (page, x, y) in sorted(drawn.destinations.items()):
        names += [PDFString(anchor), _destination(pages[page], x, y)]
    return PDFDictionary({"Names": PDFArray(names)})
