"""Elements by their local names: transitional and strict documents differ in their namespaces only.

Nothing is loaded from outside, entities stay unexpanded, and elements nest as deep as libxml2 allows (256).
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

__all__ = [
    "Element",
    "attribute",
    "child",
    "children",
    "holds",
    "is_on",
    "local",
    "number",
    "parse",
    "value",
    "within",
]

_NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
_OFF = frozenset({"0", "false", "off"})
_PROLOGUE_BYTES = 4096


def parse(data: bytes) -> Element:
    """Return the root of a part; of alternatives (`mc:AlternateContent`) the first is kept, as Word does.

    Raises:
        ValueError: it is not well-formed, or declares a document type, which no part may (ECMA-376 part 2,
            6.2.5).
    """
    if b"<!DOCTYPE" in data[:_PROLOGUE_BYTES]:
        raise ValueError("a document type")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None
    for alternatives in list(root.iter("{*}AlternateContent")):
        if child(alternatives, "Choice") is not None:
            for fallback in list(alternatives.iterchildren("{*}Fallback")):
                alternatives.remove(fallback)
    return root


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


def value(element: Element | None, *path: str) -> str:
    """Return `w:val` of the descendant at `path`; empty where there is none."""
    return attribute(child(element, *path), "val")


def is_on(element: Element | None, *path: str) -> bool:
    """Tell whether the switch at `path` is there and on (ECMA-376 17.17.4)."""
    found = child(element, *path)
    return found is not None and attribute(found, "val") not in _OFF


def number(text: str) -> int | None:
    """Return the whole number that an attribute says; `None`: it says none, or one beyond all measure."""
    return int(text) if _NUMBER.fullmatch(text) else None
