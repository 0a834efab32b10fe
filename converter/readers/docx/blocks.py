"""The blocks of a part one by one, and whether there is text in them."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from converter.ooxml.xml import Element, local

_BLOCKS = tuple(
    f"{{*}}{name}"
    for name in ("p", "tbl", "sdt", "customXml", "ins", "moveTo", "AlternateContent", "altChunk", "sectPr")
)


def children_of(data: bytes, parent: str) -> Iterator[Element]:
    """Yield the blocks in elements called `parent` one by one; each is forgotten behind it.

    The tree of a long document would take many times the room of its text.

    Raises:
        etree.XMLSyntaxError: it is not well-formed; what stands before the fault has been yielded.
    """
    events = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=_BLOCKS,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
    )
    for _, element in events:
        above = element.getparent()
        if above is not None and local(above) == parent and above.getparent() is not None:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del above[0]


def has_words(element: Element) -> bool:
    """Say whether there is text in `element`, be it deleted."""
    return any(local(one) in {"delText", "t"} for one in element.iter())
