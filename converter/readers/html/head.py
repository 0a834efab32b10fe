"""What stands at the head of an article and is said elsewhere too: its title, its authors, its date."""

from converter.readers.builder import ArticleBuilder
from converter.readers.facts import Facts, read_byline

_NEAR_HEAD = 4
"""Blocks among which a byline may stand."""


class Head:
    """Tells what is left out at the head, and keeps what it says.

    Attributes:
        facts: what bylines there said.
    """

    def __init__(self, title: str, byline: str, builder: ArticleBuilder) -> None:
        """Begin with what the page declares; `builder` knows how far the article has come."""
        self.facts = Facts()
        self._title = _letters(title)
        self._byline = _letters(byline)
        self._builder = builder

    def repeats_title(self, words: str) -> bool:
        """Say whether a heading is the title again: all of it anywhere, a part of it at the head."""
        letters = _letters(words)
        if not letters or letters == self._title:
            return bool(letters)
        shorter, longer = sorted((letters, self._title), key=len)
        return len(self._builder.blocks) <= 1 and shorter in longer and 2 * len(shorter) >= len(longer)

    def takes(self, words: str) -> bool:
        """Say whether a paragraph says nothing but who wrote the article, and when; keep that."""
        if len(self._builder.blocks) >= _NEAR_HEAD:
            return False
        line = " ".join(words.split())
        if self._byline and _letters(line) == self._byline:
            return True
        told = read_byline(line)
        self.facts |= told or Facts()
        return told is not None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
