"""Whether a sentence has the wording of another one, as a digest says of it."""

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"[^\W_]+")
_FIGURES = re.compile(r"\d+")
_LEAST_SHARE = 0.7
"""Such a share of the words is the same in sentences that are alike but for words that carry no meaning."""


def is_alike(one: str, other: str, likeness: Literal["same", "similar"]) -> bool:
    """Tell whether two sentences have the same words, or nearly the same and the same figures.

    Capitals, accents and punctuation do not count.
    """
    first, second = _words(one), _words(other)
    if first == second:
        return True
    if likeness == "same" or _FIGURES.findall(" ".join(first)) != _FIGURES.findall(" ".join(second)):
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _LEAST_SHARE


def _words(text: str) -> list[str]:
    bare = "".join(
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    return _WORD.findall(bare)
