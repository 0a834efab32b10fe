"""Options, environment and configuration files → one `Settings`.

What is nearest to the user wins: options, then the environment (`BRIEFING_LENGTH`), then the project's
`briefing.yaml` or `[tool.briefing]` of its `pyproject.toml` (in this folder or the nearest above it), then
`briefing.yaml` in the user's configuration folder, then the defaults. A setting has the same name everywhere:
that of the long option. `--set` and `--field` add up over these places; every other setting replaces.
"""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

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
from converter.errors import ConverterError, StyleError, UsageError
from converter.language_tags import customary_tag
from converter.model.outline import LENGTHS, Length
from converter.suggestions import suggest

if TYPE_CHECKING:
    from converter.yaml_source import Place

__all__ = [
    "CITES",
    "EMBEDS",
    "KEYS",
    "PAIRS",
    "PAPERS",
    "Settings",
    "configuration_files",
    "load_settings",
    "project_file",
    "user_file",
    "variable",
]

Paper = Literal["A4", "Letter"]
Cite = Literal["notes", "inline", "none"]
Embed = Literal["used", "source", "none"]

PAPERS: tuple[Paper, ...] = ("A4", "Letter")
CITES: tuple[Cite, ...] = ("notes", "inline", "none")
EMBEDS: tuple[Embed, ...] = ("used", "source", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a conversion should do; an empty text leaves it to the article, the style or the language.

    Attributes:
        style: name of a style that ships, or path of a style file; empty: the look of the template, else the
            style named default.
        template: path of a Word template that the Word report is poured into; empty: the style's, if any.
        outline: name of an outline that ships, or path of an outline file.
        length: how much of the article is kept.
        trim: whether a line may leave out words of its sentence where space is short.
        formats: of the reports; empty: that of the output's suffix, or DOCX and PDF.
        output: a file, a folder, or `-` for stdout.
        title: instead of the article's.
        author: as shown in the row of facts.
        date: of the briefing, ISO 8601.
        language: of the article, BCP 47.
        report_language: of labels and dates, BCP 47; empty: the article's.
        paper: empty: Letter where it is customary, A4 elsewhere.
        marking: a handling mark, such as `TLP:AMBER`.
        cite: how readers see where lines come from.
        embed: what travels inside a PDF: where its lines come from, the article too, or nothing.
        overrides: path in the style file (`typography.base.size`) → value, as written in YAML.
        override_places: path in the style file → where a configuration file gives it that value.
        fields: further fields for headers and footers.
        encoding: of an article in plain text; empty: detected.
        input_format: of the article; empty: detected.
        force: whether a different file may be replaced.
        strict: whether a notice is an error.
    """

    style: str = ""
    template: str = ""
    outline: str = "default"
    length: Length = "standard"
    trim: bool = True
    formats: tuple[str, ...] = ()
    output: str = "output"
    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    report_language: str = ""
    paper: Literal["", Paper] = ""
    marking: str = ""
    cite: Cite = "notes"
    embed: Embed = "used"
    overrides: Mapping[str, str] = field(default_factory=dict)
    override_places: Mapping[str, "Place"] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    encoding: str = ""
    input_format: str = ""
    force: bool = False
    strict: bool = False


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
    layers: tuple[Layer, ...] = (
        user_layer(),
        project_layer(folder),
        _environment_layer(environment),
        {key: Written(raw, f"--{key}") for key, raw in options.items()},
    )
    values: dict[str, Any] = {}
    for layer in layers:
        if "output" in layer and _is_file_name(str(layer["output"].raw)):
            # A file named here outranks the formats that were named further away.
            values.pop("formats", None)
        for key, written in layer.items():
            _take(values, key, written)
    if not values.get("date") and "SOURCE_DATE_EPOCH" in environment:
        values["date"] = _day_of_epoch(environment["SOURCE_DATE_EPOCH"])
    return Settings(**values)


def _take(values: dict[str, Any], key: str, written: Written) -> None:
    """Add one setting to `values`, by its attribute of `Settings`."""
    try:
        setting = _TABLE[key]
    except KeyError:
        raise StyleError(
            "configuration-key",
            f"there is no setting {key!r}",
            where=written.key_where,
            remedy=suggest(key, _TABLE),
        ) from None
    try:
        value = setting.read(written.raw)
    except _WrongError as wrong:
        raise _fault(wrong, written.where) from None
    if setting.place == "path" or (setting.place == "name or path" and _is_path(str(value))):
        value = _anchored(str(value), written.folder)
    if setting.attribute == "overrides" and isinstance(value, dict):
        further = values.get("override_places", {})
        kept = {path: place for path, place in further.items() if path not in value}
        values["override_places"] = {**kept, **written.places}
    if isinstance(value, dict):
        value = {**values.get(setting.attribute, {}), **value}
    values[setting.attribute] = value


def _environment_layer(environment: Mapping[str, str]) -> Layer:
    names = {key: variable(key) for key in KEYS if key not in PAIRS}
    return {key: Written(environment[name], name) for key, name in names.items() if environment.get(name)}


def variable(key: str) -> str:
    """Return the name of the environment variable of the setting `key`."""
    return f"BRIEFING_{key.upper().replace('-', '_')}"


def _is_file_name(output: str) -> bool:
    # os.path, since pathlib raises what it cannot look up, such as a name that is too long
    return bool(Path(output).suffix) and not os.path.isdir(output)  # noqa: PTH112


def _is_path(value: str) -> bool:
    """Tell a path from the name of something that ships; names have neither full stops nor slashes."""
    return any(sign in value for sign in "./\\")


def _anchored(value: str, folder: Path) -> str:
    """Return a path relative to `folder`; a slash at its end and `-` (stdout) have a meaning and stay."""
    return value if value == "-" or folder == Path() else os.path.join(folder, value)  # noqa: PTH118


# ------------------------------------------------------------------------------------------------ values


class _WrongError(Exception):
    """A value that cannot be: what is wrong, and what to write."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what, self.remedy = what, remedy


def _fault(wrong: _WrongError, where: str) -> ConverterError:
    if where.startswith("--"):
        return UsageError("option-value", wrong.what, where=where, remedy=wrong.remedy)
    return StyleError("configuration-value", wrong.what, where=where, remedy=wrong.remedy)


def _word(raw: Raw) -> str:
    if not isinstance(raw, str):
        raise _WrongError("this is not a single value", "write one word here")
    return raw


def _words(raw: Raw) -> tuple[str, ...]:
    """Read a list, or words parted by commas; each once."""
    if isinstance(raw, Mapping):
        raise _WrongError("this is not a list", "write names parted by commas, such as docx, pdf")
    parts = raw.split(",") if isinstance(raw, str) else raw
    return tuple(dict.fromkeys(filter(None, (part.strip().lower() for part in parts))))


def _pairs(raw: Raw, form: str = "KEY=VALUE") -> dict[str, str]:
    """Read a mapping, or `KEY=VALUE` once or several times."""
    if isinstance(raw, Mapping):
        return dict(raw)
    pairs = [pair.partition("=") for pair in ((raw,) if isinstance(raw, str) else raw)]
    for key, equals, _ in pairs:
        if not key.strip() or not equals:
            raise _WrongError(f"{key!r} is not a pair", f"write {form}")
    return {key.strip(): value for key, _, value in pairs}


def _fields(raw: Raw) -> dict[str, str]:
    """Read fields: names of a person's own, with their values."""
    fields = _pairs(raw, "NAME=VALUE")
    for name in fields:
        if not _FIELD_NAME.fullmatch(name):
            raise _WrongError(
                f"{name!r} is no name for a field", "write letters, digits, hyphens, a letter first"
            )
        if name.lower() in _OWN_FIELDS:
            raise _WrongError(f"the field {name!r} fills itself", _OWN_FIELDS[name.lower()])
    return fields


def _one_of(choices: Sequence[str]) -> Callable[[Raw], str]:
    def read(raw: Raw) -> str:
        word = _word(raw)
        for choice in choices:
            if word.lower() == choice.lower():
                return choice
        raise _WrongError(f"there is no {word!r}", suggest(word, choices))

    return read


def _switch(raw: Raw) -> bool:
    word = _word(raw).lower()
    if word not in _SWITCH:
        raise _WrongError(f"{word!r} is neither true nor false", "write true or false")
    return _SWITCH[word]


_FIELD_NAME = re.compile(r"[^\W\d_][\w-]{0,40}")
_OWN_FIELDS = {
    **{name: f"use --{name}" for name in ("title", "author", "date", "marking")},
    **dict.fromkeys(("source", "page", "pages"), "choose another name"),
}
"""Fields that a report has of itself."""

_SWITCH = {
    "true": True,
    "yes": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}


def _tag(raw: Raw) -> str:
    """Read a language tag (BCP 47)."""
    word = _word(raw)
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", word):
        raise _WrongError(f"{word!r} is not a language", "write a tag such as en, en-GB or zh-Hant")
    return customary_tag(word)


def _day(raw: Raw) -> str:
    """Read a date; `today` is the one place where the clock is asked."""
    word = _word(raw).strip()
    if word.lower() == "today":
        return datetime.now().astimezone().date().isoformat()
    try:
        return date.fromisoformat(word).isoformat()
    except ValueError:
        raise _WrongError(f"{word!r} is not a date", "write it as 2026-11-23, or write today") from None


def _day_of_epoch(seconds: str) -> str:
    """Read `SOURCE_DATE_EPOCH` (reproducible-builds.org): seconds since 1970, UTC."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        wrong = _WrongError(f"{seconds!r} is not a time", "write whole seconds since 1970, or unset it")
        raise _fault(wrong, "SOURCE_DATE_EPOCH") from None


class _Setting(NamedTuple):
    """A setting: its attribute of `Settings`, how it is read, and whether it says where something is."""

    attribute: str
    read: Callable[[Raw], object]
    place: Literal["", "path", "name or path"] = ""


_TABLE: Mapping[str, _Setting] = {
    "style": _Setting("style", _word, "name or path"),
    "template": _Setting("template", _word, "path"),
    "outline": _Setting("outline", _word, "name or path"),
    "length": _Setting("length", _one_of(LENGTHS)),
    "trim": _Setting("trim", _switch),
    "to": _Setting("formats", _words),
    "output": _Setting("output", _word, "path"),
    "title": _Setting("title", _word),
    "author": _Setting("author", _word),
    "date": _Setting("date", _day),
    "lang": _Setting("language", _tag),
    "report-lang": _Setting("report_language", _tag),
    "paper": _Setting("paper", _one_of(PAPERS)),
    "marking": _Setting("marking", _word),
    "cite": _Setting("cite", _one_of(CITES)),
    "embed": _Setting("embed", _one_of(EMBEDS)),
    "set": _Setting("overrides", _pairs),
    "field": _Setting("fields", _fields),
    "encoding": _Setting("encoding", _word),
    "from": _Setting("input_format", _word),
    "force": _Setting("force", _switch),
    "strict": _Setting("strict", _switch),
}
"""Every setting by its key: the long option's name."""

KEYS = tuple(_TABLE)

PAIRS = frozenset({"set", "field"})
"""Settings that are pairs of key and value; no variable can give them."""
