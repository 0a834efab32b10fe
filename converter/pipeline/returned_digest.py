"""A digest that came back from Word → the draft of what a person made of it."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from converter.briefing_file import LineReader, restore
from converter.briefing_file.parsing import FileSection
from converter.digester import digest_again, renumbered
from converter.model.briefing import Briefing, Line, Omission, Section
from converter.model.outline import Outline, SectionRule
from converter.outliner.sentences import sentences_of
from converter.pipeline.drafting import Draft
from converter.pipeline.joining import told
from converter.pipeline.kit import Kit
from converter.pipeline.templates import apart
from converter.returning import Returned, Witness, template_paragraphs, written_digest
from converter.returning.digest import WrittenDigest
from converter.returning.joint import split_place
from converter.verifier.proof.claims import Claims


def restored_digest(report: Returned, articles: Sequence[Draft], kit: Kit) -> tuple[Draft, WrittenDigest]:
    """Return the draft of what a person made of the digest `report`, and what that was.

    Args:
        report: as it came back.
        articles: a draft of each of its articles, in the order of its sources, of which nothing is taken
            but the article.
        kit: by which it looks and reads as it did.

    Raises:
        InputError: `report-digest` where no article's part is left; as `restore`.
    """
    read = [draft.briefing.articles[0] for draft in articles]
    languages = [kit.language(article.language) for article in read]
    sentences = [sentences_of(article, one) for article, one in zip(read, languages, strict=True)]
    witnesses = [Witness(*one) for one in zip(read, sentences, languages, strict=True)]
    tag = Briefing(tuple(read), kit.outline, ()).language
    language, _ = kit.report_language(tag)
    template = apart(template_paragraphs, kit.template) if kit.template else ()
    written = written_digest(report, witnesses, kit.outline, language, kit.settings.by, template)
    parts = tuple(
        replace(articles[source], briefing=_standing(restore(file, read[source], kit.outline, one), kit))
        for source, file in zip(written.order, written.files, strict=True)
        for one in [languages[source]]
    )
    parts = tuple(replace(part, briefing=told(part)) for part in parts)
    readers = [LineReader(article, one) for article, one in zip(read, sentences, strict=True)]
    briefing = digest_again(
        [part.briefing for part in parts],
        [languages[source] for source in written.order],
        tuple(_joint(written, readers, kit.outline)),
        tuple(_omissions(report.claims, written.order)),
    )
    return Draft(briefing, report.location, written.details, parts=parts), written


def _standing(briefing: Briefing, kit: Kit) -> Briefing:
    """Return `briefing`; one of which nothing stands has a section that is not shown, below its title."""
    nothing = Section(replace(kit.outline.sections[0], when_empty="omit"), ())
    return briefing if briefing.sections else replace(briefing, sections=(nothing,))


def _joint(written: WrittenDigest, readers: Sequence[LineReader], wanted: Outline) -> Iterator[Section]:
    for section in written.joint:
        lines: list[Line] = []
        for line in section.lines:
            source, place = split_place(line.at)
            found = readers[source].line(replace(line, at=place))
            lines.append(renumbered(found, written.order.index(source)) if place else found)
        yield Section(_rule(section, wanted), tuple(lines), section.title)


def _rule(section: FileSection, wanted: Outline) -> SectionRule:
    """Return what is wanted of a section about all articles: a line an item."""
    known = next((rule for rule in wanted.sections if rule.key == section.key), SectionRule(section.key, ()))
    return replace(known, form="bullets", panel=None)


def _omissions(claims: Claims, order: Sequence[int]) -> Iterator[Omission]:
    for one in claims.omissions:
        if one.same_as is None:
            yield Omission(one.name, None, one.sha256)
        elif one.same_as in order:
            yield Omission(one.name, order.index(one.same_as), one.sha256)
