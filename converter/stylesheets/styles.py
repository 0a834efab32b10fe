"""`load_style`: a style by its name or path, resolved."""

from collections.abc import Collection, Sequence
from collections.abc import Mapping as MappingType
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from converter.model.style import Style
from converter.paths import is_path
from converter.stylesheets.faults import Faults
from converter.stylesheets.layers import Layer, Override, layers_of, merge, nested, override, read_tree
from converter.stylesheets.resolving import resolve
from converter.stylesheets.running import check_fields
from converter.stylesheets.shapes import Reading
from converter.stylesheets.sheets import Table
from converter.stylesheets.style_file import Colors, StyleFile, resolve_colors
from converter.yaml_source import Mapping, Place, Scalar

BASE = "default"
"""The style that every other builds on in the end, and that is taken where none is named."""

STYLE = Table(StyleFile)
"""The schema of style files."""


def load_style(
    name_or_path: str,
    *,
    overrides: Sequence[str | Override] = (),
    paper: str = "",
    given: Collection[str] | None = None,
    strict: bool = False,
) -> Style:
    """Return the style of that name or in that file.

    Args:
        name_or_path: `default`, or `house.yaml`.
        overrides: `key.key=value`, as given to `--set`; the last of two that set the same wins.
        paper: `A4`, `Letter`, …; empty: the style's own.
        given: names of a person's own fields, which headers and footers may have; `None`: nobody knows them.
        strict: whether what is weak, such as a contrast, is a fault; else the style's notices say so.

    Raises:
        StyleError: `style-unknown`, `style-cycle`, `style-invalid` (with every fault), or what
            `yaml_source.load` raises.
        UsageError: `set-malformed`.
    """
    name = Path(name_or_path).stem if is_path(name_or_path) else name_or_path
    layers = layers_of("style", name_or_path, base=BASE)
    return style_of(layers, name, overrides=overrides, paper=paper, given=given, strict=strict)


def style_of(  # noqa: PLR0913 - those of `load_style`
    layers: Sequence[Layer],
    name: str,
    *,
    overrides: Sequence[str | Override] = (),
    paper: str = "",
    pictures: MappingType[Path, bytes] = MappingProxyType({}),
    given: Collection[str] | None = None,
    strict: bool = False,
) -> Style:
    """Return the style that `layers` make.

    Args:
        layers: a file and what it builds on.
        name: of the style.
        overrides: as for `load_style`.
        paper: as for `load_style`.
        pictures: bytes of logos that stand inside other files, by the path of these.
        given: as for `load_style`.
        strict: as for `load_style`.

    Raises:
        StyleError: `style-invalid`, with every fault.
        UsageError: `set-malformed`.
    """
    reading = fresh_reading()
    reading.brands = tuple(str(layer.path) for layer in layers if layer.is_brand)
    reading.layers = tuple(str(layer.path) for layer in layers)
    reading.strict = strict
    file = read_tree(merge(layers, STYLE, layers_above(overrides, paper)), STYLE, reading)
    check_fields(reading, given)
    style = resolve(file, name, reading, pictures)
    reading.faults.raise_any()
    met = [*chain.from_iterable(layer.notices for layer in layers), *reading.notices]
    return replace(style, notices=tuple(met))


def layers_above(overrides: Sequence[str | Override], paper: str) -> list[Mapping]:
    """Return the trees that stand above all files, the topmost last.

    Raises:
        UsageError: `set-malformed`.
    """
    above = [override(one) for one in overrides]
    return [*above, nested(["page", "size"], Scalar(paper, Place("--paper")))] if paper else above


def fresh_reading() -> Reading:
    """Return what a style is read with: no faults, and the colours that each has."""
    faults = Faults()
    return Reading(faults, resolve_colors(Colors(), Reading(faults)))
