"""A report that came back, and its article → the briefing file that a person would have written."""

import re
from collections.abc import Iterator, Mapping, Sequence

from converter.briefing_file import BriefingFile
from converter.briefing_file.dumping import default_title
from converter.briefing_file.parsing import FileLine, FileSection
from converter.files import slug
from converter.model.briefing import Details
from converter.model.language import Language
from converter.model.outline import Outline, SectionRule, panel_rule
from converter.notices import Notice
from converter.returning.arranging import moved
from converter.returning.changes import contrast
from converter.returning.changing import items_of
from converter.returning.claimed import Part
from converter.returning.headings import Headed
from converter.returning.items import BEFORE_ALL, BEHIND_WORDS, Item
from converter.returning.laying import Laid
from converter.returning.layout import reparted, set_off
from converter.returning.report import Returned
from converter.returning.words import fold
from converter.returning.zones import altered
from converter.text import plain
from converter.verifier.proof.wording import quoted
from converter.yaml_source import Place

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_KEY = 30
"""Characters of the key of a section that a person added."""

Group = tuple[Headed, tuple[Item, ...]]
"""A heading, and what stands below it."""


def written_down(
    laid: Laid, wanted: Outline, language: Language, author: str = ""
) -> tuple[BriefingFile, tuple[Notice, ...]]:
    """Return what a person made of a report, and a notice for each change.

    Args:
        laid: the report beside what it claimed.
        wanted: the outline that the report was made with.
        language: of the report, in whose words its sections are called.
        author: who edited it; empty: as the file says.
    """
    details = details_of(laid)
    sections, notices = sections_of(laid, wanted, language, author)
    (source,) = laid.report.claims.sources
    file = BriefingFile(
        source.name,
        source.sha256,
        wanted.name,
        laid.article.language,
        details,
        sections,
        Place(laid.report.location),
    )
    return file, (*of_title(laid, details.title), *notices)


def sections_of(
    laid: Laid, wanted: Outline, language: Language, author: str = ""
) -> tuple[tuple[FileSection, ...], tuple[Notice, ...]]:
    """Return the sections as a person left them, and a notice for each change, as `written_down`."""
    items, of_lines = items_of(laid, author or _last_hand(laid.report))
    groups = _grouped(laid, items)
    forms = {rule.key: "bullets" if laid.witness.sets_items else rule.form for rule in wanted.sections}
    notices = (
        *_of_sections(laid),
        *of_lines,
        *moved(laid.parts, laid.headings, laid.lines, groups),
        *reparted(items, laid, [_form(part, forms) for part in laid.parts]),
        *set_off(laid.page),
        *_of_own_words(laid),
    )
    return tuple(_sections(laid, _with_omitted(laid, groups), wanted, language)), notices


def _form(part: Part, forms: Mapping[str, str]) -> str:
    return "bullets" if part.panel else forms.get(part.key, "paragraphs")


def _last_hand(report: Returned) -> str:
    """Return who saved the file last, where anybody did since it was made."""
    facts = report.facts
    return plain(facts.get("lastmodifiedby", "")) if facts.get("modified") != facts.get("created") else ""


def details_of(laid: Laid) -> Details:
    """Return what a person gave in the article's stead, before or in Word."""
    claims, facts = laid.report.claims, laid.report.facts
    given, title = claims.given, plain(laid.zones.title)
    if not title or fold(title) == fold(claims.title):
        title = claims.title if "title" in given else ""
    date = facts.get("created", "")[:10] if "date" in given else ""
    return Details(
        title=title,
        author=facts.get("author", "") if "author" in given else "",
        date=date if _DATE.fullmatch(date) else "",
        marking=str(claims.configuration.get("marking", "")) if "marking" in given else "",
    )


# ------------------------------------------------------------------------------------------- sections


def _grouped(laid: Laid, items: Sequence[Item]) -> list[Group]:
    """Return the sections that have a heading, with what stands below it; the first has what is above."""
    if not (laid.headings or laid.parts or items):
        return []
    headings = laid.headings or [Headed(BEFORE_ALL, 0 if laid.parts else None, "")]
    starts = [BEFORE_ALL, *(one.paragraph for one in headings[1:])]
    ends = [*starts[1:], BEHIND_WORDS]
    return [
        (headed, tuple(item for item in items if start <= item.paragraph < end))
        for headed, start, end in zip(headings, starts, ends, strict=True)
    ]


def _with_omitted(laid: Laid, groups: Sequence[Group]) -> list[Group]:
    """Return the sections, and those that the report left out for being empty behind those before them."""
    found = list(groups)
    for index, part in enumerate(laid.parts):
        if not part.title and all(headed.part != index for headed, _ in found):
            before = [at for at, (headed, _) in enumerate(found) if headed.part == index - 1]
            at = before[0] + 1 if before else 0 if index == 0 else len(found)
            found.insert(at, (Headed(BEFORE_ALL, index, ""), ()))
    return found


def _sections(
    laid: Laid, groups: Sequence[Group], wanted: Outline, language: Language
) -> Iterator[FileSection]:
    rules = {rule.key: rule for rule in wanted.sections}
    taken = {part.key for part in laid.parts}
    for headed, items in groups:
        part = laid.parts[headed.part] if headed.part is not None else Part("", "")
        key = part.key or _free_key(headed.title, taken)
        taken.add(key)
        title = plain(headed.title)
        rule = rules.get(key) or (panel_rule(part.panel, key) if part.panel else None)
        if rule:
            title = "" if title == default_title(rule, language) else title
        elif not title:
            title = default_title(SectionRule(key, ()), language)
        lines: tuple[FileLine, ...] = tuple(item.line for item in items)
        yield FileSection(key, title, part.panel or "", lines, laid.at(headed.paragraph))


def _free_key(title: str, taken: set[str]) -> str:
    """Return a key for a section that a person added."""
    stem = slug(title, fallback=title.encode())[:_KEY].strip("-") or "section"
    number, key = 1, stem
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key


# ------------------------------------------------------------------------------------ what was changed


def of_title(laid: Laid, title: str) -> Iterator[Notice]:
    """Yield a notice where the report has another title."""
    before = laid.report.claims.title
    if title and fold(title) != fold(before):
        yield Notice("report-retitled", f"title: {contrast(title, before)}")


def _of_sections(laid: Laid) -> Iterator[Notice]:
    for headed in laid.headings:
        if headed.part is None:
            yield Notice("section-added", f"section added: {quoted(headed.title)}")
        elif fold(headed.title) != fold(laid.parts[headed.part].title):
            words = contrast(headed.title, laid.parts[headed.part].title)
            yield Notice("section-retitled", f"section: {words}")
    kept = {one.part for one in laid.headings}
    for index, part in enumerate(laid.parts):
        if index in kept or not part.title:
            continue
        mine = [at for at, line in enumerate(laid.lines) if line.section == index]
        gone = sum(at not in laid.placed.at for at in mine)
        text = f"section removed: {quoted(part.title)}, with {gone} of its {len(mine)} lines"
        yield Notice("section-removed", text)


def _of_own_words(laid: Laid) -> Iterator[Notice]:
    # a template's own words are in no claim
    if laid.report.claims.template:
        return
    for text in altered(laid.zones, laid.report.claims):
        words = f"what the report says of itself is written anew, without this change: {quoted(text)}"
        yield Notice("edit-dropped", words)
