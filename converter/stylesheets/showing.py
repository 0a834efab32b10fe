"""A style as one file that says everything, with the place of every value."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from converter.notices import Notice
from converter.stylesheets.layers import Override, layers_of, merge
from converter.stylesheets.styles import BASE, STYLE, layers_above, style_of
from converter.stylesheets.values import Value, relocated, values_of
from converter.stylesheets.writing import scalar_text


class Shown(Struct, frozen=True):
    """A style, as its files and options set it.

    Attributes:
        files: the style's own, the one that it extends, and so on.
        values: in the order of the schema.
        notices: what of it cannot be had.
    """

    files: tuple[Path, ...]
    values: tuple[Value, ...]
    notices: tuple[Notice, ...]


def show_style(name_or_path: str, *, overrides: Sequence[str | Override] = (), paper: str = "") -> Shown:
    """Return the values of a style; paths among them start at this folder.

    Args:
        name_or_path: as for `load_style`.
        overrides: as for `load_style`.
        paper: as for `load_style`.

    Raises:
        StyleError, UsageError: as `load_style`.
    """
    layers = layers_of("style", name_or_path, BASE)
    style = style_of(layers, name_or_path, overrides=overrides, paper=paper)
    tree = merge(layers, STYLE, layers_above(overrides, paper))
    base = merge(layers_of("style", BASE, BASE), STYLE)
    values = values_of(relocated(tree, STYLE, Path()), STYLE, base)
    return Shown(
        files=tuple(layer.path for layer in layers),
        values=tuple(value for value in values if value.keys != ("extends",)),
        notices=style.notices,
    )


def yaml_lines(values: Sequence[Value]) -> Iterator[tuple[str, Value | None]]:
    """Yield the lines of a file that says `values`, each with the value that stands on it, if one does."""
    above: tuple[str, ...] = ()
    for value in values:
        *parents, key = value.keys
        for depth, parent in enumerate(parents):
            if tuple(parents[: depth + 1]) != above[: depth + 1]:
                yield f"{'  ' * depth}{scalar_text(parent)}:", None
        above = value.keys[:-1]
        yield f"{'  ' * len(parents)}{scalar_text(key)}: {value.text}", value
