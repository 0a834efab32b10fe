"""From an article to a briefing: the right sentences in the right section, and why.

1. `sentences` finds where sentences begin and end; `words` and `features` read them.
2. `headings` asks the article's own headings what they announce.
3. `roles` says what each sentence does: heading first, else its features and its neighbours.
4. `pieces` joins what cannot stand alone; `assignment` finds the section of each piece.
5. `relevance` scores the sentences; `selection` takes what fits the section's budget.

Nothing is written here that the article does not say: every line is a span of it. The same article, outline,
language and length give the same briefing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from converter.model.article import Article
from converter.model.briefing import Briefing, Decision, Line, Section
from converter.model.language import Language
from converter.model.outline import ROLES, Length, Outline
from converter.notices import Notice
from converter.outliner.assignment import assign, assign_blocks
from converter.outliner.features import Hit, Reading, hits, read
from converter.outliner.headings import Announcement, announcements
from converter.outliner.pieces import Piece, pieces_of
from converter.outliner.relevance import joint, scores, vectors
from converter.outliner.roles import Likelihoods, likeliest, likelihoods
from converter.outliner.selection import Candidate, Choice, select, take_all
from converter.outliner.sentences import sentences_of

__all__ = ["outline"]


def outline(
    article: Article, wanted: Outline, language: Language | None, length: Length = "standard"
) -> Briefing:
    """Return the briefing of `article`: for each section that is wanted, lines of the source in its order.

    Args:
        article: what was read.
        wanted: the sections, what feeds them and how long they may be.
        language: words and cues of the article's language; without it, headings that the outline itself
            knows and the position of a sentence decide.
        length: `brief` keeps at most a quarter of the words, `standard` half, `full` all of them and every
            table, list, quotation, figure and note.
    """
    reading = read(article, sentences_of(article, language), language)
    announced = announcements(article, wanted, language)
    seen = [hits(article, reading, index) for index in range(len(reading.sentences))]
    roles = likelihoods(article, reading.sentences, seen, announced)
    pieces = pieces_of(article, reading)
    keys = assign(pieces, roles, announced, wanted)
    terms = vectors(reading)
    worth = scores(reading, terms, seen, roles)
    if length == "full":
        choice = take_all(assign_blocks(pieces, keys, wanted))
    else:
        candidates = [
            Candidate(
                piece=piece,
                key=key,
                score=_mean([worth[index] for index in piece.sentences]),
                terms=joint([terms[index] for index in piece.sentences]),
                said=tuple(word for index in piece.sentences for word in reading.words[index]),
            )
            for piece, key in zip(pieces, keys, strict=True)
        ]
        choice = select(candidates, wanted, length, reading.title)
    return Briefing(
        articles=(article,),
        outline=wanted,
        sections=_sections(wanted, pieces, choice),
        decisions=_decisions(reading, pieces, choice, _Findings(announced, seen, roles, worth)),
        notices=_notices(reading, language),
    )


class _Findings(NamedTuple):
    """What was found out: about each block; about each sentence."""

    announced: tuple[Announcement | None, ...]
    hits: Sequence[tuple[Hit, ...]]
    roles: Sequence[Likelihoods]
    scores: Sequence[float]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0


def _sections(wanted: Outline, pieces: Sequence[Piece], choice: Choice) -> tuple[Section, ...]:
    lines: dict[str, list[Line]] = {rule.key: [] for rule in wanted.sections}
    for index in sorted(choice.section):
        lines[choice.section[index]].append(pieces[index].line)
    return tuple(Section(rule, tuple(lines[rule.key])) for rule in wanted.sections)


def _decisions(
    reading: Reading, pieces: Sequence[Piece], choice: Choice, findings: _Findings
) -> tuple[Decision, ...]:
    return tuple(
        Decision(
            sentence=reading.sentences[index],
            role=likeliest(findings.roles[index]),
            likelihoods=tuple(zip(ROLES, findings.roles[index], strict=True)),
            cues=(*_announced(findings.announced[piece.block]), *map(str, findings.hits[index])),
            score=findings.scores[index],
            section=choice.section.get(number, ""),
            reason=choice.reason[number],
        )
        for number, piece in enumerate(pieces)
        for index in piece.sentences
    )


def _announced(announcement: Announcement | None) -> tuple[str, ...]:
    if announcement is None:
        return ()
    return (f"heading: {announcement.heading}" if announcement.heading else "lead: before the first heading",)


def _notices(reading: Reading, language: Language | None) -> tuple[Notice, ...]:
    if not reading.sentences:
        return (Notice("nothing-to-select", "the article has no sentence; its sections stay empty"),)
    if language is None or not language.cues:
        text = "no cues are known for this language: headings and position decide what goes where"
        return (Notice("language-without-cues", text),)
    return ()
