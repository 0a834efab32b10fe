"""What should be shown beside what is: where the two differ, and how.

Both are long runs of letters. Pieces that stand in the report once, word for word, and in the right order,
are anchors (as in patience diff); between two of them little is left, and is compared word by word. So a
report of 300 pages takes hardly longer than it takes to read it, and a piece that was moved is found as such.
"""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from msgspec import Struct

from converter.verifier.proof.letters import Token, plain, tokens

_LEAST_ANCHOR = 6
"""Letters of a piece that may be an anchor; a shorter one stands in many places."""

_SUPERIOR = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures of the numbers of references, which stand right behind a word and are none of it."""

_MOST_COMPARED = 4_000_000
"""So many pairs of words are compared; where more have nothing in common, they are simply others."""


class Text:
    """Texts one behind the other, and their letters as one run.

    Attributes:
        texts: plain.
        run: the letters of all.
        starts: how many letters stand before each text, and at the end before nothing.
        parted: how many letters stand before each space, and before each text.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Join the letters."""
        self.texts = [plain(text) for text in texts]
        found = [text.replace(" ", "") for text in self.texts]
        self.run = "".join(found)
        self.starts = [0, *accumulate(map(len, found))]
        words = [word for text in self.texts for word in text.split(" ")]
        self.parted = {0, *accumulate(map(len, words))}

    def cuts(self, position: int) -> bool:
        """Tell whether a word goes on at `position`."""
        if position in self.parted:
            return False
        before, behind = self.run[position - 1], self.run[position]
        is_number = behind in _SUPERIOR and before not in _SUPERIOR
        return before.isalnum() and behind.isalnum() and not is_number

    def at(self, position: int) -> int:
        """Return the index of the text in which the letter at `position` stands."""
        return min(bisect_right(self.starts, position), len(self.texts)) - 1

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens with letters from `start` to `end`; those on the edges are cut there."""
        found: list[Token] = []
        first = max(bisect_right(self.starts, start) - 1, 0)
        for index in range(first, len(self.texts)):
            if self.starts[index] >= end:
                break
            for token in tokens(self.texts[index], self.starts[index]):
                left, right = max(token.start, start), min(token.end, end)
                if left < right:
                    found.append(Token(token.text[left - token.start : right - token.start], left))
        return found


class Gap(Struct, frozen=True):
    """What lies between two anchors, in both texts, and how one becomes the other.

    Attributes:
        wanted: tokens of the pieces.
        shown: tokens of what is shown.
        steps: as `difflib.SequenceMatcher.get_opcodes`; where only words are parted otherwise, `equal`.
    """

    wanted: Sequence[Token]
    shown: Sequence[Token]
    steps: Sequence[tuple[str, int, int, int, int]]


class Anchor(Struct, frozen=True):
    """A piece that is shown word for word: its index, and where its letters are, as claimed and as shown."""

    index: int
    start: int
    end: int
    shown_start: int
    shown_end: int


class Alignment(Struct, frozen=True):
    """How what is shown becomes what should be.

    Attributes:
        gaps: where the two may differ, in order; without the letters of pieces that were moved.
        kept: pieces that are shown word for word and in order.
        moved: pieces that are shown word for word, in another place.
    """

    kept: tuple[Anchor, ...] = ()
    gaps: tuple[Gap, ...] = ()
    moved: tuple[Anchor, ...] = ()


def align(pieces: Text, shown: Text, fixed: Container[int] = ()) -> Alignment:
    """Lay `shown` beside `pieces`; where all letters are alike, there is nothing to say.

    Args:
        pieces: what should be shown.
        shown: what is.
        fixed: indices of pieces, such as headings, between which others are moved.
    """
    if pieces.run == shown.run:
        return Alignment()
    found = _anchors(pieces, shown)
    kept = _heaviest_order(found, fixed)
    in_order = frozenset(kept)
    moved = tuple(one for one in found if one not in in_order)
    return Alignment(tuple(kept), tuple(_gaps(pieces, shown, kept, moved)), moved)


def _gaps(pieces: Text, shown: Text, kept: Sequence[Anchor], moved: Sequence[Anchor]) -> Iterator[Gap]:
    gone = sorted((one.start, one.end) for one in moved)
    come = sorted((one.shown_start, one.shown_end) for one in moved)
    ends = [(0, 0), *((one.end, one.shown_end) for one in kept)]
    starts = [*((one.start, one.shown_start) for one in kept), (len(pieces.run), len(shown.run))]
    for (end, shown_end), (start, shown_start) in zip(ends, starts, strict=True):
        if end < start or shown_end < shown_start:
            wanted = _without(pieces.between(end, start), gone)
            found = _without(shown.between(shown_end, shown_start), come)
            if wanted or found:
                yield _slid(_gap(wanted, found), frozenset(pieces.starts))


