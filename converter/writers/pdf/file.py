"""The file around the pages: page tree, links, destinations and catalog (ISO 32000-1 7.7)."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from converter.model.document import Attachment, Document
from converter.writers.pdf.associated import add_files, name_tree
from converter.writers.pdf.bookmarks import Bookmark, Destination, add_bookmarks
from converter.writers.pdf.conformance import Standard, add_output_intent
from converter.writers.pdf.drawing import LinkArea
from converter.writers.pdf.metadata import information, xmp
from converter.writers.pdf.objects import Objects, Reference, number, text_string
from converter.writers.pdf.structure import Annotation, Element
from converter.writers.pdf.structure_tree import ANNOTATION_KEYS, add_structure

_PRINTED = 4
_DIRECTIONS = {"ltr": "L2R", "rtl": "R2L"}


class DrawnPage(Struct):
    """A page as drawn: its content stream, the element of each marked-content sequence, and its links."""

    stream: Reference
    contents: Sequence[Element]
    links: Sequence[LinkArea]


class Drawn(Struct):
    """All that was drawn.

    Attributes:
        root: of the structure.
        pages: in order.
        bookmarks: in order.
        destinations: anchor → place.
    """

    root: Element
    pages: list[DrawnPage] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    destinations: dict[str, Destination] = field(default_factory=dict)


def write_file(  # noqa: PLR0913, PLR0917 - each is one part of the file
    objects: Objects,
    document: Document,
    size: tuple[float, float],
    drawn: Drawn,
    fonts: Mapping[str, Reference],
    images: Mapping[str, Reference],
    standards: Sequence[Standard],
) -> bytes:
    """Return the whole file.

    Args:
        objects: with the fonts and images in it.
        document: what it says of itself.
        size: of the paper, in points.
        drawn: what was drawn.
        fonts: by the names that the pages call them.
        images: by the names that the pages call them.
        standards: that the file claims to keep.
    """
    tree = objects.reserve()
    pages = [objects.reserve() for _ in drawn.pages]
    links = _fill_pages(objects, drawn.pages, pages, tree, size, objects.add(_resources(fonts, images)))
    objects.fill(tree, f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(pages)}]>>")
    carried = _carried(document, standards)
    files = add_files(objects, carried, document.properties.created)
    metadata = xmp(document, standards, document.provenance_sha256 if carried else "")
    names = f"/EmbeddedFiles {name_tree(files)}" if files else ""
    entries = {
        "Type": "/Catalog",
        "Pages": tree,
        "Lang": text_string(document.language),
        "MarkInfo": "<</Marked true>>",
        "Metadata": objects.add_stream("/Type/Metadata/Subtype/XML", metadata, "as it is"),
        "Names": f"<</Dests {objects.add(_destinations(drawn, pages))}{names}>>",
        "StructTreeRoot": add_structure(
            objects, drawn.root, [page.contents for page in drawn.pages], links, pages
        ),
        **({"AF": f"[{' '.join(files.values())}]"} if files else {}),
        "ViewerPreferences": f"<</DisplayDocTitle true/Direction/{_DIRECTIONS[document.direction]}>>",
    }
    if any(standard != "ua-1" for standard in standards):
        entries["OutputIntents"] = f"[{add_output_intent(objects)}]"
    if drawn.bookmarks:
        entries["Outlines"] = add_bookmarks(objects, drawn.bookmarks, pages)
    catalog = "".join(f"/{name} {value}" for name, value in entries.items())
    return objects.write(objects.add(f"<<{catalog}>>"), objects.add(information(document.properties)))


def _carried(document: Document, standards: Sequence[Standard]) -> tuple[Attachment, ...]:
    """Return what travels inside the file: PDF/A-2 allows nothing but other PDF/A (ISO 19005-2 6.8)."""
    return () if "a-2a" in standards else document.attachments


def _resources(fonts: Mapping[str, Reference], images: Mapping[str, Reference]) -> str:
    """Return the resources that all pages share (7.8.3)."""
    kinds = {"Font": fonts, "XObject": images}
    parts = [
        f"/{kind}<<{''.join(f'/{name} {reference}' for name, reference in each.items())}>>"
        for kind, each in kinds.items()
    ]
    return f"<<{''.join(parts)}>>"


def _fill_pages(  # noqa: PLR0913, PLR0917 - what a page is made of
    objects: Objects,
    drawn: Sequence[DrawnPage],
    pages: Sequence[Reference],
    tree: Reference,
    size: tuple[float, float],
    resources: Reference,
) -> list[tuple[Element, Reference]]:
    """Give the page objects their code (7.7.3.3); return the element and the annotation of each link."""
    width, height = map(number, size)
    links: list[tuple[Element, Reference]] = []
    for index, (content, page) in enumerate(zip(drawn, pages, strict=True)):
        annotations = []
        for area in content.links:
            annotation = objects.add(_annotation(area, ANNOTATION_KEYS + len(links), page))
            area.link.element.kids.append(Annotation(index, len(links)))
            links.append((area.link.element, annotation))
            annotations.append(annotation)
        objects.fill(
            page,
            f"<</Type/Page/Parent {tree}/MediaBox[0 0 {width} {height}]/Resources {resources}"
            f"/Contents {content.stream}/StructParents {index}/Tabs/S"
            + (f"/Annots[{' '.join(annotations)}]>>" if annotations else ">>"),
        )
    return links


_NO_BREAK = "\u00a0"


def _annotation(area: LinkArea, key: int, page: Reference) -> str:
    """Return a link annotation (12.5.6.5) that leads to an address or to a destination of this file."""
    link, corners = area.link, " ".join(map(number, area.area))
    inside = link.target.startswith("#")
    target = (
        f"/Dest{text_string(link.target[1:])}" if inside else f"/A<</S/URI/URI{text_string(link.target)}>>"
    )
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 0]/F {_PRINTED}/P {page}"
        f"/Contents{text_string(link.description.replace(_NO_BREAK, ' '))}/StructParent {key}{target}>>"
    )


def _destinations(drawn: Drawn, pages: Sequence[Reference]) -> str:
    """Return the name tree of destinations (7.9.6), sorted as it must be."""
    names = "".join(
        text_string(name) + place.code(pages) for name, place in sorted(drawn.destinations.items())
    )
    return f"<</Names[{names}]>>"
