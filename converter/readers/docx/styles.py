"""Styles of paragraphs and characters, through inheritance (ECMA-376 17.7)."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from converter.ooxml.styles import chain
from converter.ooxml.xml import Element, attribute, child, is_on, local, value, whole_number
from converter.readers.docx.parts import Kind

_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|nagłówek|заголовок|başlık|rubrik|overskrift|"
    r"otsikko|nadpis|標題|见出し|見出し|标题|제목) ?([1-9])"
)
_CONTENTS = re.compile(r"(?:toc|index) ?(?:[1-9]|heading)|table of figures|table of authorities")
_LIST = re.compile(r"list (bullet|number)(?: ([2-9]))?")
_ROLES: dict[str, Kind] = {
    "title": "title",
    "author": "author",
    "date": "date",
    "caption": "caption",
    "image caption": "caption",
    "table caption": "caption",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "block quote": "quote",
    "quotations": "quote",
    "html preformatted": "code",
    "preformatted text": "code",
    "source code": "code",
    "code": "code",
    "macro text": "code",
    "macro": "code",
}

BODY_LEVEL = 9
"""Outline level of running text; headings have 0 to 8 (ECMA-376 17.3.1.20)."""


class Style(Struct, frozen=True):
    """What a style says, with what it inherits.

    Attributes:
        role: what paragraphs of it are.
        level: of a heading, from 1; 0 for others.
        number_id: list that its paragraphs belong to; empty for none.
        number_level: level in that list, from 0; `None` where the list itself says it.
        list_kind: whether its name is that of a list, and of which.
        list_depth: of such a list, from 0: List Bullet 2 is one within another, with a list of its own.
        hidden: whether its words are not shown.
        bold: whether its words are bold; `None` where it does not say.
        italic: the same of italics.
        size: in half points; 0 where it does not say.
        language: of its words; empty where it does not say.
    """

    role: Kind = "prose"
    level: int = 0
    number_id: str = ""
    number_level: int | None = None
    list_kind: Literal["", "bullet", "number"] = ""
    list_depth: int = 0
    hidden: bool = False
    bold: bool | None = None
    italic: bool | None = None
    size: int = 0
    language: str = ""


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, root: Element | None) -> None:
        """Read `w:styles`; without it, no style says anything."""
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        self.defaults = Style()
        for element in () if root is None else root:
            if local(element) == "style":
                self._elements.setdefault(attribute(element, "styleId"), element)
                default = attribute(element, "default") in {"1", "true", "on"}
                if default and attribute(element, "type") == "paragraph":
                    self._default = attribute(element, "styleId")
            elif local(element) == "docDefaults":
                run = child(element, "rPrDefault", "rPr")
                self.defaults = Style(size=whole_number(value(run, "sz")) or 0, language=value(run, "lang"))

    def paragraph(self, style_id: str) -> Style:
        """Return the style of a paragraph; the default one where `style_id` is empty or unknown."""
        return self.style(style_id if style_id in self._elements else self._default)

    def style(self, style_id: str) -> Style:
        """Return the style with that id; one that says nothing where there is none."""
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def _resolve(self, style_id: str) -> Style:
        styles = list(chain(self._elements, style_id))
        names = [value(element, "name").lower() for element in styles]
        paragraphs = [child(element, "pPr") for element in styles]
        runs = [child(element, "rPr") for element in styles]
        level = next((found for found in map(_outline_level, paragraphs, names) if found is not None), 0)
        kind = next((match for name in names if (match := _LIST.fullmatch(name))), None)
        return Style(
            role=next((role for name in names if (role := _role(name))), "prose"),
            level=level,
            number_id=next((found for p in paragraphs if (found := value(p, "numPr", "numId"))), ""),
            number_level=_level_of_list(paragraphs),
            list_depth=int(kind[2]) - 1 if kind and kind[2] else 0,
            list_kind="" if kind is None else "bullet" if kind[1] == "bullet" else "number",
            hidden=bool(_first(is_on(run, "vanish") for run in runs)),
            bold=_first(is_on(run, "b") for run in runs),
            italic=_first(is_on(run, "i") for run in runs),
            size=next((size for run in runs if (size := whole_number(value(run, "sz")))), 0),
            language=next((found for run in runs if (found := value(run, "lang"))), ""),
        )


def outline_level(properties: Element | None) -> int | None:
    """Return the level of a heading that `w:pPr` makes, from 1; 0: running text; `None`: it does not say."""
    told = whole_number(value(properties, "outlineLvl"))
    if told is None:
        return None
    return told + 1 if told < BODY_LEVEL else 0


def _outline_level(properties: Element | None, name: str) -> int | None:
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    return outline_level(properties)


def _role(name: str) -> Kind | None:
    return "contents" if _CONTENTS.fullmatch(name) else _ROLES.get(name)


def _level_of_list(paragraphs: list[Element | None]) -> int | None:
    return whole_number(next((found for p in paragraphs if (found := value(p, "numPr", "ilvl"))), ""))


def _first(values: Iterator[bool | None]) -> bool | None:
    return next((told for told in values if told is not None), None)
