"""Shapes: what a value of a style, outline or language file may be.

A shape reads a node by its own rules, never by YAML's implicit types, notes every fault with its place, says
how a file that extends another changes it, and describes itself as JSON Schema. Here are the simple ones;
those of typography are in `measures`, lists and maps in `maps`, maps with declared keys in `sheets`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar, get_args

from converter.model.style import Color
from converter.notices import Notice
from converter.stylesheets.faults import Faults
from converter.stylesheets.folders import is_file
from converter.suggestions import suggest
from converter.yaml_source import Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
K = TypeVar("K", bound=str)
JsonSchema = dict[str, object]

_SHOWN = 60
"""How many characters of a text a message shows."""


@dataclass(slots=True)
class Reading:
    """What is known while one file is read.

    Attributes:
        faults: those found so far.
        colors: the palette, by name; filled when the key `color` has been read.
        brands: paths of the brand files among those that are read.
        notices: what was replaced, since a brand file may say what cannot be had.
    """

    faults: Faults
    colors: dict[str, Color] = field(default_factory=dict)
    brands: tuple[str, ...] = ()
    notices: list[Notice] = field(default_factory=list)


class UnfitError(Exception):
    """A text does not fit its shape; carries what is wrong and what to write."""

    def __init__(self, what: str, remedy: str = "") -> None:
        """Keep both parts apart."""
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy


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

    def schema(self) -> JsonSchema:
        """Describe the shape as JSON Schema (draft 2020-12); sheets are referred to by their names."""
        raise NotImplementedError


class ScalarShape(Shape[T]):
    """A shape that is a single text; subclasses say how it is read."""

    def read(self, node: Node, path: str, reading: Reading) -> T | None:
        """See `Shape.read`."""
        if not isinstance(node, Scalar):
            found = "a list" if isinstance(node, Sequence) else "a mapping"
            reading.faults.add(node.place, path, f"is {found}, not {self.kind}")
            return None
        try:
            return self.parse(node)
        except UnfitError as unfit:
            reading.faults.add(node.place, path, unfit.what, unfit.remedy)
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

    def parse(self, scalar: Scalar) -> str:
        """See `ScalarShape.parse`."""
        return " ".join(scalar.text.split(" ")) if "\n" not in scalar.text else _refuse_lines()

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"type": ["string", "number", "boolean"]}


def _refuse_lines() -> str:
    raise UnfitError("has several lines", "write it on one")


_PIECE = re.compile(r"\{([a-z][a-z0-9_-]{0,40})(:0[1-9])?\}|([{}])")


class Template(Text):
    """A text with fields in braces, such as `{minutes} min read`."""

    def __init__(self, fields: tuple[str, ...] | None = None, *, use: Literal["all", "any"] = "all") -> None:
        """Take the fields' names without their braces, and which must stand there; `None` allows any name."""
        self.fields = fields
        self.required = fields if fields and use == "all" else ()

    def parse(self, scalar: Scalar) -> str:
        """See `ScalarShape.parse`; a lone brace and a field that nothing fills are faults."""
        text = super().parse(scalar)
        found = _PIECE.findall(text)
        for name, _, brace in found:
            if brace:
                raise UnfitError(
                    f"{quoted(text)} has a brace that belongs to no field", "write fields such as {page}"
                )
            if self.fields is not None and name not in self.fields:
                known = [f"{{{field}}}" for field in self.fields]
                raise UnfitError(
                    f"has no field {{{name}}}", suggest(f"{{{name}}}", known) if known else "remove it"
                )
        missing = [field for field in self.required if field not in {name for name, _, _ in found}]
        if missing:
            raise UnfitError(f"lacks the field {{{missing[0]}}}", "write it where its value is to stand")
        return text


class Flag(ScalarShape[bool]):
    """Yes or no."""

    kind = "a yes or no"
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
            raise UnfitError(f"{quoted(scalar.text)} is not {self.kind}", "write true or false") from None

    def schema(self) -> JsonSchema:
        """See `Shape.schema`."""
        return {"enum": [True, False, *self._MEANINGS]}


class Choice(ScalarShape[T]):
    """One of a few words: `Choice[Form](Form)`, where `Form` is a `Literal` of them."""

    def __init__(self, words: object) -> None:
        """Take the `Literal`."""
        self.words: dict[str, T] = {word: word for word in get_args(words)}
        self.kind = "a choice here"

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

    def parse(self, scalar: Scalar) -> Path:
        """See `ScalarShape.parse`."""
        path = Path(scalar.place.file if scalar.place.line else ".").parent / scalar.text
        if not is_file(path):
            raise UnfitError(f"there is no file {path}", "write its path from the folder of this file")
        return path

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
