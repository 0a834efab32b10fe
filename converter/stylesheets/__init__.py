"""Style, outline and language files → `Style`, `Outline` and `Language`.

How a file becomes a noun:

1. `folders` finds the file by its name or path.
2. `layers` loads it, what it extends and what `--set` says, and merges them; every node keeps its place.
   `brand` turns a house's `_brand.yml` into what a style file would say.
3. `style_file`, `outline_file` and `language_file` declare what may stand in it; `shapes`, `measures` and
   `sheets` are what they declare it with. Reading notes all `faults` at once.
4. `resolving` and `paragraphs` make a `Style` of it: `fonts` finds the families' files.

`word_template` reads a house's Word template instead of a file; it is imported where there is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.errors import StyleError
from converter.model.language import Language
from converter.model.outline import Outline
from converter.model.style import Style
from converter.stylesheets.faults import Fault, StyleFaultsError
from converter.stylesheets.folders import Kind, listed
from converter.stylesheets.json_schema import json_schema
from converter.stylesheets.languages import load_language
from converter.stylesheets.outlines import load_outline
from converter.stylesheets.styles import load_style

__all__ = [
    "Fault",
    "Language",
    "Listed",
    "Outline",
    "Style",
    "StyleFaultsError",
    "available_languages",
    "available_outlines",
    "available_styles",
    "json_schema",
    "load_language",
    "load_outline",
    "load_style",
]


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that can be had by its name.

    Attributes:
        name: as in `--style`, `--outline` or `--lang`.
        description: one line; of a faulty file, what is wrong with it.
        path: where it lives.
    """

    name: str
    description: str
    path: Path


def available_styles() -> tuple[Listed, ...]:
    """Return the user's styles and those that ship, by name."""
    return tuple(_listed("style"))


def available_outlines() -> tuple[Listed, ...]:
    """Return the user's outlines and those that ship, by name."""
    return tuple(_listed("outline"))


def available_languages() -> tuple[Listed, ...]:
    """Return the user's languages and those that ship, by tag; described by their own names."""
    return tuple(_listed("language"))


def _listed(kind: Kind) -> Iterator[Listed]:
    for name, path in listed(kind).items():
        try:
            description = _describe(kind, name)
        except StyleError as error:
            description = str(error).partition("\n")[0]
        yield Listed(name, description, path)


def _describe(kind: Kind, name: str) -> str:
    if kind == "style":
        return load_style(name).description
    return load_outline(name).description if kind == "outline" else load_language(name).name
