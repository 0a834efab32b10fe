"""Spans that say of which article they are: outlined alone, every article is the first."""

from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import asdict, replace

from converter.model.article import Image, Source, Span
from converter.model.briefing import Whole
from converter.model.outline import Outline, SectionRule
from converter.notices import Notice

T = TypeVar("T")

_WITHOUT_SPANS = (str, int, float, bytes, Image, Notice, Outline, SectionRule, Source)


def renumbered(briefing: T, index: int) -> T:
    """Return the `briefing` of one article, or any part of it, as that of the article with this index."""
    moved: Any = _moved(briefing, index) if index else briefing
    return cast("T", moved)


def _moved(node: object, index: int) -> object:
    """Return `node` with `index` in every span and whole block."""
    moved: Any = node
    if isinstance(node, Span):
        moved = Span(node.start, node.end, index)
    elif isinstance(node, Whole):
        moved = Whole(node.block, index)
    elif isinstance(node, tuple):
        moved = tuple(_moved(part, index) for part in node)
    elif isinstance(node, Struct) and not isinstance(node, _WITHOUT_SPANS):
        moved = replace(moved, **{name: _moved(part, index) for name, part in asdict(node).items()})
    return moved
