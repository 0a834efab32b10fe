"""What the translation of a brand file is done with: its nodes, and what is to be said of it."""

from msgspec import Struct, field

from converter.notices import Notice
from converter.yaml_source import Entry, Mapping, Node, Place, Scalar


class Remarks(Struct):
    """Collects what a user should know.

    Attributes:
        notices: in the order in which they arose.
        unused: paths of keys that reports have no use for.
    """

    notices: list[Notice] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


def value_of(node: Node | None, *keys: str) -> Node | None:
    """Return the value that `keys` lead to; `None` where there is none, or null."""
    for key in keys:
        if not isinstance(node, Mapping):
            return None
        node = next((entry.value for entry in node.entries if entry.key.text == key), None)
    return None if isinstance(node, Scalar) and node.is_null and not node.comment else node


def entry(key: str, value: Node) -> Entry:
    """Return a key that stands where its value does."""
    return Entry(Scalar(key, value.place), value)


def mapping(place: Place, **values: Node | None) -> Mapping:
    """Return a map of those of `values` that there are; `_` in a key is a hyphen."""
    return Mapping(
        tuple(entry(key.replace("_", "-"), value) for key, value in values.items() if value is not None),
        place,
    )


def entries_of(node: Node | None) -> tuple[Entry, ...]:
    """Return the entries of a map; of anything else, none."""
    return node.entries if isinstance(node, Mapping) else ()


def with_entries(node: Node, over: Node) -> Mapping:
    """Return the entries of `over` on top of those of `node`."""
    merged = {one.key.text: one for one in (*entries_of(node), *entries_of(over))}
    return Mapping(tuple(merged.values()), over.place)


def said(text: str, like: Node) -> Scalar:
    """Return `text` as it would stand where `like` does."""
    return Scalar(text, like.place, "quoted")


def null(like: Node) -> Scalar:
    """Return what deletes a key, standing where `like` does."""
    return Scalar("", like.place)
