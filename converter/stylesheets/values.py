"""Every value of a style, outline or language with the place that set it, in the order of the schema.

A value is shown where a file or an option sets it, where the schema has a default of its own, and, as `null`,
where what the base sets was deleted. So the values alone, read as a file that builds on the base, say the
same.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from converter.stylesheets.defaults import default_text
from converter.stylesheets.maps import ListOf, MapShape
from converter.stylesheets.shapes import File, Shape
from converter.stylesheets.sheets import NOWHERE, Sheet, Table
from converter.stylesheets.writing import flow_text
from converter.yaml_source import Entry, Node, Place, Scalar, Sequence
from converter.yaml_source import Mapping as YamlMapping

NULL = "null"

Keys = tuple[str, ...]
"""Keys that lead to a value."""

Map = Table[Any] | MapShape[Any, Any]
"""A shape that is a map."""


class Value(Struct, frozen=True):
    """A value.

    Attributes:
        keys: that lead to it.
        text: as it is written in YAML, on one line.
        place: what set it, or deleted what the base sets; nowhere: neither did.
        is_default: whether the schema has set it.
    """

    keys: Keys
    text: str
    place: Place = NOWHERE
    is_default: bool = False


class _Spot(Struct, frozen=True):
    """What stands at `keys`, what the base has there, and where a map above was deleted."""

    keys: Keys
    node: Node | None
    base: Node | None
    deleted: Place = NOWHERE


def values_of(tree: Node, table: Table[Any], base: Node) -> Iterator[Value]:
    """Yield the values of `tree`, which has no faults.

    Args:
        tree: a file on top of what it builds on.
        table: the schema.
        base: what a file that extends nothing builds on.
    """
    yield from _inside(table, _Spot((), tree, base))


def entries_of(shape: Map, node: Node | None) -> dict[str, Node]:
    """Return the values of the map that `node` stands for, by key; none where it is no map."""
    whole = shape.expanded(node) if isinstance(shape, Table) and node is not None else node
    return {one.key.text: one.value for one in whole.entries} if isinstance(whole, YamlMapping) else {}


def relocated(node: Node, shape: Shape[Any] | None, folder: Path) -> Node:
    """Return `node` with the paths in it as they are written in a file of `folder`."""
    match shape.expanded(node) if isinstance(shape, Table) else node:
        case Scalar() as node if (
            isinstance(shape, File) and not shape.is_absent(node) and shape.is_path(node)
        ):
            return replace(node, text=path_text(shape.path(node), folder), form="quoted")
        case Sequence() as node if isinstance(shape, ListOf):
            return Sequence(tuple(relocated(item, shape.item, folder) for item in node.items), node.place)
        case YamlMapping() as node if isinstance(shape, Table | MapShape):
            entries = (
                Entry(one.key, relocated(one.value, shape.shape_of(one.key.text), folder))
                for one in node.entries
            )
            return YamlMapping(tuple(entries), node.place)
        case _:
            return node


def path_text(path: Path, folder: Path) -> str:
    """Return `path` as it is written in a file of `folder`: from there on, or the whole of it."""
    if path.is_absolute() or folder.is_absolute():
        return path.absolute().as_posix()
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        # on another drive
        return path.absolute().as_posix()


def _values(shape: Shape[Any], default: object, spot: _Spot) -> Iterator[Value]:
    if spot.node is not None and shape.is_absent(spot.node):
        # a null is told even where there is nothing to delete
        spot = _Spot(spot.keys, None, spot.base or spot.node, spot.node.place)
    if isinstance(shape, Table | MapShape) and (spot.node or isinstance(default, Sheet | Mapping)):
        inside = list(_inside(shape, spot))
        yield from inside
        if spot.node and not inside:
            yield Value(spot.keys, "{}", spot.node.place)
    elif spot.node:
        yield Value(spot.keys, flow_text(spot.node), spot.node.place)
    elif (text := default_text(default)) is not None:
        yield Value(spot.keys, text, spot.deleted, is_default=True)
    elif spot.base:
        yield Value(spot.keys, NULL, spot.deleted)


def _inside(shape: Map, spot: _Spot) -> Iterator[Value]:
    own, below = entries_of(shape, spot.node), entries_of(shape, spot.base)
    for name, inner, default in _known(shape, (*own, *below)):
        spot_below = _Spot((*spot.keys, name), own.get(name), below.get(name), spot.deleted)
        yield from _values(inner, default, spot_below)


def _known(shape: Map, names: Keys) -> Iterator[tuple[str, Shape[Any], object]]:
    """Yield each key with the shape of its value and its default; a map of free keys has `names`."""
    if isinstance(shape, Table):
        yield from ((name, key.shape, key.default) for name, key in shape.sheet.keys.items())
        return
    for name in shape.in_order(names):
        if inner := shape.shape_of(name):
            yield name, inner, None
