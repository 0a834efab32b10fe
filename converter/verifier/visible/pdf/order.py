"""The words of one line in the order of reading, from where they stand.

This is the bidirectional algorithm (UAX #9) the other way round. What it cannot tell, as "MS 300" beside
Hebrew looks the same whichever comes first, follows the order in which it is drawn: a reader cannot tell it
either.
"""

import unicodedata
from collections.abc import Container, Sequence
from itertools import pairwise

from converter.verifier.visible.pdf.words import NARROW, WIDE, Word

Token = Word | None
"""A word, or a space that a reader sees."""


def tokens_of(words: Sequence[Word], *, leftwards: bool) -> list[Token]:
    """Return what one line says, in the order of reading.

    Args:
        words: of the line, in any order.
        leftwards: whether the paragraph runs from right to left.
    """
    tokens = _spaced(sorted(words, key=lambda word: word.left))
    if leftwards or any(word.leftwards for word in words):
        return _logical(tokens, leftwards=leftwards)
    return tokens


def disorder(tokens: Sequence[Token]) -> int:
    """Return how often words are drawn before those that they follow."""
    orders = [token.order for token in tokens if token]
    return sum(one > other for one, other in pairwise(orders))


def _spaced(words: Sequence[Word]) -> list[Token]:
    """Return words from left to right, with the spaces between them."""
    tokens: list[Token] = list(words[:1])
    for before, word in pairwise(words):
        drawn = (word if word.order >= before.order else before).spaced
        if word.left - before.right > (NARROW if drawn else WIDE) * min(word.size, before.size):
            tokens.append(None)
        tokens.append(word)
    return tokens


def kind(token: Token) -> str:
    """Return `R` or `L` for words of one direction, `N` for numbers, empty for what has none."""
    if token is None:
        return ""
    if token.leftwards:
        return "R"
    if any(unicodedata.bidirectional(sign) == "L" for sign in token.text):
        return "L"
    return "N" if any(sign.isdigit() for sign in token.text) else ""


def _logical(tokens: list[Token], *, leftwards: bool) -> list[Token]:
    """Turn a line that runs from right to left, and the stretches that run against it."""
    against = {"L", "N"} if leftwards else {"R"}
    found: list[Token] = []
    stretch: list[Token] = []
    tokens = tokens[::-1] if leftwards else tokens
    for token, following, ends in zip(tokens, [*tokens[1:], None], _ends(tokens, against), strict=True):
        its = kind(token)
        if ends and not (stretch and _goes_on(stretch, following)):
            found += _turned(stretch)
            stretch = [token]
        elif its in against or (its == "N" and stretch):
            if not _goes_on(stretch, token):
                found += _turned(stretch)
                stretch = []
            stretch.append(token)
        elif stretch and not its:
            stretch.append(token)
        else:
            found += [*_turned(stretch), token]
            stretch = []
    return found + _turned(stretch)


def _ends(tokens: Sequence[Token], against: Container[str]) -> list[bool]:
    """Say which of `tokens` are numbers and signs at the end of a stretch that runs against the line.

    That end is met first, and what stands there is drawn after what it is met before.
    """
    found = [False] * len(tokens)
    nearest: Token = None
    leads = False
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token is None:
            continue
        its = kind(token)
        leads = its in against or (
            leads and its in {"", "N"} and nearest is not None and token.order > nearest.order
        )
        found[index] = leads and its not in against
        nearest = token
    return found


def _goes_on(stretch: Sequence[Token], token: Token) -> bool:
    """Say whether `token` runs with what stands before it, against the line."""
    last = next((each for each in reversed(stretch) if kind(each)), None)
    if last is None or token is None:
        return True
    return kind(last) == kind(token) != "N" or token.order <= last.order


def _turned(stretch: list[Token]) -> list[Token]:
    """Return a stretch in its own direction; what has none at its end belongs to the line, if drawn so."""
    end = len(stretch)
    while end and not kind(stretch[end - 1]) and not _begins(stretch[:end]):
        end -= 1
    return stretch[:end][::-1] + stretch[end:]


def _begins(stretch: Sequence[Token]) -> bool:
    """Say whether the last of a stretch, where its own direction begins, is drawn before the others."""
    last, before = stretch[-1], next((each for each in reversed(stretch[:-1]) if each), None)
    return last is not None and before is not None and last.order < before.order
