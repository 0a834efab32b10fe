"""A brand file → the tree that a style file would be."""

from pathlib import Path
from typing import NamedTuple

from converter.notices import Notice
from converter.stylesheets.brand.logo import logo_of
from converter.stylesheets.brand.nodes import Remarks, entry, said, value_of, with_entries
from converter.stylesheets.brand.palette import THEME, Palette
from converter.stylesheets.brand.typography import Types
from converter.stylesheets.style_file import StyleFile
from converter.yaml_source import Mapping, Node, Scalar, Sequence

_THEIRS: dict[str, frozenset[str]] = {
    "meta": frozenset({"link"}),
    "color": frozenset(THEME) - {"foreground", "primary"},
    "typography": frozenset({"monospace-inline", "monospace-block", "link"}),
    "logo": frozenset({"images", "small", "medium", "large"}),
}
"""Keys that brand.yml has and styles have not."""


class Translation(NamedTuple):
    """A brand file in the words of style files.

    Attributes:
        tree: each node at the place of the one that it stands for.
        notices: what is not as in the file.
    """

    tree: Mapping
    notices: tuple[Notice, ...]


def has_marks(tree: Mapping) -> bool:
    """Tell whether a file that has no keys but those of brand.yml says what styles have no key for."""
    fonts = value_of(tree, "typography", "fonts")
    return (
        any(one.key.text == "defaults" for one in tree.entries)
        or isinstance(value_of(tree, "logo"), Scalar)
        or any(value_of(tree, part, key) for part, keys in _THEIRS.items() for key in keys)
        or any(value_of(font, "source") for font in (fonts.items if isinstance(fonts, Sequence) else ()))
    )


def translated(path: Path, tree: Mapping) -> Translation:
    """Return the brand file at `path`, which says `tree`, in the words of style files."""
    remarks = Remarks()
    palette = Palette(value_of(tree, "color"), remarks)
    types = Types(value_of(tree, "typography"), palette, remarks)
    name = _name(value_of(tree, "meta", "name"))
    parts: dict[str, Node | None] = {
        "meta": _meta(value_of(tree, "meta"), name, remarks),
        "color": palette.tree(),
        "typography": types.tree(),
        "logo": logo_of(value_of(tree, "logo"), name.text if name else "", remarks),
        "styles": _styles(value_of(tree, "styles"), types),
    }
    entries = [entry(key, node) for key, node in parts.items() if node is not None]
    for one in tree.entries:
        if one.key.text in StyleFile.keys:
            entries += [one] if one.key.text not in parts else []
        else:
            remarks.unused.append(one.key.text)
    return Translation(Mapping(tuple(entries), tree.place), _notices(path, remarks))


def _notices(path: Path, remarks: Remarks) -> tuple[Notice, ...]:
    unused = ", ".join(dict.fromkeys(remarks.unused))
    if not unused:
        return tuple(remarks.notices)
    return (Notice("brand-unused", f"reports have no use for {unused}", str(path)), *remarks.notices)


def _name(node: Node | None) -> Scalar | None:
    """Return the house's name in full."""
    found = (value_of(node, "full") or value_of(node, "short")) if isinstance(node, Mapping) else node
    return said(" ".join(found.text.split()), found) if isinstance(found, Scalar) else None


def _meta(node: Node | None, name: Scalar | None, remarks: Remarks) -> Node | None:
    """Return name and description on one line each; whatever else a house keeps there is its own."""
    if not isinstance(node, Mapping):
        return node
    description = value_of(node, "description")
    if isinstance(description, Scalar):
        description = said(" ".join(description.text.split()), description)
    known = {"name": name or value_of(node, "name"), "description": description}
    remarks.unused += [f"meta.{one.key.text}" for one in node.entries if one.key.text not in known]
    return Mapping(tuple(entry(key, value) for key, value in known.items() if value), node.place)


def _styles(own: Node | None, types: Types) -> Node | None:
    """Return what the brand says of roles, under what the file says in the words of styles."""
    if own is not None and not isinstance(own, Mapping):
        return own
    roles: dict[str, Node] = {}
    for role, node in (*types.roles(), *((one.key.text, one.value) for one in (own.entries if own else ()))):
        below = roles.get(role)
        roles[role] = with_entries(below, node) if below and isinstance(node, Mapping) else node
    first = next(iter(roles.values()), None)
    place = own.place if own else first.place if first else None
    return Mapping(tuple(entry(role, node) for role, node in roles.items()), place) if place else None
