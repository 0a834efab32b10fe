"""Spans that say of which article they are: outlined alone, every article is the first."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

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
    elif is_dataclass(node) and not isinstance(node, _WITHOUT_SPANS):
        held = {one.name: getattr(node, one.name) for one in fields(node) if one.init}
        moved = replace(moved, **{name: _moved(part, index) for name, part in held.items()})
    return moved
