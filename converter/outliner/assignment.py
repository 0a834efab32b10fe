"""Which section a piece of the article belongs to."""

from collections.abc import Sequence

from converter.model.outline import ROLES, Outline, Role, SectionRule
from converter.outliner.headings import Announcement
from converter.outliner.pieces import Piece
from converter.outliner.roles import Likelihoods, likeliest


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
        if announcement and announcement.section:
            before = announcement.section
        elif piece.sentences:
            before = section_for(likeliest(_joint(of_sentences, piece)), wanted)
        elif announcement and announcement.role:
            before = section_for(announcement.role, wanted)
        keys.append(before)
    return keys


def assign_blocks(pieces: Sequence[Piece], keys: Sequence[str], wanted: Outline) -> list[str]:
    """Return `keys` made alike within each block: the section of most of its words.

    None is left empty: what no section takes goes with what stands before it, or to the first section.
    """
    words: dict[int, dict[str, int]] = {}
    for piece, key in zip(pieces, keys, strict=True):
        of_block = words.setdefault(piece.block, {})
        of_block[key] = of_block.get(key, 0) + piece.words
    found: list[str] = []
    for piece in pieces:
        of_block = words[piece.block]
        key = max(of_block, key=of_block.__getitem__)
        found.append(key or (found[-1] if found else wanted.sections[0].key))
    return found


def section_for(role: Role, wanted: Outline) -> str:
    """Return the key of the section that takes `role`; empty when none does."""
    takers = [rule for rule in wanted.sections if not rule.roles or role in rule.roles]
    return min(takers, key=lambda rule: _rank(rule, role)).key if takers else ""


def _rank(rule: SectionRule, role: Role) -> int:
    return rule.roles.index(role) if rule.roles else len(ROLES)


def _joint(of_sentences: Sequence[Likelihoods], piece: Piece) -> Likelihoods:
    summary, background, implications = (
        sum(of_sentences[index][role] for index in piece.sentences) for role in range(3)
    )
    return summary, background, implications
