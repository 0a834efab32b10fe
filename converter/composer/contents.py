"""The contents of a report: its sections and the headings in them, where it is long enough to need them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.composer.context import Context
from converter.model.document import Block, ContentsBlock, ContentsEntry, HeadingBlock, Text

LONG_WORDS = 1500
"""From so many words on, about five pages, readers look for their part of a report."""

MANY_HEADINGS = 5
"""So many headings of a long report are worth a list of them, in a style that leaves it open."""

VERY_MANY_HEADINGS = 12
"""So many are worth it in any report: one with few words is then long by its tables and pictures."""


def compose_contents(sections: Sequence[Block], context: Context) -> Iterator[ContentsBlock]:
    """Yield the contents of `sections`, as often as the style wants them: once or not at all.

    Left to itself (`auto`), a report has them when it is long and has many headings, or very many.
    """
    headings = [block for block in sections if isinstance(block, HeadingBlock)]
    if not headings or not _wanted(headings, context):
        return
    title = HeadingBlock(1, (Text(context.labels("contents")),), context.anchors.take("contents"))
    yield ContentsBlock(
        title, tuple(ContentsEntry(each.level, _words_of(each), each.anchor) for each in headings)
    )


def _wanted(headings: Sequence[HeadingBlock], context: Context) -> bool:
    if context.style.contents != "auto":
        return context.style.contents == "always"
    count = len(headings)
    return count >= VERY_MANY_HEADINGS or (count >= MANY_HEADINGS and context.words >= LONG_WORDS)


def _words_of(heading: HeadingBlock) -> tuple[Text, ...]:
    """Return the words of a heading as an entry has them: the link is its own, and they are no line."""
    return tuple(replace(each, link="", record=None) for each in heading.content if isinstance(each, Text))
