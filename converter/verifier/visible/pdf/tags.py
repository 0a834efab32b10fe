"""The structure of a page (ISO 32000-1 14.7): which marked content makes one paragraph, item or cell."""

from typing import Any

import pypdfium2
from msgspec import Struct, field
from pypdfium2 import raw

from converter.limits import LIMITS
from converter.verifier.visible.pdf.pdfium import text_of

_ROLES = {
    **{f"H{level}": f"heading{level}" for level in range(1, 7)},
    "H": "heading1",
    "P": "paragraph",
    "LI": "item",
    "TOCI": "item",
    "TD": "cell",
    "TH": "cell",
    "Caption": "caption",
    "Note": "paragraph",
    "FENote": "paragraph",
    "Title": "",
}
_ALONE = frozenset(("LI", "TOCI", "TD", "TH", "Caption", "Note", "FENote"))
"""What holds paragraphs and is one with them to a reader."""


class Block(Struct, frozen=True):
    """An element that is read by itself.

    Attributes:
        path: its place in the tree, the same on all pages that it stands on.
        role: see `Shown`.
        note: whether it is an end-note.
        leaf: whether what it holds is one text.
        alone: whether that is so of paragraphs inside it too.
    """

    path: tuple[int, ...]
    role: str
    note: bool
    leaf: bool
    alone: bool


class Tags(Struct):
    """The structure of a page.

    Attributes:
        blocks: by marked content.
        alternatives: what is read out instead of content, by the first of it.
        actual: what elements say that they stand for, by all of their content.
    """

    blocks: dict[int, Block] = field(default_factory=dict)
    alternatives: dict[int, str] = field(default_factory=dict)
    actual: dict[tuple[int, ...], str] = field(default_factory=dict)


def read_tags(page: pypdfium2.PdfPage) -> Tags:
    """Return the structure of a page, as far as it is within limits; empty where it has none."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    tags = Tags()
    if tree:
        try:
            _Reader(tags).read(tree)
        finally:
            raw.FPDF_StructTree_Close(tree)
    return tags


class _Reader:
    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self._left = LIMITS.pdf_elements

    def read(self, tree: Any) -> None:  # noqa: ANN401 - a handle of PDFium
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            self._read(raw.FPDF_StructTree_GetChildAtIndex(tree, index), (index,), None)

    def _read(self, element: Any, path: tuple[int, ...], block: Block | None) -> list[int]:  # noqa: ANN401
        """Take in an element; return the marked content below it, in order."""
        self._left -= 1
        if not element or self._left < 0 or len(path) > LIMITS.pdf_depth:
            return []
        block = _block(_kind(element), path, block)
        found: list[int] = []
        for index in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                found += self._read(child, (*path, index), block)
                continue
            number = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if number >= 0:
                found.append(number)
                self._tags.blocks.setdefault(number, block)
        if found and (alternative := text_of(raw.FPDF_StructElement_GetAltText, element)):
            self._tags.alternatives[found[0]] = alternative
        if found and (actual := text_of(raw.FPDF_StructElement_GetActualText, element)):
            self._tags.actual[tuple(found)] = actual
        return found


def _block(kind: str, path: tuple[int, ...], outer: Block | None) -> Block:
    """Return the block that an element is, or belongs to."""
    if outer is not None and outer.alone and kind not in _ALONE:
        return outer
    if outer is not None and outer.leaf and kind not in _ROLES:
        return outer
    return Block(path, _ROLES.get(kind, ""), kind.endswith("Note"), kind in _ROLES, kind in _ALONE)


def _kind(element: Any) -> str:  # noqa: ANN401
    kind = text_of(raw.FPDF_StructElement_GetRawType, element)
    return kind if kind in _ROLES else text_of(raw.FPDF_StructElement_GetType, element)
