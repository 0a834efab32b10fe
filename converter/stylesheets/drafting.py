"""A file to begin with: it extends another, and says behind `#` all that it could say instead.

A line that could be read begins with `#` and its indentation, one that explains with `# ` and a word. Without
its `#`, and that of the lines it stands under, a line says what the other file says already. All of it
follows from the schema, so it is never out of date.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from converter.errors import StyleError
from converter.paths import is_path
from converter.stylesheets.defaults import default_text
from converter.stylesheets.folders import Kind, shipped_folder
from converter.stylesheets.kinds import TABLES, load_any
from converter.stylesheets.languages import nearest
from converter.stylesheets.layers import layers_of, merge
from converter.stylesheets.maps import ListOf, MapShape, Record
from converter.stylesheets.shapes import Choice, Shape
from converter.stylesheets.sheets import Key, Sheet, Table
from converter.stylesheets.styles import BASE
from converter.stylesheets.values import NULL, entries_of, path_text, relocated
from converter.stylesheets.writing import flow_text, scalar_text
from converter.yaml_source import Mapping as YamlMapping
from converter.yaml_source import Node

_OWN = frozenset({"extends", "meta", "description", "name"})
"""Keys by which a file speaks of itself."""

_WIDTH = 160
"""A map that is longer on one line gets a line for each of its keys."""

_COLUMN = 48
"""Where explanations begin at the latest; a longer line pushes its own away."""


class _Line(NamedTuple):
    """A line that could be read, and what it is for; without a text, a line that explains."""

    depth: int
    text: str
    about: str = ""


def draft_text(kind: Kind, base: str, file: Path, schema: str) -> str:
    """Return the text of a new file.

    Args:
        kind: of the file.
        base: name or path of the file that it extends.
        file: where it will stand; paths in it start at its folder.
        schema: path or address of the JSON Schema, for editors.

    Raises:
        StyleError: what is wrong with the base; `style-cycle` when it builds on `file`.
    """
    table = TABLES[kind]
    load_any(kind, base)
    layers = layers_of(kind, base, BASE if kind == "style" else "", skip=frozenset({file.resolve()}))
    tree = relocated(merge(layers, table), table, file.parent)
    below = path_text(Path(base), file.parent) if is_path(base) else base
    name = layers[0].path.stem
    head = (
        f"# yaml-language-server: $schema={schema}\n"
        f"# What stands behind a # is what {name} says. To say something else, take away the # of its line,\n"
        "# and of the lines that it stands under. What stays behind a # may go.\n"
        f"extends: {scalar_text(below)}\n{_own(kind, file.stem, name)}"
    )
    return "\n".join([head, *_sections(table, entries_of(table, tree))])


def base_of(kind: Kind, file: Path) -> str:
    """Return what a new `file` extends: of languages the nearest, or English; of schemes, tlp."""
    if kind == "scheme":
        return "tlp"
    if kind != "language":
        return BASE
    try:
        return nearest(file.stem, skip=frozenset({file.resolve()}))
    except StyleError:
        return "en"


def schema_address(kind: Kind, folder: Path) -> str:
    """Return where editors find the JSON Schema: in `folder` if it is there, else where it was installed."""
    name = f"{kind}.schema.json"
    return name if (folder / name).is_file() else (shipped_folder() / "schema" / name).as_uri()


def _own(kind: Kind, stem: str, base: str) -> str:
    """Return what a file says of itself."""
    if kind == "language":
        return f"name: {scalar_text(stem)} # the language's name, in the language itself\n"
    description = f"description: {scalar_text(f'Built on {base}')}\n"
    if kind == "scheme":
        return f"name: {scalar_text(stem)} # the scheme in full\n{description}"
    if kind == "outline":
        return description
    name = stem.replace("-", " ").replace("_", " ").strip() or stem
    return f"meta:\n  name: {scalar_text(name[:1].upper() + name[1:])}\n  {description}"


def _sections(table: Table[Any], entries: Mapping[str, Node]) -> Iterator[str]:
    """Yield a block of lines for each key that is a map, and one for each run of others."""
    run: list[_Line] = []
    for name, key in table.sheet.keys.items():
        if name in _OWN:
            continue
        lines = _lines(key, entries.get(name), 0)
        if not isinstance(key.shape, Table | MapShape):
            run += lines
            continue
        if run:
            yield _block(run)
            run = []
        yield _block(list(lines))
    if run:
        yield _block(run)


def _lines(key: Key[Any], node: Node | None, depth: int) -> Iterator[_Line]:
    """Yield the lines of a key; what a map at the top is for stands above it."""
    said = None if node is None or key.shape.is_absent(node) else node
    is_open = said is not None or isinstance(key.default, Sheet | Mapping)
    about = _about(key)
    if depth == 0 and isinstance(key.shape, Table | MapShape):
        yield _Line(0, "", about)
        about = ""
    yield from _explained(key, is_open=is_open)
    below = list(_below(key.shape, said, depth + 1)) if is_open else []
    if below:
        yield _Line(depth, f"{key.name}:", about)
        yield from below
        return
    text = flow_text(said) if said is not None else default_text(key.default)
    yield _Line(depth, f"{key.name}: {text or ('{}' if is_open else NULL)}", about)


def _below(shape: Shape[Any], node: Node | None, depth: int) -> Iterator[_Line]:
    """Yield the lines of what stands in a map; none of another shape."""
    if isinstance(shape, Table):
        entries = entries_of(shape, node)
        for name, key in shape.sheet.keys.items():
            yield from _lines(key, entries.get(name), depth)
    elif isinstance(shape, MapShape) and isinstance(node, YamlMapping):
        yield from _entries(node, depth)


def _entries(node: YamlMapping, depth: int) -> Iterator[_Line]:
    """Yield a line for each entry, or several where one would be too long."""
    for entry in node.entries:
        key = scalar_text(entry.key.text)
        line = f"{key}: {flow_text(entry.value)}"
        if isinstance(entry.value, YamlMapping) and len(line) > _WIDTH:
            yield _Line(depth, f"{key}:")
            yield from _entries(entry.value, depth + 1)
        else:
            yield _Line(depth, line)


def _explained(key: Key[Any], *, is_open: bool) -> Iterator[_Line]:
    """Yield what may stand in maps that are written on one line."""
    shape = key.shape
    is_many = isinstance(shape, ListOf | MapShape)
    inner = max(shape.inner(), key=_breadth, default=None) if is_many else shape
    if not isinstance(inner, Table) or (is_open and not is_many):
        return
    yield _Line(0, "", f"{'Each of ' if is_many else ''}{key.name} takes:")
    yield from (_Line(0, "", f"- {one.name}: {_about(one)}") for one in inner.sheet.keys.values())
    if isinstance(shape, Record):
        yield from _narrower(shape, inner)


def _narrower(record: Record[str, Any], widest: Table[Any]) -> Iterator[_Line]:
    """Yield which maps of a record take less than the others."""
    narrow: dict[tuple[str, ...], list[str]] = {}
    for name, (_, shape) in record.shapes.items():
        if isinstance(shape, Table) and shape.sheet.keys.keys() != widest.sheet.keys.keys():
            narrow.setdefault(tuple(shape.sheet.keys), []).append(name)
    for keys, names in narrow.items():
        missing = [key for key in widest.sheet.keys if key not in keys]
        said = f"no {', '.join(missing)}" if len(missing) < len(keys) else f"only {', '.join(keys)}"
        yield _Line(0, "", f"{', '.join(names)} take {said}.")


def _breadth(shape: Shape[Any]) -> int:
    return len(shape.sheet.keys) if isinstance(shape, Table) else 0


def _about(key: Key[Any]) -> str:
    """Return what a key is for, and the words that it may be."""
    shape = key.shape.item if isinstance(key.shape, ListOf) else key.shape
    if not isinstance(shape, Choice):
        return key.described
    return f"{key.described} {'Any' if shape is not key.shape else 'One'} of {', '.join(shape.words)}."


def _block(lines: Sequence[_Line]) -> str:
    """Return the text of `lines`, with what they are for in a column."""
    texts = [f"#{'  ' * line.depth}{line.text}" for line in lines]
    widths = [len(text) for text, line in zip(texts, lines, strict=True) if line.text and line.about]
    column = min(max(widths, default=0), _COLUMN)
    return "".join(
        f"{text.ljust(column) if line.text and line.about else text}{_remark(line)}\n"
        for text, line in zip(texts, lines, strict=True)
    )


def _remark(line: _Line) -> str:
    sign = " # " if line.text else " "
    return f"{sign}{line.about}" if line.about else ""
