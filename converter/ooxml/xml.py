"""Elements by their local names: transitional and strict files differ in their namespaces only.

Nothing is loaded from outside, entities stay unexpanded, and elements nest as deep as libxml2 allows (256).
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

__all__ = [
    "Element",
    "MalformedError",
    "attribute",
    "child",
    "children",
    "declares_type",
    "hexadecimal",
    "holds",
    "integer",
    "is_on",
    "local",
    "parse",
    "says_on",
    "twips",
    "value",
    "whole_number",
    "within",
]

_PROLOGUE_BYTES = 4096
_INTEGER, _HEXADECIMAL = re.compile(r"[+-]?[0-9]{1,9}"), re.compile(r"[0-9A-Fa-f]{1,8}")
"""Word writes none that are longer, and Python refuses those of thousands of digits."""
_MEASURE = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,6})?)(pt|mm|cm|in|pc|pi)?", re.ASCII)
_TWIPS = {"pt": 20.0, "mm": 1440 / 25.4, "cm": 14_400 / 25.4, "in": 1440.0, "pc": 240.0, "pi": 240.0}
_OFF = frozenset({"0", "false", "off", "none"})


# ---------------------------------------------------------------------------------------------- parts


class MalformedError(ValueError):
    """A part is not well-formed, or declares a document type."""


def parse(data: bytes) -> Element:
    """Return the root of a part, without comments and processing instructions.

    Raises:
        MalformedError: it is no XML that a part may be.
    """
    if declares_type(data):
        raise MalformedError("a document type")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MalformedError(str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedError("a document type")
    return root


def declares_type(data: bytes) -> bool:
    """Tell whether a part plainly declares a document type, which none may (ECMA-376 part 2, 6.2.5).

    One behind a long comment, or in UTF-16, is met by `parse` alone.
    """
    return b"<!DOCTYPE" in data[:_PROLOGUE_BYTES]


# ------------------------------------------------------------------------------------------- elements


def local(element: Element) -> str:
    """Return the name of `element` without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """Return the attribute `name` in whatever namespace; empty where there is none."""
    if element is None:
        return ""
    ending = f"}}{name}"
    for key, told in element.items():
        if key == name or str(key).endswith(ending):
            return str(told)
    return ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children called `name`."""
    if element is not None:
        yield from element.iterchildren(f"{{*}}{name}")


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant at `path`, one name a level; `None` where there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element


def within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the descendants called one of `names`, and `element` itself if it is."""
    yield from element.iter(*(f"{{*}}{name}" for name in names))


def holds(element: Element, *names: str) -> bool:
    """Tell whether there is a descendant called one of `names`."""
    return next(within(element, *names), None) is not None


# --------------------------------------------------------------------------------------------- values


def value(element: Element | None, *path: str) -> str:
    """Return `w:val` of the descendant at `path`; empty where there is none."""
    return attribute(child(element, *path), "val")


def is_on(element: Element | None, *path: str) -> bool | None:
    """Return the switch at `path` (ECMA-376 part 1, 17.17.4); `None` where it is not set."""
    found = child(element, *path)
    return None if found is None else says_on(attribute(found, "val"))


def says_on(text: str) -> bool:
    """Tell what the attribute of a switch that is there says; nothing is on (ECMA-376 part 1, 22.9.2.7)."""
    return text not in _OFF


def whole_number(text: str) -> int | None:
    """Return the number without a sign that an attribute says; `None` as for `integer`."""
    return integer(text) if text[:1].isdigit() else None


def integer(text: str) -> int | None:
    """Return the number that an attribute says; `None` where it says none, or one beyond all measure."""
    return int(text) if _INTEGER.fullmatch(text) else None


def hexadecimal(text: str) -> int | None:
    """Return the hexadecimal number that an attribute says; `None` as for `integer`."""
    return int(text, 16) if _HEXADECIMAL.fullmatch(text) else None


def twips(text: str) -> float | None:
    """Return a measure in twentieths of a point (ECMA-376 part 1, 17.18.87 and 22.9.2.14).

    `None` where it is none, or one beyond all measure.
    """
    found = _MEASURE.fullmatch(text)
    return float(found[1]) * _TWIPS.get(found[2] or "", 1.0) if found else None
