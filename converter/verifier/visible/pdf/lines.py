"""Words → lines, and lines → the text of a paragraph."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

from converter.verifier.visible.pdf.glyphs import HYPHEN
from converter.verifier.visible.pdf.order import Token, disorder, kind, tokens_of
from converter.verifier.visible.pdf.saying import SOFT_HYPHEN
from converter.verifier.visible.pdf.words import Word

_SAME = 0.5
"""Baselines that differ by less than this part of the size are one line's."""
_PRESENTATION = re.compile("[\ufb00-\ufdff\ufe70-\ufeff]+")
_DASHES = frozenset("-\u2010–—/")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words: Thai, Lao, Burmese, Khmer, Chinese and Japanese."""


class Line(Struct, eq=False):
    """Words on one baseline.

    Attributes:
        words: in the order in which they are drawn.
        baseline: of most of them, in points from the page's lower edge.
        size: of the largest.
        leftwards: whether it, or the page that it stands on, may run from right to left.
    """

    words: list[Word]
    baseline: float
    size: float
    leftwards: bool = False

    @property
    def left(self) -> float:
        """Where it begins, in points."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Where it ends, in points."""
        return max(word.right for word in self.words)

    def stands_with(self, other: "Line") -> bool:
        """Say whether both are on one height."""
        return abs(self.baseline - other.baseline) < _SAME * max(self.size, other.size)


def read_lines(words: Iterable[Word], *, leftwards: bool = False) -> list[Line]:
    """Return lines from the top to the bottom; marks become part of the words that they stand at.

    Args:
        words: in the order in which they are drawn.
        leftwards: whether the page may run from right to left.
    """
    lines: list[Line] = []
    for word in sorted(words, key=lambda word: (-word.baseline, -word.size, word.order)):
        last = lines[-1] if lines else None
        if last and last.baseline - word.baseline < _SAME * max(last.size, word.size):
            last.words.append(word)
            if word.size > last.size:
                last.baseline, last.size = word.baseline, word.size
        else:
            lines.append(Line([word], word.baseline, word.size))
    for line in lines:
        line.leftwards = leftwards or any(word.leftwards for word in line.words)
    return lines


def most_run_leftwards(words: Iterable[Word]) -> bool:
    """Say whether more of the words run from right to left than from left to right."""
    score = 0
    for word in words:
        if word.leftwards:
            score += 1
        elif any(unicodedata.bidirectional(sign) == "L" for sign in word.text):
            score -= 1
    return score > 0


def read_text(lines: Sequence[Line]) -> str:
    """Return what the lines of one paragraph say, words joined that were parted at a line's end."""
    text = ""
    for said in _said(lines):
        text = _joined(text, said) if text else said
    return clean(text)


def _said(lines: Sequence[Line]) -> list[str]:
    """Return what each line says."""
    words = [word for line in lines for word in line.words]
    rightwards = [tokens_of(line.words, leftwards=False) for line in lines]
    if not any(line.leftwards for line in lines):
        return [_rightwards(line) for line in rightwards]
    leftwards = [tokens_of(line.words, leftwards=True) for line in lines]
    # A reader may take the line either way; the order in which it is drawn tells which was meant.
    wrong = [sum(map(disorder, each)) for each in (rightwards, leftwards)]
    if (wrong[0], most_run_leftwards(words)) <= (wrong[1], False):
        return [_rightwards(line) for line in rightwards]
    return ["".join(map(_upright, line)) for line in leftwards]


def _rightwards(line: Iterable[Token]) -> str:
    return "".join(" " if token is None else token.text for token in line)


def _upright(token: Token) -> str:
    """Return the text of a word on a line from right to left: signs between words run as the line does."""
    if token is None:
        return " "
    return token.text if token.typed or kind(token) else token.text[::-1]


def _joined(before: str, after: str) -> str:
    """Put two lines together."""
    if before.endswith(SOFT_HYPHEN):
        return before[:-1] + after
    if before.endswith(HYPHEN) or (before[-1] in _DASHES and before[-2:-1].isalnum()):
        return before + after
    if _UNSPACED.match(before[-1]) and _UNSPACED.match(after[:1]):
        return before + after
    return f"{before} {after}"


def clean(text: str) -> str:
    """Return text in NFC with its white space collapsed, ligatures and forms of letters taken apart."""
    text = _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = text.replace(HYPHEN, "-").replace(SOFT_HYPHEN, "-")
    return unicodedata.normalize("NFC", " ".join(text.split()))
