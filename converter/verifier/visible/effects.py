"""What a page may hold that changes what its readers see, and is not followed here.

An honest report has no scripts and no forms, and its style sheets say nothing of the kind; what has is told,
so that nobody takes for read what a browser may show otherwise.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from converter.notices import Notice
from converter.verifier.visible.cascade import DEEPEST, blocks, declarations, strings, without_comments

_ELEMENTS = frozenset(
    {
        *("applet", "base", "button", "input", "link", "marquee", "math", "meter", "progress", "script"),
        *("select", "slot", "svg", "textarea"),
    }
)
_PROPERTIES = frozenset(
    {
        *("animation", "animation-name", "backdrop-filter", "content-visibility", "direction", "filter"),
        *("flex-direction", "flex-flow", "grid-area", "grid-column", "grid-row", "grid-template-areas"),
        *("mask", "mask-image", "mix-blend-mode", "offset-path", "order", "rotate", "scale", "text-overflow"),
        *("text-security", "transform", "transition", "translate", "zoom"),
        *("-webkit-mask", "-webkit-mask-image", "-webkit-text-fill-color", "-webkit-text-security"),
    }
)
_AT_RULES = ("@import", "@font-face", "@counter-style", "@keyframes", "@property", "@-webkit-keyframes")
_MARKS = ("::marker", "::first-line", "::first-letter", "::placeholder", "::selection", "::backdrop")
_NUMBER = ".number"
"""Paragraphs' numbers, which stand beside their lines."""


def effects(root: Element) -> Iterator[Notice]:
    """Yield what is not followed on the page `root`, each kind once."""
    sheets = without_comments("\n".join(one.text or "" for one in root.iter("style")))
    found = [*_of_elements(root), *_of_sheet(sheets)]
    for what in dict.fromkeys(found):
        yield Notice("effect-unread", f"{what} may change what is shown, and cannot be checked")


def _of_elements(root: Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if element.tag in _ELEMENTS:
            yield element.tag
        if element.tag == "meta" and (element.get("http-equiv") or "").strip().lower() == "refresh":
            yield "refresh"
        if (element.get("src") or "").lower().startswith("data:image/svg"):
            yield "a drawing (SVG)"
        yield from (str(name) for name in element.attrib if str(name).lower().startswith("on"))
        yield from _of_declarations("", element.get("style") or "")


def _of_sheet(sheet: str, depth: int = 0) -> Iterator[str]:
    if depth > DEEPEST:
        yield "what is nested deep in a style sheet"
        return
    if not depth:
        yield from (rule for rule in _AT_RULES if rule in sheet.lower())
    for head, body in blocks(sheet):
        if "{" in body:
            yield from _of_sheet(body, depth + 1)
        else:
            yield from _of_declarations(head, body)


def _of_declarations(head: str, body: str) -> Iterator[str]:
    says = declarations(body)
    yield from (name for name in says if name in _PROPERTIES)
    if any("url(" in value.lower() for value in says.values()):
        yield "a picture of a style sheet"
    if says.get("position", "").startswith(("absolute", "fixed", "sticky")) and not head.endswith(_NUMBER):
        yield f"position: {says['position']}"
    if "line-through" in f"{says.get('text-decoration')} {says.get('text-decoration-line')}":
        yield "what is struck through"
    if "override" in says.get("unicode-bidi", ""):
        yield "unicode-bidi"
    if any(mark in head for mark in _MARKS) and "content" in says:
        yield "::marker"
    listed = strings(says.get("list-style-type", "") + says.get("list-style", ""))
    if re.search(r"\w", listed):
        yield "list-style-type"
