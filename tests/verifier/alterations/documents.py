"""Documents taken apart: their runs of inlines, each a paragraph, an item, a cell or a note."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from converter.model.document import Inline, PageField, Reference, Text

_INLINE = (Text, Reference, PageField)
Content = tuple[Inline, ...]


def inlines(value: object) -> list[Inline]:
    """Return all inlines in a part of a document."""
    if isinstance(value, _INLINE):
        return [value]
    if isinstance(value, tuple):
        return [inline for one in value for inline in inlines(one)]
    if isinstance(value, Struct):
        return [inline for held in asdict(value).values() for inline in inlines(held)]
    return []


def mapped(value: Any, change: Callable[[Content], Content]) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document with each run of inlines changed."""
    if isinstance(value, tuple):
        if value and all(isinstance(one, _INLINE) for one in value):
            return change(value)
        return tuple(mapped(one, change) for one in value)
    if isinstance(value, Struct):
        return replace(value, **{name: mapped(held, change) for name, held in asdict(value).items()})
    return value


def contents(value: object) -> list[Content]:
    """Return the runs of inlines of a part of a document, each a paragraph, an item, a cell or a note."""
    found: list[Content] = []

    def note(content: Content) -> Content:
        found.append(content)
        return content

    mapped(value, note)
    return found
