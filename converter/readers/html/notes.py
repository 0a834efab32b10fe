"""Footnotes of a page: short links within it, and the elements behind them that they lead to."""

import re
from collections.abc import Iterator

from converter.readers.html.tree import Element, text_of

_LABEL = re.compile(r"\W{0,2}?(\d{1,3}|[a-z]|[*†‡§]{1,3})\W{0,2}")
_HOLDERS = frozenset({"li", "p", "div", "aside", "dd"})
_MOST_WORDS = 200
"""An element that holds more is a section, and the link an entry of a table of contents."""


class Notes:
    """The notes of a page.

    Attributes:
        labels: of the links that refer to them.
        elements: label of each element that is a note.
    """

    def __init__(self, root: Element) -> None:
        """Find them."""
        self.labels: dict[Element, str] = {}
        self.elements: dict[Element, str] = {}
        candidates = list(_candidates(root))
        if not candidates:
            return
        places = {element: place for place, element in enumerate(root.iter())}
        targets = {name: element for element in places if (name := element.get("id"))}
        for link, label, name in candidates:
            target = targets.get(name)
            if target is not None and places[target] > places[link] and _is_note(target):
                self.labels[link] = self.elements.setdefault(target, label)

    def drop_references(self) -> None:
        """Take the words of all references out of the page, and forget the notes."""
        for link in self.labels:
            tail = link.tail
            link.clear()
            link.tail = tail
        self.labels, self.elements = {}, {}


def _candidates(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield links within the page whose words could be a label, with that and the id they lead to."""
    for link in root.iter("a"):
        target = link.get("href") or ""
        label = _LABEL.fullmatch(text_of(link).strip()) if target.startswith("#") else None
        if label:
            yield link, label[1], target[1:]


def leads_back(link: Element) -> bool:
    """Say whether `link` is a mere sign that leads to where a note is referred to."""
    return (link.get("href") or "").startswith("#") and not any(map(str.isalnum, text_of(link)))


def _is_note(element: Element) -> bool:
    headings = element.iter("h1", "h2", "h3", "h4", "h5", "h6")
    words = text_of(element).split()
    return element.tag in _HOLDERS and next(headings, None) is None and 1 < len(words) <= _MOST_WORDS
