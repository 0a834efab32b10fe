"""Where the lines of a report stand in the file that came back, word for word."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from converter.returning.claimed import Claimed
from converter.returning.words import Folded, Paragraph, fold, folded

ENDS = ".!?…。！？؟۔։।"
_CLOSING = "\"')]"
_MORE = 5
"""So many paragraphs a person may have put between the parts of a block."""
_SENTENCE_END = re.compile(rf"[{ENDS}][{re.escape(_CLOSING)}]*\s+")


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A part of a paragraph: its index, and offsets into its text."""

    paragraph: int
    start: int
    end: int


@dataclass(slots=True)
class Placed:
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
            # a sentence may stand in a section and in a panel: bookmarks know which is which
            for index, least in [(index, least) for least in (1, 0) for index in alike[text]]:
                if index not in placed.at:
                    self._sentence(text, index, lines[index].id, least, placed)
        return placed

    def _sentence(self, text: str, index: int, mark: int, least: int, placed: Placed) -> None:
        """Place a line where its words stand, with so many characters at least in its bookmark."""
        free = [one for one in self._found(text) if self._is_free(one) and self._is_whole(one)]
        best = max(free, key=lambda one: self._marked(one, mark), default=None)
        if best and self._marked(best, mark) >= least:
            placed.at[index] = (best,)
            self._take(placed.at[index])

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
            self._taken[one.paragraph].append((one.start, one.end))

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
        return all(one.end <= start or end <= one.start for start, end in self._taken[one.paragraph])

    def _is_whole(self, one: Stretch) -> bool:
        """Whether a stretch is no part of a sentence that somebody made of it."""
        paragraph = self.paragraphs[one.paragraph]
        before, after = fold(paragraph.text[: one.start]), fold(paragraph.text[one.end :])
        taken = self._taken[one.paragraph]
        begins = (
            not before
            or before.rstrip(_CLOSING).endswith(tuple(ENDS))
            or any(before.endswith(own) for own in self._own)
            or any(not paragraph.text[cut : one.start].strip() for cut in paragraph.cuts if cut <= one.start)
            or any(not paragraph.text[end : one.start].strip() for _, end in taken if end <= one.start)
        )
        last = fold(self.text(one)).rstrip(_CLOSING)
        ends = (
            not after
            or last.endswith(tuple(ENDS))
            or any(after.startswith(own) for own in self._own)
            or any(not paragraph.text[one.end : cut].strip() for cut in paragraph.cuts if cut >= one.end)
            or any(not paragraph.text[one.end : start].strip() for start, _ in taken if start >= one.end)
        )
        glued = paragraph.text[one.end : one.end + 1].isalnum() and one.end not in paragraph.cuts
        return begins and ends and not glued

    def _marked(self, one: Stretch, line: int) -> int:
        """Return how much of a stretch stands in the bookmark of `line`."""
        hands = self.paragraphs[one.paragraph].hands[one.start : one.end]
        return sum(line in hand.lines for hand in hands)

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
