"""One tree from a file, the files it extends, and what was set by option; each node keeps its own place."""

import re
from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import StyleError, UsageError
from converter.limits import LIMITS
from converter.notices import Notice
from converter.stylesheets.brand import is_brand
from converter.stylesheets.cache import load
from converter.stylesheets.folders import Kind, expected, find, shipped_folder, unknown
from converter.stylesheets.shapes import Reading
from converter.stylesheets.sheets import Sheet, Table
from converter.yaml_source import Entry, Mapping, Node, Place, Scalar, parse
from converter.yaml_source import Sequence as List

S = TypeVar("S", bound=Sheet)

_YAML_VALUE = re.compile(r"""[\["']|\{(?:[^{}]*:\s|\})""")


class Layer(Struct, frozen=True):
    """A file and what it says.

    Attributes:
        path: of the file.
        tree: what it says.
        notices: what of it cannot be had.
        is_brand: whether it is a house's brand file, which knows nothing of reports: what is missing here is
            replaced, where in a style it is a fault.
    """

    path: Path
    tree: Mapping
    notices: tuple[Notice, ...] = ()
    is_brand: bool = False


class Override(NamedTuple):
    """What is set above all files.

    Attributes:
        text: `key.key=value`, as given to `--set`.
        place: where a configuration file says so; nowhere: `--set` does.
    """

    text: str
    place: Place | None = None


def layers_of(
    kind: Kind,
    name: str,
    base: str = "",
    passed: list[Path] | None = None,
    skip: frozenset[Path] = frozenset(),
) -> list[Layer]:
    """Return the file that `name` stands for, the file that it extends, the one that extends, and so on.

    Args:
        kind: what is looked for.
        name: a name or a path.
        base: what a file that extends nothing builds on, unless it is the one that ships; empty: nothing.
        passed: takes each file as it is come to, before it is read: the one that is faulty or missing, too.
        skip: files that are not meant, resolved: one that will extend this one.

    Raises:
        StyleError: `style-unknown`, `outline-unknown`, `language-unknown`, `style-cycle`, or as `load`.
    """
    layers: list[Layer] = []
    passed = [] if passed is None else passed
    wanted: Scalar | None = Scalar(name, Place(""))
    while wanted:
        beside = layers[-1].path.parent if layers else Path()
        seen = skip | {layer.path.resolve() for layer in layers}
        path = find(kind, wanted.text, beside=beside, skip=seen)
        passed.append(path or expected(kind, wanted.text, beside=beside))
        if path is None:
            if find(kind, wanted.text, beside=beside):
                raise _circle(layers, wanted)
            raise _unknown(kind, wanted, beside)
        layer = _layer(kind, path)
        layers.append(layer)
        wanted = _extends(layer, base)
    return layers


def merge(layers: Sequence[Layer], table: Table[S], above: Sequence[Mapping] = ()) -> Node:
    """Return the first of `layers` on top of those that it builds on, under what stands `above`.

    What a file says of itself (`extends`, `meta`, `description`) is not handed down.
    """
    bases = [_without(layer.tree, "extends", "meta", "description") for layer in layers[1:]]
    trees: list[Node] = [*reversed(bases), layers[0].tree, *above]
    return reduce(table.merge, trees)


def read_tree(tree: Node, table: Table[S], reading: Reading) -> S:
    """Return the sheet that `tree` is, or the empty one when it is none; faults are in `reading`."""
    return table.read(tree, "", reading) or table.sheet()


def override(given: str | Override) -> Mapping:
    """Return the tree that `--set` of this text stands for, such as `typography.base.size=11pt`.

    A list (`[a, b]`), a map (`{left: x}`) and a quoted text are read as YAML, every other value as it is
    written: `footer.left={title}` sets a template.

    Raises:
        UsageError: `set-malformed` when the text is not `key=value`.
    """
    text, place = given if isinstance(given, Override) else Override(given)
    path, equals, value = text.partition("=")
    keys = path.split(".")
    where = str(place or "--set")
    if keys[0] == "extends":
        raise UsageError("set-malformed", "extends cannot be set", where=where, remedy="choose with --style")
    if not equals or not all(keys) or len(keys) > LIMITS.yaml_depth:
        raise UsageError("set-malformed", f"{text} sets nothing", where=where, remedy="write key=value")
    name = f"--set {path}"
    node: Node = parse(value, name) if _YAML_VALUE.match(value) else Scalar(value, Place(name))
    return nested(keys, _moved(node, place) if place else node)


def nested(keys: list[str], value: Node) -> Mapping:
    """Return a tree in which `keys`, at least one, lead to `value`."""
    node = Mapping((Entry(Scalar(keys[-1], value.place), value),), value.place)
    return nested(keys[:-1], node) if keys[1:] else node


def _moved(node: Node, place: Place) -> Node:
    """Return `node` as if all of it stood at `place`."""
    match node:
        case Mapping():
            entries = (Entry(replace(one.key, place=place), _moved(one.value, place)) for one in node.entries)
            return Mapping(tuple(entries), place)
        case List():
            return List(tuple(_moved(item, place) for item in node.items), place)
        case Scalar():
            return replace(node, place=place)


def _extends(layer: Layer, base: str) -> Scalar | None:
    """Return what the file extends; a wrong kind of value is a fault when the whole is read."""
    for entry in layer.tree.entries:
        if entry.key.text == "extends" and isinstance(entry.value, Scalar) and not entry.value.is_null:
            return entry.value
    if not base or layer.path.resolve() == (shipped_folder() / f"{base}.yaml").resolve():
        return None
    return Scalar(base, layer.tree.place)


def _layer(kind: Kind, path: Path) -> Layer:
    tree = _load_map(path)
    if kind != "style" or not is_brand(path, tree):
        return Layer(path, tree)
    # ten modules, which other styles do without
    from converter.stylesheets.brand.translating import translated

    return Layer(path, *translated(path, tree), is_brand=True)


def _load_map(path: Path) -> Mapping:
    tree = load(path)
    if isinstance(tree, Scalar) and tree.is_null:
        return Mapping((), tree.place)
    if not isinstance(tree, Mapping):
        raise StyleError(
            "style-invalid", "the file is not a mapping", where=str(tree.place), remedy="write key: value"
        )
    return tree


def _unknown(kind: Kind, wanted: Scalar, beside: Path) -> StyleError:
    error = unknown(kind, wanted.text, beside=beside)
    if not wanted.place.line:
        return error
    what = f"extends: {error.what}"
    return StyleError(error.code, what, where=str(wanted.place), remedy=error.remedy)


def _without(tree: Mapping, *keys: str) -> Mapping:
    return Mapping(tuple(entry for entry in tree.entries if entry.key.text not in keys), tree.place)


def _circle(layers: Sequence[Layer], wanted: Scalar) -> StyleError:
    names = " → ".join([*(layer.path.name for layer in layers), wanted.text])
    what = f"extends: goes in a circle: {names}"
    return StyleError("style-cycle", what, where=str(wanted.place), remedy="let one of them extend another")
