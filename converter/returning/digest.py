"""A digest that came back, and its articles → what a person would have written, article by article."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from converter.briefing_file import BriefingFile
from converter.briefing_file.parsing import FileSection
from converter.model.briefing import Details
from converter.model.language import Language
from converter.model.outline import Outline
from converter.notices import Notice
from converter.returning.arranging import out_of_order
from converter.returning.assembling import details_of, of_title, sections_of
from converter.returning.chapters import chapters_of, of_article_title
from converter.returning.claimed import Witness
from converter.returning.joint import JointWitness, split_place
from converter.returning.laying import lay
from converter.returning.report import Returned
from converter.returning.words import Paragraph
from converter.verifier.proof.claims import Claims
from converter.verifier.proof.wording import quoted
from converter.yaml_source import Place


class WrittenDigest(Struct, frozen=True):
    """What a person made of a digest.

    Attributes:
        order: indices of the articles among those that it was made from, as they stand now.
        files: what stands of each of them, in this order.
        joint: the sections about all, places as in `2/p4s2`: counted as in the digest that came back.
        details: what the person gave.
        notices: one for each change.
    """

    order: tuple[int, ...]
    files: tuple[BriefingFile, ...]
    joint: tuple[FileSection, ...]
    details: Details
    notices: tuple[Notice, ...]


def written_digest(  # noqa: PLR0913, PLR0917 - as for a report of one article
    report: Returned,
    witnesses: Sequence[Witness],
    wanted: Outline,
    language: Language,
    author: str = "",
    template: Iterable[Paragraph] = (),
) -> WrittenDigest:
    """Return what a person made of a digest.

    Args:
        report: as it came back.
        witnesses: of the articles, in the order of its sources.
        wanted: the outline that it was made with.
        language: of the digest, in whose words its sections are called.
        author: who edited it; empty: as the file says.
        template: as for `lay`.

    Raises:
        InputError: `report-digest` where no article's part is left; `report-damaged`.
    """
    for one in witnesses:
        one.others = [other for other in witnesses if other is not one]
    around, *chapters = chapters_of(report, wanted, language)
    template = tuple(template)
    laid = lay(around.report, JointWitness(witnesses), wanted, template, around.zones)
    details = details_of(laid)
    joint, of_joint = sections_of(laid, wanted, language, author)
    files: dict[int, BriefingFile] = {}
    told: list[Notice] = []
    for chapter in chapters:
        source = chapter.source or 0
        mine = lay(chapter.report, witnesses[source], wanted, template, chapter.zones)
        sections, notices = sections_of(mine, wanted, language, author)
        files[source] = _file(report, source, witnesses[source], wanted, sections)
        name = report.claims.sources[source].short_name
        told += (replace(one, text=f"{name}: {one.text}") for one in (*of_article_title(chapter), *notices))
    for source in sorted(_cited(joint) - files.keys()):
        files[source] = _file(report, source, witnesses[source], wanted, ())
    of_articles = _of_articles(report.claims, [one.source or 0 for one in chapters], files.keys())
    notices = (*of_title(laid, details.title), *of_articles, *of_joint, *told)
    return WrittenDigest(tuple(files), tuple(files.values()), joint, details, notices)


def _file(
    report: Returned, source: int, witness: Witness, wanted: Outline, sections: tuple[FileSection, ...]
) -> BriefingFile:
    claimed, article = report.claims.sources[source], witness.article
    place = Place(report.location)
    return BriefingFile(
        claimed.name, claimed.sha256, wanted.name, article.language, Details(), sections, place
    )


def _cited(joint: Iterable[FileSection]) -> set[int]:
    """Return the articles of which joint sections have lines."""
    return {split_place(line.at)[0] for section in joint for line in section.lines if line.at}


def _of_articles(claims: Claims, standing: Sequence[int], kept: Iterable[int]) -> Iterator[Notice]:
    """Yield a notice for each article whose part was removed or moved."""
    kept = set(kept)
    for source in _claimed_parts(claims):
        if source not in standing:
            stays = "; its title stays, for lines about all articles are its own" if source in kept else ""
            name = quoted(claims.sources[source].short_name)
            yield Notice("article-removed", f"article removed: {name}{stays}")
    for at in out_of_order(standing):
        name = quoted(claims.sources[standing[at]].short_name)
        yield Notice("article-moved", f"article moved: {name}")


def _claimed_parts(claims: Claims) -> list[int]:
    return [piece.source for piece in claims.pieces if piece.source is not None]
