"""Which marked passages of a plain text are items of lists, and of which depth?"""

from collections.abc import Sequence

from converter.readers.text.passages import Passage

# No other passage than an item begins with one of these, even when it has no neighbour.
_UNMISTAKABLE = frozenset("•‣◦▪▫●○■□►➢")

_SLACK = 1
"""Columns by which the markers of one list may be out of line."""


def settle_items(passages: Sequence[Passage]) -> None:
    """Tell items from passages that merely begin with a number or a dash, which become prose.

    An item has a neighbour: the same bullet or the next number at its indentation, or an item around it, with
    nothing between them but what is indented further.
    """
    related = bytearray(len(passages))
    open_items: list[int] = []
    group = 0
    for index, passage in enumerate(passages):
        while open_items and passage.indent < passages[open_items[-1]].indent - _SLACK:
            open_items.pop()
        above = passages[open_items[-1]] if open_items else None
        inside = above is not None and passage.indent > above.indent + _SLACK
        if passage.kind not in {"bullet", "number"}:
            open_items = open_items if inside else []
            continue
        if above and (inside or _follows(above, passage)):
            related[open_items[-1]] = related[index] = 1
        else:
            open_items = []
            group += 1
        if open_items and not inside:
            open_items.pop()
        passage.group, passage.depth = group, len(open_items)
        open_items.append(index)
    for index, passage in enumerate(passages):
        if (
            passage.kind in {"bullet", "number"}
            and not related[index]
            and passage.marker not in _UNMISTAKABLE
        ):
            passage.kind = "prose"
            passage.text = f"{passage.marker} {passage.text}"
            passage.marker = ""


def number_of(item: Passage) -> int | None:
    """Return the number of a numbered item, `None` for one with a bullet."""
    return int(item.marker.strip("().")) if item.kind == "number" else None


def _follows(item: Passage, following: Passage) -> bool:
    if item.kind != following.kind:
        return False
    number = number_of(item)
    return following.marker == item.marker if number is None else number_of(following) == number + 1
