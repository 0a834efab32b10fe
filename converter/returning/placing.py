"""Where the lines of a report stand in the file that came back, word for word."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from msgspec import Struct, field

from converter.returning.claimed import Claimed
from converter.returning.words import Folded, Paragraph, fold, folded

ENDS = ".!?…。！？؟۔։।"
_CLOSING = "\"')]"
_MORE = 5
"""So many paragraphs a person may have put between the parts of a block."""
_SENTENCE_END = re.compile(rf"[{ENDS}][{re.escape(_CLOSING)}]*\s+")


class Stretch(Struct, frozen=True, order=True):
    """A part of a paragraph: its index, and offsets into its text."""

    paragraph: int
    start: int
    end: int


class Placed(Struct):
    """Which lines were found, and where.

    Attributes:
        at: index of a line → its stretches, in the order of its parts.
    """

    at: dict[int, tuple[Stretch, ...]] = field(default_factory=dict)


class Page:
    """The paragraphs of a report's sections, in which lines are looked for."""

    def __init__(self, paragraphs: Sequence[Paragraph], own: Sequence[str]) -> None:
        """Take paragraphs, and the report's own words that may stand before and behind its lines."""
        self.paragraphs = paragraphs
        self._folded: list[Folded] = [folded(one.text) for one in paragraphs]
        # one text of them all, which is looked through in one go
        self._all = "\n".join(one.text for one in self._folded)
        lengths = (len(one.text) + 1 for one in self._folded)
        self._starts = list(accumulate(lengths, initial=0))
        self._own = sorted({one for text in own if (one := fold(text))}, key=len, reverse=True)
        self._taken: list[list[tuple[int, int]]] = [[] for _ in paragraphs]
        self._known: dict[Stretch, tuple[bool, bool]] = {}
        self._whole = [self._stripped(Stretch(at, 0, len(one.text))) for at, one in enumerate(paragraphs)]
        self._texts = [fold(self.text(one)) if one else "" for one in self._whole]

    def place(self, lines: Sequence[Claimed]) -> Placed:
        """Find `lines`: blocks that were taken over whole, then the longest first, each once.

        Of several places one is that of its bookmark.
        """
        placed = Placed()
        for index, line in enumerate(lines):
            if line.whole and (mine := self._block(line)):
                placed.at[index] = mine
        alike: dict[str, list[int]] = {}
        for index, line in enumerate(lines):
            if not line.whole:
                alike.setdefault(fold(line.text), []).append(index)
        for text in sorted(alike, key=len, reverse=True):
            self._sentences(text, {index: lines[index].id for index in alike[text]}, placed)
        return placed

    def _sentences(self, text: str, marks: Mapping[int, int], placed: Placed) -> None:
        """Place the lines with the words of `text`, each where most of them are in its bookmark.

        A sentence may stand in a section and in a panel: bookmarks know which is which, so that lines with
        one go before those without.

        Args:
            text: folded.
            marks: indices of lines → their numbers, which bookmarks carry.
            placed: where they are entered.
        """
        places = list(self._found(text))
        marked: dict[int, list[tuple[int, Stretch]]] = defaultdict(list)
        for one in places:
            for mark, letters in self._marks(one).items():
                marked[mark].append((letters, one))
        waiting = dict.fromkeys(places)
        for needs_mark in (True, False):
            for index in (index for index in marks if index not in placed.at):
                mine = [one for one in marked.get(marks[index], ()) if self._fits(one[1])]
                best = max(mine, key=lambda one: one[0])[1] if mine else None
                if not needs_mark:
                    best = best or self._first(waiting)
                if best:
                    placed.at[index] = (best,)
                    self._take((best,))

    def _first(self, waiting: dict[Stretch, None]) -> Stretch | None:
        """Return the first that fits; those that are taken wait no longer."""
        for one in list(waiting):
            if not self._is_free(one):
                del waiting[one]
            elif self._is_whole(one):
                return one
        return None

    def _fits(self, one: Stretch) -> bool:
        return self._is_free(one) and self._is_whole(one)

    def _block(self, line: Claimed) -> tuple[Stretch, ...]:
        """Return where the parts of a block stand, each a paragraph, one behind the other."""
        parts = [fold(part) for part in line.parts]
        texts = [
            text if one and self._is_free(one) else ""
            for one, text in zip(self._whole, self._texts, strict=True)
        ]
        found = [one for at in _matched(texts, parts) if (one := self._whole[at])]
        if not found:
            shown = (at for at, one in enumerate(self.paragraphs) if parts[0] in map(fold, one.pictures))
            return tuple(Stretch(at, 0, 0) for at in shown)[:1]
        self._take(found)
        return tuple(found)

    def _take(self, stretches: Iterable[Stretch]) -> None:
        for one in stretches:
            insort(self._taken[one.paragraph], (one.start, one.end))

    def left(self) -> Iterator[Stretch]:
        """Yield what no line was found in, without the report's own words, cut where references stand."""
        for index, paragraph in enumerate(self.paragraphs):
            taken = sorted(self._taken[index])
            edges = sorted({0, len(paragraph.text), *(edge for one in taken for edge in one)})
            cuts = [cut for cut in paragraph.cuts if not any(start < cut < end for start, end in taken)]
            edges = sorted({*edges, *cuts})
            for start, end in pairwise(edges):
                if any(begin <= start and end <= finish for begin, finish in taken):
                    continue
                stretch = self._stripped(Stretch(index, start, end))
                if stretch and any(map(str.isalnum, self.text(stretch))):
                    yield stretch

    def text(self, one: Stretch) -> str:
        """Return the words of a stretch."""
        return self.paragraphs[one.paragraph].text[one.start : one.end]

    def sentences(self, one: Stretch) -> list[Stretch]:
        """Return the sentences of a stretch, as far as full stops tell."""
        text, start, found = self.text(one), 0, []
        for end in [*(match.end() for match in _SENTENCE_END.finditer(text.translate(_STRAIGHT))), len(text)]:
            if text[start:end].strip():
                found.append(self._trimmed(Stretch(one.paragraph, one.start + start, one.start + end)))
            start = end
        return found

    def _found(self, text: str) -> Iterator[Stretch]:
        """Yield where `text`, folded, stands."""
        position = self._all.find(text) if text else -1
        while position >= 0:
            index = bisect_right(self._starts, position) - 1
            start, at = position - self._starts[index], self._folded[index].at
            yield Stretch(index, at[start], at[start + len(text) - 1] + 1)
            position = self._all.find(text, position + 1)

    def _is_free(self, one: Stretch) -> bool:
        before, after = self._neighbours(one)
        return before <= one.start and one.end <= after

    def _neighbours(self, one: Stretch) -> tuple[int, int]:
        """Return where what was taken before a stretch ends, and where what was taken behind it begins."""
        taken = self._taken[one.paragraph]
        at = bisect_left(taken, (one.start, one.end))
        end = len(self.paragraphs[one.paragraph].text) + 1
        return taken[at - 1][1] if at else -1, taken[at][0] if at < len(taken) else end

    def _is_whole(self, one: Stretch) -> bool:
        """Whether a free stretch is no part of a sentence that somebody made of it."""
        if self._is_glued(one):
            return False
        begins, ends = self._edges(one)
        text, (before, after) = self.paragraphs[one.paragraph].text, self._neighbours(one)
        begins = begins or (before >= 0 and not text[before : one.start].strip())
        return begins and (ends or (after <= len(text) and not text[one.end : after].strip()))

    def _edges(self, one: Stretch) -> tuple[bool, bool]:
        """Return whether a sentence begins and ends where a stretch does, by the words around it alone."""
        if one not in self._known:
            self._known[one] = self._begins(one), self._ends(one)
        return self._known[one]

    def _begins(self, one: Stretch) -> bool:
        paragraph = self.paragraphs[one.paragraph]
        before = fold(paragraph.text[: one.start])
        cut = max((cut for cut in paragraph.cuts if cut <= one.start), default=None)
        return (
            not before
            or before.rstrip(_CLOSING).endswith(tuple(ENDS))
            or any(before.endswith(own) for own in self._own)
            or (cut is not None and not paragraph.text[cut : one.start].strip())
        )

    def _ends(self, one: Stretch) -> bool:
        paragraph = self.paragraphs[one.paragraph]
        after = fold(paragraph.text[one.end :])
        cut = min((cut for cut in paragraph.cuts if cut >= one.end), default=None)
        return (
            not after
            or fold(self.text(one)).rstrip(_CLOSING).endswith(tuple(ENDS))
            or any(after.startswith(own) for own in self._own)
            or (cut is not None and not paragraph.text[one.end : cut].strip())
        )

    def _is_glued(self, one: Stretch) -> bool:
        paragraph = self.paragraphs[one.paragraph]
        return paragraph.text[one.end : one.end + 1].isalnum() and one.end not in paragraph.cuts

    def _marks(self, one: Stretch) -> dict[int, int]:
        """Return of each line how much of a stretch stands in its bookmark."""
        hands = self.paragraphs[one.paragraph].hands[one.start : one.end]
        found: Counter[int] = Counter()
        for lines, letters in Counter(hand.lines for hand in hands).items():
            found.update(dict.fromkeys(lines, letters))
        return found

    def _stripped(self, one: Stretch) -> Stretch | None:
        """Return a stretch without the report's own words at its ends; `None` where nothing else is in it."""
        one = self._trimmed(one)
        while one.start < one.end:
            whole = folded(self.text(one))
            for own in self._own:
                if whole.text.startswith(own):
                    one = Stretch(one.paragraph, one.start + whole.at[len(own)], one.end)
                    break
                if whole.text.endswith(own):
                    one = Stretch(one.paragraph, one.start, one.start + whole.at[len(whole.text) - len(own)])
                    break
            else:
                break
            one = self._trimmed(one)
        return one if self.text(one).strip() else None

    def _trimmed(self, one: Stretch) -> Stretch:
        text = self.text(one)
        start = one.start + len(text) - len(text.lstrip())
        return Stretch(one.paragraph, start, max(start, one.start + len(text.rstrip())))


def _matched(texts: Sequence[str], parts: Sequence[str]) -> list[int]:
    """Return the indices of `texts` that are `parts`, around the longest run of them."""
    matcher = SequenceMatcher(None, texts, parts, autojunk=False)
    run = matcher.find_longest_match()
    if not run.size:
        return []
    end, rest = run.a + run.size, run.b + run.size
    first = max(run.a - run.b - _MORE, 0)
    before = _matched(texts[first : run.a], parts[: run.b]) if run.b else []
    after = _matched(texts[end : end + len(parts) - rest + _MORE], parts[rest:]) if rest < len(parts) else []
    return [*(first + at for at in before), *range(run.a, end), *(end + at for at in after)]


_STRAIGHT = str.maketrans("”’»", "\"''")
