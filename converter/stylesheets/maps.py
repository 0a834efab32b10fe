"""Shapes made of other shapes: lists, lists of words, maps."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingType
from types import MappingProxyType
from typing import Any, TypeVar

from converter.stylesheets.shapes import JsonSchema, Reading, Shape, Text, below, nullable
from converter.suggestions import enumerated, nearest, suggest
from converter.yaml_source import Entry, Mapping, Node, Scalar
from converter.yaml_source import Sequence as YamlSequence

T = TypeVar("T")
K = TypeVar("K", bound=str)

_KEYS = 6
"""How many keys a message shows of a map that was wanted."""


class ListOf(Shape[tuple[T, ...]]):
    """A list; a file that extends another replaces it."""

    kind = "a list"

    def __init__(self, item: Shape[T], *, least: int = 0) -> None:
        """Take the shape of its items and how many there are at least."""
        self.item = item
        self.least = least

    def read(self, node: Node, path: str, reading: Reading) -> tuple[T, ...] | None:
        """See `Shape.read`."""
        if not isinstance(node, YamlSequence):
            reading.faults.add(node.place, path, f"is not {self.kind}", "write [one, two]")
            return None
        if len(node.items) < self.least:
            reading.faults.add(node.place, path, "is empty", "write at least one value")
        values = [
            self.item.read(item, f"{path}.{number}", reading) for number, item in enumerate(node.items, 1)
        ]
        return tuple(value for value in values if value is not None)

    def inner(self) -> Iterable[Shape[Any]]:
        """See `Shape.inner`."""
        return (self.item,)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": "array", "items": self.item.schema(), "minItems": self.least}


class MapShape(Shape[dict[K, T]]):
    """A map whose values are alike; subclasses say which keys it may have."""

    kind = "a mapping"

    def read(self, node: Node, path: str, reading: Reading) -> dict[K, T] | None:
        """See `Shape.read`."""
        if not isinstance(node, Mapping):
            refuse_value(node, path, reading, self.map_keys())
            return None
        return dict(self._values(node, path, reading))

    def _values(self, node: Mapping, path: str, reading: Reading) -> Iterator[tuple[K, T]]:
        for entry in node.entries:
            key, shape = self.key(entry.key.text)
            if key is None or shape is None:
                self.refuse_key(entry.key, path, reading)
            elif not shape.is_absent(entry.value):
                value = shape.read(entry.value, below(path, entry.key.text), reading)
                if value is not None:
                    yield key, value

    def key(self, text: str) -> tuple[K | None, Shape[T] | None]:
        """Return the key that `text` is and the shape of its value; nothing when it is none."""
        raise NotImplementedError

    def refuse_key(self, key: Scalar, path: str, reading: Reading) -> None:
        """Note that `key` is none of the map's."""
        raise NotImplementedError

    def merge(self, base: Node, over: Node) -> Node:
        """See `Shape.merge`: key by key."""
        return merge_maps(base, over, self.shape_of)

    def shape_of(self, text: str) -> Shape[T] | None:
        """Return the shape of the value of the key `text`; `None` when it is no key."""
        return self.key(text)[1]

    def in_order(self, names: Iterable[str]) -> Iterable[str]:
        """Return `names`, each once, in the order in which they are shown."""
        return dict.fromkeys(names)


class MapOf(MapShape[str, T]):
    """A map with free keys."""

    def __init__(self, value: Shape[T], *, pattern: str, such_as: str) -> None:
        """Take the values' shape, what a key looks like, and an example."""
        self.value = value
        self.pattern = re.compile(pattern)
        self.such_as = such_as

    def key(self, text: str) -> tuple[str | None, Shape[T] | None]:
        """See `MapShape.key`."""
        return (text, self.value) if self.pattern.fullmatch(text) else (None, None)

    def refuse_key(self, key: Scalar, path: str, reading: Reading) -> None:
        """See `MapShape.refuse_key`."""
        hyphenated = key.text.replace("_", "-").replace(" ", "-")
        remedy = f"write one such as {self.such_as}"
        if self.pattern.fullmatch(hyphenated):
            remedy = f"did you mean {hyphenated}?"
        reading.faults.add(key.place, below(path, key.text), "is not a key", remedy)

    def inner(self) -> Iterable[Shape[Any]]:
        """See `Shape.inner`."""
        return (self.value,)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        properties = {f"^{self.pattern.pattern}$": nullable(self.value)}
        return {"type": "object", "patternProperties": properties, "additionalProperties": False}


