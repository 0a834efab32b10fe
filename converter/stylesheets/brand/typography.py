"""`typography` of a brand file → typography of a style, and of the roles that it is about.

brand.yml speaks of all headings, where styles tell their levels apart: what it says of them goes before what
the style that ships says of a level.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from converter.notices import Notice
from converter.stylesheets.brand.css import css_size
from converter.stylesheets.brand.nodes import Remarks, entry, mapping, null, said, value_of
from converter.stylesheets.brand.palette import Palette
from converter.stylesheets.folders import is_file
from converter.stylesheets.fonts import find_family
from converter.stylesheets.measures import Weight
from converter.yaml_source import Entry, Mapping, Node, Scalar, Sequence

_HEADINGS = ("title", "heading1", "heading2", "heading3")
_LEVELS = ("color", "italic", "line-height", "weight")
"""What brand.yml says of all headings alike, by the keys of styles."""
_SIZED = ("lead", "heading3", "contents1", "contents2", "contents3")
"""Roles as large as running text, or nearly so."""
_FONT_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_MORE_WEIGHTS = {"ultra-light": 200, "demi-bold": 600, "demibold": 600, "ultra-bold": 800}
_FOR_SCREENS = re.compile(
    r".*\(.*\)|[0-9.]+ ?(vw|vh|vmin|vmax|ch|ex|lh|rlh|cap|ic)|(xx?|xxx)-(small|large)"
    r"|small|smaller|medium|large|larger|auto|normal|inherit|initial|unset",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
"""Sizes that depend on a screen or on what stands around, and words that leave them open."""


class Types:
    """Translates the typography of one brand file.

    Args:
        typography: what stands under `typography`; `None`: nothing.
        palette: translates colours.
        remarks: takes what cannot be used.
    """

    def __init__(self, typography: Node | None, palette: Palette, remarks: Remarks) -> None:
        """Take the parts."""
        self._typography, self._palette, self._remarks = typography, palette, remarks

    def tree(self) -> Node | None:
        """Return `typography` as a style has it; what is no map is left for the schema to refuse."""
        if not isinstance(self._typography, Mapping):
            return self._typography
        groups = dict(self._groups(self._typography))
        family = _family(groups.get("base"))
        if family is not None:
            for name in ("headings", "small"):
                groups[name] = _with_family(groups.get(name), family)
        return Mapping(tuple(entry(name, node) for name, node in groups.items()), self._typography.place)

    def roles(self) -> Iterator[tuple[str, Node]]:
        """Yield roles with what the brand says of them."""
        headings, base = self._group("headings"), self._group("base")
        if isinstance(headings, Mapping):
            said_of_all = [entry(key, null(headings)) for key in _LEVELS if value_of(headings, key)]
            for role in _HEADINGS if said_of_all else ():
                yield role, Mapping(tuple(said_of_all), headings.place)
        if isinstance(base, Mapping):
            size, height = (null(base) if value_of(base, key) else None for key in ("size", "line-height"))
            for role in _SIZED if size else ("lead",):
                yield role, mapping(base.place, size=size, line_height=size or height)
        if block := self._group("monospace-block"):
            yield "code", block

    def _groups(self, typography: Mapping) -> Iterator[tuple[str, Node]]:
        for one in typography.entries:
            name, node = one.key.text, value_of(typography, one.key.text)
            match name:
                case _ if node is None:
                    continue
                case "fonts":
                    yield name, self._fonts(node)
                case "base" | "headings" | "monospace":
                    yield name, self._group(name) or node
                case "monospace-block":
                    continue
                case "monospace-inline" | "link":
                    self._remarks.unused.append(f"typography.{name}")
                case _:
                    yield name, node

    # ---------------------------------------------------------------------------------------------- type

    def _group(self, name: str) -> Node | None:
        """Return a group in the keys of styles; a text is its family."""
        node = value_of(self._typography, name)
        if isinstance(node, Scalar):
            node = mapping(node.place, family=node)
        if not isinstance(node, Mapping):
            return node
        entries: list[Entry] = []
        for one in node.entries:
            entries += self._entry(one, f"typography.{name}")
        return Mapping(tuple(entries), node.place)

    def _entry(self, one: Entry, group: str) -> Iterator[Entry]:
        """Yield the entry in the words of styles; nothing where there are none."""
        path = f"{group}.{one.key.text}"
        match one.key.text, one.value:
            case "family", Scalar() as node:
                yield Entry(one.key, self._family(node))
            case "size", Scalar() if group == "typography.headings":
                self._remarks.unused.append(path)
            case (("size" | "line-height"), Scalar() as node):
                yield from self._measure(one, node, path)
            case "weight", (Scalar() | Sequence()) as node:
                yield Entry(one.key, _weight(node))
            case "style", (Scalar() | Sequence()) as node:
                if slanted := _italic(node):
                    yield entry("italic", slanted)
            case "color", node:
                if color := self._palette.value(node, path):
                    yield Entry(one.key, color)
            case (("background-color" | "decoration"), _):
                self._remarks.unused.append(path)
            case _:
                yield one

    def _measure(self, one: Entry, node: Scalar, path: str) -> Iterator[Entry]:
        if size := css_size(node.text):
            yield Entry(one.key, said(size, node))
        elif _FOR_SCREENS.fullmatch(node.text):
            self._remarks.unused.append(path)
        else:
            yield one

    def _family(self, node: Scalar) -> Scalar:
        """Return the first family of a list, as CSS has them, that can be had."""
        names = [name.strip(" '\"") for name in node.text.split(",")]
        if len(names) == 1:
            return node
        fonts = value_of(self._typography, "fonts")
        declared = {
            name.text
            for font in (fonts.items if isinstance(fonts, Sequence) else ())
            if isinstance(name := value_of(font, "family"), Scalar)
        }
        had = next((name for name in names if name in declared or find_family(name)), names[0])
        return said(had, node)

    # --------------------------------------------------------------------------------------------- fonts

    def _fonts(self, node: Node) -> Node:
        if not isinstance(node, Sequence):
            return node
        return Sequence(tuple(self._font(font) for font in node.items), node.place)

    def _font(self, node: Node) -> Node:
        """Return a font with the files that can be read; where it comes from otherwise does not matter."""
        if not isinstance(node, Mapping):
            return node
        files, listed = value_of(node, "files"), []
        for file in files.items if isinstance(files, Sequence) else ():
            path = value_of(file, "path") if isinstance(file, Mapping) else file
            if isinstance(path, Scalar) and _is_font(path):
                listed.append(path)
        if isinstance(files, Sequence) and len(listed) < len(files.items):
            text = "a font file that is online, missing, or not TrueType or OpenType is left out"
            self._remarks.notices.append(Notice("font-file-left-out", text, str(files.place)))
        kept = [one for one in node.entries if one.key.text in {"family", "generic"}]
        if files is not None and not isinstance(files, Sequence):
            kept.append(entry("files", files))
        elif files is not None and listed:
            kept.append(entry("files", Sequence(tuple(listed), files.place)))
        return Mapping(tuple(kept), node.place)


def _family(group: Node | None) -> Scalar | None:
    family = value_of(group, "family")
    return family if isinstance(family, Scalar) else None


def _with_family(group: Node | None, family: Scalar) -> Node:
    """Return a group that is set in `family` unless it has one of its own."""
    if group is None:
        return mapping(family.place, family=family)
    if not isinstance(group, Mapping) or value_of(group, "family"):
        return group
    kept = tuple(one for one in group.entries if one.key.text != "family")
    return Mapping((entry("family", family), *kept), group.place)


def _weight(node: Scalar | Sequence) -> Node:
    """Return a weight that styles know, the nearest hundred; of several, the first."""
    if isinstance(node, Sequence):
        first = node.items[0] if node.items else node
        return _weight(first) if isinstance(first, Scalar) else first
    text = node.text.strip().lower()
    number = _MORE_WEIGHTS.get(text) or Weight.names.get(text)
    if number is None and re.fullmatch("[0-9]{1,3}", text, re.ASCII) and int(text):
        number = min(max(round(int(text) / 100) * 100, 100), 900)
    return said(str(number), node) if number else node


def _italic(node: Scalar | Sequence) -> Scalar | None:
    """Return whether type is slanted; a list allows both, and says nothing."""
    if isinstance(node, Sequence):
        return _italic(node.items[0]) if len(node.items) == 1 and isinstance(node.items[0], Scalar) else None
    known = {"normal": "false", "italic": "true", "oblique": "true"}
    return said(known.get(node.text.lower(), node.text), node)


def _is_font(path: Scalar) -> bool:
    if (
        urlsplit(path.text).scheme in {"http", "https"}
        or Path(path.text).suffix.lower() not in _FONT_SUFFIXES
    ):
        return False
    return is_file(Path(path.place.file).parent / path.text)
