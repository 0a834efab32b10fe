"""Which passages of a plain text are headings? Nothing marks them, and a wrong one splits a section."""

import re
from collections.abc import Sequence

from converter.readers.text.passages import Passage

_MOST_WORDS, _MOST_CHARACTERS = 14, 100
"""A longer passage is no heading."""

_PROSE_WORDS = 12
"""A shorter passage may be anything."""

_STOPPED = re.compile(r"[.;,:…。；，：।။።]['\"”’»)\]]*$")
_SENTENCE = re.compile(r"[.!?:…。！？：।]['\"”’»)\]]*$")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w|^#\w|^\[")
_QUOTE = re.compile(r"[\"“‘„«']")


def find_headings(passages: Sequence[Passage]) -> set[int]:
    """Return the indices of those passages that read like headings: short, unstopped, above prose."""
    words = [len(passage.text.split()) if passage.kind == "prose" else 0 for passage in passages]
    return {index for index in range(1, len(passages)) if _is_heading(passages, words, index)}


def _is_heading(passages: Sequence[Passage], words: Sequence[int], index: int) -> bool:
    text = passages[index].text
    if not 0 < words[index] <= _MOST_WORDS or len(text) > _MOST_CHARACTERS or index + 1 == len(passages):
        return False
    if _STOPPED.search(text) or _ADDRESS.search(text) or _QUOTE.match(text) or text[0].islower():
        return False
    before, following = words[index - 1], words[index + 1]
    prose_follows = following >= _PROSE_WORDS and bool(_SENTENCE.search(passages[index + 1].text))
    return prose_follows and (before >= _PROSE_WORDS or index == 1)
