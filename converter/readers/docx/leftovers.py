"""What a Word file holds that is not taken over, and how that is told."""

from collections import Counter
from typing import Literal

from converter.readers.builder import ArticleBuilder

Leftover = Literal[
    "deleted", "hidden", "covered", "comments", "embedded", "contents", "symbols", "unreadable"
]
"""What a reader of the document sees otherwise or not at all, and what is not taken over."""


def tell_unseen(builder: ArticleBuilder, left: Counter[Leftover]) -> None:
    """Add notices about what a reader of the document does not see in its text either."""
    if left["deleted"]:
        what = f"words that tracked changes delete were left out: {left['deleted']}"
        builder.notice("deletions-left-out", what)
    if left["hidden"]:
        builder.notice("hidden-left-out", f"hidden words were left out: {left['hidden']}")
    if left["covered"]:
        what = f"cells that merged ones cover were left out; they hold words: {left['covered']}"
        builder.notice("covered-left-out", what)
    if left["comments"]:
        builder.notice("comments-left-out", f"comments were left out: {left['comments']}")


def tell_unread(builder: ArticleBuilder, left: Counter[Leftover]) -> None:
    """Add notices about what a reader of the document sees, and an article has not or cannot have."""
    if left["contents"]:
        builder.notice("contents-left-out", "its table of contents was left out")
    if left["embedded"]:
        what = f"charts and documents of other programs were left out: {left['embedded']}"
        builder.notice("objects-left-out", what)
    if left["symbols"]:
        what = f"signs of symbol fonts that have no place in Unicode were left out: {left['symbols']}"
        builder.notice("symbols-left-out", what)
    if left["unreadable"]:
        builder.notice("parts-unreadable", f"parts that cannot be read were left out: {left['unreadable']}")
