"""A report that came back from Word → the draft of what a person made of it.

It is made again as it was made: in its style, its language, with its references. What the call asks for goes
before that.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from converter.briefing_file import restore
from converter.configuration import Settings
from converter.configuration.settings import CITES, EMBEDS
from converter.errors import InputError
from converter.guard.bounds import Spent
from converter.model.briefing import Briefing
from converter.model.outline import LENGTHS, Outline
from converter.notices import Notice
from converter.outliner.sentences import sentences_of
from converter.pipeline.drafting import Draft
from converter.pipeline.kit import Kit
from converter.pipeline.returned_digest import restored_digest
from converter.pipeline.templates import apart
from converter.readers import read_original
from converter.readers.original import Original
from converter.returning import (
    Returned,
    Witness,
    articles_of,
    lay,
    notices_of,
    template_paragraphs,
    written_down,
)
from converter.returning.sources import format_of
from converter.stylesheets.folders import listed
from converter.stylesheets.languages import known_language
from converter.verifier.proof.claims import ClaimedSource

_DEFAULTS = Settings()


def returned(report: Returned, kit: Kit, fetch: Callable[[str], Original]) -> Draft:
    """Return the draft of what a person made of `report`.

    Args:
        report: as it came back.
        kit: of the call.
        fetch: gets the bytes at a location.

    Raises:
        InputError: `report-damaged`, `report-source-missing`, `report-outline-missing`; `report-digest` where
            no article's part is left; as `read_original` and `restore`.
    """
    if not report.claims.is_digest and len(report.claims.sources) != 1:
        raise InputError(
            "report-damaged",
            "says that it is on several articles, and of none which part is about it",
            where=report.location,
            remedy="give the file as it was sent, or read it as any article with -f docx",
        )
    found = articles_of(report, kit.settings.sources, fetch)
    kit, notices = _kit_of(report, kit)
    articles = [
        _article(source, original, location, kit.settings)
        for source, (original, location) in zip(report.claims.sources, found, strict=True)
    ]
    if report.claims.is_digest:
        spent = Spent(report.location)
        with spent:
            draft, written = restored_digest(report, articles, kit)
        changes = written.notices
    else:
        draft, changes = _restored(report, articles, kit)
    by_program = not changes and report.claims.configuration.get("length") in LENGTHS
    briefing = draft.briefing
    return replace(
        draft,
        briefing=replace(briefing, notices=(*notices_of(changes), *notices, *briefing.notices)),
        chosen_by="program" if by_program else "person",
        kit=kit,
    )


def _article(source: ClaimedSource, original: Original, location: str, settings: Settings) -> Draft:
    """Return a draft that has an article of a report, and nothing of it yet."""
    spent = Spent(location)
    with spent:
        article = read_original(
            original,
            location,
            format=format_of(source),
            encoding=source.encoding or "",
            language=settings.language,
        )
    carried = original.data if settings.embed == "source" else None
    return Draft(Briefing((article,), Outline("", "", ()), ()), location, original=carried, spent=spent)


def _restored(report: Returned, articles: Sequence[Draft], kit: Kit) -> tuple[Draft, tuple[Notice, ...]]:
    """Return the draft of what a person made of a report on one article, with a notice for each change."""
    (draft,) = articles
    (article,) = draft.briefing.articles
    with draft.spent or Spent(draft.location):
        language = kit.language(article.language)
        told, _ = kit.report_language(article.language)
        template = apart(template_paragraphs, kit.template) if kit.template else ()
        witness = Witness(article, sentences_of(article, language), language)
        laid = lay(report, witness, kit.outline, template)
        file, changes = written_down(laid, kit.outline, told, kit.settings.by)
        briefing = restore(file, article, kit.outline, language)
    return replace(draft, briefing=briefing, details=file.details), changes


def _kit_of(report: Returned, kit: Kit) -> tuple[Kit, tuple[Notice, ...]]:
    """Return a kit by which `report` looks and reads as it did, and what of that cannot be had.

    Raises:
        InputError: `report-outline-missing`.
    """
    made, settings = report.claims.configuration, kit.settings
    length, cite, embed = made.get("length"), made.get("cite"), made.get("embed")
    wanted = replace(
        settings,
        outline=_outline(report, kit),
        length=length if length in LENGTHS else settings.length,
        trim=made["trim"] if isinstance(made.get("trim"), bool) else settings.trim,
        cite=cite if settings.cite == _DEFAULTS.cite and cite in CITES else settings.cite,
        embed=embed if settings.embed == _DEFAULTS.embed and embed in EMBEDS else settings.embed,
        report_language=settings.report_language or _language(str(made.get("language", ""))),
    )
    style, template = str(made.get("style", "")), str(made.get("template", ""))
    if settings.style or settings.template:
        return Kit(wanted), ()
    if template:
        text = f"was made on the Word template {template!r}: give it again with --template"
        return Kit(wanted), (Notice("report-template-missing", text),)
    if style in {"", kit.style("").name}:
        return Kit(wanted), ()
    # a name alone: a path would let whoever made up the report choose among the files of this computer
    if style in listed("style"):
        return Kit(replace(wanted, style=style)), ()
    text = f"was made with the style {style!r}, which is not here: name its file with --style"
    return Kit(wanted), (Notice("report-style-missing", text),)


def _outline(report: Returned, kit: Kit) -> str:
    """Return the outline that a report was made with, by its name, or as the call names its file.

    Raises:
        InputError: `report-outline-missing`.
    """
    name = str(report.claims.configuration.get("outline", ""))
    if name in {"", kit.outline.name}:
        return kit.settings.outline
    if name in listed("outline"):
        return name
    raise InputError(
        "report-outline-missing",
        f"was made with the outline {name!r}, which is not here",
        where=report.location,
        remedy="name its file with --outline",
    )


def _language(tag: str) -> str:
    """Return the language of a report where it is one that is known; empty: the article's."""
    return tag if known_language(tag) else ""
