"""End-notes: one for each paragraph of a source that is cited, numbered by first use."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from converter.composer.anchors import Anchors
from converter.composer.labels import Labels, capitalised
from converter.composer.places import Shelf
from converter.model.document import EndNote, HeadingBlock, Inline, NotesBlock, Reference, Text

_Key = tuple[int, int]
_WHOLE = 0
"""Stands among the numbers of sentences where the block was taken whole."""


class References(Struct):
    """Hands out references and keeps what their end-notes will say.

    Attributes:
        shelves: the articles that are cited.
        labels: words of the report's language.
        cite: how readers see where lines come from.
    """

    shelves: Sequence[Shelf]
    labels: Labels
    cite: Literal["notes", "inline", "none"]
    _cited: dict[_Key, set[int]] = field(default_factory=dict)
    _numbers: dict[_Key, int] = field(default_factory=dict)

    def to(self, article: int, block: int, sentences: Sequence[int] = ()) -> tuple[Inline, ...]:
        """Return what stands behind words from a block: a reference, words in brackets, or nothing.

        Args:
            article: index of the article.
            block: index of the block.
            sentences: numbers of the sentences that were taken; none where the block was taken whole.
        """
        match self.cite:
            case "none":
                return ()
            case "inline":
                return (Text(f"\u00a0[{self._short(article, block)}]"),)
            case "notes":
                return (self._note(article, block, sentences),)

    def notes(self, anchors: Anchors) -> tuple[NotesBlock, ...]:
        """Return the references with their heading; nothing when nothing was cited by end-notes."""
        if not self._numbers:
            return ()
        heading = HeadingBlock(2, (Text(self.labels("references")),), anchors.take("references"))
        notes = tuple(EndNote(number, (Text(self._full(key)),)) for key, number in self._numbers.items())
        return (NotesBlock(heading, notes),)

    def _note(self, article: int, block: int, sentences: Sequence[int]) -> Reference:
        key = (article, block)
        repeat = key in self._numbers
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._cited.setdefault(key, set()).update(sentences or (_WHOLE,))
        return Reference(number, repeat)

    def _short(self, article: int, block: int) -> str:
        shelf = self.shelves[article]
        place = f"¶\u00a0{shelf.paragraph(block)}"
        return f"{shelf.short_name}, {place}" if len(self.shelves) > 1 else place

    def _full(self, key: _Key) -> str:
        article, block = key
        shelf = self.shelves[article]
        heading, origin = shelf.heading(block), shelf.origin(block)
        parts = [self.labels("paragraph", number=shelf.paragraph(block))]
        if _WHOLE not in self._cited[key]:
            parts += [self._sentences(first, last) for first, last in ranges(self._cited[key])]
        if heading:
            parts.append(self.labels("under", heading=shelf.cutter.plain(heading.span)))
        text = self.labels("list-separator").join(parts)
        if origin and origin.unit != "paragraph":
            text += self.labels("part-separator") + self.labels(origin.unit, number=origin.number)
        if len(self.shelves) > 1:
            return shelf.short_name + self.labels("list-separator") + text
        return capitalised(text)

    def _sentences(self, first: int, last: int) -> str:
        if first == last:
            return self.labels("sentence", number=first)
        return self.labels("sentences", first=first, last=last)


def ranges(numbers: set[int]) -> list[tuple[int, int]]:
    """Return `numbers` as ranges of neighbours: {1, 2, 4} → [(1, 2), (4, 4)]."""
    ordered = sorted(numbers)
    breaks = [0, *(i for i, (a, b) in enumerate(pairwise(ordered), 1) if b > a + 1), len(ordered)]
    return [(ordered[first], ordered[last - 1]) for first, last in pairwise(breaks) if first < last]
