"""Inline elements → runs, and the pictures between them (HTML Living Standard 4.5)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from msgspec import Struct, field

from converter.readers.html.notes import leads_back
from converter.readers.html.tree import Element, shown
from converter.readers.inline import Kind, Run

Marks = tuple[tuple[Kind, str], ...]

_KINDS: dict[str, Kind] = {
    "b": "strong", "strong": "strong",
    "i": "emphasis", "em": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip

EMBEDDED = frozenset(
    {"iframe", "object", "embed", "video", "audio", "canvas", "svg", "form", "input", "select"}
)
"""What shows something other than words and pictures."""

BREAK = Run("\n")


class Inline(Struct):
    """What inline elements hold.

    Attributes:
        runs: their words; a line break is a run of its own, `BREAK`.
        pictures: the `img` elements among them.
    """

    runs: list[Run] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)

    def stretches(self) -> Iterator[list[Run]]:
        """Yield the runs that make a paragraph each, where there are words.

        Two line breaks in a row part paragraphs, and so does one behind words that are all strong.
        """
        stretch: list[Run] = []
        breaks = 0
        for run in self.runs:
            breaks = breaks + 1 if run is BREAK else 0 if run.text.strip() else breaks
            if breaks and _has_words(stretch) and (breaks > 1 or _is_strong(stretch)):
                yield stretch
                stretch = []
            stretch.append(run)
        if _has_words(stretch):
            yield stretch


def _has_words(runs: list[Run]) -> bool:
    return any(run.text.strip() for run in runs)


def _is_strong(runs: list[Run]) -> bool:
    return all(("strong", "") in run.marks for run in runs if run.text.strip())


class InlineReader:
    """Reads inline elements of one page.

    Attributes:
        embedded: counts what is left out, by the name of its element.
    """

    def __init__(self, base: str, labels: Mapping[Element, str]) -> None:
        """Begin.

        Args:
            base: what relative links are relative to, or empty.
            labels: of the links that refer to notes.
        """
        self._base = base
        self._labels = labels
        self.embedded: Counter[str] = Counter()

    def read(self, element: Element, inline: Inline, marks: Marks = ()) -> None:
        """Add what `element` holds, but not what follows it, to `inline`."""
        if not shown(element):
            return
        tag = element.tag
        if tag == "br":
            inline.runs.append(BREAK)
        elif tag == "img":
            inline.pictures.append(element)
        elif tag in EMBEDDED:
            self.embedded[str(tag)] += 1
        elif label := self._labels.get(element):
            inline.runs.append(Run("", (*marks, ("footnote", label))))
        elif tag == "a" and leads_back(element):
            return
        else:
            self.children(element, inline, (*marks, *self._marks(element)))

    def children(self, element: Element, inline: Inline, marks: Marks = ()) -> None:
        """Add the text and the children of `element`."""
        self.text(element.text, inline, marks)
        for inner in element:
            if isinstance(inner.tag, str):
                self.read(inner, inline, marks)
            self.text(inner.tail, inline, marks)

    def text(self, text: str | None, inline: Inline, marks: Marks = ()) -> None:
        """Add a piece of text."""
        if text:
            inline.runs.append(Run(text, marks))

    def _marks(self, element: Element) -> Marks:
        tag = str(element.tag)
        if tag == "a":
            target = (element.get("href") or "").strip()
            # a place on the same page is of no use outside it
            return (("link", self._absolute(target)),) if target and not target.startswith("#") else ()
        return ((_KINDS[tag], ""),) if tag in _KINDS else ()

    def _absolute(self, target: str) -> str:
        try:
            return urljoin(self._base, target)
        except ValueError:
            return target
