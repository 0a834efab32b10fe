"""A report, made of the article that comes along: the one check that asks every part."""

from collections.abc import Iterator

from msgspec.structs import replace

from converter.configuration import Settings
from converter.doctor.checkup import Check, ok, problem
from converter.errors import ConverterError
from converter.model.style import Style
from converter.stylesheets.running import own_fields
from converter.suggestions import counted

FORMATS = ("docx", "pdf", "html")


def look_at_conversion(settings: Settings, style: Style) -> Iterator[Check]:
    """Yield whether an article becomes a report in `style`, that of `settings`; nothing is written.

    The style's own fields are filled with their names where the settings leave them open: each report has
    other values for them.
    """
    # imports readers and writers, any of which may be what is broken
    from converter.previewer.rendering import SAMPLE, rendering

    settings = replace(settings, fields={name: name for name in own_fields(style)} | dict(settings.fields))
    try:
        made = rendering(SAMPLE, settings, FORMATS)
    except ConverterError as error:
        yield problem(error)
    else:
        pages = counted(made.pages, "page")
        yield ok(f"a sample article becomes Word, PDF ({pages}) and HTML in the style {made.style.name}")
