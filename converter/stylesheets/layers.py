"""One tree from a file, the files it extends, and what was set by option; each node keeps its own place."""

from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TypeVar

from converter.errors import StyleError, UsageError
from converter.limits import LIMITS
from converter.stylesheets.folders import Kind, find, shipped_folder, unknown
from converter.stylesheets.shapes import Reading
from converter.stylesheets.sheets import Sheet, Table
from converter.yaml_source import Entry, Mapping, Node, Place, Scalar, load, parse

S = TypeVar("S", bound=Sheet)


@dataclass(frozen=True, slots=True)
class Layers:
    """A file with everything it builds on.

    Attributes:
        path: of the file itself.
        tree: all layers merged.
    """

    path: Path
    tree: Node


def stack(
    kind: Kind,
    name: str,
    table: Table[S],
    *,
    base: str = "",
    overrides: tuple[str, ...] = (),
    paper: str = "",
) -> Layers:
    """Return `name` on top of all that it extends, with `overrides` (`key.key=value`) above.

    Args:
        kind: what is looked for.
        name: a name or a path.
        table: by whose keys maps merge.
        base: what a file that extends nothing builds on; empty: nothing.
        overrides: as given to `--set`.
        paper: as given to `--paper`; empty: none.

    Raises:
        StyleError: `style-unknown`, `outline-unknown`, `language-unknown`, `style-cycle`, or as `load`.
        UsageError: `set-malformed`.
    """
    trees: list[Node] = []
    chain: list[Path] = []
    wanted, where, beside = name, "", Path()
    while wanted:
        path = find(kind, wanted, beside=beside, skip=frozenset(chain))
        if path is None:
            raise (
                _circle(chain, where)
                if find(kind, wanted, beside=beside)
                else unknown(kind, wanted, where=where)
            )
        tree = _load_map(path)
        extends = _extends(tree)
        chain.append(path)
        trees.append(tree if len(chain) == 1 else _without(tree, "extends", "meta", "description"))
        is_root = path == shipped_folder() / f"{base}.yaml"
        wanted = extends.text if extends else "" if is_root else base
        where, beside = str(extends.place if extends else Place(str(path), 1, 1)), path.parent
    options = [override(text) for text in overrides]
    if paper:
        options.append(_nested(["page", "size"], Scalar(paper, Place("--paper"))))
    return Layers(chain[0], reduce(table.merge, [*reversed(trees), *options]))


def read_tree(tree: Node, table: Table[S], reading: Reading) -> S:
    """Return the sheet that `tree` is, or the empty one when it is none; faults are in `reading`."""
    return table.read(tree, "", reading) or table.sheet()


def override(text: str) -> Mapping:
    """Return the tree that `--set text` stands for, such as `typography.base.size=11pt`.

    A value in brackets or braces is read as YAML, every other as it is written.

    Raises:
        UsageError: `set-malformed` when `text` is not `key=value`.
    """
    path, equals, value = text.partition("=")
    keys = path.split(".")
    if not equals or not all(keys) or len(keys) > LIMITS.yaml_depth:
        raise UsageError("set-malformed", f"{text} sets nothing", where="--set", remedy="write key=value")
    place = Place(f"--set {path}")
    node: Node = parse(value, place.file) if value.startswith(("[", "{", '"', "'")) else Scalar(value, place)
    return _nested(keys, node)


def _nested(keys: list[str], value: Node) -> Mapping:
    node = Mapping((Entry(Scalar(keys[-1], value.place), value),), value.place)
    return _nested(keys[:-1], node) if keys[1:] else node


def _extends(tree: Mapping) -> Scalar | None:
    """Return what `tree` extends; a wrong kind of value is a fault when the whole is read."""
    for entry in tree.entries:
        if entry.key.text == "extends" and isinstance(entry.value, Scalar) and not entry.value.is_null:
            return entry.value
    return None


def _load_map(path: Path) -> Mapping:
    tree = load(path)
    if isinstance(tree, Scalar) and tree.is_null:
        return Mapping((), tree.place)
    if not isinstance(tree, Mapping):
        raise StyleError(
            "style-invalid", "is not a mapping", where=str(tree.place), remedy="write key: value"
        )
    return tree


def _without(tree: Mapping, *keys: str) -> Mapping:
    return Mapping(tuple(entry for entry in tree.entries if entry.key.text not in keys), tree.place)


def _circle(chain: list[Path], where: str) -> StyleError:
    names = " → ".join(path.name for path in (*chain, chain[0]))
    return StyleError(
        "style-cycle",
        f"extends goes in a circle: {names}",
        where=where,
        remedy="let one of them extend another",
    )
