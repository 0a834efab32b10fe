"""From an article to a briefing: the right sentences in the right section, and why.

1. `sentences` finds where sentences begin and end; `reading` looks at their words, `features` at what they
   say and where they stand.
2. `headings` asks the article's own headings what they announce.
3. `roles` says what each sentence does: heading first, else its features and its neighbours, with the weights
   of `role_model`.
4. `pieces` joins what cannot stand alone (`leaning`) and finds what may be left out (`trimming`);
   `assignment` finds the section of each piece.
5. `relevance` scores the sentences; `selection` takes what fits the section's budget (`budgets`).

6. `panels` gathers figures, times, quotations and names, where the outline asks for them.

`findings` holds what 1 to 3 find out; `explaining` says what became of each sentence.

Nothing is written here that the article does not say: every line is a span of it. The same article, outline,
language and length give the same briefing.
"""

from collections.abc import Sequence

from converter.model.article import Article
from converter.model.briefing import Briefing, Line, Section, Verbatim
from converter.model.language import Language
from converter.model.outline import ROLES, Length, Outline, Role
from converter.notices import Notice
from converter.outliner.assignment import assign, assign_blocks, fill_summary, sum_up
from converter.outliner.budgets import is_note
from converter.outliner.explaining import decisions
from converter.outliner.findings import Findings, find
from converter.outliner.pieces import Piece, pieces_of
from converter.outliner.reading import Reading
from converter.outliner.relevance import DIGITS, NAMED_WEIGHT, joint, merit
from converter.outliner.roles import CERTAIN
from converter.outliner.selection import Candidate, Choice, select, take_all
from converter.outliner.trimming import line_without, trimmer_of

__all__ = ["outline"]


def outline(
    article: Article,
    wanted: Outline,
    language: Language | None,
    length: Length = "standard",
    *,
    trim: bool = True,
) -> Briefing:
    """Return the briefing of `article`: for each section that is wanted, lines of the source in its order.

    Args:
        article: what was read.
        wanted: the sections, what feeds them and how long they may be.
        language: words and cues of the article's language; without it, headings that the outline itself
            knows and the position of a sentence decide.
        length: `brief` keeps at most a quarter of the words, `standard` half, `full` all of them and every
            table, list, quotation, figure and note.
        trim: whether a line may leave out parts of its sentence, each shown as a gap.
    """
    asked, wanted = wanted, wanted.without_panels
    findings = find(article, wanted, language)
    pieces = pieces_of(article, findings.reading, trimmer_of(language) if trim and length != "full" else None)
    keys = assign(pieces, findings.roles, findings.announced, wanted)
    keys = sum_up(pieces, keys, findings.reading, findings.announced, wanted)
    short: Length = "standard" if length == "full" else length
    keys = _with_summary(findings, pieces, keys, wanted)
    worth = _worth(findings, pieces, keys, wanted)
    candidates = _candidates(findings, pieces, keys, worth)
    choice = select(candidates, wanted, short, findings.reading.title, lead=findings.has_lead)
    if length == "full":
        choice = take_all(assign_blocks(pieces, keys, choice.section, wanted))
    panels = _panels(asked, length, article, findings, language)
    own = {section.rule.key: section for section in _sections(article, wanted, pieces, choice)}
    return Briefing(
        articles=(article,),
        outline=asked,
        sections=tuple((panels | own)[rule.key] for rule in asked.sections),
        decisions=decisions(findings, pieces, worth, choice),
        notices=_notices(findings.reading, language),
    )


