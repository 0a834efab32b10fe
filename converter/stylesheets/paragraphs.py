"""How the paragraphs of each role are set, from what a style file says of roles and of groups of them.

What the entry of a role in `styles:` leaves open follows from its group in `typography:`; what that leaves
open, from `base`.
"""

from collections.abc import Mapping
from typing import TypeVar

from converter.model.style import Color, Length, TextRole, TextStyle
from converter.stylesheets.measures import Measure
from converter.stylesheets.sheets import NOWHERE
from converter.stylesheets.stand_ins import SERIF
from converter.stylesheets.style_file import ROLES, Paragraph, StyleFile, Type
from converter.yaml_source import Place

T = TypeVar("T")

_GROUPS: dict[str, tuple[TextRole, ...]] = {
    "base": ("lead", "body", "bullet", "quote", "empty"),
    "headings": (
        *("title", "subtitle", "heading1", "heading2", "heading3"),
        *("contents1", "contents2", "contents3"),
    ),
    "small": (
        "label",
        "facts",
        "caption",
        "table-head",
        "table-cell",
        "comment",
        "method",
        "reference",
        "header",
        "footer",
    ),
    "monospace": ("code",),
}
_GROUP_OF: dict[TextRole, str] = {role: group for group, roles in _GROUPS.items() for role in roles}
_FAMILY_LIKE = {"headings": "base", "small": "headings", "monospace": "small"}
"""Whose family a group has that names none."""

_IN_COLUMN: frozenset[TextRole] = frozenset(
    {
        *("lead", "body", "bullet", "quote", "code", "caption", "comment", "empty", "method", "reference"),
        *("contents1", "contents2", "contents3"),
    }
)

_NO_SPACE = Measure(0, "pt")


def text_styles(file: StyleFile, colors: Mapping[str, Color]) -> dict[TextRole, TextStyle]:
    """Return how each role is set.

    Sizes are rounded to half a point and leadings to a twentieth: Word knows none between, and both formats
    are to look alike.
    """
    return {role: _text_style(role, file, colors) for role in ROLES}


def families(file: StyleFile) -> dict[str, tuple[Place, str]]:
    """Return the name of every family in use, the body's first, with the place and the path that names it."""
    found: dict[str, tuple[Place, str]] = {}
    first: TextRole = "body"
    for role in (first, *ROLES):
        name, place, path = _family(role, file)
        found.setdefault(name, (place, path))
    return found


def color_path(role: TextRole, file: StyleFile) -> str:
    """Return the path of the key that says the colour of a role."""
    group = _GROUP_OF[role]
    paths = (f"styles.{role}.color", f"typography.{group}.color", "typography.base.color")
    sheets = _types(role, file)
    return next((path for path, sheet in zip(paths, sheets, strict=True) if sheet.color), "color.foreground")


def _text_style(role: TextRole, file: StyleFile, colors: Mapping[str, Color]) -> TextStyle:
    own, group, base = _types(role, file)
    base_size = (base.size or Measure(10.5, "pt")).points(10.5)
    of_group = None if group is base else group.size
    size = _rounded((own.size or of_group or Measure(base_size, "pt")).points(base_size), 0.5)
    height = own.line_height or group.line_height or _factor(base, base_size)
    edge = own.edge or ("column" if role in _IN_COLUMN else "margin")
    return TextStyle(
        family=_family(role, file)[0],
        size=size,
        leading=_rounded(height.points(size), 0.05),
        weight=_first(own.weight, group.weight, 400),
        italic=bool(group.italic if own.italic is None else own.italic),
        color=_first(own.color, group.color, base.color, colors["foreground"]),
        align=own.align or "start",
        space_before=(own.space_before or _NO_SPACE).points(size),
        space_after=(own.space_after or _NO_SPACE).points(size),
        indent=Length((file.page.indent if edge == "column" else 0) + (own.indent or _NO_SPACE).points(size)),
        first_line=(own.first_line or _NO_SPACE).points(size),
        flush_opening=bool(own.flush_opening),
        tracking=(own.tracking or _NO_SPACE).points(size),
        capitals=own.capitals or "none",
        keep_with_next=bool(own.keep_with_next),
        hyphenate=bool(own.hyphenate),
    )


def _types(role: TextRole, file: StyleFile) -> tuple[Paragraph, Type, Type]:
    group = file.typography.values.get(_GROUP_OF[role], Type())
    return file.styles.get(role, Paragraph()), group, file.typography.base


def _family(role: TextRole, file: StyleFile) -> tuple[str, Place, str]:
    own = file.styles.get(role, Paragraph())
    if own.family:
        return own.family, own.place("family"), f"styles.{role}.family"
    group = _GROUP_OF[role]
    while True:
        sheet: Type = file.typography.values.get(group, Type())
        if sheet.family:
            return sheet.family, sheet.place("family"), f"typography.{group}.family"
        if group == "base":
            return SERIF, NOWHERE, "typography.base.family"
        group = _FAMILY_LIKE[group]


def _factor(base: Type, base_size: float) -> Measure:
    """Return the line height of `base` as a multiple, so that larger type has more of it."""
    height = base.line_height or Measure(1.4, "em")
    return height if height.unit == "em" else Measure(height.amount / base_size, "em")


def _first(*values: T | None) -> T:
    return next(value for value in values if value is not None)


def _rounded(points: float, step: float) -> Length:
    return Length(round(round(points / step) * step, 2))
