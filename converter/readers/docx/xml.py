"""XML parts, read by local names: transitional and strict documents differ in their namespaces only.

Nothing is loaded from outside, entities stay unexpanded, and elements nest as deep as libxml2 allows (256).
"""

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Element

__all__ = [
    "Element",
    "attribute",
    "child",
    "children_of",
    "has_words",
    "hexadecimal",
    "is_on",
    "local",
    "parse",
    "value",
    "whole_number",
]

_BLOCKS = tuple(
    f"{{*}}{name}"
    for name in ("p", "tbl", "sdt", "customXml", "ins", "moveTo", "AlternateContent", "altChunk", "sectPr")
)
_NUMBER, _HEXADECIMAL = re.compile(r"[0-9]{1,9}"), re.compile(r"[0-9A-Fa-f]{1,8}")
"""Word writes none that are longer, and Python refuses those of thousands of digits."""
_OFF = frozenset({"0", "false", "off", "none"})


def parse(data: bytes) -> Element:
    """Return the root of a part.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(data, parser)


def children_of(data: bytes, parent: str) -> Iterator[Element]:
    """Yield the blocks in elements called `parent` one by one; each is forgotten behind it.

    The tree of a long document would take many times the room of its text.

    Raises:
        etree.XMLSyntaxError: it is not well-formed; what stands before the fault has been yielded.
    """
    events = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=_BLOCKS,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
    )
    for _, element in events:
        above = element.getparent()
        if above is not None and local(above) == parent and above.getparent() is not None:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del above[0]


def local(element: Element) -> str:
    """Return the name of `element` without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return the attribute `name` in whatever namespace; empty where there is none."""
    ending = f"}}{name}"
    for key, told in element.items():
        if key == name or str(key).endswith(ending):
            return str(told)
    return ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant at `path`, one name a level; `None` where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def value(element: Element | None, *path: str) -> str:
    """Return `w:val` of the descendant at `path`; empty where there is none."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def is_on(element: Element | None, *path: str) -> bool | None:
    """Return the toggle at `path` (ECMA-376 17.7.3); `None` where it is not set."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val") not in _OFF


def has_words(element: Element) -> bool:
    """Say whether there is text in `element`, be it deleted."""
    return any(local(one) in {"delText", "t"} for one in element.iter())


def whole_number(text: str) -> int | None:
    """Return the number that an attribute says; `None` where it says none, or one beyond all measure."""
    return int(text) if _NUMBER.fullmatch(text) else None


def hexadecimal(text: str) -> int | None:
    """Return the hexadecimal number that an attribute says; `None` as for `whole_number`."""
    return int(text, 16) if _HEXADECIMAL.fullmatch(text) else None
