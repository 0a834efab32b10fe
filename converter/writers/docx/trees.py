"""Trees of parts, searched by XPath with the prefixes of the standard (`w:`, `r:`, …)."""

from functools import lru_cache
from typing import cast

from docx.oxml.ns import nsmap
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree


def elements(root: BaseOxmlElement, path: str) -> list[BaseOxmlElement]:
    """Return the elements at `path` below `root`."""
    return cast("list[BaseOxmlElement]", _compiled(path)(root))


def values(root: BaseOxmlElement, path: str) -> list[str]:
    """Return the values of the attributes at `path` below `root`."""
    return [str(value) for value in cast("list[object]", _compiled(path)(root))]


@lru_cache(maxsize=64)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=nsmap)