def _with_summary(
    findings: Findings, pieces: Sequence[Piece], keys: Sequence[str], wanted: Outline
) -> list[str]:
    """Return `keys` with enough for the words that the outline grants a standard summary, or its share.

    A brief summary chooses from among the same.
    """
    granted = {rule.key: rule.words.get("standard", 0) for rule in wanted.sections}
    total = sum(piece.words for piece in pieces)
    if is_note("standard", total):
        return list(keys)  # a note is kept whole, each sentence where it belongs
    own = granted.get(wanted.summary, 0)
    enough = min(own, own * total // max(sum(granted.values()), 1))
    says = findings.says
    values = [
        _mean([says[i] + findings.news(i) + findings.roles[i].summary / CERTAIN for i in piece.sentences])
        if piece.sentences and findings.announced[piece.block] is None
        else None
        for piece in pieces
    ]
    return fill_summary(pieces, keys, values, enough, wanted)


def _worth(findings: Findings, pieces: Sequence[Piece], keys: Sequence[str], wanted: Outline) -> list[float]:
    """Return how much each sentence deserves its place in the section of its piece."""
    roles = {rule.key: rule.roles for rule in wanted.sections}
    worth = list(findings.says)
    for piece, key in zip(pieces, keys, strict=True):
        announcement = findings.announced[piece.block]
        named = NAMED_WEIGHT if key and announcement and announcement.section == key else 0.0
        for index in piece.sentences:
            worth[index] = round(worth[index] + named + _in_place(findings, index, roles.get(key)), DIGITS)
    return worth


def _in_place(findings: Findings, index: int, roles: Sequence[Role] | None) -> float:
    """Return what a sentence is worth in a section that takes `roles`; in one that takes any, in its own."""
    likely = findings.roles[index]
    role = max(roles or ROLES, key=likely.of)
    start = findings.news(index) if roles else findings.has_lead * findings.starts[index]
    return start + merit(findings.reading.texts[index], findings.seen[index], likely, role)


def _candidates(
    findings: Findings, pieces: Sequence[Piece], keys: Sequence[str], worth: Sequence[float]
) -> list[Candidate]:
    return [
        Candidate(
            piece=piece,
            key=key,
            score=_mean([worth[index] for index in piece.sentences]),
            terms=joint([findings.terms[index] for index in piece.sentences]),
            said=tuple(word for index in piece.sentences for word in findings.reading.words[index]),
        )
        for piece, key in zip(pieces, keys, strict=True)
    ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0


def _panels(
    asked: Outline, length: Length, article: Article, findings: Findings, language: Language | None
) -> dict[str, Section]:
    """Return the panels that are asked for by their keys, empty ones included."""
    if not any(rule.panel for rule in asked.sections):
        return {}
    # 13 modules, which most outlines do without
    from converter.outliner.panels import Matter, panel_sections

    matter = Matter(article, findings.reading, language) if language else None
    says = dict(zip(findings.reading.sentences, findings.says, strict=True))
    return panel_sections(asked, length, matter, says)


def _sections(
    article: Article, wanted: Outline, pieces: Sequence[Piece], choice: Choice
) -> tuple[Section, ...]:
    lines: dict[str, list[Line]] = {rule.key: [] for rule in wanted.sections}
    for index in sorted(choice.section):
        lines[choice.section[index]].append(_line(article, pieces, choice, index))
    return tuple(Section(rule, tuple(lines[rule.key])) for rule in wanted.sections)


def _line(article: Article, pieces: Sequence[Piece], choice: Choice, index: int) -> Line:
    """Return the line of a piece, without what is left out of it."""
    piece = pieces[index]
    if not isinstance(piece.line, Verbatim):
        return piece.line
    follows = choice.section.get(index - 1) == choice.section[index]
    opening = (piece.connective,) if piece.connective and not follows else ()
    cuts = (*opening, *(piece.cuts if index in choice.trimmed else ()))
    return line_without(piece.line, article.text, cuts) if cuts else piece.line


def _notices(reading: Reading, language: Language | None) -> tuple[Notice, ...]:
    if not reading.sentences:
        return (Notice("nothing-to-select", "the article has no sentence; its sections stay empty"),)
    if language is None or not language.cues:
        text = "no cues are known for this language: headings and position decide what goes where"
        return (Notice("language-without-cues", text),)
    return ()
