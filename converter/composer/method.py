"""Source and method: what was done, from what, by what."""

from collections import Counter
from collections.abc import Iterator

from converter.composer.context import Context
from converter.composer.dates import shown_date
from converter.composer.places import Shelf
from converter.links import safe_link
from converter.model.briefing import Entry, Shared, Verbatim, Whole
from converter.model.document import HeadingBlock, Inline, MethodBlock, Text, TextBlock
from converter.text import plain

_HASH_DIGITS = 12


def compose_method(context: Context, generator: str) -> MethodBlock:
    """Return the closing note; the sections come first, since it counts what a person changed in them.

    `generator` is this program's name and version.
    """
    heading = HeadingBlock(
        2, (Text(context.labels("source-and-method")),), context.anchors.take("source-and-method")
    )
    sources = (_source(shelf, context) for shelf in context.shelves)
    paragraphs = [*_counts(context), *sources, *_omissions(context)]
    paragraphs.append((Text(context.labels("made-with", generator=generator)),))
    return MethodBlock(heading, tuple(TextBlock("method", content) for content in paragraphs))


def _counts(context: Context) -> Iterator[tuple[Inline, ...]]:
    """Say how much was kept; nothing where the sentences of the articles were not counted."""
    sentences = {decision.sentence for decision in context.briefing.decisions}
    if not sentences:
        return
    lines = [line for section in context.briefing.sections for line in section.lines]
    whole = {(line.article, line.block) for line in lines if isinstance(line, Whole)}
    kept = {line.sentence for line in lines if isinstance(line, Verbatim)}
    kept |= {
        one.line.sentence for line in lines if isinstance(line, Shared) for one in (line, *line.otherwise)
    }
    kept |= {
        line.line.sentence
        for line in lines
        if isinstance(line, Entry) and line.line.spans == (line.line.sentence.span,)
    }
    kept |= {s for s in sentences if (s.span.article, s.block) in whole}
    count = Counter(record.kind for record in context.records)
    numbers = {"kept": len(kept), "total": len(sentences)}
    if count["edited"] or count["note"]:
        changes = {"edited": count["edited"], "comments": count["note"]}
        yield (Text(context.labels("kept-and-changed", **numbers, **changes)),)
    else:
        label = "kept-of-several" if context.briefing.is_digest else "kept"
        yield (Text(context.labels(label, **numbers)),)


def _source(shelf: Shelf, context: Context) -> tuple[Inline, ...]:
    """Name a source: where there are several, also its title and date; and the beginning of its SHA-256."""
    separator = context.labels("list-separator")
    parts = [_title(shelf, context), plain(shelf.article.date)] if len(context.shelves) > 1 else []
    if parts:
        parts[1] = shown_date(parts[1], context.language, context.style.date_format)
    parts.append(context.labels("shortened-hash", hash=shelf.article.source.sha256[:_HASH_DIGITS]))
    rest = separator + separator.join(filter(None, parts))
    return (Text(shelf.name, link=safe_link(shelf.name) or ""), Text(rest))


def _omissions(context: Context) -> Iterator[tuple[Inline, ...]]:
    """Say what was given and is not in it, and why."""
    for one in context.briefing.omissions:
        name = plain(one.name)
        if one.same_as is None:
            yield (Text(context.labels("not-read", name=name)),)
        else:
            other = context.shelves[one.same_as].name
            yield (Text(context.labels("same-text", name=name, other=other)),)


def _title(shelf: Shelf, context: Context) -> str:
    if shelf.article.title is None:
        return ""
    opening, closing = context.language.quotes
    return opening + shelf.cutter.plain(shelf.article.title) + closing
