"""Word's styles, their chains resolved (ECMA-376 part 1, 17.7.2): the nearest has the last word."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from converter.ooxml.xml import Element, attribute, child, local, says_on, twips, value

Attributes = Mapping[str, str]

_ADDING = frozenset({"spacing", "ind", "rFonts"})
"""Properties whose attributes are inherited one by one; of all others the nearest says everything."""
_INSTEAD = {
    "ascii": ["asciiTheme"],
    "cs": ["cstheme"],
    "firstLine": ["hanging"],
    "hanging": ["firstLine"],
    "left": ["start"],
    # a line height that does not say how it is meant is a multiple (17.3.1.33)
    "line": ["lineRule"],
    "start": ["left"],
}
"""Attributes that put away others which say the same in another way."""


class Formatting(Struct, frozen=True):
    """What holds for a paragraph and its words.

    Attributes:
        paragraph: property of paragraphs, such as `spacing` → its attributes.
        run: property of words, such as `rFonts` → its attributes.
        tabs: position in twips → kind of the stop.
    """

    paragraph: Mapping[str, Attributes] = field(default_factory=dict)
    run: Mapping[str, Attributes] = field(default_factory=dict)
    tabs: Mapping[float, str] = field(default_factory=dict)

    def with_properties(self, paragraph: Element | None, run: Element | None) -> "Formatting":
        """Return these under what a `w:pPr` and a `w:rPr` say."""
        tabs = dict(self.tabs)
        stops = child(paragraph, "tabs")
        for stop in stops if stops is not None else ():
            position, kind = twips(attribute(stop, "pos")), attribute(stop, "val")
            if position is not None:
                tabs.pop(position, None)
                if kind != "clear":
                    tabs[position] = kind
        return Formatting(_over(self.paragraph, paragraph), _over(self.run, run), tabs)

    def is_on(self, name: str) -> bool:
        """Tell whether a toggle such as `b` or `keepNext` is on."""
        for properties in (self.run, self.paragraph):
            if name in properties:
                return says_on(properties[name].get("val", ""))
        return False


class Styles:
    """The styles of a template.

    Args:
        root: of the styles' part; `None`: the template has none.
    """

    def __init__(self, root: Element | None) -> None:
        """Know each style by its id and by its name, whose letters' case does not matter."""
        found = root.findall("{*}style") if root is not None else []
        self._by_id = {attribute(style, "styleId"): style for style in found}
        self._paragraphs = {
            value(style, "name").casefold(): style
            for style in found
            if attribute(style, "type") == "paragraph"
        }
        self._usual = next(
            (
                attribute(style, "styleId")
                for style in self._paragraphs.values()
                if attribute(style, "default") and says_on(attribute(style, "default"))
            ),
            "",
        )
        self._defaults = Formatting().with_properties(
            child(root, "docDefaults", "pPrDefault", "pPr"), child(root, "docDefaults", "rPrDefault", "rPr")
        )

    def named(self, *names: str) -> Formatting | None:
        """Return how the first style with one of these names is set; `None` when there is none."""
        for name in names:
            style = self._paragraphs.get(name.casefold())
            if style is not None:
                return self._of(style)
        return None

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the styles of paragraphs, as they are compared."""
        return tuple(self._paragraphs)

    def usual(self) -> Formatting:
        """Return how a paragraph without a style is set."""
        return self.of_paragraph(None)

    def of_paragraph(self, paragraph: Element | None, run: Element | None = None) -> Formatting:
        """Return how `run` in `paragraph` is set, direct formatting included."""
        properties = child(paragraph, "pPr")
        style = self._by_id.get(value(properties, "pStyle") or self._usual)
        found = self._defaults if style is None else self._of(style)
        words = child(run, "rPr")
        character = self._by_id.get(value(words, "rStyle"))
        for each in self._chain(character) if character is not None else ():
            found = found.with_properties(None, child(each, "rPr"))
        return found.with_properties(properties, words)

    def _of(self, style: Element) -> Formatting:
        found = self._defaults
        for each in self._chain(style):
            found = found.with_properties(child(each, "pPr"), child(each, "rPr"))
        return found

    def _chain(self, style: Element) -> Iterator[Element]:
        """Yield `style` and what it is based on, the lowest first; a circle ends where it closes."""
        chain: list[Element] = []
        at: Element | None = style
        while at is not None and at not in chain:
            chain.append(at)
            at = self._by_id.get(value(at, "basedOn"))
        return reversed(chain)


def _over(below: Mapping[str, Attributes], properties: Element | None) -> Mapping[str, Attributes]:
    merged = dict(below)
    for element in properties if properties is not None else ():
        name = local(element)
        said = {str(key).rpartition("}")[2]: str(told) for key, told in element.items()}
        if name in _ADDING:
            gone = {other for key in said for other in _INSTEAD.get(key, [])}
            said = {key: told for key, told in merged.get(name, {}).items() if key not in gone} | said
        merged[name] = said
    return merged
