"""The characters of a page → its tree, within what the libraries can bear (HTML Living Standard 13)."""

import re

from lxml import etree, html
from lxml.etree import _Element as Element

__all__ = ["DEEPEST", "Element", "parse_page", "shown", "text_of"]

_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)\s[^>]{4000,}>")
_MOST_ATTRIBUTES = 500
"""A tag with more makes libxml2 take time with their square; it loses them all."""

DEEPEST = 200
"""Levels of nesting that are followed; no page that a person made has more."""

UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link", "datalist"})
"""Elements that show nothing (HTML Living Standard 15.3.1); `noscript` is for browsers without scripts."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_NOT_IN_XML = {**dict.fromkeys((*range(0x09), 0x0B, *range(0x0E, 0x20), 0xFFFE, 0xFFFF)), 0x0C: " "}
"""Characters that trees of XML cannot hold (XML 1.0 2.2), though those of HTML come with them."""


def parse_page(text: str) -> Element | None:
    """Return the root of a page, without comments; `None` where it has no elements, or nests too deep."""
    bounded = _LONG_TAG.sub(_without_attributes, text.translate(_NOT_IN_XML))
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(bounded.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root if _depth_is_bearable(root) else None


def text_of(element: Element) -> str:
    """Return all text in `element`, shown or not."""
    return "".join(map(str, element.itertext()))


def shown(element: Element) -> bool:
    """Say whether a browser would show `element` where it shows what is around it."""
    if element.tag in UNSEEN or element.get("hidden") is not None:
        return False
    return not _HIDDEN.search(element.get("style") or "")


def _without_attributes(tag: re.Match[str]) -> str:
    return f"<{tag[1]}>" if tag[0].count("=") > _MOST_ATTRIBUTES else tag[0]


def _depth_is_bearable(root: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return False
    return True
