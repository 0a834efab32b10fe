"""Where style, outline, language and scheme files are found.

A name is looked up in the user's configuration folder, then among those that ship; both have the same layout:
styles at the top, `outlines/`, `languages/` and `schemes/` below. What has a separator or a suffix is a path.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from converter.errors import StyleError
from converter.paths import is_path
from converter.suggestions import nearest_file, suggest

Kind = Literal["style", "outline", "language", "scheme"]

KINDS: tuple[Kind, ...] = get_args(Kind)

SUBFOLDERS: dict[Kind, str] = {
    "style": "",
    "outline": "outlines",
    "language": "languages",
    "scheme": "schemes",
}
"""Where files of a kind are, inside a folder of styles."""

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_folder() -> Path:
    """Return the folder of the files that ship: inside the package in a wheel, beside it in a checkout."""
    inside = _PACKAGE / "_styles"
    return inside if inside.is_dir() else _PACKAGE.parent / "styles"


def user_folder() -> Path:
    """Return the user's own folder, which need not exist."""
    # needed only when something is looked up by name
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / "styles"


def find(kind: Kind, name: str, *, beside: Path = Path(), skip: frozenset[Path] = frozenset()) -> Path | None:
    """Return the file that `name` stands for; `None` when there is none.

    Args:
        kind: what is looked for.
        name: a name or a path.
        beside: folder at which a relative path starts.
        skip: files that are not meant, resolved; by this a user's file may extend the one whose name it took.
    """
    # not looked at, and so not asked for, when `name` is a path
    named = (folder / f"{name}.yaml" for folder in _folders(kind))
    candidates = iter([beside / name]) if is_path(name) else named
    return next((path for path in candidates if is_file(path) and path.resolve() not in skip), None)


def expected(kind: Kind, name: str, *, beside: Path = Path()) -> Path:
    """Return where a file that `name` could stand for would be sought first, whether it is there or not."""
    return beside / name if is_path(name) else next(_folders(kind)) / f"{name}.yaml"


def is_file(path: Path) -> bool:
    """Whether a file is there; a path that cannot be one, or that is closed to us, is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def listed(kind: Kind) -> dict[str, Path]:
    """Return every name with its file, in alphabetical order; the user's own before those that ship."""
    found: dict[str, Path] = {}
    for folder in _folders(kind):
        for path in folder.glob("*.yaml") if folder.is_dir() else ():
            found.setdefault(path.stem, path)
    return dict(sorted(found.items()))


def user_file(kind: Kind, name: str) -> Path:
    """Return the file of that name in the user's own folder, which need not exist."""
    return user_folder() / SUBFOLDERS[kind] / f"{name}.yaml"


def shipped(kind: Kind, name: str) -> Path:
    """Return the file of that name among those that ship, which need not exist."""
    return shipped_folder() / SUBFOLDERS[kind] / f"{name}.yaml"


def unknown(kind: Kind, name: str, *, beside: Path = Path(), where: str = "") -> StyleError:
    """Return the error that says that `name`, sought from the folder `beside`, stands for nothing."""
    what = f"there is no {kind} file {name}" if is_path(name) else f"no {kind} is called {name}"
    return StyleError(f"{kind}-unknown", what, where=where, remedy=instead(kind, name, beside))


def instead(kind: Kind, name: str, beside: Path) -> str:
    """Return the remedy for a `name` that stands for nothing: a file that is there, a name, or all names."""
    if is_path(name):
        near = nearest_file(beside / name, (".yaml", ".yml"))
        return f"did you mean {Path(name).with_name(near)}?" if near else "check its path"
    files = dict.fromkeys((f"{name}.yaml", Path(SUBFOLDERS[kind], f"{name}.yaml").as_posix()))
    there = next((file for file in files if is_file(beside / file)), "")
    return f"did you mean {there}?" if there else suggest(name, listed(kind))


def _folders(kind: Kind) -> Iterator[Path]:
    for folder in (user_folder(), shipped_folder()):
        yield folder / SUBFOLDERS[kind]
