"""A report that came back from Word → the draft of what a person made of it.

It is made again as it was made: in its style, its language, with its references. What the call asks for goes
before that.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from converter.briefing_file import restore
from converter.configuration import Settings
from converter.configuration.settings import CITES, EMBEDS
from converter.errors import InputError
from converter.guard.bounds import Spent
from converter.model.article import Article
from converter.model.outline import LENGTHS
from converter.notices import Notice
from converter.outliner.sentences import sentences_of
from converter.pipeline.drafting import Draft
from converter.pipeline.kit import Kit
from converter.readers import read_original
from converter.readers.original import Original
from converter.returning import (
    Returned,
    Witness,
    article_of,
    lay,
    notices_of,
    template_paragraphs,
    written_down,
)
from converter.returning.sources import format_of
from converter.stylesheets.folders import listed

_DEFAULTS = Settings()
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


def returned(report: Returned, kit: Kit, fetch: Callable[[str], Original]) -> Draft:
    """Return the draft of what a person made of `report`.

    Args:
        report: as it came back.
        kit: of the call.
        fetch: gets the bytes at a location.

    Raises:
        InputError: `report-digest`, `report-source-missing`, `report-outline-missing`; as `read_original` and
            `restore`.
    """
    if report.claims.is_digest or len(report.claims.sources) != 1:
        raise InputError(
            "report-digest",
            "is a digest, and only a report on one article can come back",
            where=report.location,
            remedy="edit the articles' own reports or briefing files, and make the digest anew",
        )
    original, location = article_of(report, kit.settings.sources, fetch)
    spent = Spent(location)
    with spent:
        article = _read(report, original, location, kit.settings)
        kit, notices = _kit_of(report, kit)
        language = kit.language(article.language)
        told, _ = kit.report_language(article.language)
        template = template_paragraphs(kit.template) if kit.template else ()
        witness = Witness(article, sentences_of(article, language), language)
        laid = lay(report, witness, kit.outline, template)
        file, changes = written_down(laid, kit.outline, told, kit.settings.by)
        briefing = restore(file, article, kit.outline, language)
    notices = (*notices_of(changes), *notices)
    by_program = not changes and report.claims.configuration.get("length") in LENGTHS
    return Draft(
        replace(briefing, notices=(*notices, *briefing.notices)),
        location,
        file.details,
        original.data if kit.settings.embed == "source" else None,
        "program" if by_program else "person",
        spent,
        kit,
    )


def _read(report: Returned, original: Original, location: str, settings: Settings) -> Article:
    (source,) = report.claims.sources
    encoding = source.encoding or ""
    return read_original(
        original, location, format=format_of(source), encoding=encoding, language=settings.language
    )


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
    return tag if _TAG.fullmatch(tag) and tag.partition("-")[0].lower() in listed("language") else ""
