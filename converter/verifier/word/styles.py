"""Styles and what they inherit (ECMA-376 17.7)."""

from collections.abc import Mapping, Sequence

from converter.ooxml.styles import chain
from converter.ooxml.xml import Element, attribute, child, children, local, value

Layer = Mapping[str, Element]
"""What one `w:pPr`, `w:rPr` or the like says, by the local names of its children."""


def layer(properties: Element | None) -> Layer:
    """Return what `properties` say."""
    return {} if properties is None else {local(one): one for one in properties}


def told(layers: Sequence[Layer], name: str) -> Element | None:
    """Return what the uppermost of `layers` that says something of `name` says."""
    return next((one[name] for one in layers if name in one), None)


def told_attribute(layers: Sequence[Layer], name: str, key: str) -> str:
    """Return the attribute `key` of `name`, from the uppermost of `layers` that has it; empty: none has."""
    return next((found for one in layers if name in one and (found := attribute(one[name], key))), "")


class Styles:
    """The styles of a document, by their ids.

    Attributes:
        defaults: what runs are where no style says otherwise.
        paragraph_defaults: the same of paragraphs.
    """

    def __init__(self, root: Element | None) -> None:
        """Read `w:styles`; without it, no style says anything."""
        self._elements: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._layers: dict[tuple[str, str], tuple[Layer, ...]] = {}
        for element in children(root, "style"):
            self._elements.setdefault(attribute(element, "styleId"), element)
            if attribute(element, "default") in {"1", "true", "on"}:
                self._default.setdefault(attribute(element, "type"), attribute(element, "styleId"))
        defaults = child(root, "docDefaults")
        self.defaults = (layer(child(defaults, "rPrDefault", "rPr")),)
        self.paragraph_defaults = (layer(child(defaults, "pPrDefault", "pPr")),)

    def known(self, kind: str, style_id: str) -> str:
        """Return `style_id`, or that of the default style of its `kind` where it is empty or unknown."""
        return style_id if style_id in self._elements else self._default.get(kind, "")

    def name(self, style_id: str) -> str:
        """Return the name of a style in lower case; empty where there is no such style."""
        return value(self._elements.get(style_id), "name").lower()

    def names(self, style_id: str) -> tuple[str, ...]:
        """Return the names of a style and of those it is based on, in lower case."""
        return tuple(value(element, "name").lower() for element in chain(self._elements, style_id))

    def layers(self, style_id: str, properties: str) -> tuple[Layer, ...]:
        """Return what a style and those it is based on say in their `properties` (`rPr`, `pPr`, …)."""
        key = style_id, properties
        if key not in self._layers:
            found = (layer(child(element, properties)) for element in chain(self._elements, style_id))
            self._layers[key] = tuple(one for one in found if one)
        return self._layers[key]

    def conditional(self, style_id: str, condition: str, properties: str) -> tuple[Layer, ...]:
        """Return what a table's style says of a part of the table, such as `firstRow` (ECMA-376 17.7.6)."""
        key = style_id, f"{condition}/{properties}"
        if key not in self._layers:
            found = (
                layer(child(part, properties))
                for element in chain(self._elements, style_id)
                for part in children(element, "tblStylePr")
                if attribute(part, "type") == condition
            )
            self._layers[key] = tuple(one for one in found if one)
        return self._layers[key]
