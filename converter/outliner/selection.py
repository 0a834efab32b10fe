"""Which pieces are taken: a greedy choice within each section's budget of words.

Every sentence ends with one reason, and these are all there are:

    taken   lead         it opens the article, and the summary
            relevant     it scored high enough
            only         it says most in its section, which would have been empty; its length was not asked
            needed       another line leans on it or is introduced by it
            whole        everything was wanted
    left    repetition   it says what a line that was taken says
            dangling     it leans on a sentence that is not there
            budget       there was no room for it
            fragment     it is a dateline, a byline or a caption, no sentence
            weak         it says too little beside the best line of its section
            role         no section of the outline takes its role

In a briefing that a person edited, the one reason is `person`.
"""

import heapq
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct, field

from converter.model.briefing import Whole
from converter.model.outline import Length, Outline
from converter.outliner.budgets import Room, allowed_words, granted_words, is_note, page_words, shares
from converter.outliner.pieces import Piece
from converter.outliner.relevance import Vector, similarity

Reason = Literal[
    "lead",
    "relevant",
    "only",
    "needed",
    "whole",
    "repetition",
    "dangling",
    "budget",
    "fragment",
    "weak",
    "role",
]

DIVERSITY = 0.5
"""How much likeness to a line that was taken costs, at most, in units of the score."""
SAME = 0.85
"""Likeness from which on a sentence repeats another."""
WORTH = 0.5
"""A piece must be worth so much of the best of its section: a hole in the budget is no reason to fill it.
In a note nothing is too weak."""
LEANING_MALUS, LOST_MALUS = 0.1, 0.3
"""What each piece costs that must come along, and what an opening that leans on nothing."""
WHOLE_MALUS = 0.3
"""What it costs to be a block quotation or a list of short items: they illustrate."""
DEEPEST = 4
"""So many pieces at most are taken for the sake of one."""
LEAD_WORDS = 7
"""A shorter first sentence is a dateline or a kicker, no lead."""
TOO_LONG = 2
"""What says most in a section may be so many times as long as there is room for."""
BREAK_WORDS = 5
"""So much of the page is lost where a line does not follow its neighbour: it opens a paragraph there."""
MEMORY = 100
"""With so many lines taken last a candidate is compared: the choice stays linear in the article."""


class Candidate(Struct, frozen=True):
    """A piece that may be taken.

    Attributes:
        piece: which.
        key: of its section; empty when no section takes it.
        score: how much it says.
        terms: by which its likeness to others is told.
        said: its words, by which it is told from its twin.
    """

    piece: Piece
    key: str
    score: float
    terms: Vector
    said: tuple[str, ...]


class Choice(Struct):
    """What became of the pieces.

    Attributes:
        section: index of a piece that was taken → key of its section.
        reason: index of a piece → why it was taken or left.
        trimmed: indices of pieces that were taken without what may be left out of them.
    """

    section: dict[int, str] = field(default_factory=dict)
    reason: dict[int, Reason] = field(default_factory=dict)
    trimmed: set[int] = field(default_factory=set)


def take_all(keys: Sequence[str]) -> Choice:
    """Return the choice of every piece."""
    return Choice(dict(enumerate(keys)), dict.fromkeys(range(len(keys)), "whole"))


def select(
    candidates: Sequence[Candidate],
    wanted: Outline,
    length: Length,
    title: Sequence[str] = (),
    *,
    lead: bool = True,
) -> Choice:
    """Return the choice of the best `candidates` within the budgets for `length`.

    Tables, figures, code and notes come along only where a line introduces them.

    Args:
        candidates: the pieces of the article, in reading order.
        wanted: the sections.
        length: brief or standard.
        title: the words of the title, which a line need not repeat.
        lead: whether the article begins with its news, which is taken in any case.
    """
    available: Counter[str] = Counter()
    for candidate in candidates:
        available[candidate.key] += candidate.piece.words if _is_eligible(candidate) else 0
    total = available.total()
    allowed = allowed_words(length, total)
    page = page_words(wanted, length, total)
    grants = granted_words(page, available)
    room = Room(page, allowed)
    selection = _Selection(candidates, tuple(title), room, keeps_weak=is_note(length, total))
    if lead:
        selection.open(wanted.sections[0].key)
    for key, share in shares(wanted, length, grants, allowed).items():
        selection.take_best(key, share)
        selection.fill({key: share})
    # What the sections left over goes to the best of the rest.
    selection.fill(grants)
    return selection.choice


