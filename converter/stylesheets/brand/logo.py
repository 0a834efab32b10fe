"""`logo` of a brand file → the logo of a style: the one of middle size that is a PNG or JPEG file."""

from pathlib import Path
from urllib.parse import urlsplit

from converter.notices import Notice
from converter.stylesheets.brand.nodes import Remarks, entries_of, entry, said, value_of
from converter.yaml_source import Entry, Mapping, Node, Scalar

_SIZES = ("medium", "large", "small")
"""In the order in which they suit the header of a page."""
_KEYS = frozenset({*_SIZES, "images", "path", "alt", "height"})
_SUFFIXES = frozenset({".png", ".jpg", ".jpeg"})


def logo_of(logo: Node | None, name: str, remarks: Remarks) -> Node | None:
    """Return `logo` as a style has it; `None` where there is none that can be shown.

    Args:
        logo: what stands under `logo`; `None`: nothing.
        name: of the house, which stands in for words that a logo lacks.
        remarks: takes what cannot be used.
    """
    shown = _chosen(logo, remarks)
    if shown is None:
        return None
    path = value_of(shown, "path") if isinstance(shown, Mapping) else shown
    if not isinstance(path, Scalar):
        return shown
    if problem := _problem(path):
        remarks.notices.append(Notice("logo-left-out", problem, str(path.place)))
        return None
    entries = [one for one in entries_of(shown) if one.key.text in {"alt", "height"}]
    if value_of(shown, "alt") is None:
        said_of_it = name or "Logo"
        text = f'the logo has no alternative text: it is "{said_of_it}"'
        remarks.notices.append(Notice("alt-from-name", text, str(path.place)))
        entries = [one for one in entries if one.key.text != "alt"] + [entry("alt", said(said_of_it, path))]
    height = value_of(logo, "height") if isinstance(logo, Mapping) and shown is not logo else None
    more: list[Entry] = [entry("height", height)] if height else []
    return Mapping((entry("path", path), *entries, *more), shown.place)


def _chosen(logo: Node | None, remarks: Remarks) -> Node | None:
    """Return the logo that is shown, of light and dark that for light grounds: a path, or a map with one."""
    remarks.unused += [f"logo.{one.key.text}" for one in entries_of(logo) if one.key.text not in _KEYS]
    if not isinstance(logo, Mapping) or value_of(logo, "path"):
        return logo
    images = value_of(logo, "images")
    found: dict[str, Node] = {}
    for size in _SIZES:
        node = value_of(logo, size)
        if value_of(node, "dark"):
            remarks.unused.append(f"logo.{size}.dark")
        if isinstance(node, Mapping) and not value_of(node, "path"):
            node = value_of(node, "light")
        if isinstance(node, Scalar):
            node = value_of(images, node.text) or node
        if node is not None:
            found[size] = node
    best = next((size for size in found if not _problem_of(found[size])), next(iter(found), ""))
    remarks.unused += [f"logo.{size}" for size in found if size != best]
    if not found and images:
        remarks.unused.append("logo.images")
    return found.get(best)


def _problem_of(node: Node) -> str:
    path = value_of(node, "path") if isinstance(node, Mapping) else node
    return _problem(path) if isinstance(path, Scalar) else ""


def _problem(path: Scalar) -> str:
    """Return why a picture cannot be shown; empty: nothing speaks against it."""
    if urlsplit(path.text).scheme in {"http", "https", "data"}:
        return "the logo is online, and nothing is fetched: save it beside this file, as PNG or JPEG"
    if Path(path.text).suffix.lower() not in _SUFFIXES:
        return "the logo is neither PNG nor JPEG: save it as one of these"
    return ""
