"""The section that the report will stand in, whose paper, header and footer are its own.

It is that of the place called `body`, else the last (ECMA-376 part 1, 17.6.17): the writer of Word files,
which shares nothing with this room, goes by the same names.
"""

import re
from collections.abc import Callable, Iterator

from converter.ooxml.xml import Element, attribute, children, local, value, within
from converter.stylesheets.word_template.fields import known_as

_PLACEHOLDER = re.compile(r"\{\{\s*body\s*\}\}", re.IGNORECASE)


def sections_of(body: Element | None) -> list[Element]:
    """Return the properties of the sections up to the report's, in the order of the document."""
    if body is None:
        return []
    sections = [*_sections(body)]
    place = next((found for find in _FINDERS for found in find(body) if not _is_in_box(found)), None)
    if place is None:
        return sections
    block = next(one for one in (place, *place.iterancestors()) if one.getparent() is body)
    here = next((found for one in (block, *block.itersiblings()) for found in _sections(one)), None)
    return sections if here is None else sections[: sections.index(here) + 1]


def _sections(element: Element) -> Iterator[Element]:
    """Yield the sections that end in `element`; what they were before a change is none (17.13.5.32)."""
    for found in within(element, "sectPr"):
        parent = found.getparent()
        if parent is not None and local(parent) in {"body", "pPr"}:
            yield found


def _controls(body: Element) -> Iterator[Element]:
    for control in within(body, "sdt"):
        for properties in children(control, "sdtPr"):
            names = (value(properties, name).strip() for name in ("tag", "alias"))
            ours = next((name for name in names if name.casefold().startswith("brief:")), "")
            if known_as(ours.partition(":")[2]) == "body":
                yield control


def _bookmarks(body: Element) -> Iterator[Element]:
    for start in within(body, "bookmarkStart"):
        if known_as(attribute(start, "name")) == "brief-body":
            yield start


def _placeholders(body: Element) -> Iterator[Element]:
    for paragraph in within(body, "p"):
        texts = (text for text in within(paragraph, "t") if next(text.iterancestors("{*}p")) is paragraph)
        if _PLACEHOLDER.search("".join(text.text or "" for text in texts)):
            yield paragraph


def _is_in_box(element: Element) -> bool:
    return next(element.iterancestors("{*}txbxContent"), None) is not None


_FINDERS: tuple[Callable[[Element], Iterator[Element]], ...] = (_controls, _bookmarks, _placeholders)
"""In the order in which they count where there are several."""
