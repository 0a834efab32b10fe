"""Where words may be broken, by the patterns of their language (Liang's, as LibreOffice carries them)."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

MIN_WORD, MIN_BEFORE, MIN_AFTER = 6, 3, 3
_CACHED_WORDS = 50_000
# A language without a region is hyphenated by these rules rather than by whichever come first.
_REGIONS = {"en": "en_US", "de": "de_DE", "pt": "pt_PT", "sr": "sr_Latn", "no": "nb_NO"}


@lru_cache(maxsize=32)
def _patterns(language: str) -> "Pyphen | None":
    """Return the patterns for a BCP 47 tag; `None`: there are none. Imported late: not all need them."""
    import pyphen

    tag = _REGIONS.get(language.lower(), language.replace("-", "_"))
    known = pyphen.language_fallback(tag)
    return pyphen.Pyphen(lang=known, left=MIN_BEFORE, right=MIN_AFTER) if known else None


@lru_cache(maxsize=_CACHED_WORDS)
def hyphens(word: str, language: str) -> tuple[int, ...]:
    """Return before which characters of `word` a hyphen may stand; marks around it are left alone.

    Words with capitals inside, digits or an apostrophe are not broken, nor is what has a hyphen already.
    """
    core = word.strip("\"'“”„‘’«»()[]{}.,;:!?…*—–")
    if len(core) < MIN_WORD or not core.isalpha() or not core[1:].islower():
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    begin = word.index(core)
    return tuple(begin + int(position) for position in patterns.positions(core.lower()))
