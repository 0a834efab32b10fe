"""What both bodies take from a document in the same way."""

import unicodedata
from typing import Literal

from converter.model.document import Document
from converter.text import clean_text

Direction = Literal["ltr", "rtl"]


def marking_of(document: Document) -> str:
    """Return the handling mark, or what a person marked the briefing with freely; empty: neither."""
    return document.mark.text if document.mark else document.fields.get("marking", "")


def paragraphs_of(introduction: str) -> list[list[str]]:
    """Return what a person wrote as paragraphs, parted by blank lines, of lines."""
    paragraphs: list[list[str]] = [[]]
    for line in clean_text(introduction).text.split("\n"):
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def direction_of(text: str, otherwise: Direction) -> Direction:
    """Return which way `text` runs by its first letter (UAX #9, P2 and P3), or `otherwise` without one."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return otherwise


def is_web_address(link: str) -> bool:
    """Tell whether `link` leads to the web; nothing else can be followed from a message."""
    return link.lower().startswith(("http://", "https://"))
