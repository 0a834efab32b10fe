"""A page's words → what a reader takes for one paragraph, heading, item, cell or note.

Tags say which words belong together; the order is that of the page, from the top to the bottom. Where tags
put together what other text parts, they are not believed. Words without tags are put together by distance.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from converter.verifier.visible.pdf.lines import Line, read_lines
from converter.verifier.visible.pdf.tags import Block
from converter.verifier.visible.pdf.words import Word

_CLOSE = 1.75
"""So many times their size lines of one paragraph may be apart."""


class Paragraph(Struct, eq=False):
    """Lines that are read as one.

    Attributes:
        lines: from the top to the bottom.
        block: the element that they are; `None`: none.
    """

    lines: list[Line]
    block: Block | None

    @property
    def words(self) -> list[Word]:
        """All words."""
        return [word for line in self.lines for word in line.words]


def tagged(words: Iterable[Word], blocks: Mapping[int, Block], *, leftwards: bool) -> list[Paragraph]:
    """Return the paragraphs that tags make of the words."""
    groups: dict[Block, list[Word]] = defaultdict(list)
    for word in words:
        groups[blocks[word.source.mcid]].append(word)
    whole = [Paragraph(read_lines(group, leftwards=leftwards), block) for block, group in groups.items()]
    return [part for paragraph in whole for part in _parts(paragraph, whole)]


def _parts(paragraph: Paragraph, others: Sequence[Paragraph]) -> list[Paragraph]:
    """Part a paragraph where lines of another one stand between its own."""
    parts = [Paragraph([paragraph.lines[0]], paragraph.block)]
    for above, below in pairwise(paragraph.lines):
        distant = above.baseline - below.baseline > _CLOSE * max(above.size, below.size)
        if distant and _parted(above, below, (other for other in others if other is not paragraph)):
            parts.append(Paragraph([below], paragraph.block))
        else:
            parts[-1].lines.append(below)
    return parts


def _parted(above: Line, below: Line, others: Iterable[Paragraph]) -> bool:
    left, right = min(above.left, below.left), max(above.right, below.right)
    return any(
        below.baseline < line.baseline < above.baseline and line.left < right and line.right > left
        for other in others
        for line in other.lines
    )


def untagged(words: Iterable[Word], *, leftwards: bool) -> list[Paragraph]:
    """Return the paragraphs that distance and size make of the words."""
    found: list[Paragraph] = []
    for line in read_lines(words, leftwards=leftwards):
        last = found[-1].lines[-1] if found else None
        close = last and last.baseline - line.baseline < _CLOSE * max(last.size, line.size)
        if last and close and abs(last.size - line.size) < 1:
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], None))
    return found
