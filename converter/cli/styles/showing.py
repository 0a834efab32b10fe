"""What `briefing styles show` does: a style as one file, if wanted with the place of every value."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from converter.cli.notices import tell_notices
from converter.cli.terminal import accented, homely, printable, put, put_json, tell
from converter.configuration import Settings
from converter.pipeline.kit import overrides_of
from converter.stylesheets.folders import shipped_folder
from converter.stylesheets.showing import Shown, show_style, yaml_lines
from converter.stylesheets.styles import BASE
from converter.stylesheets.values import Value
from converter.yaml_source import Place

_COLUMN = 40
"""Where origins begin at the latest; a longer line pushes its own away."""

_OPTIONS = {"--paper": "paper of your settings"}
"""What stands for options that this command does not have."""


def show(settings: Settings, *, origin: bool, as_json: bool) -> None:
    """Print the style of `settings`.

    Raises:
        StyleError, UsageError: as `load_style`.
    """
    name = settings.style or BASE
    shown = show_style(name, overrides=overrides_of(settings), paper=settings.paper)
    tell_notices(shown.notices, name)
    if settings.template and not settings.style:
        look = f"reports take the look of {settings.template}, which 'briefing styles from-word' shows"
        tell(f"notice: {look}; this is the style {name}")
    if as_json:
        put_json(_data(name, shown))
        return
    bases = ", ".join(file.stem for file in shown.files[1:])
    put(_dim(f"# The style {name}" + (f" with all that it extends: {bases}" if bases else "")))
    for line in _with_origins(shown) if origin else _plain(shown):
        put(line)


def _plain(shown: Shown) -> Iterator[str]:
    for line, _ in yaml_lines(shown.values):
        yield printable(line)


def _with_origins(shown: Shown) -> Iterator[str]:
    """Yield the lines with their origins in a column; what the style itself sets stands out."""
    name_of = _names(shown)
    for path in shown.files:
        yield _dim(f"# {name_of(str(path))}: {homely(_tidy(str(path.absolute())))}")
    lines = list(yaml_lines(shown.values))
    column = min(max(len(line) for line, _ in lines), _COLUMN)
    for line, value in lines:
        if value is None:
            yield printable(line)
            continue
        is_own = not value.is_default and _is_own(value.place, shown)
        text = printable(line).ljust(column)
        yield f"{accented(text, 'bold') if is_own else text}  {_dim(f'# {_origin(value, name_of)}')}"


def _is_own(place: Place, shown: Shown) -> bool:
    # a style that extends nothing has nothing to stand out from
    return place.file not in {"", *map(str, shown.files[1:] or shown.files)}


def _origin(value: Value, name_of: Callable[[str], str]) -> str:
    place = value.place
    at = f"{name_of(place.file)}:{place.line}" if _in_file(place) else _OPTIONS.get(place.file, place.file)
    if value.is_default:
        return f"default of the schema{f', since {at} says null' if at else ''}"
    return at or "deleted on the way"


def _in_file(place: Place) -> bool:
    """Whether a file has said so; a list behind `--set` has lines of its own."""
    return place.line > 0 and not place.file.startswith("--set ")


def _names(shown: Shown) -> Callable[[str], str]:
    """Return what gives files short names: those that ship have no folder, unless that would mislead."""
    ours = {str(path): path.name for path in shown.files if path.is_relative_to(shipped_folder())}
    taken = {_tidy(str(path)) for path in shown.files if str(path) not in ours}
    short = {path: name for path, name in ours.items() if name not in taken}
    return lambda file: short.get(file, homely(_tidy(file)))


def _tidy(file: str) -> str:
    """Return the path without `..`, unless a link would make it another file."""
    tidied = os.path.normpath(file)
    try:
        return tidied if os.path.samefile(file, tidied) else file  # noqa: PTH121 - as in normpath
    except OSError:
        return file


def _dim(text: str) -> str:
    return accented(printable(text), "dim")


def _data(name: str, shown: Shown) -> dict[str, object]:
    return {
        "style": name,
        "files": [str(path.absolute()) for path in shown.files],
        "values": [_value_data(value) for value in shown.values],
    }


def _value_data(value: Value) -> dict[str, object]:
    place = value.place
    in_file = _in_file(place)
    return {
        "key": ".".join(value.keys),
        "value": value.text,
        "default": value.is_default,
        "file": str(Path(place.file).absolute()) if in_file else None,
        "line": place.line if in_file else None,
        "column": place.column if in_file else None,
        "option": place.file if place.file and not in_file else None,
    }
