"""What styles inherit (ECMA-376 part 1, 17.7.4.3)."""

from collections.abc import Iterator, Mapping

from converter.ooxml.xml import Element, value

_LONGEST_CHAIN = 20
"""Styles that inherit from more than these go in circles."""


def chain(styles: Mapping[str, Element], style_id: str) -> Iterator[Element]:
    """Yield the style called `style_id` and those it is based on.

    Args:
        styles: by their ids.
        style_id: of one of them; of any other, nothing is yielded.
    """
    for _ in range(_LONGEST_CHAIN):
        element = styles.get(style_id)
        if element is None:
            return
        yield element
        style_id = value(element, "basedOn")
