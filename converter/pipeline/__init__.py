"""The steps from an article to finished reports, in their order; nothing is written to disk here.

1. read: bytes → `Article`
2. outline: `Article` → `Briefing`
3. compose: `Briefing` → `Document`
4. write: `Document` → `Report`, one for each format
5. check: every line against the article, every file against its format
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from converter.configuration import Settings
from converter.errors import InputError, UsageError
from converter.files import slug
from converter.guard.bounds import Spent
from converter.model.article import Article
from converter.model.briefing import Briefing, Details
from converter.model.document import Document
from converter.model.report import Report
from converter.notices import Notice
from converter.outliner import outline
from converter.paths import STDIN
from converter.pipeline.attachments import attachments
from converter.pipeline.check import check_document, check_report
from converter.pipeline.commenting import with_notes
from converter.pipeline.configured import configuration_data
from converter.pipeline.destinations import DEFAULT_FORMATS
from converter.pipeline.drafting import Draft
from converter.pipeline.kit import Kit
from converter.pipeline.opening import article_location, briefing_file_at, report_at
from converter.readers import read_original
from converter.readers.original import Given, Original
from converter.readers.raw import fetch, location_of, take
from converter.stylesheets.outlines import load_outline
from converter.suggestions import suggest
from converter.writers import write

if TYPE_CHECKING:
    from converter.briefing_file import BriefingFile
    from converter.pipeline.joining import join

__all__ = ["Conversion", "Draft", "Step", "convert", "details", "draft", "file_name", "join", "render"]

Step = Callable[[str], AbstractContextManager[object]]
"""Called with the name of each step; what it returns is entered and left around the step."""


_DEFAULTS = Settings()

DIGEST = "digest"
"""Name of a digest's files where it has no title of its own."""


def _unobserved(_name: str) -> AbstractContextManager[object]:
    return nullcontext()


def __getattr__(name: str) -> object:
    """Import what joins drafts when it is asked for: a report of one article does without the digester."""
    if name != "join":
        raise AttributeError(name)
    from converter.pipeline.joining import join

    return join


class Conversion(Struct, frozen=True):
    """An article with everything that was made of it.

    Attributes:
        briefing: what was chosen.
        document: how it was composed.
        reports: one for each format that was wanted, in that order.
        notices: what was met on the way, each notice once, in the order of the steps.
    """

    briefing: Briefing
    document: Document
    reports: tuple[Report, ...]
    notices: tuple[Notice, ...]

    @property
    def word_count(self) -> int:
        """How many words of the article, or of people who edited it, the reports show."""
        return sum(len(record.text.split()) for record in self.document.records)


def convert(article: Given, settings: Settings = _DEFAULTS, step: Step = _unobserved) -> Conversion:
    """Return the reports that `settings` ask for, made from an article or a briefing file.

    Args:
        article: the path of a file, an address of the web, `-` for standard input, or an `Original`.
        settings: what is wanted; where the reports should go is not looked at.
        step: observes the steps.

    Raises:
        ConverterError: of the class that says what is at fault (see `converter.errors`).
    """
    kit, location = Kit(settings), location_of(article)

    def fetched(wanted: str) -> Original:
        return take(article) if wanted == location else fetch(wanted)

    return render(draft(location, kit, step, fetched), kit, step)


def draft(
    location: str, kit: Kit, step: Step = _unobserved, fetch: Callable[[str], Original] = fetch
) -> Draft:
    """Read and outline, or read what a person made of an outline; arguments and errors as `convert`.

    Args:
        location: as for `convert`.
        kit: what all articles need.
        step: observes the steps.
        fetch: gets the bytes of the article; one that remembers them serves several drafts of one article.

    Raises:
        ConverterError: as `convert`; also `section-unknown`.
    """
    with step("read"):
        file = briefing_file_at(location, kit.settings, fetch)
        if file:
            _check_marking(file, kit, location)
        location = article_location(location, file)
        original = _fetched(location, fetch)
        if file is None and (report := report_at(original, location, kit.settings)):
            from converter.pipeline.returned import returned

            found = returned(report, kit, fetch)
            return replace(found, briefing=_with_sections(found.briefing, kit.settings))
        spent = Spent(location)
        with spent:
            article = _read(original, location, file, kit.settings)
        carried = original.data if kit.settings.embed == "source" else None
    with step("outline"), spent:
        language = kit.language(article.language)
        if file is None:
            settings = kit.settings
            briefing = outline(article, kit.outline, language, settings.length, trim=settings.trim)
            return Draft(_with_sections(briefing, settings), location, original=carried, spent=spent)
        from converter.briefing_file import restore

        # An outline that was given as a path is known to the file by its name alone.
        wanted = kit.outline if file.outline == kit.outline.name else load_outline(file.outline)
        briefing = _with_sections(restore(file, article, wanted, language), kit.settings)
        return Draft(briefing, location, file.details, carried, "person", spent)


