"""Shapes: what a value of a style, outline or language file may be.

A shape reads a node by its own rules, never by YAML's implicit types, notes every fault with its place, says
how a file that extends another changes it, and describes itself as JSON Schema. Here are the simple ones;
those of typography are in `measures`, lists and maps in `maps`, maps with declared keys in `sheets`.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar, get_args

from msgspec import Struct, field

from converter.model.style import Color
from converter.notices import Notice
from converter.stylesheets.faults import Fault, Faults
from converter.stylesheets.folders import is_file
from converter.suggestions import enumerated, nearest_file, suggest
from converter.yaml_source import Node, Place, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
K = TypeVar("K", bound=str)
JsonSchema = dict[str, object]

_SHOWN = 60
"""How many characters of a text a message shows."""


class Reading(Struct):
    """What is known while one file is read.

    Attributes:
        faults: those found so far.
        colors: the palette, by name; filled when the key `color` has been read.
        files: those that it names, whether they are there or not.
        brands: paths of the brand files among those that are read.
        written: every single value by its path, such as `bullets.1`, wherever it was written.
        layers: names of the files that are read together, the topmost first.
        strict: whether what is weak, but can be used, is a fault.
        notices: what is weak, where it is none, and what was replaced, since a brand file may say what cannot
            be had.
    """

    faults: Faults
    colors: dict[str, Color] = field(default_factory=dict)
    files: list[Path] = field(default_factory=list)
    brands: tuple[str, ...] = ()
    written: dict[str, Scalar] = field(default_factory=dict)
    layers: tuple[str, ...] = ()
    strict: bool = False
    notices: list[Notice] = field(default_factory=list)

    def notice(self, code: str, place: Place, path: str, what: str, remedy: str) -> None:
        """Note what is weak but can be used: a fault to a strict reader, a notice to others."""
        if self.strict:
            self.faults.add(place, path, what, remedy)
        else:
            self.notices.append(Notice(code, Fault(Place(""), path, what, remedy).text, str(place)))

    def blamed(self, paths: "Iterable[str]") -> tuple[Place, str]:
        """Return the one of `paths` that the topmost file writes, or else the first, with its place.

        What several values cause together is told where the person who reads it can mend it: an option goes
        before a file, a file before what it builds on.
        """
        wanted = list(paths)
        known = [(self.written[path].place, path) for path in wanted if path in self.written]
        nowhere = Place(self.layers[0], 1, 1) if self.layers else Place("")
        return min(known, key=lambda found: self._rank(found[0]), default=(nowhere, wanted[0]))

    def _rank(self, place: Place) -> int:
        return self.layers.index(place.file) if place.file in self.layers else -1


class UnfitError(Exception):
    """A text does not fit its shape; carries what is wrong, what to write, and where in it."""

    def __init__(self, what: str, remedy: str = "", offset: int | None = None) -> None:
        """Keep the parts apart; without an offset it is the text as a whole."""
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy
        self.offset = offset


class Shape(Generic[T]):
    """What every shape can do. `kind` names it in messages, such as `a length`."""

    kind = "a value"

    def read(self, node: Node, path: str, reading: Reading) -> T | None:
        """Return the value of `node`, or `None` after noting in `reading.faults` what is wrong with it."""
        raise NotImplementedError

    def is_absent(self, node: Node) -> bool:
        """Whether `node` says that there is no value."""
        return isinstance(node, Scalar) and node.is_null

    def merge(self, base: Node, over: Node) -> Node:
        """Return what stands when a file that says `over` extends one that says `base`."""
        del base
        return over

    def inner(self) -> "Iterable[Shape[Any]]":
        """Return the shapes that it is made of."""
        return ()

    def map_keys(self) -> "Iterable[str]":
        """Return the keys that its value may have; empty when it is no map, or they are free."""
        return ()

    def schema(self) -> JsonSchema:
        """Describe the shape as JSON Schema (draft 2020-12); sheets are referred to by their names."""
        raise NotImplementedError


class ScalarShape(Shape[T]):
    """A shape that is a single text; subclasses say how it is read, and what to write."""

    remedy = "write a single value"

    def read(self, node: Node, path: str, reading: Reading) -> T | None:
        """See `Shape.read`."""
        if not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Sequence) else "a mapping"
            reading.faults.add(node.place, path, f"is {found}, not {self.kind}", self.remedy)
            return None
        reading.written[path] = node
        try:
            return self.parse(node)
        except UnfitError as unfit:
            place = node.place if unfit.offset is None else node.place_of(unfit.offset)
            reading.faults.add(place, path, unfit.what, unfit.remedy)
            return None

    def parse(self, scalar: Scalar) -> T:
        """Return the value that `scalar` stands for.

        Raises:
            UnfitError: it stands for none.
        """
        raise NotImplementedError


class Text(ScalarShape[str]):
    """Any text on one line, such as a name."""

    kind = "a text"
    remedy = "put a text with braces or brackets in quotation marks"

    def parse(self, scalar: Scalar) -> str:
        """See `ScalarShape.parse`."""
        return " ".join(scalar.text.split(" ")) if "\n" not in scalar.text else _refuse_lines()

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": ["string", "number", "boolean"]}


def _refuse_lines() -> str:
    raise UnfitError("has several lines", "write it on one")


FIELD = re.compile(r"\{([a-z][a-z0-9_-]{0,40})(:0[1-9])?\}")
"""A field of a template: its name, and how many digits a number has at least."""

_PIECE = re.compile(rf"{FIELD.pattern}|([{{}}])")


class Template(Text):
    """A text with fields in braces, such as `{minutes} min read`."""

    def __init__(self, fields: tuple[str, ...] | None = None, *, use: Literal["all", "any"] = "all") -> None:
        """Take the fields' names without their braces, and which must stand there; `None` allows any name."""
        self.fields = fields
        self.required = fields if fields and use == "all" else ()

    def parse(self, scalar: Scalar) -> str:
        """See `ScalarShape.parse`; a lone brace and a field that nothing fills are faults."""
        text = super().parse(scalar)
        found = list(_PIECE.finditer(text))
        for piece in found:
            name, _, brace = piece.groups()
            if brace:
                what = f"{quoted(text)} has a brace that belongs to no field"
                raise UnfitError(what, "write fields such as {page}", piece.start())
            if self.fields is not None and name not in self.fields:
                known = [f"{{{field}}}" for field in self.fields]
                remedy = suggest(f"{{{name}}}", known) if known else "remove it"
                raise UnfitError(f"has no field {{{name}}}", remedy, piece.start())
        missing = [field for field in self.required if field not in {piece[1] for piece in found}]
        if missing:
            raise UnfitError(f"lacks the field {{{missing[0]}}}", "write it where its value is to stand")
        return text


