"""Where words may be broken, by patterns of their language (Liang, "Word Hy-phen-a-tion", 1983).

The patterns are LibreOffice's, which come with the package pyphen. They are read here since pyphen misreads
the German ones ("Zusam-me-n-a-r-beit"), and since it costs 25 ms to import.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Literal

MIN_WORD = 6
"""Letters of the shortest word that may be broken."""
_MIN_BEFORE, _MIN_AFTER = 3, 3
_CACHED_WORDS = 50_000
# Which rules a language without a region goes by, where there are several; and other names of a language.
_REGIONS = {"de": "de_DE", "en": "en_US", "no": "nb_NO", "pt": "pt_PT", "sr": "sr_Latn"}
# A slash: the spelling changes where the word is broken, which we do not do.
_NO_PATTERN = re.compile(b"^(?:[%#]|(?:LEFT|RIGHT|COMPOUND|NO)[A-Z]*HYPHEN|[^/\n]*/).*", re.MULTILINE)
_NEXT_LEVEL = b"NEXTLEVEL"
_MARKS = "\"'“”„‘’«»()[]{}.,;:!?…*—–"


class _Level:
    """One level of patterns: letters → the pattern as written, with the digits between its letters.

    Of all patterns that fit, the highest digit counts between any two letters. Of the German ones, only those
    count that are not the end of a longer one, or of the beginning of one, that fits there too: LibreOffice
    matches so, and so they are written. The others come from TeX, which takes all, or are prepared for both.
    """

    def __init__(self, matching: Literal["all", "longest"], patterns: Sequence[bytes], encoding: str) -> None:
        # ten thousand patterns are stripped of their digits at a stroke
        written = b"\n".join(patterns)
        letters = written.translate(None, b"0123456789").decode(encoding).split("\n")
        self._matching = matching
        self._patterns = (
            dict(zip(letters, written.decode(encoding).split("\n"), strict=True)) if patterns else {}
        )
        self._sorted: list[str] = []
        self._longest = max(map(len, letters))

    def breaks(self, word: str) -> list[int]:
        """Return before which letters `word` may be broken: where the highest number is odd."""
        text = f".{word}."
        values = [0] * (len(text) + 1)
        for end in range(1, len(text) + 1):
            for begin in range(max(0, end - self._longest), end):
                pattern = self._patterns.get(text[begin:end])
                if pattern:
                    _raise_values(values, begin, pattern)
                if self._matching == "longest" and (pattern or self._begins_one(text[begin:end])):
                    break
        return [index - 1 for index in range(2, len(word) + 1) if values[index] % 2]

    def _begins_one(self, letters: str) -> bool:
        if len(self._sorted) != len(self._patterns):
            self._sorted = sorted(self._patterns)
        at = bisect_left(self._sorted, letters)
        return at < len(self._sorted) and self._sorted[at].startswith(letters)


def _raise_values(values: list[int], at: int, pattern: str) -> None:
    """Raise `values` to the digits of `pattern`, each of which stands before the letter that follows it."""
    for character in pattern:
        if character.isdigit():
            values[at] = max(values[at], int(character))
        else:
            at += 1


@lru_cache(maxsize=32)
def _levels(language: str) -> tuple[_Level, ...]:
    """Return the patterns for a BCP 47 tag, those that part compounds first; none where there are none."""
    path = _file(language)
    if path is None:
        return ()
    first, _, lines = path.read_bytes().partition(b"\n")
    encoding = first.decode().strip().replace("microsoft-", "")
    matching: Literal["all", "longest"] = "longest" if path.stem.startswith("hyph_de") else "all"
    patterns = _NO_PATTERN.sub(b"", lines).split()
    ends = [-1, *(index for index, pattern in enumerate(patterns) if pattern == _NEXT_LEVEL), len(patterns)]
    return tuple(_Level(matching, patterns[begin + 1 : end], encoding) for begin, end in pairwise(ends))


def _file(language: str) -> Path | None:
    """Return the file of the most specific part of a BCP 47 tag that has one."""
    package = find_spec("pyphen")
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent / "dictionaries"
    files = {path.stem.removeprefix("hyph_").lower(): path for path in sorted(folder.glob("hyph_*.dic"))}
    parts = language.split("-")
    for count in range(len(parts), 0, -1):
        tag = "_".join(parts[:count]).lower()
        alone = [path for name, path in files.items() if name.partition("_")[0] == tag]
        found = files.get(_REGIONS.get(tag, tag).lower()) or next(iter(alone), None)
        if found:
            return found
    return None


def _breaks(word: str, levels: tuple[_Level, ...]) -> list[int]:
    """Return the breaks of the first level, and between them those of the levels below."""
    breaks = levels[0].breaks(word)
    if len(levels) == 1:
        return breaks
    parts = pairwise([0, *breaks, len(word)])
    inner = [begin + at for begin, end in parts for at in _breaks(word[begin:end], levels[1:])]
    return sorted({*breaks, *inner})


@lru_cache(maxsize=_CACHED_WORDS)
def hyphens(word: str, language: str) -> tuple[int, ...]:
    """Return before which characters of `word` a hyphen may stand; marks around it are left alone.

    Words with capitals inside, digits or an apostrophe are not broken, nor is what has a hyphen already.

    Args:
        word: as it stands between spaces.
        language: BCP 47 tag.
    """
    core = word.strip(_MARKS)
    if len(core) < MIN_WORD or not core.isalpha() or not core[1:].islower():
        return ()
    levels = _levels(language)
    if not levels:
        return ()
    begin = word.index(core)
    breaks = _breaks(core.lower(), levels)
    return tuple(begin + at for at in breaks if _MIN_BEFORE <= at <= len(core) - _MIN_AFTER)
