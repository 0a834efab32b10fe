"""Texts as they are compared: what a reader tells apart counts, and how a format writes it does not.

White space does not count, since each format breaks lines and parts items in its own way. Ligatures and the
forms that Arabic letters take are the letters they stand for. Nothing else is made alike: a capital, an
accent, a full stop or a digit that differs is a difference.
"""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

# Marks that nobody sees; joiners and direction marks come and go with shaping.
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
_FORMS = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]+")
_DOTS = re.compile(r"\.{3}")
_SPACE = re.compile(r"\s+")
_TOKEN = re.compile(
    # A character of scripts without spaces is read by itself; marks go with the letter before.
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    "|[⁰¹²³⁴-⁹]+"  # numbers of references, right behind a word
    r"|[^\W_⁰¹²³⁴-⁹]+(?:[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]+[^\W_⁰¹²³⁴-⁹]*)*|[^\w\s]|_"
)


class Token(Struct, frozen=True):
    """A word, a character of a script without spaces, or a sign.

    Attributes:
        text: its letters.
        start: how many letters stand before it in the text that it is of.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """How many letters stand before what follows it."""
        return self.start + len(self.text)

    @property
    def is_word(self) -> bool:
        """Whether it has a letter or a digit."""
        return any(map(str.isalnum, self.text))


def plain(text: str) -> str:
    """Return `text` in one form, on one line."""
    # Three full stops are what an ellipsis looks like.
    text = _DOTS.sub("…", text)
    text = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _UNSEEN.sub("", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def letters(text: str) -> str:
    """Return what of `text` counts."""
    return plain(text).replace(" ", "")


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """Yield the tokens of a `plain` text; `start` letters stand before it. Together they are its letters."""
    for found in _TOKEN.finditer(text):
        yield Token(found[0], start)
        start += len(found[0])