class Flag(ScalarShape[bool]):
    """Yes or no."""

    kind = "a yes or no"
    remedy = "write true or false"
    _MEANINGS: ClassVar[dict[str, bool]] = {
        "yes": True,
        "true": True,
        "on": True,
        "no": False,
        "false": False,
        "off": False,
    }

    def parse(self, scalar: Scalar) -> bool:
        """See `ScalarShape.parse`."""
        try:
            return self._MEANINGS[scalar.text.lower()]
        except KeyError:
            raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", self.remedy) from None

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"enum": [True, False, *self._MEANINGS]}


class Choice(ScalarShape[T]):
    """One of a few words: `Choice[Form](Form)`, where `Form` is a `Literal` of them."""

    def __init__(self, words: object) -> None:
        """Take the `Literal`."""
        self.words: dict[str, T] = {word: word for word in get_args(words)}
        self.kind = "a choice here"
        self.remedy = f"write {enumerated([*self.words], 'or')}"

    def parse(self, scalar: Scalar) -> T:
        """See `ScalarShape.parse`."""
        if scalar.text in self.words:
            return self.words[scalar.text]
        raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", suggest(scalar.text, self.words))

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"enum": list(self.words)}


class Integer(ScalarShape[int]):
    """A whole number between two bounds, both included."""

    kind = "a whole number"

    def __init__(self, least: int, most: int) -> None:
        """Take the bounds."""
        self.least = least
        self.most = most

    def parse(self, scalar: Scalar) -> int:
        """See `ScalarShape.parse`."""
        remedy = f"write {self.least} to {self.most}"
        if not re.fullmatch(r"[0-9]{1,9}", scalar.text, re.ASCII):
            raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", remedy)
        if not self.least <= int(scalar.text) <= self.most:
            raise UnfitError(f"{scalar.text} is out of range", remedy)
        return int(scalar.text)

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class File(ScalarShape[Path]):
    """A file that is there; a relative path starts at the folder of the file that names it."""

    kind = "a file"

    def read(self, node: Node, path: str, reading: Reading) -> Path | None:
        """See `Shape.read`."""
        if isinstance(node, Scalar):
            reading.files.append(self.path(node))
        return super().read(node, path, reading)

    def parse(self, scalar: Scalar) -> Path:
        """See `ScalarShape.parse`."""
        if "://" in scalar.text:
            raise UnfitError("is an address, which no style reads", "save the file, and write its path")
        path = self.path(scalar)
        if not is_file(path):
            near = nearest_file(path)
            meant = Path(scalar.text).with_name(near).as_posix() if near else ""
            remedy = f"did you mean {meant}?" if near else "write its path from the folder of this file"
            raise UnfitError(f"there is no file {path}", remedy)
        return path

    def is_path(self, scalar: Scalar) -> bool:  # noqa: ARG002 - other shapes take names as well
        """Whether `scalar` is a path, which is another in another folder."""
        return True

    def path(self, scalar: Scalar) -> Path:
        """Return the path that `scalar` stands for, whether a file is there or not."""
        return Path(scalar.place.file if scalar.place.line else ".").parent / scalar.text

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": "string"}


def below(path: str, key: str) -> str:
    """Return the path of `key` inside `path`; a long key is cut."""
    return f"{path}.{_cut(key)}" if path else _cut(key)


def quoted(text: str) -> str:
    """Return `text` in straight quotation marks, as messages show it: on one line, cut where it is long."""
    return f'"{_cut(" ".join(text.split()))}"'


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def nullable(shape: Shape[T]) -> JsonSchema:
    """Return the JSON Schema of a key of that shape, which null deletes."""
    match schema := shape.schema():
        case {"type": list() as kinds}:
            return {**schema, "type": [*kinds, "null"]}
        case {"type": str() as kind}:
            return {**schema, "type": [kind, "null"]}
        case {"enum": list() as words}:
            return {**schema, "enum": [*words, None]}
        case {"anyOf": list() as options}:
            return {**schema, "anyOf": [*options, {"type": "null"}]}
        case _:
            return {"anyOf": [schema, {"type": "null"}]}
