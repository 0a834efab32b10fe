"""YAML text → nodes that know where they stand; the one room that imports `yaml`.

A node says what was written and where, never what YAML would make of it: `no`, `1.10` and `12:30` stay text,
and the schema that reads them decides what they are. What a settings file does not need is refused: tags,
several documents, keys that are not text, the same key twice. Every text ends in nodes or in a `StyleError`
with the place in its `where`; size, depth and the number of nodes after aliases are bounded by `LIMITS`.

`nodes` says what a node is; `events` are what the parser meets, `building` makes nodes of them, and where the
parser gives up, `mistakes` says what a person did.
"""

import stat
from pathlib import Path

from converter.errors import StyleError
from converter.limits import LIMITS
from converter.yaml_source.building import Builder
from converter.yaml_source.events import Lines, events
from converter.yaml_source.nodes import NULLS, Entry, Mapping, Node, Place, Scalar, Sequence

__all__ = ["NULLS", "Entry", "Mapping", "Node", "Place", "Scalar", "Sequence", "load", "parse", "read_text"]


_NO_YAML = (
    (b"PK\x03\x04", "is a Word file or an archive", "a Word template goes with --template"),
    (b"%PDF-", "is a PDF", "a letterhead goes under page.stationery of a style"),
)
"""How files begin that are given by mistake, what they are, and where they belong."""


def load(path: Path) -> Node:
    """Return what the file says.

    Raises:
        StyleError: as `read_text` and `parse`.
    """
    return parse(read_text(path), str(path))


def read_text(path: Path) -> str:
    """Return the text of a YAML file.

    Raises:
        StyleError: `yaml-unreadable` when it cannot be read, is no regular file, no YAML file or not UTF-8;
            `yaml-limit`.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StyleError("yaml-unreadable", "this is not a file", where=str(path))
        with path.open("rb") as file:
            data = file.read(LIMITS.yaml_bytes + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise StyleError("yaml-unreadable", f"cannot be read: {reason}", where=str(path)) from None
    for beginning, what, remedy in _NO_YAML:
        if data.startswith(beginning):
            raise StyleError("yaml-unreadable", f"{what}, not a YAML file", where=str(path), remedy=remedy)
    if len(data) > LIMITS.yaml_bytes:
        raise _too_large(str(path))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise StyleError(
            "yaml-unreadable", "is not UTF-8", where=str(path), remedy="save it as UTF-8"
        ) from None


def parse(text: str, file: str) -> Node:
    """Return what `text` says; `file` names it in places. A text that says nothing is an empty `Scalar`.

    Raises:
        StyleError: `yaml-syntax`, `yaml-refused` (tags, several documents, keys that are not text),
            `yaml-duplicate-key` or `yaml-limit`.
    """
    if len(text) > LIMITS.yaml_bytes or len(text.encode("utf-8", "surrogatepass")) > LIMITS.yaml_bytes:
        raise _too_large(file)
    lines = Lines(text, file)
    builder = Builder(text, lines)
    for event in events(text, lines):
        builder.take(event)
    return builder.root or Scalar("", Place(file, 1, 1))


def _too_large(file: str) -> StyleError:
    return StyleError("yaml-limit", f"is larger than {LIMITS.yaml_bytes // 1024} KB", where=file)
