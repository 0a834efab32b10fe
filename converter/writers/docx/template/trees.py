"""Trees of parts, searched by XPath with the prefixes of the standard (`w:`, `r:`, …)."""

from functools import lru_cache
from typing import TypeAlias, cast

from docx.oxml.ns import nsmap
from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no other name for it


def elements(root: Element, path: str) -> list[Element]:
    """Return the elements at `path` below `root`."""
    return cast("list[Element]", _compiled(path)(root))


def values(root: Element, path: str) -> list[str]:
    """Return the values of the attributes at `path` below `root`."""
    return [str(value) for value in cast("list[object]", _compiled(path)(root))]


@lru_cache(maxsize=64)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=nsmap)
