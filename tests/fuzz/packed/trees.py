"""XML and HTML, changed so that it stays well-formed."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import TypeVar

from lxml import etree, html

from tests.fuzz.target import Chance

T = TypeVar("T")

_VALUES = ("", "0", "-1", "1", "2147483648", "x", "#", "../x", "javascript:x", "true", "none", "9" * 30)
_DEEP = 300


def change_xml(data: bytes, chance: Chance) -> bytes:
    """Return a part with one to three changes to its tree.

    Raises:
        ValueError: it is no XML.
    """
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.LxmlError as error:
        raise ValueError from error
    _shake(root, chance)
    return etree.tostring(root)


def change_html(data: bytes, chance: Chance) -> bytes:
    """Return a page with one to three changes to its tree.

    Raises:
        ValueError: there is no tree.
    """
    try:
        root = html.document_fromstring(data)
    except (etree.LxmlError, AssertionError) as error:
        raise ValueError from error
    _shake(root, chance)
    return etree.tostring(root, method="html")


def picked(items: Sequence[T], chance: Chance) -> T:
    """Return one of `items`."""
    return items[chance.randrange(len(items))]


def _shake(root: etree._Element, chance: Chance) -> None:
    for _ in range(1 + chance.randrange(3)):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        picked(_CHANGES, chance)(picked(elements, chance), picked(elements, chance), chance)


def _remove(one: etree._Element, _other: etree._Element, _chance: Chance) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _unwrap(one: etree._Element, _other: etree._Element, _chance: Chance) -> None:
    parent = one.getparent()
    if parent is not None:
        at = parent.index(one)
        parent[at : at + 1] = list(one)


def _copy(one: etree._Element, other: etree._Element, _chance: Chance) -> None:
    other.append(deepcopy(one))


def _repeat(one: etree._Element, _other: etree._Element, chance: Chance) -> None:
    parent = one.getparent()
    if parent is not None and len(etree.tostring(one)) < 1_000:
        for _ in range(2 + chance.randrange(40)):
            one.addnext(deepcopy(one))


def _nest(one: etree._Element, _other: etree._Element, chance: Chance) -> None:
    for _ in range(1 + chance.randrange(_DEEP)):
        inner = etree.SubElement(one, one.tag, {str(key): str(value) for key, value in one.attrib.items()})
        one = inner


def _rename(one: etree._Element, other: etree._Element, _chance: Chance) -> None:
    one.tag = other.tag


def _value(one: etree._Element, other: etree._Element, chance: Chance) -> None:
    if one.attrib:
        values = [*_VALUES, *map(str, other.attrib.values())]
        one.set(picked(list(one.attrib), chance), picked(values, chance))


def _attribute(one: etree._Element, other: etree._Element, chance: Chance) -> None:
    if other.attrib:
        name = picked(list(other.attrib), chance)
        one.set(name, other.attrib[name])


def _bare(one: etree._Element, _other: etree._Element, chance: Chance) -> None:
    if one.attrib:
        del one.attrib[picked(list(one.attrib), chance)]


def _text(one: etree._Element, other: etree._Element, chance: Chance) -> None:
    texts = [*_VALUES, "\u202e", "{{title}}", "a\nb", " ", "😀" * 9, other.text or ""]
    if chance.randrange(2):
        one.text = picked(texts, chance)
    else:
        one.tail = picked(texts, chance)


_CHANGES: Sequence[Callable[[etree._Element, etree._Element, Chance], None]] = (
    *(_remove, _unwrap, _copy, _repeat, _nest, _rename),
    *(_value, _value, _attribute, _bare, _text),
)
