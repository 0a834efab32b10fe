"""The lines of the joint Summary: from every article one before any gives two, the most central first.

A line is central when what it speaks of is spoken of in the other articles too. That several articles have a
line word for word does not count: as a rule they took it from one agency.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from msgspec import Struct

from converter.digester.likeness import Alike, Shelves
from converter.digester.wording import Wording, Wordings
from converter.model.article import Sentence
from converter.model.briefing import Briefing, Edited, Likewise, Line, Shared, Verbatim
from converter.model.language import Language
from converter.outliner.words import count

_REPEATS = 0.6
"""A line with such a share of the words of another one says it again."""


class _Candidate(Struct, frozen=True):
    """A line that could stand in the joint Summary.

    Attributes:
        line: as it would stand there.
        wording: of its sentence.
        sentences: all that it speaks for, its own among them.
        words: how long it is.
        central: how much of it the other articles speak of, up to 1.
    """

    line: Shared | Edited
    wording: Wording
    sentences: frozenset[Sentence]
    words: int
    central: float = 0.0

    @property
    def is_disputed(self) -> bool:
        """Whether another article has it otherwise."""
        return isinstance(self.line, Shared) and bool(self.line.otherwise)


def choose(
    briefings: Sequence[Briefing], languages: Sequence[Language | None], key: str, budget: int
) -> tuple[Line, ...]:
    """Return the lines of the joint Summary.

    Args:
        briefings: of the articles, renumbered.
        languages: of the articles.
        key: of the section whose lines are chosen from.
        budget: how many words they may have together; the first line may have more.
    """
    desk = _Desk(briefings, languages)
    queues = [desk.candidates(briefing, key) for briefing in briefings]
    taken: list[_Candidate] = []
    told: set[Sentence] = set()
    used = 0
    for turn in range(max(map(len, queues), default=0)):
        chosen: list[_Candidate] = []
        for one in sorted((queue[turn] for queue in queues if turn < len(queue)), key=_urgency):
            if (taken or chosen) and used + one.words > budget:
                continue
            if one.wording.sentence in told or any(_repeats(one, other) for other in (*taken, *chosen)):
                continue
            chosen.append(one)
            told |= one.sentences
            used += one.words
        taken += sorted(chosen, key=lambda one: -one.central)
    return tuple(_plain(one.line) for one in taken)


def paired(
    briefings: Sequence[Briefing], languages: Sequence[Language | None], lines: Sequence[Line]
) -> tuple[Line, ...]:
    """Return the lines of a joint section that a person left so, each with what other articles say of it.

    What says otherwise stays below its line; what was taken from there stands alone.

    Args:
        briefings: of the articles, renumbered.
        languages: of the articles.
        lines: sentences one by one.
    """
    desk = _Desk(briefings, languages)
    found: list[Line] = []
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        if isinstance(line, Verbatim):
            shared = desk.shared(line, list(takewhile(lambda one: isinstance(one, Verbatim), rest)))
            del rest[: len(shared.otherwise)]
            line = _plain(shared)
        found.append(line)
    return tuple(found)


def _urgency(one: _Candidate) -> tuple[bool, float]:
    """Sort what the articles contradict each other in before all else, then by how central it is."""
    return not one.is_disputed, -one.central


def _repeats(one: _Candidate, other: _Candidate) -> bool:
    both = one.wording.content & other.wording.content
    return len(both) >= _REPEATS * max(min(len(one.wording.content), len(other.wording.content)), 1)


def _plain(line: Shared | Edited) -> Line:
    """Return a line that no other article has as what it is."""
    if isinstance(line, Shared) and not (line.likewise or line.otherwise):
        return line.line
    return line


class _Desk:
    """All articles side by side."""

    def __init__(self, briefings: Sequence[Briefing], languages: Sequence[Language | None]) -> None:
        self._articles = [briefing.articles[0] for briefing in briefings]
        self._wordings: dict[Sentence, Wording] = {}
        for briefing, language in zip(briefings, languages, strict=True):
            take = Wordings(briefing.articles[0], language).of
            self._wordings |= {decision.sentence: take(decision.sentence) for decision in briefing.decisions}
        self._shelves = Shelves(tuple(self._wordings.values()))
        spoken: list[set[str]] = [set() for _ in briefings]
        known: set[tuple[str, ...]] = set()
        for wording in self._wordings.values():
            # what one article has in the words of another one does not speak for it
            if wording.masked not in known:
                known.add(wording.masked)
                spoken[wording.article] |= wording.content
        self._spoken = Counter(word for said in spoken for word in said)

    def candidates(self, briefing: Briefing, key: str) -> list[_Candidate]:
        """Return the lines of an article that can stand alone, the best first.

        They are those of its section `key`; where none of these can, those of all its sections.
        """
        decided = {decision.sentence: decision for decision in briefing.decisions}
        lines = [
            (section.rule.key, line)
            for section in briefing.sections
            for line in section.lines
            if isinstance(line, Verbatim | Edited) and decided[line.sentence].stands_alone
        ]
        own = [line for of, line in lines if of == key] or [line for _, line in lines]
        own.sort(key=lambda line: -decided[line.sentence].score)
        return [self._candidate(line) for line in own]

    def _candidate(self, line: Verbatim | Edited) -> _Candidate:
        shown = self._shared(line) if isinstance(line, Verbatim) else line
        wording = self._wordings[line.sentence]
        if isinstance(shown, Edited):
            return _Candidate(
                shown, wording, frozenset({line.sentence}), count(shown.text), self._central(wording)
            )
        lines = (shown, *shown.otherwise)
        sentences = {one.line.sentence for one in lines}
        sentences |= {twin.sentence for one in lines for twin in one.likewise}
        length = sum(count(self._said(one.line)) for one in lines)
        return _Candidate(shown, wording, frozenset(sentences), length, self._central(wording))

    def _said(self, line: Verbatim) -> str:
        return " ".join(self._articles[span.article].slice(span) for span in line.spans)

    def _central(self, wording: Wording) -> float:
        others = max(len(self._articles) - 1, 1)
        shares = [(self._spoken[word] - 1) / others for word in wording.content]
        return sum(shares) / len(shares) if shares else 0.0

    def shared(self, line: Verbatim, below: Sequence[Line]) -> Shared:
        """Return `line` with what others say in its words, and of what differs what stands `below`."""
        whole = self._shared(line)
        wordings = {one.line: one for one in whole.otherwise}
        kept = tuple(
            wordings[one] for one in takewhile(wordings.__contains__, below) if isinstance(one, Verbatim)
        )
        if kept == whole.otherwise:
            return whole
        return self._shared(line, frozenset(self._wordings[one.line.sentence].words for one in kept))

    def _shared(self, line: Verbatim, wanted: frozenset[tuple[str, ...]] | None = None) -> Shared:
        """Return `line` with what other articles say in its words, each article once.

        Args:
            line: of one article.
            wanted: of what is said otherwise, these wordings alone; `None`: all.
        """
        wording = self._wordings[line.sentence]
        if line.spans != (line.sentence.span,):
            return Shared(line)  # without the words that it leaves out it is a sentence of its own
        nearest: dict[int, Alike] = {}
        for one in self._shelves.alike(wording):
            known = nearest.setdefault(one.wording.article, one)
            if _NEARNESS.index(one.kind) < _NEARNESS.index(known.kind):
                nearest[one.wording.article] = one
        found = list(nearest.values())
        likewise = tuple(Likewise(one.wording.sentence, one.kind) for one in found if one.kind != "otherwise")
        others = [one for one in found if one.kind == "otherwise" and _is_wanted(one, wanted)]
        differing = sorted({span for one in others for span in one.here})
        return Shared(line, likewise, tuple(_grouped(others)), tuple(differing))


def _is_wanted(one: Alike, wanted: frozenset[tuple[str, ...]] | None) -> bool:
    return wanted is None or one.wording.words in wanted


_MOST_OTHERWISE = 4
"""More wordings than these beside the first would leave no room for anything else."""

_NEARNESS = ("same", "similar", "otherwise")


def _grouped(others: Sequence[Alike]) -> Iterator[Shared]:
    """Yield what is said otherwise, once for each wording of it."""
    groups: dict[tuple[str, ...], list[Alike]] = {}
    for one in others:
        groups.setdefault(one.wording.words, []).append(one)
    for first, *rest in islice(groups.values(), _MOST_OTHERWISE):
        sentence = first.wording.sentence
        likewise = tuple(Likewise(one.wording.sentence, "same") for one in rest)
        yield Shared(Verbatim((sentence.span,), sentence), likewise, (), first.there)
