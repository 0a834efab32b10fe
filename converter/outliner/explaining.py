"""Why each sentence stands where it stands: its role, what spoke for it, its score, the reason."""

from collections.abc import Sequence
from functools import lru_cache

from converter.model.briefing import Decision
from converter.model.outline import ROLES, Role
from converter.outliner.features import EARLY, TWICE, Hit
from converter.outliner.findings import Findings
from converter.outliner.headings import Announcement
from converter.outliner.pieces import Piece
from converter.outliner.role_model import speaking
from converter.outliner.roles import likeliest
from converter.outliner.selection import Choice

SHOWN_CUES = 6
"""So many cues at most are named for a decision, those that speak most for it."""
KNOWN_FEATURES = 10_000
"""Of so many features is remembered what they tell: more than the languages of an article have."""


def decisions(
    findings: Findings, pieces: Sequence[Piece], worth: Sequence[float], choice: Choice
) -> tuple[Decision, ...]:
    """Return for each sentence what became of it, given what each is worth and which pieces are taken."""
    likeliest_of = list(map(likeliest, findings.roles))
    return tuple(
        Decision(
            sentence=findings.reading.sentences[index],
            role=likeliest_of[index],
            likelihoods=tuple([(role, findings.roles[index].of(role)) for role in ROLES]),
            cues=_cues(findings, index, likeliest_of[index], piece.block),
            score=worth[index],
            section=choice.section.get(number, ""),
            reason=choice.reason[number],
            stands_alone=not (piece.needs or piece.lost),
        )
        for number, piece in enumerate(pieces)
        for index in piece.sentences
    )


def _cues(findings: Findings, index: int, role: Role, block: int) -> tuple[str, ...]:
    """Return what spoke for the `role` of a sentence: a heading, then its features, the weightiest first."""
    weights = speaking(findings.model)[role]
    total: dict[str, float] = {}
    shown: dict[str, Hit] = {}
    for hit in (*findings.seen[index].place, *findings.seen[index].words):
        cue = _cue(hit.feature)
        total[cue] = total.get(cue, 0) + weights.get(hit.feature, 0)
        shown.setdefault(cue, hit)
    best = sorted((cue for cue in total if total[cue] > 0), key=lambda cue: -total[cue])
    return (*_announced(findings.announced[block]), *(str(shown[cue]) for cue in best[:SHOWN_CUES]))


@lru_cache(KNOWN_FEATURES)
def _cue(feature: str) -> str:
    """Return what a feature tells, however often and wherever it was met."""
    return feature.removesuffix(TWICE).removesuffix(EARLY)


def _announced(announcement: Announcement | None) -> tuple[str, ...]:
    if announcement is None:
        return ()
    return (f"heading: {announcement.heading}" if announcement.heading else "lead: before the first heading",)
