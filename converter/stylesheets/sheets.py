"""Sheets: maps whose keys are declared as attributes of a class.

    class Line(Sheet):
        width = Key(shapes.Length(), model.Length(0), "How thick it is.")

declares the key `width`, its shape, its default and the sentence that explains it; `line.width` is then a
`Length`. The declaration is all there is: reading, merging and JSON Schema follow from it.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Generic, Literal, TypeVar, overload

from converter.stylesheets.maps import merge_maps, refuse_key, refuse_value
from converter.stylesheets.shapes import JsonSchema, Reading, Shape, below, nullable
from converter.yaml_source import Entry, Node, Place, Scalar
from converter.yaml_source import Mapping as YamlMapping

T = TypeVar("T")
U = TypeVar("U")
S = TypeVar("S", bound="Sheet")

Formats = frozenset[Literal["docx", "pdf", "html"]]
"""Formats that have a look."""

ALL: Formats = frozenset({"docx", "pdf", "html"})

_NAMES = {"docx": "Word", "pdf": "PDF", "html": "HTML"}

NOWHERE = Place("")
"""The place of a default."""


class Key(Generic[T]):
    """A key of a sheet.

    Args:
        shape: of its value.
        default: stands where a file says nothing.
        about: what it is for, in one sentence, as the JSON Schema explains it.
        formats: which it changes, with all that stands below it.
    """

    @overload
    def __init__(
        self: "Key[U | None]", shape: Shape[U], default: None, about: str, *, formats: Formats = ALL
    ) -> None: ...
    @overload
    def __init__(self, shape: Shape[T], default: T, about: str, *, formats: Formats = ALL) -> None: ...
    def __init__(self, shape: Shape[Any], default: Any, about: str, *, formats: Formats = ALL) -> None:
        """See the class; the key's name is that of the attribute, with hyphens; `from_` declares `from`."""
        self.shape = shape
        self.default = default
        self.about = about
        self.formats = formats
        self.name = ""

    def __set_name__(self, owner: type["Sheet"], name: str) -> None:
        """Learn the attribute's name."""
        self.name = name.rstrip("_").replace("_", "-")

    @property
    def described(self) -> str:
        """What it is for, and which formats it changes where these are not all."""
        if self.formats in {ALL, frozenset()}:
            return self.about
        names = " and ".join(name for kind, name in _NAMES.items() if kind in self.formats)
        return f"{self.about} {names} only."

    @overload
    def __get__(self, sheet: None, owner: type["Sheet"]) -> "Key[T]": ...
    @overload
    def __get__(self, sheet: "Sheet", owner: type["Sheet"]) -> T: ...
    def __get__(self, sheet: "Sheet | None", owner: type["Sheet"]) -> "Key[T] | T":
        """Return the value in a sheet, or the key itself of the class."""
        if sheet is None:
            return self
        value: T = sheet.values.get(self.name, self.default)
        return value


class Sheet:
    """A map that was read; attributes are its keys.

    Attributes:
        keys: every key by its name, in order of declaration, in which they are read.
        shorthand: the key that a scalar in place of the map stands for; empty: none does.
        elsewhere: keys of other kinds of files that are written here by mistake, and what to do with them.
        values: what the file says, by key.
        places: where it says so, rightly or wrongly.
        where: where the map itself begins, in the topmost file that has it.
    """

    keys: ClassVar[dict[str, Key[Any]]] = {}
    shorthand: ClassVar[str] = ""
    elsewhere: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init_subclass__(cls) -> None:
        """Collect the declared keys, those of the parent class first."""
        cls.keys = cls.keys | {key.name: key for key in vars(cls).values() if isinstance(key, Key)}

    def __init__(self, where: Place = NOWHERE) -> None:
        """Make a sheet that has every default."""
        self.values: dict[str, Any] = {}
        self.places: dict[str, Place] = {}
        self.where = where

    def place(self, name: str) -> Place:
        """Return where the value of the key `name` stands; nowhere when it is a default."""
        return self.places.get(name, NOWHERE)


class Table(Shape[S]):
    """The shape of a sheet."""

    kind = "a mapping"

    def __init__(self, sheet: type[S]) -> None:
        """Take the class that declares the keys."""
        self.sheet = sheet

    def read(self, node: Node, path: str, reading: Reading) -> S | None:
        """See `Shape.read`."""
        table = self.expanded(node)
        if not isinstance(table, YamlMapping):
            refuse_value(node, path, reading, self.map_keys())
            return None
        sheet = self.sheet(node.place)
        for key, entry in self._known(table, path, reading):
            sheet.places[key.name] = entry.value.place
            value = key.shape.read(entry.value, below(path, key.name), reading)
            if value is not None:
                sheet.values[key.name] = value
        return sheet

    def _known(self, node: YamlMapping, path: str, reading: Reading) -> Iterator[tuple[Key[Any], Entry]]:
        entries = {entry.key.text: entry for entry in node.entries}
        for name, entry in entries.items():
            if name in self.sheet.elsewhere:
                reading.faults.add(
                    entry.key.place, below(path, name), "is not a key", self.sheet.elsewhere[name]
                )
            elif name not in self.sheet.keys:
                refuse_key(entry.key, path, reading, self.sheet.keys, self._deeper(path))
        for name, key in self.sheet.keys.items():
            if name in entries and not key.shape.is_absent(entries[name].value):
                yield key, entries[name]

    def _deeper(self, path: str) -> dict[str, list[str]]:
        """Return the keys of the maps below, each with its paths."""
        found: dict[str, list[str]] = {}
        for name, key in self.sheet.keys.items():
            for text in key.shape.map_keys():
                found.setdefault(text, []).append(f"{below(path, name)}.{text}")
        return found

    def map_keys(self) -> Iterable[str]:
        """See `Shape.map_keys`."""
        return tuple(self.sheet.keys)

    def expanded(self, node: Node) -> Node:
        """Return the map that `node` stands for: itself, or that of a short form such as `cover: band`."""
        if not (self.sheet.shorthand and isinstance(node, Scalar)) or self.is_absent(node):
            return node
        return YamlMapping((Entry(Scalar(self.sheet.shorthand, node.place), node),), node.place)

    def merge(self, base: Node, over: Node) -> Node:
        """See `Shape.merge`: key by key."""
        return merge_maps(self.expanded(base), self.expanded(over), self.shape_of)

    def shape_of(self, name: str) -> Shape[Any] | None:
        """Return the shape of the value of the key `name`; `None` when there is no such key."""
        key = self.sheet.keys.get(name)
        return key.shape if key else None

    def inner(self) -> Iterable[Shape[Any]]:
        """See `Shape.inner`."""
        return (key.shape for key in self.sheet.keys.values())

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"$ref": f"#/$defs/{self.sheet.__name__}"}

    def definition(self) -> JsonSchema:
        """Return what `schema` refers to."""
        keys = self.sheet.keys
        properties = {
            key.name: {"description": key.described, **nullable(key.shape)} for key in keys.values()
        }
        table: JsonSchema = {"type": "object", "properties": properties, "additionalProperties": False}
        return (
            {"anyOf": [table, keys[self.sheet.shorthand].shape.schema()]} if self.sheet.shorthand else table
        )
