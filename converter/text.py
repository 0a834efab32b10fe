"""Cleaning: the one place that decides which characters may stand in an article or a report."""

import re
import unicodedata

from msgspec import Struct

# What neither XML 1.0 (section 2.2) nor a reader's eye can bear, by the name used in notices. Joiners
# (U+200C, U+200D) and the plain marks (U+200E, U+200F, U+061C) stay: Persian, Indic scripts and emoji
# need them.
_REMOVED = {
    "control characters": "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f",
    "surrogates": "\ud800-\udfff",
    "non-characters": "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)),
    "bidi controls": "\u202a-\u202e\u2066-\u206f",
    "invisible characters": "\u00ad\u180e\u200b\u2060-\u2065\ufeff\ufff9-\ufffc\U000e0000-\U000e0fff",
}
_ANY_REMOVED = re.compile("[" + "".join(_REMOVED.values()) + "]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Candidates for more marks in a row than any letter has (UAX #15, stream-safe text format: 30): to put
# them in order takes time with the square of their number.
_MOST_MARKS = 30
_HEAP = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
# No-break spaces (U+00A0, U+202F) are the author's own and stay.
_SPACE = "[ \t\n\u1680\u2000-\u200a\u205f\u3000]"
# Single spaces stay out of it: a piece for each word of a text would take ten times the text's memory.
_SPACES = re.compile(f"{_SPACE}(?:(?<! )|(?={_SPACE})){_SPACE}*")


class Cleaned(Struct, frozen=True):
    r"""A cleaned text and what was removed from it.

    Attributes:
        text: NFC, line ends are `\\n`, nothing invisible or forbidden.
        removed: pairs of category and how many characters of it were removed; empty when none were.
    """

    text: str
    removed: tuple[tuple[str, int], ...] = ()


def clean_text(raw: str) -> Cleaned:
    r"""Return `raw` in Unicode normalisation form C without what no format can carry.

    Line ends of every kind become `\\n`. Removed are control characters (tab and line end stay), lone
    surrogates, non-characters, bidirectional embeddings, overrides and isolates, invisible characters, and
    combining marks beyond the thirtieth on a letter. Cleaning a cleaned text changes nothing.
    """
    if raw.isascii() and raw.replace("\n", " ").isprintable():
        return Cleaned(raw)
    text = _LINE_ENDS.sub("\n", raw)
    removed: tuple[tuple[str, int], ...] = ()
    if _ANY_REMOVED.search(text):
        counts = {name: len(re.findall(f"[{members}]", text)) for name, members in _REMOVED.items()}
        removed = tuple((name, count) for name, count in counts.items() if count)
        text = _ANY_REMOVED.sub("", text)
    if text.isascii():
        return Cleaned(text, removed)
    thinned = _HEAP.sub(_thinned, text)
    # what is written as one mark may be two in this form
    normal = unicodedata.normalize("NFC", thinned)
    final = _HEAP.sub(_thinned, normal)
    heaped = len(text) - len(thinned) + len(normal) - len(final)
    return Cleaned(final, (*removed, ("heaped marks", heaped)) if heaped else removed)


def _thinned(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def collapse(text: str) -> str:
    """Return `text` on one line, with single spaces and none at its ends; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def plain(text: str) -> str:
    """Return a person's words, or a file's name, as one line that every format can carry."""
    return collapse(clean_text(text).text)
