"""XML of a Word file, read by local names: transitional and strict files differ in their namespaces only."""

import re

from lxml import etree
from lxml.etree import _Element as Element

__all__ = ["Element", "attribute", "child", "is_on", "local", "parse", "twips", "value"]

_OFF = frozenset({"0", "false", "off", "none"})
_MEASURE = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,6})?)(pt|mm|cm|in|pc|pi)?", re.ASCII)
_TWIPS = {"pt": 20.0, "mm": 1440 / 25.4, "cm": 14_400 / 25.4, "in": 1440.0, "pc": 240.0, "pi": 240.0}


def parse(data: bytes) -> Element:
    """Return the root of a part; nothing is loaded from outside, and entities stay unexpanded.

    Raises:
        etree.XMLSyntaxError: it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def local(element: Element) -> str:
    """Return the name of `element` without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """Return the attribute `name` in whatever namespace; empty where there is none."""
    if element is None:
        return ""
    ending = f"}}{name}"
    items = ((str(key), str(told)) for key, told in element.items())
    return next((told for key, told in items if key == name or key.endswith(ending)), "")


def child(element: Element | None, path: str) -> Element | None:
    """Return what the names in `path`, joined by slashes, lead to; `None` where nothing does."""
    for name in path.split("/"):
        element = None if element is None else element.find(f"{{*}}{name}")
    return element


def value(element: Element | None, path: str) -> str:
    """Return `w:val` of what `path` leads to; empty where there is none."""
    return attribute(child(element, path), "val")


def is_on(written: str) -> bool:
    """Tell what a toggle's `w:val` says; nothing written is on (ECMA-376 ST_OnOff)."""
    return written not in _OFF


def twips(written: str) -> float | None:
    """Return a measure in twentieths of a point (ECMA-376 ST_TwipsMeasure); `None` when it is none."""
    found = _MEASURE.fullmatch(written)
    return float(found[1]) * _TWIPS.get(found[2] or "", 1.0) if found else None
