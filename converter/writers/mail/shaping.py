"""The page of a report made plainer, so that mail clients leave it as it is.

Afterwards the first class of an element says what it is: the role of its text, or `box`, `list`, `number`, …
"""

from lxml import etree
from lxml.etree import _Element as Element

from converter.writers.mail.wording import Direction, direction_of, is_web_address

_KEPT = ("class", "dir", "href", "lang", "role", "scope", "start", "value")
"""Attributes: names and what refers to them do not outlive Gmail, and provenance is not for readers."""

_CELLS = {"th": "table-head", "td": "table-cell"}
_DROPPED = "dropped"


def shape(body: Element, direction: Direction) -> None:
    """Make `body`, as `Page` writes it in `direction`, plainer.

    Links within the report become plain numbers, the notes a list that numbers itself, and words in another
    language say which way they run.
    """
    for element in body.iter("ul", "ol"):
        _shape_list(element)
    for element in body.iter():
        _direct(element, direction)
        _classify(element)
        for name in set(element.attrib) - set(_KEPT):
            del element.attrib[name]
        is_link = element.tag == "a" and is_web_address(element.get("href", ""))
        if (element.tag == "a" and not is_link) or (element.tag == "span" and not element.attrib):
            element.tag = _DROPPED
    etree.strip_tags(body, _DROPPED)


def _shape_list(listed: Element) -> None:
    """Hand the role of a list to its items; where all run the other way, the whole list does."""
    items = listed.findall("li")
    for item in items:
        role = listed.get("class") or "reference"
        if role == "reference":
            _drop_number(item)
        item.set("class", role)
    if all(item.get("dir") for item in items):
        listed.set("dir", "auto")
        for item in items:
            del item.attrib["dir"]
    listed.set("class", "list")


def _drop_number(note: Element) -> None:
    link = note[0]
    note.text = (link.tail or "").lstrip()
    note.remove(link)


def _direct(element: Element, direction: Direction) -> None:
    """Say which way words run whose direction is left to themselves."""
    if element.get("dir") == "auto" or "foreign" in _looks(element):
        element.set("dir", direction_of("".join(map(str, element.itertext())), direction))
    if element.tag == "sup" and direction == "rtl":
        # keeps a note's number from going with a number before it
        element.set("dir", "ltr")


def _classify(element: Element) -> None:
    looks = [look for look in _looks(element) if look != "foreign"]
    if element.tag in _CELLS:
        looks.insert(0, _CELLS[str(element.tag)])
    elif looks and looks[:1] != _looks_of_previous(element):
        looks.append("opening")
    if looks:
        element.set("class", " ".join(looks))


def _looks_of_previous(element: Element) -> list[str]:
    previous = element.getprevious()
    return [] if previous is None else _looks(previous)[:1]


def _looks(element: Element) -> list[str]:
    return (element.get("class") or "").split()
