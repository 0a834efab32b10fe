"""Trees of parts, searched by XPath with the prefixes of the standard (`w:`, `r:`, …)."""

import re
from functools import lru_cache
from typing import TypeAlias, cast

from docx.oxml.ns import nsmap
from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no other name for it

_NUMBER = re.compile(r"-?[0-9]{1,9}")


def elements(root: Element, path: str) -> list[Element]:
    """Return the elements at `path` below `root`."""
    return cast("list[Element]", _compiled(path)(root))


def values(root: Element, path: str) -> list[str]:
    """Return the values of the attributes at `path` below `root`."""
    return [str(value) for value in cast("list[object]", _compiled(path)(root))]


def whole_number(text: str | None) -> int | None:
    """Return the number that an attribute says; `None` where it says none, or one beyond all measure."""
    return int(text) if text and _NUMBER.fullmatch(text) else None


def remove(*gone: Element) -> None:
    """Take elements out of their tree."""
    for element in gone:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


@lru_cache(maxsize=64)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=nsmap)
