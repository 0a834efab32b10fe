"""What a file is: a style, an outline, a language or a scheme of handling marks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from converter.errors import StyleError
from converter.model.language import Language
from converter.model.outline import Outline
from converter.model.style import Scheme, Style
from converter.paths import is_path
from converter.stylesheets.cache import load
from converter.stylesheets.folders import KINDS, SUBFOLDERS, Kind, find
from converter.stylesheets.languages import LANGUAGE, load_language
from converter.stylesheets.outlines import OUTLINE, load_outline
from converter.stylesheets.schemes import SCHEME, load_scheme
from converter.stylesheets.sheets import Table
from converter.stylesheets.styles import STYLE, load_style
from converter.yaml_source import Mapping as YamlMapping

TABLES: Mapping[Kind, Table[Any]] = {
    "style": STYLE,
    "outline": OUTLINE,
    "language": LANGUAGE,
    "scheme": SCHEME,
}
"""The schema of each kind."""


def load_any(kind: Kind, name_or_path: str, *, strict: bool = False) -> Style | Outline | Language | Scheme:
    """Return the style, outline, language or scheme of that name or in that file.

    Args:
        kind: which of them.
        name_or_path: of it.
        strict: as for `load_style`.

    Raises:
        StyleError: as `load_style`, `load_outline`, `load_language` or `load_scheme`.
    """
    if kind == "style":
        return load_style(name_or_path, strict=strict)
    if kind == "scheme":
        return load_scheme(name_or_path)
    return load_outline(name_or_path) if kind == "outline" else load_language(name_or_path)


def kind_of(name_or_path: str) -> Kind:
    """Return what a file is, by the name of its folder, else by its keys; a style in case of doubt.

    A name is that of a style, unless only an outline, a language or a scheme has it.
    """
    if not is_path(name_or_path):
        return next((kind for kind in KINDS if find(kind, name_or_path)), "style")
    path = Path(name_or_path)
    folder = path.absolute().parent.name
    by_folder = [kind for kind, name in SUBFOLDERS.items() if name and name == folder]
    return by_folder[0] if by_folder else _by_keys(path)


def _by_keys(path: Path) -> Kind:
    """Return the kind that knows the most keys of the file."""
    try:
        tree = load(path)
    except StyleError:
        # will be told by whoever reads it
        return "style"
    keys = {entry.key.text for entry in tree.entries} if isinstance(tree, YamlMapping) else set()
    return max(TABLES, key=lambda kind: len(keys & TABLES[kind].sheet.keys.keys()))
