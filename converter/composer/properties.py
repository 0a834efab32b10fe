"""What the files of a report say of themselves."""

from collections.abc import Sequence

from converter import __version__
from converter.composer.context import Context
from converter.composer.dates import metadata_date
from converter.composer.titleblock import author_of, title_of
from converter.model.document import Block, HeadingBlock, Properties, Text
from converter.text import plain

GENERATOR = f"briefing {__version__}"


def compose_properties(sections: Sequence[Block], context: Context) -> Properties:
    """Return the properties of a report with the blocks `sections`.

    The date is that of the briefing, else the latest of its articles, else the year 2000's first day.
    """
    titles = [b.content for b in sections if isinstance(b, HeadingBlock) and b.level == 1]
    subject = ", ".join("".join(i.text for i in title if isinstance(i, Text)) for title in titles)
    articles = sorted((plain(shelf.article.date) for shelf in context.shelves), reverse=True)
    return Properties(
        title=title_of(context),
        author=author_of(context),
        subject=subject,
        keywords=(context.mark.text,) if context.mark else (),
        created=metadata_date(context.details.date, *articles),
        generator=GENERATOR,
    )
