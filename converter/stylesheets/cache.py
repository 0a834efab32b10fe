"""Remembers what the YAML files said, so that a run that changes no style need not parse one.

One entry for each file, in the user's cache folder: the text, and the nodes it was parsed into. An entry
counts only for that very text. The folder may be deleted at any time, and need not be writable. What a
command without options reads is known from the start, as long as nobody changes it: `make docs` writes it
down in `parsed.json`.
"""

import contextlib
import functools
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

from converter.yaml_source import Entry, Mapping, Node, Place, Scalar, Sequence, parse, read_text

PARSED = Path(__file__).parent / "parsed.json"
"""SHA-256 of a text → its nodes, for what a command without options reads."""

EDITION = 2
"""Of what is remembered: to be raised when `yaml_source` reads a text otherwise, or this module changes."""

_PLAIN, _QUOTED, _SEQUENCE, _MAPPING = range(4)


def load(path: Path) -> Node:
    """Return what the file says.

    Raises:
        StyleError: as `yaml_source.load`.
    """
    text = read_text(path)
    if known := _shipped().get(sha256(text.encode()).hexdigest()):
        return _decoded(known, str(path))
    file = cache_folder() / f"{sha256(str(path.absolute()).encode()).hexdigest()[:32]}.json"
    node = _remembered(file, text, str(path))
    if node is None:
        node = parse(text, str(path))
        _remember(file, text, node)
    return node


def dumped(node: Node) -> str:
    """Return `node` as JSON, without the name of its file."""
    return json.dumps(_encoded(node), separators=(",", ":"))


@functools.cache
def _shipped() -> dict[str, list[Any]]:
    """Return the nodes of some files that ship, by the SHA-256 of their text."""
    known: dict[str, list[Any]] = json.loads(PARSED.read_bytes())
    return known


def cache_folder() -> Path:
    """Return the folder of the entries, which need not exist."""
    # 5 ms to import
    from platformdirs import user_cache_path

    return user_cache_path("briefing", appauthor=False) / "yaml"


def _remembered(file: Path, text: str, name: str) -> Node | None:
    # A broken entry is as good as none.
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        entry = json.loads(file.read_bytes())
        if (entry["edition"], entry["text"]) == (EDITION, text):
            return _decoded(entry["nodes"], name)
    return None


def _remember(file: Path, text: str, node: Node) -> None:
    entry = json.dumps({"edition": EDITION, "text": text, "nodes": _encoded(node)}, separators=(",", ":"))
    temporary = file.with_suffix(f".{os.urandom(8).hex()}.tmp")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(entry, "ascii")
        temporary.replace(file)


def _encoded(node: Node) -> list[Any]:
    place = (node.place.line, node.place.column)
    match node:
        case Scalar():
            return [_PLAIN if node.form == "plain" else _QUOTED, *place, node.text, node.comment, node.inset]
        case Sequence():
            return [_SEQUENCE, *place, *map(_encoded, node.items)]
        case Mapping():
            pairs = (_encoded(part) for entry in node.entries for part in (entry.key, entry.value))
            return [_MAPPING, *place, *pairs]


def _decoded(code: list[Any], file: str) -> Node:
    kind, line, column, *rest = code
    place = Place(file, line, column)
    if kind in {_PLAIN, _QUOTED}:
        text, comment, inset = rest
        return Scalar(text, place, "plain" if kind == _PLAIN else "quoted", comment, inset)
    nodes = [_decoded(part, file) for part in rest]
    if kind == _SEQUENCE:
        return Sequence(tuple(nodes), place)
    if kind != _MAPPING:
        raise ValueError
    pairs = zip(nodes[::2], nodes[1::2], strict=True)
    return Mapping(tuple(Entry(key, value) for key, value in pairs if isinstance(key, Scalar)), place)
