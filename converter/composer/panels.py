"""An entry of a panel → its words, with what it sets off, and the dates that were computed behind them."""

from collections.abc import Iterator

from converter.composer.context import Context
from converter.composer.dates import whole_date
from converter.model.briefing import Entry
from converter.model.document import Highlight, Inline, Record, Text


def compose_entry(entry: Entry, section: str, context: Context) -> Iterator[Inline]:
    """Yield the words of `entry`; among actors these are a part of a sentence, with no gap marked around it.

    Dates that follow from the article's own stand in brackets behind, and say so.
    """
    sentence = entry.line.sentence
    shelf = context.shelves[sentence.span.article]
    (span,) = entry.line.spans
    record = Record(
        kind="verbatim",
        section=section,
        text=shelf.cutter.plain(span),
        spans=entry.line.spans,
        source=shelf.index,
        paragraph=shelf.paragraph(sentence.block),
        sentence=sentence.number,
        origin=shelf.origin(sentence.block),
        highlight=Highlight(entry.panel, shelf.article.language, entry.points),
    )
    index = context.record(record)
    yield from shelf.cutter.runs(span, index, strong=[point.span for point in entry.points])
    dates = dict.fromkeys(point.date for point in entry.points if point.computed)
    if dates:
        shown = (whole_date(date, context.language, context.style.date_format) for date in dates)
        told = context.labels("list-separator").join(shown)
        yield Text(f" ({context.labels('computed', dates=told)})")