def _without(tokens: Sequence[Token], ranges: Sequence[tuple[int, int]]) -> list[Token]:
    """Return the tokens that begin in none of the ranges, which are in order."""
    edges = [edge for bounds in ranges for edge in bounds]
    return [one for one in tokens if bisect_right(edges, one.start) % 2 == 0]


def _gap(wanted: Sequence[Token], shown: Sequence[Token]) -> Gap:
    if len(wanted) * len(shown) > _MOST_COMPARED:
        return Gap(wanted, shown, [("replace", 0, len(wanted), 0, len(shown))])
    # Signs alone say nothing of what belongs together: there are too many that are alike.
    matcher = SequenceMatcher(
        lambda text: not any(map(str.isalnum, text)),
        [one.text for one in wanted],
        [one.text for one in shown],
        autojunk=False,
    )
    steps = [
        ("equal" if _run(wanted[i:j]) == _run(shown[k:m]) else kind, i, j, k, m)
        for kind, i, j, k, m in matcher.get_opcodes()
    ]
    return Gap(wanted, shown, steps)


def _slid(gap: Gap, edges: Container[int]) -> Gap:
    """Return a gap in which what is put into a piece stands behind it, where that comes to the same.

    Behind "Section 2.1" in the contents stands the number of a page, which may be 1 as well.
    """
    steps: list[tuple[str, int, int, int, int]] = []
    by = 0
    for (kind, i, j, k, m), (_, _, end, _, _) in pairwise([*gap.steps, ("equal", 0, 0, 0, 0)]):
        first, shown = i + by, k + by
        by = _slide(gap, i, k, end, edges) if kind == "insert" else 0
        steps += [("equal", i, i + by, k, k + by)] if by else []
        if kind == "insert":
            steps.append((kind, i + by, i + by, k + by, m + by))
        elif first < j or shown < m:
            steps.append((kind, first, j, shown, m))
    return Gap(gap.wanted, gap.shown, steps)


def _slide(gap: Gap, i: int, k: int, end: int, edges: Container[int]) -> int:
    """Return how many tokens later an insertion stands between two pieces, up to `end`; 0: nowhere."""
    for by in range(end - i + 1):
        if i + by == len(gap.wanted) or gap.wanted[i + by].start in edges:
            return by
        if gap.wanted[i + by].text != gap.shown[k + by].text:
            return 0
    return 0


def _run(found: Sequence[Token]) -> str:
    return "".join(one.text for one in found)


def _anchors(pieces: Text, shown: Text) -> list[Anchor]:
    """Return the pieces that stand in both once, each in letters of its own, in the order of the pieces."""
    found: list[Anchor] = []
    for index, (start, end) in enumerate(pairwise(pieces.starts)):
        piece = pieces.run[start:end]
        if len(piece) < _LEAST_ANCHOR or not _is_once(pieces.run, piece, start):
            continue
        at = shown.run.find(piece)
        if at < 0 or shown.run.find(piece, at + 1) >= 0:
            continue
        if not (shown.cuts(at) or shown.cuts(at + len(piece))):
            found.append(Anchor(index, start, end, at, at + len(piece)))
    return _apart(found)


def _apart(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return `anchors` but those that begin within another: the same words do not show two pieces."""
    apart: list[Anchor] = []
    reach = 0
    for one in sorted(anchors, key=lambda anchor: anchor.shown_start):
        if one.shown_start >= reach:
            apart.append(one)
        reach = max(reach, one.shown_end)
    return sorted(apart, key=lambda anchor: anchor.index)


def _is_once(run: str, piece: str, start: int) -> bool:
    """Tell whether `piece` stands in `run` at `start` alone."""
    return run.find(piece) == start and run.find(piece, start + 1) < 0


def _heaviest_order(anchors: Sequence[Anchor], fixed: Container[int]) -> list[Anchor]:
    """Return the part of `anchors` that is in order and weighs most, so that the least was moved.

    Pieces in `fixed` weigh more than all others together: it is lines that are moved between headings, and
    not headings between lines. A tree of prefix maxima (Fenwick) keeps it from taking the square of the time.
    """
    heavy = len(anchors) + 1
    ranks = {at: rank for rank, at in enumerate(sorted(one.shown_start for one in anchors), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(anchors) + 1)
    before: list[int] = []
    whole = (0, -1)
    for index, anchor in enumerate(anchors):
        rank = ranks[anchor.shown_start]
        weight, last = max((best[at] for at in _prefixes(rank - 1)), default=(0, -1))
        before.append(last)
        mine = (weight + (heavy if anchor.index in fixed else 1), index)
        whole = max(whole, mine)
        while rank < len(best):
            best[rank] = max(best[rank], mine)
            rank += rank & -rank
    chain: list[Anchor] = []
    index = whole[1]
    while index >= 0:
        chain.append(anchors[index])
        index = before[index]
    return chain[::-1]


def _prefixes(rank: int) -> Iterator[int]:
    """Yield the places of a Fenwick tree that cover ranks from 1 to `rank`."""
    while rank > 0:
        yield rank
        rank -= rank & -rank
