"""`load_scheme`: handling marks by the scheme's name or path."""

from collections.abc import Iterator
from pathlib import Path

from converter.model.style import BLACK, WHITE, HandlingMark, RunningKind, Scheme
from converter.paths import is_path
from converter.stylesheets.contrast import LEAST, contrast
from converter.stylesheets.faults import Faults
from converter.stylesheets.layers import layers_of, merge, read_tree
from converter.stylesheets.scheme_file import SchemeFile
from converter.stylesheets.shapes import Reading, below, quoted
from converter.stylesheets.sheets import Table
from converter.suggestions import suggest
from converter.yaml_source import Mapping, Node, Place

_LINES: tuple[RunningKind, ...] = ("header", "footer")

SCHEME = Table(SchemeFile)
"""The schema of scheme files."""


def load_scheme(name_or_path: str) -> Scheme:
    """Return the scheme of that name or in that file.

    Raises:
        StyleError: `scheme-unknown`, `style-cycle`, `style-invalid`, or what `yaml_source.load` raises.
    """
    tree = merge(layers_of("scheme", name_or_path), SCHEME)
    faults = Faults()
    file = read_tree(tree, SCHEME, Reading(faults, {"black": BLACK, "white": WHITE}))
    _check(file, tree, faults)
    faults.raise_any()
    name = Path(name_or_path).stem if is_path(name_or_path) else name_or_path
    return Scheme(name, file.name or name, file.description, file.prefix, tuple(_marks(file)), file.former)


def _marks(file: SchemeFile) -> Iterator[HandlingMark]:
    lines = frozenset(line for line in _LINES if getattr(file, line))
    for text, label in file.marks.items():
        shown = text.upper() if file.capitals == "all" else text
        yield HandlingMark(shown, label.color, label.ground, file.size, file.position, lines)


def _check(file: SchemeFile, tree: Node, faults: Faults) -> None:
    if not file.marks:
        faults.add(file.places.get("marks", tree.place), "marks", "has no mark", "write at least one")
    if not (file.header or file.footer):
        faults.add(
            file.place("header"), "header", "leaves the label no place", "let header or footer be true"
        )
    known: set[str] = set()
    for text, label in file.marks.items():
        path, place = below("marks", text), label.where
        if text.casefold() in known:
            faults.add(place, path, "differs from another mark in capitals alone", "write each mark once")
        known.add(text.casefold())
        ratio = contrast(label.color, label.ground)
        if ratio < LEAST:
            what = f"text and ground have a contrast of {ratio:.1f}:1"
            faults.add(place, path, what, f"choose colours that reach {LEAST}:1")
    places = dict(_former(tree))
    for text, became in file.former.items():
        path, place = below("former", text), places[text]
        if became.casefold() not in known:
            faults.add(
                place, path, f"{quoted(became)} is not a mark here", suggest(became, file.marks or [""])
            )
        if text.casefold() in known:
            faults.add(place, path, "is a mark still", "remove it here or from marks")


def _former(tree: Node) -> Iterator[tuple[str, Place]]:
    """Yield each former mark with the place of what it became."""
    for entry in tree.entries if isinstance(tree, Mapping) else ():
        if entry.key.text == "former" and isinstance(entry.value, Mapping):
            yield from ((one.key.text, one.value.place) for one in entry.value.entries)
