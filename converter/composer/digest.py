"""What a digest has beside the sections: a title for each article, and behind each joint line whose it is."""

from collections.abc import Iterator

from converter.composer.context import Context
from converter.composer.dates import shown_date
from converter.composer.lines import Run
from converter.composer.places import Shelf
from converter.links import host_of
from converter.model.document import Fact, Inline, Text, TitleBlock
from converter.text import plain


def compose_article_title(shelf: Shelf, context: Context) -> TitleBlock:
    """Return what an article of a digest opens with: what it is called, its title, and its facts."""
    article = shelf.article
    title = shelf.cutter.runs(article.title) if article.title else (Text(shelf.name),)
    facts = tuple(Fact(kind, text) for kind, text in _facts(shelf, context) if text)
    return TitleBlock(
        shelf.short_name, title, (), facts, 1, context.article_anchors[shelf.index], shelf.index
    )


def compose_origin(run: Run, context: Context) -> tuple[Inline, ...]:
    """Return in brackets which article a joint line is from, and what others have in its place."""
    parts: list[tuple[Inline, ...]] = []
    if context.details.cite != "inline":
        # there the reference has named it
        parts.append((_name(run.article, context),))
    if run.shared:
        parts += _others(run, context)
    if not parts:
        return ()
    content: list[Inline] = [Text(" (")]
    for index, part in enumerate(parts):
        content += (*((Text(context.labels("part-separator")),) if index else ()), *part)
    return (*content, Text(")"))


def _others(run: Run, context: Context) -> Iterator[tuple[Inline, ...]]:
    shared = run.shared
    if shared is None:
        return
    for likeness, label in (("same", "same-wording"), ("similar", "similar-wording")):
        names = [one.sentence.span.article for one in shared.likewise if one.likeness == likeness]
        if names:
            yield _labelled(label, names, context)
    if shared.otherwise:
        yield _labelled(
            "other-wording", [one.line.sentence.span.article for one in shared.otherwise], context
        )


def _labelled(label: str, articles: list[int], context: Context) -> tuple[Inline, ...]:
    names = context.labels("list-separator").join(context.shelves[index].short_name for index in articles)
    return (Text(context.labels(label, sources=names)),)


def _name(article: int, context: Context) -> Text:
    return Text(context.shelves[article].short_name, link=f"#{context.article_anchors[article]}")


def _facts(shelf: Shelf, context: Context) -> Iterator[tuple[str, str]]:
    article = shelf.article
    yield "author", plain(article.byline)
    yield "date", shown_date(plain(article.date), context.language, context.style.date_format)
    # where nobody is known to have published it, it is called by its address or its file's name already
    yield "source", (host_of(shelf.name) or shelf.name) if article.publisher else ""
