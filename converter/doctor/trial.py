"""A report, made of the article that comes along: the one check that asks every part."""

from collections.abc import Iterator

from converter.configuration import Settings
from converter.doctor.checkup import Check, ok, problem
from converter.errors import ConverterError
from converter.suggestions import counted

FORMATS = ("docx", "pdf", "html")


def look_at_conversion(settings: Settings) -> Iterator[Check]:
    """Yield whether an article becomes a report; nothing is written."""
    # imports readers and writers, any of which may be what is broken
    from converter.previewer.rendering import SAMPLE, rendering

    try:
        made = rendering(SAMPLE, settings, FORMATS)
    except ConverterError as error:
        yield problem(error)
    else:
        pages = counted(made.pages, "page")
        yield ok(f"a sample article becomes Word, PDF ({pages}) and HTML in the style {made.style.name}")
