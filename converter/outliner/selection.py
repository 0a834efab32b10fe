"""Which pieces are taken: a greedy choice within each section's budget of words.

Every sentence ends with one reason, and these are all there are:

    taken   lead         it opens the article, and the summary
            relevant     it scored high enough
            only         its section would have been empty; its length was not asked
            needed       another line leans on it or is introduced by it
            whole        everything was wanted
    left    repetition   it says what a line that was taken says
            dangling     it leans on a sentence that is not there
            budget       there was no room for it
            weak         it says too little beside the best line of its section
            role         no section of the outline takes its role
"""

import heapq
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from converter.model.briefing import Whole
from converter.model.outline import Length, Outline
from converter.outliner.budgets import allowed_words, granted_words, shares
from converter.outliner.pieces import Piece
from converter.outliner.relevance import Vector, similarity

Reason = Literal[
    "lead", "relevant", "only", "needed", "whole", "repetition", "dangling", "budget", "weak", "role"
]

DIVERSITY = 0.5
"""How much likeness to a line that was taken costs, at most, in units of the score."""
SAME = 0.85
"""Likeness from which on a sentence repeats another."""
WORTH = 0.6
"""A piece must be worth so much of the best of its section; a hole in the budget is no reason to fill it."""
LEANING_MALUS, LOST_MALUS = 0.15, 0.3
"""What an opening costs that leans on the sentence before, and one that leans on nothing."""
WHOLE_MALUS = 0.3
"""What it costs to be a block quotation or a list of short items: they illustrate."""
DEEPEST = 4
"""So many pieces at most are taken for the sake of one."""
LEAD_WORDS = 7
"""A shorter first sentence is a dateline or a kicker, no lead."""
MEMORY = 100
"""With so many lines taken last a candidate is compared: the choice stays linear in the article."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece that may be taken.

    Attributes:
        piece: which.
        key: of its section; empty when no section takes it.
        score: how much it says.
        terms: by which its likeness to others is told.
    """

    piece: Piece
    key: str
    score: float
    terms: Vector


@dataclass(slots=True)
class Choice:
    """What became of the pieces.

    Attributes:
        section: index of a piece that was taken → key of its section.
        reason: index of a piece → why it was taken or left.
    """

    section: dict[int, str] = field(default_factory=dict)
    reason: dict[int, Reason] = field(default_factory=dict)


def take_all(keys: Sequence[str]) -> Choice:
    """Return the choice of every piece."""
    return Choice(dict(enumerate(keys)), dict.fromkeys(range(len(keys)), "whole"))


def select(candidates: Sequence[Candidate], wanted: Outline, length: Length) -> Choice:
    """Return the choice of the best `candidates`, in reading order, within the budgets for `length`.

    Tables, figures, code and notes come along only where a line introduces them.
    """
    available: Counter[str] = Counter()
    for candidate in candidates:
        available[candidate.key] += candidate.piece.words if candidate.piece.sentences else 0
    allowed = allowed_words(length, available.total())
    grants = granted_words(wanted, length, available)
    selection = _Selection(candidates)
    selection.open(wanted.sections[0].key)
    for key, share in shares(wanted, length, grants, allowed).items():
        selection.fill({key: share}, allowed)
        selection.take_one(key)
    # What the sections left over goes to the best of the rest.
    selection.fill(grants, allowed)
    return selection.choice


class _Selection:
    """The greedy choice: the best piece first, with what it needs, as long as there is room."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.choice = Choice(
            reason={index: "role" for index, candidate in enumerate(candidates) if not candidate.key}
        )
        self.used: Counter[str] = Counter()
        self._candidates = candidates
        self._taken: list[int] = []
        self._best: dict[str, float] = {}

    def open(self, key: str) -> None:
        """Take the first piece into the section `key` if it belongs there."""
        first = self._candidates[0] if self._candidates else None
        if first and first.key == key and first.piece.words >= LEAD_WORDS:
            self._take(self._group(0, key), key, "lead")

    def fill(self, limits: Mapping[str, int], allowed: int) -> None:
        """Take pieces into the sections of `limits` until they have so many words.

        All sections together stay within the words that are `allowed`.
        """
        for index, value in self._best_first(limits):
            key = self._candidates[index].key
            group = self._group(index, key)
            words = sum(self._candidates[member].piece.words for member in group)
            if value < WORTH * self._best.setdefault(key, value):
                self.choice.reason[index] = "weak"
            elif not group:
                self.choice.reason[index] = "dangling"
            elif self.used[key] + words > limits[key] or self.used.total() + words > allowed:
                self.choice.reason[index] = "budget"
            else:
                self._take(group, key, "relevant")

    def take_one(self, key: str) -> None:
        """Take the best piece into the section `key`, however long it is, if the section is empty."""
        if not self.used[key]:
            groups = (self._group(index, key) for index, _ in self._best_first((key,)))
            self._take(next(filter(None, groups), []), key, "only")

    def _best_first(self, keys: Collection[str]) -> Iterator[tuple[int, float]]:
        """Yield the untaken candidates of the sections `keys` with their values, the best first.

        Each is compared with all that was taken before it. Likeness to what was taken can only grow, so a
        candidate that is still better than the next one's last known value is the best of all.
        """
        queue = [
            (-_value(candidate), index, 0, 0.0)
            for index, candidate in enumerate(self._candidates)
            if candidate.key in keys and candidate.piece.sentences and index not in self.choice.section
        ]
        heapq.heapify(queue)
        while queue:
            _, index, compared, likeness = heapq.heappop(queue)
            if index in self.choice.section:
                continue
            candidate = self._candidates[index]
            for other in self._taken[max(compared, len(self._taken) - MEMORY) :]:
                likeness = max(likeness, similarity(candidate.terms, self._candidates[other].terms))
            if likeness >= SAME:
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
                if self.choice.section.get(need, key) != key:
                    return []
                if need not in self.choice.section and need not in group:
                    group.append(need)
            if len(group) > DEEPEST:
                return []
        return group

    def _take(self, group: Sequence[int], key: str, reason: Reason) -> None:
        for index in group:
            self.choice.section[index] = key
            self.choice.reason[index] = reason if index == group[0] else "needed"
            self.used[key] += self._candidates[index].piece.words
            self._taken.append(index)


def _value(candidate: Candidate) -> float:
    piece = candidate.piece
    whole = WHOLE_MALUS if isinstance(piece.line, Whole) else 0
    return candidate.score - whole - (LOST_MALUS if piece.lost else LEANING_MALUS if piece.needs else 0)
