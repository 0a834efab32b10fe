"""Whether text can be read on its ground (WCAG 2.2, 1.4.3, level AA).

A contrast has two colours, each written somewhere, by name perhaps; it is told at the one that the topmost
file writes, with the nearest colour that can be read. Text on a cover or a filled head of a table is not
looked at: what could not be read there is white or black (`contrast.readable`).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from converter.model.style import ON_COVER, WHITE, Color, Style, TextRole
from converter.stylesheets.contrast import contrast, is_darker, least, nearest_readable
from converter.stylesheets.paragraphs import color_path
from converter.stylesheets.shapes import Reading
from converter.stylesheets.style_file import ROLES, Colors, StyleFile
from converter.suggestions import enumerated

if TYPE_CHECKING:
    from converter.yaml_source import Place

IN_BOX: tuple[TextRole, ...] = (
    *("lead", "body", "bullet", "quote", "code", "caption", "table-head", "table-cell", "comment", "empty"),
)
"""Roles that may stand on the ground of the box."""

_SHOWN_ROLES = 3
_PLURAL = frozenset({"facts", "links"})


class Painted(NamedTuple):
    """A colour, and the paths of the keys that make it so, names followed."""

    color: Color
    paths: tuple[str, ...]


class Pair(NamedTuple):
    """Text on a ground, with the contrast that it needs."""

    who: str
    text: Painted
    ground: Painted
    needed: float

    @property
    def ratio(self) -> float:
        """The contrast that there is."""
        return contrast(self.text.color, self.ground.color)


def on_own_ground(file: StyleFile) -> frozenset[TextRole]:
    """Return the roles that stand on a ground of their own, in a colour that is chosen for it."""
    on_cover = ON_COVER if file.cover.kind != "none" else ()
    return frozenset({*on_cover, *(("table-head",) if file.table.head_fill else ())})


def check_contrast(file: StyleFile, style: Style, reading: Reading) -> None:
    """Note every colour of text that cannot be read on a ground it stands on, once where it was written."""
    told: dict[tuple[Place, str], list[Pair]] = {}
    for pair in _pairs(file, style, reading):
        paths = (*pair.text.paths, *pair.ground.paths)
        if pair.ratio < pair.needed and not reading.faults.about(paths):
            told.setdefault(reading.blamed(paths), []).append(pair)
    for (place, path), pairs in told.items():
        what, remedy = _line(path, pairs)
        reading.notice("contrast-low", place, path, what, remedy)


def _pairs(file: StyleFile, style: Style, reading: Reading) -> Iterator[Pair]:
    paper = Painted(WHITE, ())
    fill = style.box.fill if style.box else None
    panel = (
        Painted(fill, _followed("box.fill" if file.box.fill else "color.panel", reading)) if fill else None
    )
    elsewhere = on_own_ground(file)
    for role in ROLES:
        text = Painted(style.text[role].color, _followed(color_path(role, file), reading))
        if role not in elsewhere and not (role == "lead" and panel):
            yield Pair(role, text, paper, least(style.text[role]))
        if role in IN_BOX and role not in elsewhere and panel:
            yield Pair(role, text, panel, least(style.text[role]))
    links = Painted(style.accent, _followed("color.primary", reading))
    for ground in filter(None, (paper, panel)):
        yield Pair("links", links, ground, least(style.text["body"]))
    if style.table.stripe:
        stripe = Painted(style.table.stripe, _followed("table.stripe", reading))
        cells = Painted(style.text["table-cell"].color, _followed(color_path("table-cell", file), reading))
        yield Pair("table-cell", cells, stripe, least(style.text["table-cell"]))
        yield Pair("links", links, stripe, least(style.text["table-cell"]))


def _followed(path: str, reading: Reading) -> tuple[str, ...]:
    """Return `path` and those that its colour's name leads to, until a colour stands there in figures."""
    paths: dict[str, None] = {}
    while path not in paths:
        paths[path] = None
        key = Colors.keys.get(path.removeprefix("color."))
        node = reading.written.get(path) or (key.default if key else None)
        name = (node.text or node.comment) if node else "#"
        if not name.startswith("#"):
            path = f"color.{name}" if name in Colors.keys else f"color.palette.{name}"
    return tuple(paths)


def _line(path: str, pairs: list[Pair]) -> tuple[str, str]:
    """Return what is wrong with the colour at `path`, and what to write."""
    worst = min(pairs, key=lambda pair: pair.ratio / pair.needed)
    is_text = path in worst.text.paths
    own, other = (worst.text, worst.ground) if is_text else (worst.ground, worst.text)
    needs = [((pair.ground if is_text else pair.text).color, pair.needed) for pair in pairs]
    beside = f"its ground {other.color.css}" if is_text else f"text in {other.color.css}"
    who = list(dict.fromkeys(pair.who for pair in pairs))
    need = "need" if who[1:] or who[0] in _PLURAL else "needs"
    what = (
        f"{own.color.css} has a contrast of {_floor(worst.ratio)}:1 with {beside}, "
        f"and {enumerated(who, most=_SHOWN_ROLES)} {need} {worst.needed:g}:1"
    )
    better = nearest_readable(own.color, needs)
    if better is None:
        return what, "give each a colour of its own under styles"
    return what, f'write "{better.css}" or {"darker" if is_darker(better, own.color) else "lighter"}'


def _floor(ratio: float) -> str:
    """Return a ratio rounded down, for 4.496 is not 4.5."""
    return f"{int(ratio * 100) / 100:g}"
