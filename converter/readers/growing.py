"""What grows while something else goes: a text by small pieces, and what is made of the items of a list."""

from collections.abc import Iterator
from typing import TypeVar

_T = TypeVar("_T")

_MANY = 1_000
"""Pieces that are kept apart; each takes fifty bytes more than its characters."""


class GrowingText:
    """Puts pieces together by the thousand: kept apart, those of short items take three times the room.

    Attributes:
        length: of all that was added, in characters.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.length = 0
        self._together: list[str] = []
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        """Put `piece` behind what there is."""
        self.length += len(piece)
        self._pieces.append(piece)
        if len(self._pieces) == _MANY:
            self._together.append("".join(self._pieces))
            self._pieces.clear()

    def whole(self) -> str:
        """Return all of it."""
        return "".join((*self._together, *self._pieces))


def let_go(items: list[_T]) -> Iterator[_T]:
    """Yield `items` in order, and keep none: what is made of them takes their room."""
    items.reverse()
    while items:
        yield items.pop()
