"""Where things stand in an article: under which heading, in which paragraph, in which part of a block."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from converter.composer.runs import Cutter
from converter.model.article import (
    Article,
    Block,
    Footnote,
    Heading,
    ItemList,
    ListItem,
    Origin,
    Quote,
    Sentence,
    Span,
)


class Shelf(Struct, frozen=True, dict=True):
    """An article with what its readers would count, looked up once.

    Attributes:
        article: which.
        cutter: makes runs of its text.
        index: of the article in `Briefing.articles`.
        name: of its source, as a report may show it.
        short_name: what it is called beside its lines; where there are several, theirs differ.
    """

    article: Article
    cutter: Cutter
    index: int
    name: str
    short_name: str

    @cached_property
    def _paragraphs(self) -> list[int]:
        """The number of each block, counted as `Article.paragraph_number` does."""
        counts = (not isinstance(block, Heading | Footnote) for block in self.article.blocks)
        return list(accumulate(map(int, counts)))

    @cached_property
    def _headings(self) -> list[Heading | None]:
        """The heading above each block."""
        found: list[Heading | None] = []
        for block in self.article.blocks:
            found.append(block if isinstance(block, Heading) else found[-1] if found else None)
        return found

    def block(self, index: int) -> Block:
        """Return the block with index `index`."""
        return self.article.blocks[index]

    def paragraph(self, block: int) -> int:
        """Return the number, from 1, of the block with index `block`."""
        return self._paragraphs[block]

    def heading(self, block: int) -> Heading | None:
        """Return the heading under which the block with index `block` stands."""
        return self._headings[block]

    def origin(self, block: int) -> Origin | None:
        """Return where the block with index `block` stands in the original."""
        return self.article.blocks[block].origin

    def part(self, sentence: Sentence) -> Span:
        """Return the list item or quoted paragraph that holds `sentence`, else the whole block."""
        block = self.block(sentence.block)
        start = sentence.span.start
        if isinstance(block, ItemList):
            return item_at(block, start).span
        if isinstance(block, Quote):
            return block.paragraphs[bisect_right(block.paragraphs, start, key=lambda span: span.start) - 1]
        return block.span


def item_at(block: ItemList, start: int) -> ListItem:
    """Return the item of `block` in which `start`, an offset into the article, lies."""
    return block.items[bisect_right(block.items, start, key=lambda item: item.span.start) - 1]
