"""Which family stands for one of the template's: itself where it is installed, else the one nearest to it."""

from converter.ooxml.xml import Element, attribute, value
from converter.stylesheets.fonts import find_family
from converter.stylesheets.stand_ins import SANS, SERIF, is_serif, twin_of

_LINES = {
    "arial": 1.15,
    "calibri": 1.22,
    "calibri light": 1.22,
    "cambria": 1.17,
    "georgia": 1.14,
    "segoe ui": 1.33,
    "tahoma": 1.21,
    "times new roman": 1.15,
    "verdana": 1.22,
}
_USUAL_LINE = 1.2

_WEIGHTS = {" light": "light", " semibold": "semibold", " medium": "medium", " black": "black"}


def line_of(family: str) -> float:
    """Return the distance of lines that Word sets singly, in sizes of the type."""
    return _LINES.get(family.casefold(), _USUAL_LINE)


def weight_in(family: str) -> str:
    """Return the weight that the name of a family says, as in Calibri Light; empty: none."""
    return _parted(family)[1]


def _parted(family: str) -> tuple[str, str]:
    """Return a family without the weight in its name, and that weight."""
    for end, weight in _WEIGHTS.items():
        if family.casefold().endswith(end):
            return family[: -len(end)], weight
    return family, ""


class Families:
    """Finds families, and notes which are missing.

    Args:
        table: root of the table of fonts (ECMA-376 part 1, 17.8.3), which knows their kinds; or `None`.

    Attributes:
        missing: family that is not installed → what stands in.
    """

    def __init__(self, table: Element | None) -> None:
        """Read the kinds."""
        fonts = table.iterfind("{*}font") if table is not None else ()
        self._kinds = {attribute(font, "name").casefold(): value(font, "family") for font in fonts}
        self._found: dict[str, bool] = {}
        self.missing: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the family that text of the family `name` is set in."""
        whole = _parted(name)[0]
        for one in (name, whole):
            if self._is_installed(one):
                return one
        twin = twin_of(whole)
        found = twin if twin and self._is_installed(twin) else SERIF if self._is_serif(name) else SANS
        self.missing[name] = found
        return found

    def _is_serif(self, name: str) -> bool:
        kind = self._kinds.get(name.casefold(), "")
        if kind in {"roman", "swiss"}:
            return kind == "roman"
        return is_serif(name)

    def _is_installed(self, name: str) -> bool:
        if name not in self._found:
            self._found[name] = find_family(name) is not None
        return self._found[name]
