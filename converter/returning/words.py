"""The words of a paragraph, and what is known of each of its characters."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct, field

_SAME = str.maketrans("“”„‟«»‘’‚‛′″\u00a0\u202f\u2011", '""""""\'\'\'\'\'"  -') | dict.fromkeys(
    (*range(0x2000, 0x200B), 0x1680, 0x205F, 0x3000), " "
)
"""What programs write for one another as a person types; it makes no other wording."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"))


class Hand(NamedTuple):
    """What is known of a stretch of characters.

    Attributes:
        lines: numbers of the lines whose bookmarks are around it.
        author: who inserted it, where changes were tracked; empty otherwise.
        set_off: whether it was set bold, italic or underlined by hand.
    """

    lines: frozenset[int] = frozenset()
    author: str = ""
    set_off: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph as it stands in the file.

    Attributes:
        number: from 1, those in tables counted too.
        text: with single spaces, changes that were tracked accepted.
        hands: one for each character.
        cuts: where references to notes stand, and other ends of a line; offsets into the text, in order.
        level: of a heading, from 1; 0 for other paragraphs.
        anchors: names of the bookmarks that begin in it, but for those of lines.
        style: name of its style, in lower case.
        in_table: whether it stands in a cell.
        comments: ids of the comments that hang on it.
        pictures: what its pictures say to those who do not see them.
    """

    number: int
    text: str
    hands: tuple[Hand, ...]
    cuts: tuple[int, ...] = ()
    level: int = 0
    anchors: tuple[str, ...] = ()
    style: str = ""
    in_table: bool = False
    comments: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


class Words(Struct):
    """Collects the characters of a paragraph, with single spaces and none at its edges."""

    letters: list[str] = field(default_factory=list)
    hands: list[Hand] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)

    def add(self, text: str, hand: Hand) -> None:
        """Add `text`, which `hand` wrote."""
        for letter in text:
            if letter in " \t\n\r":
                if not self.letters or self.letters[-1] == " ":
                    continue
                letter = " "  # noqa: PLW2901 - all of them are one
            self.letters.append(letter)
            self.hands.append(hand)

    def cut(self) -> None:
        """Mark that a reference stands here."""
        self.cuts.append(len(self.letters))

    def finished(self) -> tuple[str, tuple[Hand, ...], tuple[int, ...]]:
        """Return the text, its hands and its cuts."""
        if self.letters and self.letters[-1] == " ":
            self.letters.pop()
            self.hands.pop()
        end = len(self.letters)
        return "".join(self.letters), tuple(self.hands), tuple(sorted({min(cut, end) for cut in self.cuts}))


class Folded(Struct, frozen=True):
    """A text as it is compared: without what programs change by themselves.

    Attributes:
        text: folded.
        at: for each of its characters, and for its end, where it stands in the text that was folded.
    """

    text: str
    at: Sequence[int]


def folded(text: str) -> Folded:
    """Return `text` as it is compared."""
    kept = [
        (letter.translate(_SAME), place) for place, letter in enumerate(text) if ord(letter) not in _UNSEEN
    ]
    return Folded("".join(letter for letter, _ in kept), (*(place for _, place in kept), len(text)))


def fold(text: str) -> str:
    """Return `text` as it is compared, on one line."""
    return " ".join(text.translate(_UNSEEN).translate(_SAME).split())


def author_of(hands: Iterable[Hand]) -> str:
    """Return who wrote most of `hands` while changes were tracked; empty: nobody."""
    names = Counter(hand.author for hand in hands if hand.author)
    return max(names, key=names.__getitem__, default="")
