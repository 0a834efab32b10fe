"""Which pieces are taken: a budget of words for each section, and a greedy choice within it.

Every sentence ends with one reason, and these are all there are:

    taken   lead         it opens the article, and the summary
            relevant     it scored high enough
            only         its section would have been empty; its length was not asked
            needed       another line leans on it or is introduced by it
            whole        everything was wanted
    left    repetition   it says what a line that was taken says
            dangling     it leans on a sentence that is not there
            budget       there was no room for it
            role         no section of the outline takes its role
"""

import heapq
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from converter.model.outline import Length, Outline
from converter.outliner.pieces import Piece
from converter.outliner.relevance import Vector, similarity

Reason = Literal["lead", "relevant", "only", "needed", "whole", "repetition", "dangling", "budget", "role"]

SHARE: dict[Length, float] = {"brief": 0.25, "standard": 0.5}
"""How much of an article's words a briefing keeps at most."""
FLOOR: dict[Length, int] = {"brief": 60, "standard": 120}
"""So many words it may always keep: a note of one paragraph is not cut in half."""

DIVERSITY = 0.5
"""How much likeness to a line that was taken costs, at most, in units of the score."""
SAME = 0.85
"""Likeness from which on a sentence repeats another."""
LEANING_MALUS, LOST_MALUS = 0.15, 0.3
"""What an opening costs that leans on the sentence before, and one that leans on nothing."""
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


def budgets(wanted: Outline, length: Length, available: Mapping[str, int], total: int) -> dict[str, int]:
    """Return for each section how many words it may have.

    A section gets what the outline grants, but no more than there is for it; all of them are cut alike where
    together they would keep too much of an article of `total` words.

    Args:
        wanted: whose sections grant words for each length.
        length: brief or standard.
        available: section key → words of its candidates.
        total: words of the article.
    """
    grants = {
        rule.key: min(rule.words.get(length, total), available.get(rule.key, 0)) for rule in wanted.sections
    }
    allowed = max(FLOOR[length], int(SHARE[length] * total))
    granted = sum(grants.values())
    if granted <= allowed:
        return grants
    return {key: grant * allowed // granted for key, grant in grants.items()}


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
    selection = _Selection(candidates)
    for key, budget in budgets(wanted, length, available, available.total()).items():
        used = selection.open(key) if key == wanted.sections[0].key else 0
        selection.fill(key, budget, used)
    return selection.choice


class _Selection:
    """The greedy choice: the best piece first, with what it needs, as long as there is room."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.choice = Choice(
            reason={index: "role" for index, candidate in enumerate(candidates) if not candidate.key}
        )
        self._candidates = candidates
        self._taken: list[int] = []

    def open(self, key: str) -> int:
        """Take the first piece into the section `key` if it belongs there; return its words."""
        first = self._candidates[0] if self._candidates else None
        if first is None or first.key != key or first.piece.words < LEAD_WORDS:
            return 0
        return self._take(self._group(0, key), key, "lead")

    def fill(self, key: str, budget: int, used: int = 0) -> None:
        """Take pieces into the section `key` while its words stay within `budget`, at least one piece."""
        best: list[int] = []
        for index in self._best_first(key):
            group = self._group(index, key)
            best = best or group
            if not group:
                self.choice.reason[index] = "dangling"
            elif used + self._words(group) > budget:
                self.choice.reason[index] = "budget"
            else:
                used += self._take(group, key, "relevant")
        if best and not used:
            self._take(best, key, "only")

    def _best_first(self, key: str) -> Iterator[int]:
        """Yield the untaken candidates, the best first, each compared with all that was taken before it.

        Likeness to what was taken can only grow, so a candidate that is still better than the next one's last
        known value is the best of all.
        """
        queue = [
            (-_value(candidate), index, 0, 0.0)
            for index, candidate in enumerate(self._candidates)
            if candidate.key == key and candidate.piece.sentences and index not in self.choice.section
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
                yield index
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

    def _words(self, group: Sequence[int]) -> int:
        return sum(self._candidates[index].piece.words for index in group)

    def _take(self, group: Sequence[int], key: str, reason: Reason) -> int:
        for index in group:
            self.choice.section[index] = key
            self.choice.reason[index] = reason if index == group[0] else "needed"
            self._taken.append(index)
        return self._words(group)


def _value(candidate: Candidate) -> float:
    piece = candidate.piece
    return candidate.score - (LOST_MALUS if piece.lost else LEANING_MALUS if piece.needs else 0)