def render(draft: Draft, kit: Kit, step: Step = _unobserved) -> Conversion:
    """Compose, write and check: return the finished reports of `draft`; errors as `convert`."""
    with draft.spent or Spent(draft.location or DIGEST):
        return _rendered(draft, draft.kit or kit, step)


def _rendered(draft: Draft, kit: Kit, step: Step) -> Conversion:
    # of no use to who only outlines
    from converter.composer import compose

    tag = draft.briefing.language
    with step("compose"):
        style = kit.style(tag)
        language, substitution = kit.report_language(tag)
        briefing = with_notes(draft, kit.settings, language)
        said = details(draft, kit.settings)
        document = replace(compose(briefing, style, language, said), embed=kit.settings.embed)
        if document.embed != "none":
            made_with = configuration_data(document, draft, kit, style, said)
            document = replace(document, attachments=tuple(attachments(document, made_with, draft.originals)))
    reports: list[Report] = []
    for name in kit.settings.formats or DEFAULT_FORMATS:
        with step(f"write {name}"):
            reports.append(write(document, style, name))
    with step("check"):
        check_document(document, briefing.articles)
        for report in reports:
            check_report(report)
    of_articles = [article.notices for article in briefing.articles]
    of_reports = [report.notices for report in reports]
    met = chain(kit.notices, *of_articles, briefing.notices, document.notices, *of_reports, substitution)
    return Conversion(briefing, document, tuple(reports), tuple(dict.fromkeys(met)))


def file_name(draft: Draft, settings: Settings) -> str:
    """Return the name of the reports without suffix: the title as a slug, or the source's own name.

    Without a title, a digest is called so in every language: who sends it on knows its name beforehand.
    """
    article = draft.briefing.articles[0]
    title = details(draft, settings).title
    if draft.briefing.is_digest:
        return slug(title or DIGEST, fallback=DIGEST.encode())
    title = title or (article.slice(article.title) if article.title else "")
    stem = "" if article.source.name == "stdin" else Path(article.source.name).stem
    return slug(title or stem, fallback=bytes.fromhex(article.source.sha256))


def details(draft: Draft, settings: Settings) -> Details:
    """Return what a person says about the briefing: in the settings, else in the briefing file."""
    return Details(
        title=settings.title or draft.details.title,
        author=settings.author or draft.details.author,
        date=settings.date or draft.details.date,
        marking=settings.marking or draft.details.marking,
        cite=settings.cite,
        fields=settings.fields,
    )


def _check_marking(file: "BriefingFile", kit: Kit, location: str) -> None:
    """Check the handling mark that a briefing file gives, where the settings leave it that.

    Raises:
        InputError: `briefing-invalid`.
    """
    try:
        kit.check_marking("" if kit.settings.marking else file.details.marking)
    except UsageError as error:
        what = f"marking: {error.what}"
        raise InputError("briefing-invalid", what, where=location, remedy=error.remedy) from None


def _with_sections(briefing: Briefing, settings: Settings) -> Briefing:
    """Return `briefing` with the sections that are wanted; each sentence stands where it would anyway.

    Raises:
        UsageError: `section-unknown`.
    """
    if not settings.sections:
        return briefing
    keys = [section.rule.key.lower() for section in briefing.sections]
    for key in settings.sections:
        if key not in keys:
            raise UsageError(
                "section-unknown",
                f"the outline {briefing.outline.name!r} has no section {key!r}",
                where="--sections",
                remedy=suggest(key, keys),
            )
    shown = tuple(
        one
        for one in briefing.sections
        if one.rule.key.lower() in settings.sections or one.rule.panel in settings.panels
    )
    return replace(briefing, sections=shown)


def _fetched(location: str, fetch: Callable[[str], Original]) -> Original:
    """Return the article's bytes; on standard input, what lies beside a briefing file cannot be known."""
    original = fetch(location)
    if location == STDIN and _is_briefing_file(original):
        raise InputError(
            "briefing-file-on-stdin",
            "this is a briefing file, and its article must lie beside it",
            where="stdin",
            remedy="give the file by its name",
        )
    return original


def _is_briefing_file(original: Original) -> bool:
    from converter.briefing_file import is_briefing_file

    return is_briefing_file(original.data.decode("utf-8", "replace"))


def _read(original: Original, location: str, file: "BriefingFile | None", settings: Settings) -> Article:
    """Return the article in `original`, in the language that `file`, made from it, may name."""
    language = settings.language or (file.language if file else "")
    return read_original(
        original, location, format=settings.input_format, encoding=settings.encoding, language=language
    )
