"""Options, environment and configuration files → one `Settings`.

What is nearest to the user wins: options, then the environment (`BRIEFING_LENGTH`), then the project's
`briefing.yaml` or `[tool.briefing]` of its `pyproject.toml` (in this folder or the nearest above it), then
`briefing.yaml` in the user's configuration folder, then the defaults. A setting has the same name everywhere:
that of the long option. `--set` and `--field` add up over these places; every other setting replaces.
Limits are the user's alone to set (`converter.configuration.limits`).
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from converter.configuration.files import (
    Layer,
    Raw,
    Written,
    configuration_files,
    project_file,
    project_layer,
    user_file,
    user_layer,
)
from converter.configuration.limits import KEY, load_limits, not_of_a_project
from converter.configuration.settings import CITES, EMBEDS, PAPERS, Settings
from converter.configuration.values import FIELD_NAME, KEYS, PAIRS, SETTINGS, WrongError, day_of_epoch
from converter.errors import StyleError, UsageError
from converter.model.document import Embed
from converter.paths import STDOUT, is_folder, is_path
from converter.suggestions import suggest

__all__ = [
    "CITES",
    "EMBEDS",
    "FIELD_NAME",
    "KEYS",
    "PAIRS",
    "PAPERS",
    "Embed",
    "Layer",
    "Settings",
    "Written",
    "configuration_files",
    "load_limits",
    "load_settings",
    "project_file",
    "refined",
    "user_file",
    "variable",
]

R = TypeVar("R")
T = TypeVar("T")


def load_settings(options: Mapping[str, Raw], environment: Mapping[str, str], folder: Path) -> Settings:
    """Return what `options`, `environment` and the configuration files around `folder` say together.

    Args:
        options: key (the long option's name) → value; what was not given is missing.
        environment: as `os.environ`.
        folder: where the program was called.

    Raises:
        UsageError: `option-value`.
        StyleError: `configuration-key`, `configuration-value`, `configuration-shape`, or a fault of the YAML.
    """
    project = project_layer(folder)
    if KEY in project:
        raise not_of_a_project(project[KEY].key_where)
    layers: tuple[Layer, ...] = (
        {key: written for key, written in user_layer().items() if key != KEY},
        project,
        _environment_layer(environment),
        {key: Written(raw, f"--{key}") for key, raw in options.items()},
    )
    values: dict[str, Any] = {}
    for layer in layers:
        if "output" in layer and not is_folder(str(layer["output"].raw)):
            # A file named here outranks the formats that were named further away.
            values.pop("formats", None)
        for key, written in layer.items():
            _take(values, key, written)
    if not values.get("date") and "SOURCE_DATE_EPOCH" in environment:
        values["date"] = _read(day_of_epoch, environment["SOURCE_DATE_EPOCH"], "SOURCE_DATE_EPOCH")
    return Settings(**values)


def refined(settings: Settings, layer: Layer) -> Settings:
    """Return `settings` with what `layer` says in their place.

    Raises:
        StyleError: `configuration-key`, `configuration-value`.
    """
    values: dict[str, Any] = {}
    for key, written in layer.items():
        _take(values, key, written)
    return replace(settings, **values)


def _take(values: dict[str, Any], key: str, written: Written) -> None:
    """Add one setting to `values`, by its attribute of `Settings`."""
    try:
        setting = SETTINGS[key]
    except KeyError:
        raise StyleError(
            "configuration-key",
            f"there is no setting {key!r}",
            where=written.key_where,
            remedy=suggest(key, SETTINGS),
        ) from None
    value = _read(setting.read, written.raw, written.where)
    if setting.place == "path" or (setting.place == "name or path" and is_path(str(value))):
        value = _anchored(str(value), written.folder)
    if setting.attribute == "overrides" and isinstance(value, dict):
        further = values.get("override_places", {})
        kept = {path: place for path, place in further.items() if path not in value}
        values["override_places"] = {**kept, **written.places}
    if isinstance(value, dict):
        value = {**values.get(setting.attribute, {}), **value}
    values[setting.attribute] = value


def _read(read: Callable[[R], T], raw: R, where: str) -> T:
    """Return what `read` makes of `raw`; what is wrong with it is told at `where`."""
    try:
        return read(raw)
    except WrongError as wrong:
        if where.startswith("--"):
            raise UsageError("option-value", wrong.what, where=where, remedy=wrong.remedy) from None
        raise StyleError("configuration-value", wrong.what, where=where, remedy=wrong.remedy) from None


def _environment_layer(environment: Mapping[str, str]) -> Layer:
    names = {key: variable(key) for key in KEYS if key not in PAIRS}
    return {key: Written(environment[name], name) for key, name in names.items() if environment.get(name)}


def variable(key: str) -> str:
    """Return the name of the environment variable of the setting `key`."""
    return f"BRIEFING_{key.upper().replace('-', '_')}"


def _anchored(value: str, folder: Path) -> str:
    """Return a path relative to `folder`; a slash at its end and `-` (stdout) have a meaning and stay."""
    return value if value == STDOUT or folder == Path() else os.path.join(folder, value)  # noqa: PTH118
