"""A report that came back, laid beside what it claimed: what still stands there, and where."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from converter.model.article import Article
from converter.model.outline import Outline
from converter.returning.claimed import Claimed, Part, Witness, lines_of, parts_of
from converter.returning.headings import Headed, headings_of, left_to_template
from converter.returning.placing import Page, Placed
from converter.returning.report import Returned
from converter.returning.words import Paragraph, fold
from converter.returning.zones import Zones, own_headings, words_among, words_apart, zones_of
from converter.yaml_source import Place


class Laid(Struct, frozen=True):
    """What a report claimed, and what of it still stands.

    Attributes:
        report: as it came back.
        article: that it was made from.
        witness: of the article.
        parts: the sections that it claimed.
        zones: its paragraphs, apart.
        lines: that it claimed.
        placed: which of them stand there word for word.
        page: the paragraphs of its sections.
        headings: of its sections.
        own: words that stand alone among its sections and are nobody's lines, folded.
    """

    report: Returned
    article: Article
    witness: Witness
    parts: tuple[Part, ...]
    zones: Zones
    lines: list[Claimed]
    placed: Placed
    page: Page
    headings: list[Headed]
    own: frozenset[str]

    def at(self, paragraph: int) -> Place:
        """Return where the paragraph of a section stands, by its index."""
        body = self.zones.body
        return Place(self.report.location, body[max(paragraph, 0)].number if body else 1, 1)

    def part_at(self, paragraph: int) -> Part | None:
        """Return the section that a paragraph stands in; `None`: one that a person added."""
        if not self.headings:
            return self.parts[0] if self.parts else None
        above = [one for one in self.headings if one.paragraph <= paragraph]
        part = (above or self.headings[:1])[-1].part
        return None if part is None else self.parts[part]


def lay(
    report: Returned,
    witness: Witness,
    wanted: Outline,
    template: Iterable[Paragraph] = (),
    zones: Zones | None = None,
) -> Laid:
    """Lay a report beside what it claimed.

    Args:
        report: as it came back.
        witness: of the article that it was made from.
        wanted: the outline that it was made with.
        template: paragraphs of the Word template that it was poured into, whose words are nobody's.
        zones: of a part of a digest; else they are looked for.
    """
    claims = report.claims
    parts = parts_of(claims, wanted)
    zones = zones or zones_of(report.paragraphs, claims, parts)
    places = {part.key: index for index, part in enumerate(parts)}
    lines = [witness.claimed(number, line, places.get(line.section, 0)) for number, line in lines_of(claims)]
    among = [*words_among(claims), *zones.marks]
    page = Page(zones.body, among)
    placed = page.place(lines)
    apart = _apart(lines, placed, witness)
    if len(apart) != len(lines):
        lines, page = apart, Page(zones.body, among)
        placed = page.place(lines)
    sections: dict[int, list[int]] = defaultdict(list)
    for index, stretches in placed.at.items():
        for one in stretches:
            sections[one.paragraph].append(lines[index].section)
    headings = headings_of(zones.body, parts, own_headings(claims), sections)
    if claims.template:
        headings = left_to_template(headings, parts, sections)
    own = own_headings(claims) | words_apart(claims) | frozenset(fold(one.text) for one in template)
    return Laid(report, witness.article, witness, parts, zones, lines, placed, page, headings, own)


def _apart(lines: Sequence[Claimed], placed: Placed, witness: Witness) -> list[Claimed]:
    """Return `lines`, of blocks of which a part is gone the sentences, where they have any."""
    apart: list[Claimed] = []
    for index, line in enumerate(lines):
        is_there = len(placed.at.get(index, ())) == len(line.parts)
        apart += [line] if is_there or not line.whole else witness.sentences_in(line) or [line]
    return apart
