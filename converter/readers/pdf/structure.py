"""A page's part of the structure tree (ISO 32000-2 14.7)."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
from msgspec import Struct, field
from pypdfium2 import raw

from converter.limits import LIMITS


class Element(Struct):
    """An element of the tree.

    Attributes:
        kind: standard type that its own is mapped to, such as `P` or `H1`.
        children: elements, and marked-content identifiers of the page, in order.
        alternative: text for those who do not see it.
        actual: what its content stands for; empty for what it says itself.
        spans: columns that a cell of a table takes.
    """

    kind: str
    children: list["Element | int"] = field(default_factory=list)
    alternative: str = ""
    actual: str = ""
    spans: int = 1

    @property
    def numbers(self) -> list[int]:
        """The identifiers of the content that is its own."""
        return [child for child in self.children if isinstance(child, int)]

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))


def read_structure(page: pypdfium2.PdfPage) -> Element | None:
    """Return the root of a page's elements; `None` when it has none, or too many or too deep ones."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return None
    try:
        root = Element("Document")
        reader = _Reader()
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            reader.add(root, raw.FPDF_StructTree_GetChildAtIndex(tree, index), 0)
        return root if root.children and reader.within_limits else None
    finally:
        raw.FPDF_StructTree_Close(tree)


class _Reader:
    def __init__(self) -> None:
        self._left = LIMITS.pdf_elements
        self.within_limits = True

    def add(self, parent: Element, handle: Any, depth: int) -> None:  # noqa: ANN401 - a handle of PDFium
        self._left -= 1
        self.within_limits = self.within_limits and depth <= LIMITS.pdf_depth and self._left >= 0
        if not handle or not self.within_limits:
            return
        element = Element(_kind(handle))
        element.alternative = _text(raw.FPDF_StructElement_GetAltText, handle)
        element.actual = _text(raw.FPDF_StructElement_GetActualText, handle)
        parent.children.append(element)
        if element.kind in ("TD", "TH"):
            element.spans = _spans(handle)
        for index in range(raw.FPDF_StructElement_CountChildren(handle)):
            child = raw.FPDF_StructElement_GetChildAtIndex(handle, index)
            if child:
                self.add(element, child, depth + 1)
                continue
            mcid = raw.FPDF_StructElement_GetChildMarkedContentID(handle, index)
            if mcid >= 0:
                element.children.append(mcid)


def _kind(handle: Any) -> str:  # noqa: ANN401
    # A title that older readers are told to take for a heading (ISO 32000-2 14.8.4.6) is one all the same.
    if _text(raw.FPDF_StructElement_GetRawType, handle) == "Title":
        return "Title"
    return _text(raw.FPDF_StructElement_GetType, handle) or "Span"


def _text(read: Callable[..., int], handle: Any) -> str:  # noqa: ANN401
    size = read(handle, None, 0)
    if size <= 2:  # noqa: PLR2004 - nothing but the zero at its end
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    read(handle, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _spans(handle: Any) -> int:  # noqa: ANN401
    """Return the attribute ColSpan (ISO 32000-2 table 384)."""
    number = ctypes.c_float()
    for index in range(min(raw.FPDF_StructElement_GetAttributeCount(handle), 16)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(handle, index)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, b"ColSpan")
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return max(1, min(int(number.value), 100))
    return 1
