"""Nodes: what a YAML text says, each with its place."""

from typing import Literal, NamedTuple

from msgspec import Struct

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""How one says, unquoted, that there is no value (YAML 1.2, 10.3.2)."""


class Place(NamedTuple):
    """Where something was written; `line` and `column` count from 1, and are 0 where there are none.

    A column is a character (a code point) of the line: a tab is one, a wide letter is one, a byte order mark
    at the file's start is none. A line ends with LF, CR LF or CR.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """As editors and terminals know it: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Scalar(Struct, frozen=True):
    """A single value, as written; escapes of quoted text are resolved.

    Attributes:
        text: the characters.
        place: of the first.
        form: `plain`, or `quoted` (block scalars too), which is never null.
        comment: the one word of the comment behind an empty value, with its `#`: an unquoted colour.
        inset: how far behind `place` the text begins, where it stands there letter for letter; else -1.
    """

    text: str
    place: Place
    form: Literal["plain", "quoted"] = "plain"
    comment: str = ""
    inset: int = 0

    @property
    def is_null(self) -> bool:
        """Whether it says that there is no value: `null`, `~` or nothing at all, unquoted."""
        return self.form == "plain" and self.text in NULLS

    def place_of(self, offset: int) -> Place:
        """Return where the character at `offset` of the text stands; that of the whole where nobody knows."""
        if self.inset < 0 or not self.place.line:
            return self.place
        return self.place._replace(column=self.place.column + self.inset + offset)


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Entry(Struct, frozen=True):
    """A key with its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True):
    """Keys with their values, in order; no key stands twice."""

    entries: tuple[Entry, ...]
    place: Place


Node = Scalar | Sequence | Mapping
