"""Which files a style, an outline or a language is made of, so that a change of one of them can be noticed.

Faults are no obstacle: what can be told is told, the file that is faulty or missing too, since that is the
one that will be mended.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from converter.errors import StyleError
from converter.stylesheets.folders import expected
from converter.stylesheets.languages import nearest
from converter.stylesheets.layers import Override, layers_of, merge, read_tree
from converter.stylesheets.styles import BASE, STYLE, fresh_reading, layers_above


def style_files(name_or_path: str, overrides: Sequence[str | Override] = ()) -> tuple[Path, ...]:
    """Return the style file, all that it extends, and what these name, each once.

    They name fonts, logo, stationery, template and schemes of handling marks. Fonts that are found by the
    name of their family are not among them.

    Args:
        name_or_path: as for `load_style`.
        overrides: as for `load_style`; they may name files as well.

    Raises:
        UsageError: `set-malformed`.
    """
    passed: list[Path] = []
    reading = fresh_reading()
    with suppress(StyleError):
        layers = layers_of("style", name_or_path, base=BASE, passed=passed)
        file = read_tree(merge(layers, STYLE, layers_above(overrides, "")), STYLE, reading)
        for path in file.handling:
            layers_of("scheme", str(path), passed=reading.files)
    return tuple(dict.fromkeys([*passed, *reading.files]))


def outline_files(name_or_path: str) -> tuple[Path, ...]:
    """Return the outline file and all that it extends."""
    passed: list[Path] = []
    with suppress(StyleError):
        layers_of("outline", name_or_path, passed=passed)
    return tuple(passed)


def language_files(tag: str) -> tuple[Path, ...]:
    """Return the language file of that BCP 47 tag and all that it extends."""
    passed: list[Path] = []
    try:
        name = nearest(tag)
    except StyleError:
        return (expected("language", tag),)
    with suppress(StyleError):
        layers_of("language", name, passed=passed)
    return tuple(passed)
