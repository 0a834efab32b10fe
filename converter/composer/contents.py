"""The contents of a report: its sections and the headings in them, where it is long enough to need them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.composer.context import Context
from converter.model.document import Block, ContentsBlock, ContentsEntry, HeadingBlock, Inline, Text

LONG_WORDS = 1500
"""From so many words on, about five pages, readers look for their part of a report."""

MANY_HEADINGS = 5
"""So many headings at least are worth a list of them, in a style that leaves it open."""


def compose_contents(sections: Sequence[Block], context: Context) -> Iterator[ContentsBlock]:
    """Yield the contents of `sections`, as often as the style wants them: once or not at all.

    Left to itself (`auto`), a report has them when it is long and has many headings.
    """
    headings = [block for block in sections if isinstance(block, HeadingBlock)]
    if not headings or not _wanted(headings, context):
        return
    title = HeadingBlock(1, (Text(context.labels("contents")),), context.anchors.take("contents"))
    yield ContentsBlock(
        title, tuple(ContentsEntry(each.level, _plain(each.content), each.anchor) for each in headings)
    )


def _wanted(headings: Sequence[HeadingBlock], context: Context) -> bool:
    if context.style.contents != "auto":
        return context.style.contents == "always"
    words = sum(len(record.text.split()) for record in context.records)
    return words >= LONG_WORDS and len(headings) >= MANY_HEADINGS


def _plain(content: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the words of a heading as an entry has them: the link is its own, and they are no line."""
    return tuple(replace(inline, link="", record=None) for inline in content if isinstance(inline, Text))