class _Selection:
    """The greedy choice: the best piece first, with what it needs, as long as there is room."""

    def __init__(
        self, candidates: Sequence[Candidate], title: tuple[str, ...], room: Room, *, keeps_weak: bool
    ) -> None:
        self.choice = Choice()
        for index, candidate in enumerate(candidates):
            if candidate.piece.kind == "fragment":
                self.choice.reason[index] = "fragment"
            elif not candidate.key:
                self.choice.reason[index] = "role"
        self._keeps_weak = keeps_weak
        self._room = room
        self._candidates = candidates
        self._taken: list[int] = []
        self._said = {title, ()}
        self._best: dict[str, float] = {}

    def open(self, key: str) -> None:
        """Take the first statement that does not repeat the title into the section `key`, if it is its."""
        for index, candidate in enumerate(self._candidates):
            if candidate.piece.kind == "statement" and candidate.said not in self._said:
                if candidate.key == key and candidate.piece.words >= LEAD_WORDS:
                    self._take(self._group(index, key), key, "lead")
                break

    def fill(self, limits: Mapping[str, int]) -> None:
        """Take pieces into the sections of `limits` until they have so many words."""
        for index, value in self._best_first(limits):
            key = self._candidates[index].key
            group = self._group(index, key)
            if not group:
                self.choice.reason[index] = "dangling"
            elif not self._keeps_weak and value < WORTH * self._best.setdefault(key, value):
                self.choice.reason[index] = "weak"
            elif (trimmed := self._trimming(group, key, limits[key])) is None:
                self.choice.reason[index] = "budget"
            else:
                self._take(group, key, "relevant", trimmed=trimmed)

    def take_best(self, key: str, limit: int) -> None:
        """Take the best piece into the section `key`, if the section is empty, although it is long.

        One that is far longer than the `limit` yields to the next, and one that is longer leaves out what it
        may. If every one of them leans on what cannot be had, the best is taken alone: the section must not
        seem to say that the article has nothing for it.
        """
        if self._room.used[key]:
            return
        ranked = list(self._best_first((key,)))
        indices = [index for index, _ in ranked]
        groups = [group for index in indices if (group := self._group(index, key))]
        fitting = (group for group in groups if self._words(group, trimmed=True) <= TOO_LONG * limit)
        best = next(fitting, groups[0] if groups else indices[:1])
        if not best:
            return
        over = self._words(best) > limit
        self._best[key] = next((value for index, value in ranked if index == best[0]), 0.0)
        self._take(best, key, "only" if over or not groups else "relevant", trimmed=over)

    def _best_first(self, keys: Collection[str]) -> Iterator[tuple[int, float]]:
        """Yield the untaken candidates of the sections `keys` with their values, the best first.

        Each is compared with all that was taken before it. Likeness to what was taken can only grow, so a
        candidate that is still better than the next one's last known value is the best of all.
        """
        queue = [
            (-_value(candidate), index, 0, 0.0)
            for index, candidate in enumerate(self._candidates)
            if candidate.key in keys and _is_eligible(candidate) and index not in self.choice.section
        ]
        heapq.heapify(queue)
        while queue:
            _, index, compared, likeness = heapq.heappop(queue)
            if index in self.choice.section:
                continue
            candidate = self._candidates[index]
            for other in self._taken[max(compared, len(self._taken) - MEMORY) :]:
                likeness = max(likeness, similarity(candidate.terms, self._candidates[other].terms))
            if likeness >= SAME or candidate.said in self._said:
                self.choice.reason[index] = "repetition"
                continue
            value = _value(candidate) - DIVERSITY * likeness
            if compared == len(self._taken) or not queue or -value <= queue[0][0]:
                yield index, value
            else:
                heapq.heappush(queue, (-value, index, len(self._taken), likeness))

    def _group(self, index: int, key: str) -> list[int]:
        """Return `index` and what it needs and the section has not; empty when that cannot be had."""
        group = [index]
        for member in group:
            for need in self._candidates[member].piece.needs:
                if need in self.choice.section:
                    if self.choice.section[need] != key:
                        return []
                elif need not in group:
                    if self._repeats(need, group) or len(group) == DEEPEST:
                        return []
                    group.append(need)
        return group

    def _repeats(self, index: int, group: Sequence[int]) -> bool:
        """Tell whether a piece says word for word what was taken, or what one of `group` says."""
        candidate = self._candidates[index]
        twin = any(candidate.said == self._candidates[other].said for other in group)
        return bool(candidate.piece.sentences) and (twin or candidate.said in self._said)

    def _trimming(self, group: Sequence[int], key: str, limit: int) -> bool | None:
        """Return whether `group` has to be trimmed to find room; `None` where that does not help."""
        breaks = self._breaks(group)
        whole, trimmed = self._words(group), self._words(group, trimmed=True)
        if self._room.holds(key, limit, whole, breaks):
            return False
        return True if trimmed < whole and self._room.holds(key, limit, trimmed, breaks) else None

    def _words(self, group: Sequence[int], *, trimmed: bool = False) -> int:
        pieces = (self._candidates[index].piece for index in group)
        return sum(piece.words - (piece.cut_words if trimmed else 0) for piece in pieces)

    def _breaks(self, group: Sequence[int]) -> int:
        """Return how many words of room are lost by lines of `group` that do not follow their neighbours."""
        blocks = {index: self._candidates[index].piece.block for index in group}
        follow = sum(
            (index - 1 in blocks or index - 1 in self.choice.section)
            and self._candidates[index - 1].piece.block == block
            for index, block in blocks.items()
        )
        return BREAK_WORDS * (len(blocks) - follow)

    def _take(self, group: Sequence[int], key: str, reason: Reason, *, trimmed: bool = False) -> None:
        self._room.used[key] += self._words(group, trimmed=trimmed)
        self._room.breaks[key] += self._breaks(group)
        for index in group:
            self.choice.section[index] = key
            self.choice.reason[index] = reason if index == group[0] else "needed"
            if trimmed and self._candidates[index].piece.cuts:
                self.choice.trimmed.add(index)
            self._taken.append(index)
            self._said.add(self._candidates[index].said)


def _is_eligible(candidate: Candidate) -> bool:
    """Say whether a piece may stand in a briefing for its own sake."""
    return bool(candidate.piece.sentences) and candidate.piece.kind != "fragment"


def _value(candidate: Candidate) -> float:
    piece = candidate.piece
    whole = WHOLE_MALUS if isinstance(piece.line, Whole) else 0
    return candidate.score - whole - (LOST_MALUS if piece.lost else LEANING_MALUS * len(piece.needs))
