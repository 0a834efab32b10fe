"""What a style file says as keys and values, before there is a file."""

from collections.abc import Iterator, Mapping

from converter.model.style import Color
from converter.text import clean_text
from converter.yaml_source import Entry, Node, Place, Scalar
from converter.yaml_source import Mapping as YamlMapping

Tree = dict[str, "str | Tree"]
"""Key → its value, as written, or the keys below it."""

Path = tuple[str, ...]
"""Keys that lead to a value."""


def leaves(tree: Tree, above: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every value with the keys that lead to it."""
    for key, below in tree.items():
        if isinstance(below, str):
            yield (*above, key), below
        else:
            yield from leaves(below, (*above, key))


def without(tree: Tree, path: Path) -> Tree:
    """Return `tree` without what `path` leads to, and without what would be empty then."""
    key, *rest = path
    below = tree.get(key)
    kept = without(below, tuple(rest)) if rest and isinstance(below, dict) else {}
    return {name: kept if name == key else one for name, one in tree.items() if name != key or kept}


def joined(below: Tree, above: Tree) -> Tree:
    """Return `above` on top of `below`, key by key."""
    merged = dict(below)
    for key, one in above.items():
        under = merged.get(key)
        merged[key] = joined(under, one) if isinstance(one, dict) and isinstance(under, dict) else one
    return merged


def as_nodes(tree: Tree, place: Place) -> YamlMapping:
    """Return `tree` as if it had been read from a file; no value of it is null."""
    entries = (Entry(Scalar(key, place), _node(below, place)) for key, below in tree.items())
    return YamlMapping(tuple(entries), place)


def _node(below: "str | Tree", place: Place) -> Node:
    return Scalar(below, place, "quoted") if isinstance(below, str) else as_nodes(below, place)


def clean(text: str) -> str:
    """Return text of the template on one line, without characters that a style file may not hold."""
    return " ".join(clean_text(text).text.split())


def points(length: float) -> str:
    """Return a length in points as a style file writes it."""
    return f"{_number(length)}pt"


def millimetres(length: float) -> str:
    """Return a length in points as a style file writes it in millimetres."""
    return f"{_number(round(length * 25.4 / 72, 1))}mm"


def multiple(factor: float) -> str:
    """Return a multiple of the size of type."""
    return _number(factor)


def hexadecimal(color: Color) -> str:
    """Return a colour as a style file writes it."""
    return color.css


def named(color: Color, names: Mapping[str, Color]) -> str:
    """Return the first of `names` that is this colour, or the colour itself."""
    return next((name for name, known in names.items() if known == color), hexadecimal(color))


def _number(amount: float) -> str:
    # adding 0 makes 0 of -0
    return f"{round(amount, 2) + 0:.7g}"
