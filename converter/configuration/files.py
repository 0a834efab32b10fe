"""Files of settings: `briefing.yaml` of the project and the user, `[tool.briefing]` of `pyproject.toml`."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from converter.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.yaml_source import Node, Place

FILE_NAME = "briefing.yaml"
"""Name of a configuration file, in a project and in the user's configuration folder."""

PROJECT_FILE_NAME = "pyproject.toml"
"""The other file of a project that may hold settings, in its table `[tool.briefing]`."""

Raw = str | tuple[str, ...] | Mapping[str, str]
"""A setting as written: a word, a list, or keys with values."""


class Written(NamedTuple):
    """A setting as written.

    Attributes:
        raw: its value.
        where: an option, a variable, or the place of the value in a file.
        key_where: the place of the key.
        folder: to which a path in it is relative.
        places: of the values of a mapping, by key.
    """

    raw: Raw
    where: str
    key_where: str = ""
    folder: Path = Path()
    places: Mapping[str, "Place"] = MappingProxyType({})


Layer = Mapping[str, Written]
"""What one place says: key → setting."""


def configuration_files(folder: Path) -> tuple[Path, ...]:
    """Return every file that may hold settings for a call in `folder`, whether it is there or not."""
    names = (FILE_NAME, PROJECT_FILE_NAME)
    return (
        user_file(),
        *(project / name for project in (folder, *folder.absolute().parents) for name in names),
    )


def user_layer() -> Layer:
    """Return what the user's configuration folder says."""
    file = user_file()
    return _yaml_layer(file) if file.exists() else {}


def user_file() -> Path:
    """Return the file of the user's own settings, which need not exist."""
    # 5 ms to import
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / FILE_NAME


def project_layer(folder: Path) -> Layer:
    """Return what the nearest configuration file at or above `folder` says."""
    return _project(folder)[1]


def project_file(folder: Path) -> Path | None:
    """Return the nearest configuration file at or above `folder`; `None` where there is none.

    Raises:
        StyleError: as `project_layer`.
    """
    return _project(folder)[0]


def _project(folder: Path) -> tuple[Path | None, Layer]:
    for project in (folder, *folder.absolute().parents):
        if (file := project / FILE_NAME).exists():
            return file, _yaml_layer(file)
        if (layer := _toml_layer(file := project / PROJECT_FILE_NAME)) is not None:
            return file, layer
    return None, {}


def _yaml_layer(file: Path) -> Layer:
    from converter import yaml_source

    root = yaml_source.load(file)
    if isinstance(root, yaml_source.Scalar) and root.is_null:
        return {}
    if not isinstance(root, yaml_source.Mapping):
        raise StyleError(
            "configuration-shape",
            "this is not a list of settings",
            where=str(root.place),
            remedy="write one to a line, such as 'length: brief'",
        )
    return {
        entry.key.text: Written(
            _raw(entry.value),
            str(entry.value.place),
            str(entry.key.place),
            file.parent,
            _places(entry.value),
        )
        for entry in root.entries
    }


def _raw(node: "Node") -> Raw:
    """Return a value without its places; lists hold single values only, mappings those and mappings."""
    from converter import yaml_source

    match node:
        case yaml_source.Scalar():
            return "" if node.is_null else node.text
        case yaml_source.Sequence():
            return tuple(_single(item) for item in node.items)
        case yaml_source.Mapping():
            return {path: _single(value) for path, value in _flat(node)}


def _places(node: "Node") -> Mapping[str, "Place"]:
    """Return where the values of a mapping stand, by key."""
    return {path: value.place for path, value in _flat(node)}


def _flat(node: "Node", above: str = "") -> "Iterator[tuple[str, Node]]":
    """Yield the values of a mapping, and of those inside it, by their paths: `typography.base.size`."""
    from converter import yaml_source

    for entry in node.entries if isinstance(node, yaml_source.Mapping) else ():
        path = f"{above}{entry.key.text}"
        if isinstance(entry.value, yaml_source.Mapping):
            yield from _flat(entry.value, f"{path}.")
        else:
            yield path, entry.value


def _single(node: "Node") -> str:
    raw = _raw(node)
    if not isinstance(raw, str):
        raise StyleError(
            "configuration-shape",
            "this is not a single value",
            where=str(node.place),
            remedy="write one word here",
        )
    return raw


def _toml_layer(file: Path) -> Layer | None:
    """Return `[tool.briefing]` of a `pyproject.toml`; `None` where there is none, or no such table."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    if "briefing" not in text:
        return None
    # 7 ms to import
    from tomllib import TOMLDecodeError, loads

    from converter.yaml_source import Place

    try:
        table = loads(text).get("tool", {}).get("briefing")
    except TOMLDecodeError as error:
        raise StyleError("configuration-shape", f"is not TOML: {error}", where=str(file)) from None
    if not isinstance(table, dict):
        return None
    places = {key: Place(str(file), _line_number(text, key), 1) for key in table}
    return {
        key: Written(
            _toml_raw(value),
            str(places[key]),
            str(places[key]),
            file.parent,
            dict.fromkeys(dict(_toml_flat(value)), places[key]) if isinstance(value, dict) else {},
        )
        for key, value in table.items()
    }


def _toml_raw(value: object) -> Raw:
    match value:
        case bool():
            return str(value).lower()
        case list():
            return tuple(str(item) for item in value)
        case dict():
            return {path: str(item) for path, item in _toml_flat(value)}
        case _:
            return str(value)


def _toml_flat(table: Mapping[str, object], above: str = "") -> "Iterator[tuple[str, object]]":
    """Yield the values of a table, and of those inside it, by their paths."""
    for key, item in table.items():
        if isinstance(item, dict):
            yield from _toml_flat(item, f"{above}{key}.")
        else:
            yield f"{above}{key}", item


def _line_number(text: str, key: str) -> int:
    """Return the number of the line that sets `key`; `tomllib` does not say."""
    name = rf"[\"']?{re.escape(key)}[\"']?\s*"
    found = re.search(rf"^\s*\[\s*tool\.briefing\.{name}\]", text, re.MULTILINE) or re.search(
        rf"^\s*\[\s*tool\.briefing\s*\][^\[]*?^\s*{name}[=.]", text, re.MULTILINE
    )
    return text.count("\n", 0, found.end()) + 1 if found else 1
