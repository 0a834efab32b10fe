"""XML as strings: the one place where text becomes mark-up, and where the order of properties is kept."""

import re
from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"

NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}"'
"""Declarations for the parts that hold text: main document, end-notes, headers and footers."""

# What XML 1.0 (section 2.2) forbids cannot come from a cleaned text; it is dropped here all the same, since
# one such character makes Word refuse the file.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}  # the first is in the others
_BREAKS = re.compile(r"([\t\n])")
_BREAK_ELEMENTS = {"\t": "<w:tab/>", "\n": "<w:br/>"}

# In the order of CT_PPr and CT_RPr, as far as this program writes them; the validator refuses any other.
_PARAGRAPH_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "numPr",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "bidi",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
)
_RUN_ORDER = (
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "color",
    "spacing",
    "kern",
    "sz",
    "szCs",
    "u",
    "shd",
    "vertAlign",
    "rtl",
    "lang",
)

Properties = Mapping[str, str]
"""Child elements of `w:pPr` or `w:rPr` by local name, each written out."""


def escape(text: str) -> str:
    """Return `text` as XML character data; it may stand in an attribute as well."""
    for sign, entity in _ENTITIES.items():
        text = text.replace(sign, entity)
    return text if _FORBIDDEN.search(text) is None else _FORBIDDEN.sub("", text)


def characters(text: str) -> str:
    """Return the content of a run (ECMA-376 17.3.3): `w:t`, with tabs and line ends as `w:tab` and `w:br`."""
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return "".join(
        _BREAK_ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _BREAKS.split(text)
        if piece
    )


def paragraph_properties(properties: Properties) -> str:
    """Return `w:pPr` with its children in order (ECMA-376 17.3.1.26); empty when it has none."""
    return _ordered("w:pPr", _PARAGRAPH_ORDER, properties)


def run_properties(properties: Properties) -> str:
    """Return `w:rPr` with its children in order (ECMA-376 17.3.2.28); empty when it has none."""
    return _ordered("w:rPr", _RUN_ORDER, properties)


def _ordered(element: str, order: tuple[str, ...], children: Properties) -> str:
    if not children:
        return ""
    return f"<{element}>{''.join(children[name] for name in order if name in children)}</{element}>"
