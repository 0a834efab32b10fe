"""Footnotes and endnotes (ECMA-376 17.11), numbered as they are referred to."""

from collections import Counter
from collections.abc import Iterator

from converter.ooxml.xml import Element, attribute, local
from converter.readers.docx.package import Package, Part, PartUnreadableError

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip

KINDS = ("footnote", "endnote")


class Notes:
    """The notes of a document.

    Attributes:
        parts: the part of each kind that there is.
        unreadable: how many parts could not be read.
    """

    def __init__(self, package: Package, main: Part) -> None:
        """Find them."""
        self.parts: dict[str, Part] = {}
        self.unreadable = 0
        self._notes: dict[tuple[str, str], Element] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._referred: list[tuple[str, str, Element]] = []
        self._counts: Counter[str] = Counter()
        for kind in KINDS:
            if name := main.related(f"{kind}s"):
                try:
                    self.parts[kind] = package.part(name)
                    self._find(kind, package.tree(name))
                except PartUnreadableError:
                    self.unreadable += 1

    def label(self, kind: str, note_id: str) -> str:
        """Return the label of a note, the next one where it is new: 1, 2 … and i, ii …; empty without a note.

        Those are the formats in which Word counts by default.
        """
        key = (kind, note_id)
        if key in self._notes and key not in self._labels:
            self._counts[kind] += 1
            number = self._counts[kind]
            self._labels[key] = str(number) if kind == "footnote" else roman(number)
            self._referred.append((kind, self._labels[key], self._notes[key]))
        return self._labels.get(key, "")

    def referred(self) -> Iterator[tuple[str, str, Element]]:
        """Yield kind, label and element of the notes that are referred to, in that order.

        Notes that other notes refer to come behind these.
        """
        # the list grows while the notes are read
        yield from self._referred

    def _find(self, kind: str, root: Element) -> None:
        for note in root:
            # separators have a type of their own (ECMA-376 17.18.33)
            if local(note) == kind and attribute(note, "type") in {"", "normal"}:
                self._notes[kind, attribute(note, "id")] = note


def roman(number: int) -> str:
    """Return `number`, at least 1, in small Roman numerals."""
    digits = []
    for worth, letters in _ROMAN:
        digits.append(letters * (number // worth))
        number %= worth
    return "".join(digits)
