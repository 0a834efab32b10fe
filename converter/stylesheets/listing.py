"""Which styles, outlines, languages and schemes can be had by name."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from converter.errors import StyleError
from converter.model.language import Language
from converter.stylesheets.folders import Kind, is_file, listed, shipped
from converter.stylesheets.kinds import load_any


class Listed(Struct, frozen=True):
    """A file that can be had by its name.

    Attributes:
        name: as in `--style`, `--outline` or `--lang`.
        description: one line; of a faulty file, the first of its faults.
        path: where it lives.
        ships: whether it is one of ours.
        hides: the file that ships and has the same name, which cannot be had by it any more.
        error: what is wrong with the file, or with one that it builds on.
    """

    name: str
    description: str
    path: Path
    ships: bool = True
    hides: Path | None = None
    error: StyleError | None = None


def available(kind: Kind) -> tuple[Listed, ...]:
    """Return the user's files of a kind and those that ship, by name; faulty ones too."""
    return tuple(_listed(kind))


def _listed(kind: Kind) -> Iterator[Listed]:
    for name, path in listed(kind).items():
        ours = shipped(kind, name)
        error: StyleError | None = None
        try:
            description = _describe(kind, name)
        except StyleError as caught:
            description, error = caught.lines[0], caught
        hides = ours if path != ours and is_file(ours) else None
        yield Listed(name, description, path, path == ours, hides, error)


def _describe(kind: Kind, name: str) -> str:
    loaded = load_any(kind, name)
    return loaded.name if isinstance(loaded, Language) else loaded.description
