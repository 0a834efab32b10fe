"""Where the lines of a report stand in the file that came back, word for word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from converter.returning.claimed import Claimed
from converter.returning.words import Folded, Paragraph, fold, folded

ENDS = ".!?…。！？؟۔։।"
_CLOSING = "\"')]"
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
        self._own = sorted({one for text in own if (one := fold(text))}, key=len, reverse=True)
        self._taken: list[list[tuple[int, int]]] = [[] for _ in paragraphs]

    def place(self, lines: Sequence[Claimed]) -> Placed:
        """Find `lines`, the longest first, each part once; one of several places is that of its bookmark."""
        found: dict[tuple[int, int], Stretch] = {}
        parts = [(fold(part), index, number) for index, line in enumerate(lines) for number, part in enumerate(line.parts)]
        for text, index, number in sorted(parts, key=lambda part: (-len(part[0]), part[1:])):
            stretches = [one for one in self._found(text) if self._is_free(one)]
            stretches = [one for one in stretches if lines[index].whole or self._is_whole(one)]
            if stretches:
                best = max(stretches, key=lambda one: self._marked(one, lines[index].id))
                found[index, number] = best
                self._taken[best.paragraph].append((best.start, best.end))
        placed = Placed()
        for index, line in enumerate(lines):
            mine = tuple(found[index, number] for number in range(len(line.parts)) if (index, number) in found)
            if mine:
                placed.at[index] = mine
        return placed

    def left(self) -> Iterator[Stretch]:
        """Yield what no line was found in, without the report's own words, cut where references stand."""
        for index, paragraph in enumerate(self.paragraphs):
            taken = sorted(self._taken[index])
            edges = sorted({0, len(paragraph.text), *(edge for one in taken for edge in one)})
            cuts = [cut for cut in paragraph.cuts if not any(start < cut < end for start, end in taken)]
            edges = sorted({*edges, *cuts})
            for start, end in zip(edges, edges[1:], strict=False):
                if any(begin <= start and end <= finish for begin, finish in taken):
                    continue
                if stretch := self._stripped(Stretch(index, start, end)):
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
        if text:
            for index, one in enumerate(self._folded):
                for start, end in one.find(text):
                    yield Stretch(index, start, end)

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
        glued = paragraph.text[one.end : one.end + 1].isalnum()
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
        return one if any(map(str.isalnum, self.text(one))) else None

    def _trimmed(self, one: Stretch) -> Stretch:
        text = self.text(one)
        start = one.start + len(text) - len(text.lstrip())
        return Stretch(one.paragraph, start, max(start, one.start + len(text.rstrip())))


_STRAIGHT = str.maketrans("”’»", "\"''")
