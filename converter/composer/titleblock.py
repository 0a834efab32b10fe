"""What a report opens with: label, title and the row of facts."""

from collections.abc import Iterable, Iterator
from math import ceil

from converter.composer.context import Context
from converter.composer.dates import shown_date
from converter.links import host_of
from converter.model.document import Fact, Inline, Text, TitleBlock
from converter.text import plain

_MOST_NAMES = 3
"""More sources or authors than these have no place in a row of facts; the method names every source."""


def compose_title_block(context: Context) -> TitleBlock:
    """Return the title block; the sections come first, since it says how long they take to read."""
    facts = tuple(Fact(kind, text) for kind, text in _facts(context) if text)
    return TitleBlock(
        context.labels("briefing"), _title(context), (), facts, anchor=context.anchors.take("title")
    )


def title_of(context: Context) -> str:
    """Return the title as plain text, never empty: a person's, the article's, or the source's name."""
    if context.details.title:
        return context.details.title
    if context.briefing.is_digest:
        return context.labels("digest")
    if len(context.shelves) > 1:
        return context.labels("briefing")
    shelf = context.shelves[0]
    if shelf.article.title:
        return shelf.cutter.plain(shelf.article.title)
    stem = "" if host_of(shelf.name) else shelf.name.rpartition(".")[0]
    return stem or shelf.name or context.labels("briefing")


def author_of(context: Context) -> str:
    """Return who wrote it: a person named for the briefing, or the articles' authors; empty when unknown.

    A digest is nobody's whose articles are in it.
    """
    if context.briefing.is_digest:
        return context.details.author
    return context.details.author or _few(plain(shelf.article.byline) for shelf in context.shelves)


def source_of(context: Context) -> str:
    """Return the names of the sources, of addresses the host; empty when there are many."""
    if context.briefing.is_digest:
        return _few(shelf.short_name for shelf in context.shelves)
    return _few(host_of(shelf.name) or shelf.name for shelf in context.shelves)


def article_date(context: Context) -> str:
    """Return the article's date as the report writes it, or from the first to the last of several."""
    dates = sorted({plain(shelf.article.date) for shelf in context.shelves} - {""})
    return "–".join(
        shown_date(date, context.language, context.style.date_format)
        for date in dates[:: len(dates) - 1 or 1]
    )


def briefing_date(context: Context) -> str:
    """Return the briefing's own date as the report writes it; empty when none was given."""
    return shown_date(context.details.date, context.language, context.style.date_format)


def _title(context: Context) -> tuple[Inline, ...]:
    first = context.shelves[0]
    if (
        context.details.title
        or context.briefing.is_digest
        or len(context.shelves) > 1
        or first.article.title is None
    ):
        return (Text(title_of(context)),)
    return first.cutter.runs(first.article.title)


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    if context.briefing.is_digest:
        yield "articles", context.labels("article-count", count=len(context.shelves))
    yield "source", source_of(context)
    yield "author", author_of(context)
    yield "date", article_date(context)
    if date := briefing_date(context):
        yield "briefing-date", context.labels("briefing-date", date=date)
    yield "reading-time", _reading_time(context)
    yield "marking", context.details.marking


def _reading_time(context: Context) -> str:
    words = context.words
    minutes = ceil(words / context.language.words_per_minute)
    return context.labels("reading-time", minutes=minutes) if words else ""


def _few(names: Iterable[str]) -> str:
    different = list(dict.fromkeys(name for name in names if name))
    return ", ".join(different) if len(different) <= _MOST_NAMES else ""