class Record(MapShape[K, T]):
    """A map with given keys, each with a shape of its own."""

    def __init__(self, shapes: MappingType[K, Shape[T]], *, complete: bool = False) -> None:
        """Take the values' shapes by key, and whether all keys must be there."""
        self.shapes: dict[str, tuple[K, Shape[T]]] = {str(key): (key, shape) for key, shape in shapes.items()}
        self.complete = complete

    def read(self, node: Node, path: str, reading: Reading) -> dict[K, T] | None:
        """See `Shape.read`; each missing key is a fault where the map must be complete."""
        values = super().read(node, path, reading)
        if self.complete and isinstance(node, Mapping):
            there = {entry.key.text for entry in node.entries if not self.is_absent(entry.value)}
            for text in self.shapes:
                if text not in there:
                    reading.faults.add(node.place, below(path, text), "is missing")
        return values

    def key(self, text: str) -> tuple[K | None, Shape[T] | None]:
        """See `MapShape.key`."""
        return self.shapes.get(text, (None, None))

    def in_order(self, names: Iterable[str]) -> Iterable[str]:
        """See `MapShape.in_order`: that of the declaration."""
        wanted = frozenset(names)
        return (text for text in self.shapes if text in wanted)

    def refuse_key(self, key: Scalar, path: str, reading: Reading) -> None:
        """See `MapShape.refuse_key`."""
        refuse_key(key, path, reading, self.shapes)

    def map_keys(self) -> Iterable[str]:
        """See `Shape.map_keys`."""
        return tuple(self.shapes)

    def inner(self) -> Iterable[Shape[Any]]:
        """See `Shape.inner`."""
        return (shape for _, shape in self.shapes.values())

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        properties = {text: nullable(shape) for text, (_, shape) in self.shapes.items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}


def merge_maps(base: Node, over: Node, shape_of: Callable[[str], Shape[T] | None]) -> Node:
    """Return `over` on top of `base`, key by key; where one of them is no map, `over` replaces `base`."""
    if not (isinstance(base, Mapping) and isinstance(over, Mapping)):
        return over
    merged = {entry.key.text: entry for entry in base.entries}
    for entry in over.entries:
        below_entry = merged.get(entry.key.text)
        shape = shape_of(entry.key.text)
        value = shape.merge(below_entry.value, entry.value) if below_entry and shape else entry.value
        merged[entry.key.text] = Entry(entry.key, value)
    return Mapping(tuple(merged.values()), over.place)


def refuse_key(
    key: Scalar,
    path: str,
    reading: Reading,
    known: Collection[str],
    deeper: MappingType[str, Sequence[str]] = MappingProxyType({}),
) -> None:
    """Note that `key` is unknown, with the nearest of `known` or with all of them.

    `deeper` are keys that stand one map further down, each with its paths: one is told that is much alike.
    """
    if reading.faults.full:
        return
    text, remedy = key.text.lower(), suggest(key.text, known)
    near = nearest(text, [*known, nearest(text, deeper, alike=0.8)])
    if near in deeper and near not in known:
        remedy = f"did you mean {enumerated(deeper[near], 'or', most=3)}?"
    reading.faults.add(key.place, below(path, key.text), "is not a key", remedy)


def refuse_value(node: Node, path: str, reading: Reading, known: Iterable[str]) -> None:
    """Note that `node` is no mapping, with the keys `known` that one has here; none where they are free."""
    names = tuple(known)
    keys = f", where key is {enumerated(names, 'or', most=_KEYS)}" if names else ""
    reading.faults.add(node.place, path, "is not a mapping", f"write key: value{keys}")


class Words(Shape[tuple[str, ...]]):
    """Words or phrases: a list, or one text with commas between them."""

    kind = "a list of words"

    def read(self, node: Node, path: str, reading: Reading) -> tuple[str, ...] | None:
        """See `Shape.read`."""
        if isinstance(node, Scalar):
            return tuple(word for piece in node.text.split(",") if (word := " ".join(piece.split())))
        return ListOf(Text()).read(node, path, reading)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": ["string", "array"], "items": {"type": "string"}}
