"""The contents of a report: its sections and the headings in them, where it is long enough to need them."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.composer.context import Context
from converter.model.document import (
    Block,
    ContentsBlock,
    ContentsEntry,
    HeadingBlock,
    Inline,
    Text,
    TitleBlock,
)

LONG_WORDS = 1500
"""From so many words on, about five pages, readers look for their part of a report."""

MANY_HEADINGS = 5
"""So many headings of a long report are worth a list of them, in a style that leaves it open."""

VERY_MANY_HEADINGS = 12
"""So many are worth it in any report: one with few words is then long by its tables and pictures."""


def compose_contents(sections: Sequence[Block], context: Context) -> Iterator[ContentsBlock]:
    """Yield the contents of `sections`, as often as the style wants them: once or not at all.

    Left to itself (`auto`), a report has them when it is long and has many headings, or very many; a digest
    always has.
    """
    if context.briefing.is_digest:
        entries = tuple(_digest_entries(sections))
        wanted = context.style.contents != "never"
    else:
        headings = [block for block in sections if isinstance(block, HeadingBlock)]
        entries = tuple(ContentsEntry(each.level, _words_of(each.content), each.anchor) for each in headings)
        wanted = bool(headings) and _wanted(len(headings), context)
    if not wanted:
        return
    title = HeadingBlock(1, (Text(context.labels("contents")),), context.anchors.take("contents"))
    yield ContentsBlock(title, entries)


def _digest_entries(sections: Sequence[Block]) -> Iterator[ContentsEntry]:
    """Yield what is about all articles, and each article with what it is called."""
    for block in sections:
        match block:
            case HeadingBlock(level=1):
                yield ContentsEntry(1, _words_of(block.content), block.anchor)
            case TitleBlock():
                words = (*_words_of(block.title), Text(f" ({block.label})"))
                yield ContentsEntry(1, words, block.anchor)
            case _:
                continue


def _wanted(count: int, context: Context) -> bool:
    if context.style.contents != "auto":
        return context.style.contents == "always"
    return count >= VERY_MANY_HEADINGS or (count >= MANY_HEADINGS and context.words >= LONG_WORDS)


def _words_of(content: Sequence[Inline]) -> tuple[Text, ...]:
    """Return the words of a heading as an entry has them: the link is its own, and they are no line."""
    return tuple(replace(each, link="", record=None) for each in content if isinstance(each, Text))
