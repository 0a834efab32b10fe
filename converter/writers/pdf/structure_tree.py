"""The structure as objects of the file: the tree, and the way back from content to it (ISO 32000-1 14.7)."""

from collections.abc import Mapping, Sequence

from converter.writers.pdf.objects import Objects, Reference, text_string
from converter.writers.pdf.structure import Annotation, Content, Element

ANNOTATION_KEYS = 1_000_000
"""Keys of the parent tree: pages count from 0, annotations from here."""
# The report's title is no heading of it; PDF 1.7 has no type of its own for it.
_ROLES = "<</Title/P>>"


def add_structure(
    objects: Objects,
    root: Element,
    contents: Sequence[Sequence[Element]],
    links: Sequence[tuple[Element, Reference]],
    pages: Sequence[Reference],
) -> Reference:
    """Add the structure tree.

    Args:
        objects: where to.
        root: of the tree.
        contents: for each page, the element of each marked-content sequence.
        links: for each link annotation of the file, its element and itself.
        pages: the page objects.
    """
    root.attach()
    elements = _walk(root)
    tree = objects.reserve()
    names = {element: objects.reserve() for element in elements}
    annotations = [annotation for _, annotation in links]
    for element in elements:
        parent = names[element.parent] if element.parent else tree
        objects.fill(names[element], _element(element, parent, names, pages, annotations))
    parents = [
        f"{page}[{' '.join(names[element] for element in each)}]" for page, each in enumerate(contents)
    ]
    parents += [f"{ANNOTATION_KEYS + index} {names[element]}" for index, (element, _) in enumerate(links)]
    parent_tree = objects.add(f"<</Nums[{' '.join(parents)}]>>")
    identifiers = sorted((element.identifier, names[element]) for element in elements if element.identifier)
    id_tree = (
        f"/IDTree<</Names[{''.join(f'({name}){reference}' for name, reference in identifiers)}]>>"
        if identifiers
        else ""
    )
    return objects.fill(
        tree,
        f"<</Type/StructTreeRoot/K {names[root]}/ParentTree {parent_tree}"
        f"/ParentTreeNextKey {ANNOTATION_KEYS + len(links)}/RoleMap{_ROLES}{id_tree}>>",
    )


def _walk(root: Element) -> list[Element]:
    """Return `root` and all below it, in reading order."""
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
    return found


def _element(
    element: Element,
    parent: Reference,
    names: Mapping[Element, Reference],
    pages: Sequence[Reference],
    annotations: Sequence[Reference],
) -> str:
    """Return a structure element (14.7.2); its page is that of its first content."""
    page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    kids = []
    for kid in element.kids:
        match kid:
            case Element():
                kids.append(names[kid])
            case Annotation():
                kids.append(f"<</Type/OBJR/Pg {pages[kid.page]}/Obj {annotations[kid.number]}>>")
            case Content():
                here = kid.page == page
                kids.append(
                    str(kid.number) if here else f"<</Type/MCR/Pg {pages[kid.page]}/MCID {kid.number}>>"
                )
    return (
        f"<</S/{element.tag}/P {parent}"
        + (f"/Pg {pages[page]}" if page is not None else "")
        + (f"/A{element.attributes}" if element.attributes else "")
        + (f"/Alt{text_string(element.alternative)}" if element.alternative else "")
        + (f"/Lang{text_string(element.language)}" if element.language else "")
        + (f"/ID({element.identifier})" if element.identifier else "")
        + f"/K[{' '.join(kids)}]>>"
    )
