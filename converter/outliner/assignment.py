"""Which section a piece of the article belongs to."""

from collections.abc import Mapping, Sequence

from converter.model.outline import PARTS, Outline, Role, SectionRule, parts_of
from converter.outliner.headings import Announcement
from converter.outliner.pieces import Piece
from converter.outliner.reading import Reading
from converter.outliner.roles import Likelihoods, likeliest

SUMMING_UP = "summing-up"
"""The cue class of openings that sum up: "In sum"."""
CLOSING_SHARE = 2
"""What sums up stands in the last half."""

CHOSEN = 100
"""A word that a shorter briefing takes counts for so many in a block of a full one."""

_LAST = (100, 0)
"""The rank of a section that takes any role."""


def assign(
    pieces: Sequence[Piece],
    of_sentences: Sequence[Likelihoods],
    announced: Sequence[Announcement | None],
    wanted: Outline,
) -> list[str]:
    """Return for each piece the key of its section; empty when no section takes its role.

    A section that a heading announces takes what follows the heading. Otherwise the role decides: the section
    that names the role first, then one that takes any; among equals the first of the outline.
    """
    keys: list[str] = []
    before = ""
    for piece in pieces:
        announcement = announced[piece.block]
        if announcement and announcement.aside:
            before = ""
        elif announcement and announcement.section:
            before = announcement.section
        elif piece.sentences:
            before = section_for(_joint(of_sentences, piece), wanted)
        elif announcement and announcement.role:
            before = section_for(_certain(announcement.role), wanted)
        keys.append(before)
    return keys


def sum_up(
    pieces: Sequence[Piece],
    keys: Sequence[str],
    reading: Reading,
    announced: Sequence[Announcement | None],
    wanted: Outline,
) -> list[str]:
    """Return `keys` with paragraphs that sum up the article given to its summary, wherever they stand.

    "In sum" opens such a paragraph or its end; what follows in the paragraph goes with it. Only what stands
    under a heading for asides sums up something else.
    """
    if not wanted.summary:
        return list(keys)
    found, summing = [], -1
    for piece, key in zip(pieces, keys, strict=True):
        announcement = announced[piece.block]
        if _sums_up(piece, reading) and not (announcement and announcement.aside):
            summing = piece.block
        found.append(wanted.summary if piece.block == summing else key)
    return found


def _sums_up(piece: Piece, reading: Reading) -> bool:
    if not piece.sentences or CLOSING_SHARE * piece.sentences[0] < len(reading.sentences):
        return False
    return any(at == 0 and cue == SUMMING_UP for at, _, cue in reading.cues[piece.sentences[0]])


def fill_summary(
    pieces: Sequence[Piece],
    keys: Sequence[str],
    values: Sequence[float | None],
    words: int,
    wanted: Outline,
) -> list[str]:
    """Return `keys` with enough for a summary of so many `words`.

    What sentences do is told one by one, and few of them say what happened so plainly that nothing else is
    likelier. A summary that would be too short takes over the statements that are worth most to it.

    Args:
        pieces: of the article.
        keys: of their sections.
        values: what each is worth to the summary; `None` where a heading announces another section.
        words: so many are enough.
        wanted: the outline.
    """
    summary = wanted.summary
    found = list(keys)
    here = sum(piece.words for piece, key in zip(pieces, keys, strict=True) if key == summary)
    others = [
        (-value, index)
        for index, value in enumerate(values)
        if value is not None and keys[index] not in {"", summary} and pieces[index].kind == "statement"
    ]
    for _, index in sorted(others) if summary else ():
        if here >= words:
            break
        found[index] = summary
        here += pieces[index].words
    return found


def assign_blocks(
    pieces: Sequence[Piece], keys: Sequence[str], chosen: Mapping[int, str], wanted: Outline
) -> list[str]:
    """Return `keys` made alike within each block, for a briefing that keeps everything.

    A block stands where a shorter briefing takes most of it; else in the section of most of its words. None
    is left empty: what no section takes goes with what stands before it, or to the first section.

    Args:
        pieces: of the article.
        keys: of their sections.
        chosen: index of a piece that a shorter briefing takes → key of its section there.
        wanted: the outline.
    """
    words: dict[int, dict[str, int]] = {}
    for index, (piece, key) in enumerate(zip(pieces, keys, strict=True)):
        of_block = words.setdefault(piece.block, {})
        of_block[key] = of_block.get(key, 0) + piece.words
        if index in chosen:
            of_block[chosen[index]] = of_block.get(chosen[index], 0) + CHOSEN * piece.words
    found: list[str] = []
    for piece in pieces:
        of_block = words[piece.block]
        key = max(of_block, key=of_block.__getitem__)
        found.append(key or (found[-1] if found else wanted.sections[0].key))
    return found


def section_for(likely: Likelihoods, wanted: Outline) -> str:
    """Return the key of the section that takes what is likely of that kind; empty when none does."""
    roles = _roles(likely)
    takers = [rule for rule in wanted.sections if not rule.roles or set(roles) & set(rule.roles)]
    return min(takers, key=lambda rule: _rank(rule, roles)).key if takers else ""


def _roles(likely: Likelihoods) -> tuple[Role, ...]:
    """Return the likeliest role, the likelier part of it first where it has parts."""
    role = likeliest(likely)
    parts = PARTS.get(role)
    return (max(parts, key=likely.of), role) if parts else (role,)


def _rank(rule: SectionRule, roles: Sequence[Role]) -> tuple[int, int]:
    """Return how well `rule` takes `roles`: how early it names one of them, and how exactly."""
    ranks = [(rule.roles.index(role), exact) for exact, role in enumerate(roles) if role in rule.roles]
    return min(ranks, default=_LAST)


def _joint(of_sentences: Sequence[Likelihoods], piece: Piece) -> Likelihoods:
    return Likelihoods(*map(sum, zip(*(of_sentences[index] for index in piece.sentences), strict=True)))


def _certain(role: Role) -> Likelihoods:
    parts = parts_of(role)
    return Likelihoods(**{part: int(part in parts) for part in Likelihoods._fields if part != "aside"})
