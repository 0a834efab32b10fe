"""The reports that are shown."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter import pipeline
from converter.configuration import Settings
from converter.model.style import Style
from converter.notices import Notice
from converter.pipeline.kit import Kit

SAMPLE = str(Path(__file__).with_name("sample.md"))
"""The article that is shown where none is given: headings, lists, a table, a quote, a note."""


class Rendering(Struct, frozen=True):
    """An article in a style.

    Attributes:
        style: as it was resolved for this article.
        title: of the report.
        language: of the article, BCP 47; empty where it could not be told.
        files: the reports, by format.
        pages: of the PDF.
        notices: what was met on the way.
    """

    style: Style
    title: str
    language: str
    files: Mapping[str, bytes]
    pages: int
    notices: tuple[Notice, ...]


def rendering(article: str, settings: Settings, formats: Sequence[str]) -> Rendering:
    """Return the reports on the article at the location `article`, as `settings` want them.

    Raises:
        ConverterError: as `converter.pipeline.convert`.
    """
    kit = Kit(replace(settings, formats=tuple(formats)))
    draft = pipeline.draft(article, kit)
    made = pipeline.render(draft, kit)
    language = draft.briefing.articles[0].language
    files = {report.format: report.data for report in made.reports}
    pages = sum(report.pages or 0 for report in made.reports if report.format == "pdf")
    title = made.document.properties.title
    return Rendering(kit.style(language), title, language, files, pages, made.notices)
