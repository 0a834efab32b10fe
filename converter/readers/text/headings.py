"""Which passages of a plain text are headings? Nothing marks them, and a wrong one splits a section.

A heading is short and without a final stop; before it, something has come to its end; after it comes prose, a
list, or another heading above prose. The rules were chosen on real articles (see `docs/why/reading.md`).
"""

import re
from collections import Counter
from collections.abc import Sequence

from converter.readers.text.passages import Passage

_MOST_WORDS, _MOST_CHARACTERS = 14, 100
"""A longer passage is no heading."""

_MOST_WORDS_ASKING, _MOST_WORDS_EXCLAIMING = 10, 3
"""Questions and exclamations are also sentences; longer ones are taken for such."""

_MOST_WORDS_OF_CREDIT = 14

_FEWEST_WORDS_OF_PROSE, _FEWEST_BEHIND_COLON = 9, 20
_MOST_WORDS_OF_ITEM = 20
"""A passage without a final stop that is not longer may be an item of a list without bullets."""

_NUMBERED = re.compile(
    r"(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[IVXLC]{1,6}\.|"
    r"(?:chapter|section|part|appendix|annex) (?:\d{1,3}|[IVXLC]+)\b[.:]?) \S",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"(?:chapter|part|[IVXLC]{1,6}\.) ", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_LONGEST_ACRONYM = 5
_CLOSING = "['\"”’»)\\]]*(?: ?\\[[^\\]]{1,20}\\])?$"
"""What may stand behind a stop: quotation marks, brackets, a reference such as "[2]"."""

_STOPPED = re.compile(rf"[.;,:…。；，：।]{_CLOSING}")
_ENDED = re.compile(rf"[.!?:;…。！？：।]{_CLOSING}|\]$")
_SENTENCE = re.compile(r"[.!?:。！？।]")
_ODD = re.compile(r"\d ?[ap]\.?m\b|https?://|www\.|\w@\w|[{}|]|\S {3,}\S|\t|^[#(\[\"“‘„«'@&]|^\W*$")
_SPEAKER = re.compile(r"((?:[^\W_][\w.’'-]*[ \t]+){0,3}[^\W_][\w.’'-]*):\s")
_FEWEST_TURNS = 3
_CREDIT = re.compile(
    r"\(?\s*(?:by|via|source|credit|photo|image|picture|figure|fig|table|caption|artist|illustration)\b[^.]{0,30}:",
    re.IGNORECASE,
)


def find_headings(passages: Sequence[Passage]) -> None:
    """Make headings of passages of prose that read like them, and give all headings their levels."""
    # A line of credit below a heading comes between it and its prose, and says nothing of either.
    told = [passage for passage in passages if not _is_credit(passage)]
    speakers = _speakers(told)
    for index, passage in enumerate(told[:-1]):
        if _speaker(passage) not in speakers and _could_be(passage) and _is_heading(told, index):
            passage.kind = "heading"
    _set_levels([passage for passage in passages if passage.kind == "heading"])


def _speakers(passages: Sequence[Passage]) -> set[str]:
    """Return the names that stand before what is said: a question in an interview is no heading."""
    turns = Counter(name for passage in passages if (name := _speaker(passage)))
    return {name for name, times in turns.items() if times >= _FEWEST_TURNS}


def _speaker(passage: Passage) -> str:
    found = _SPEAKER.match(passage.text)
    return found[1] if found else ""


def _could_be(passage: Passage) -> bool:
    text = passage.text
    return (
        passage.kind == "prose"
        and len(text) <= _MOST_CHARACTERS
        and passage.words <= _MOST_WORDS
        and not text[0].islower()
        and not _ODD.search(text)
    )


def _is_credit(passage: Passage) -> bool:
    """Say whether a passage only names who made a picture, or the like."""
    short = passage.kind == "prose" and passage.words <= _MOST_WORDS_OF_CREDIT
    return short and bool(_CREDIT.match(passage.text))


def _is_heading(passages: Sequence[Passage], index: int) -> bool:
    text, following = passages[index].text, passages[index + 1]
    before = passages[index - 1] if index else None
    if _NUMBERED.match(text) and text[-1] not in ",;:" and _is_prose(following):
        return not _NUMBERED.match(following.text)
    if _STOPPED.search(text) or (before and _is_bare_item(before)):
        return False
    if text[-1] in "?!":
        return _is_fit_to_call(passages[index], before, following)
    if before and before.text.endswith(":"):
        return _is_prose(following) and following.words >= _FEWEST_BEHIND_COLON
    return _is_prose(following) or _opens_list(following) or _is_above_prose(passages[index + 1 : index + 3])


def _is_fit_to_call(passage: Passage, before: Passage | None, following: Passage) -> bool:
    """Say whether a question or an exclamation is a heading."""
    most = _MOST_WORDS_ASKING if passage.text.endswith("?") else _MOST_WORDS_EXCLAIMING
    answered = before is not None and before.text[-1] in "?!" and before.words < _FEWEST_BEHIND_COLON
    alone = not answered and following.text[-1] != "?"
    return passage.words <= most and alone and (_is_prose(following) or _opens_list(following))


def _is_prose(passage: Passage) -> bool:
    return (
        passage.kind == "prose"
        and passage.words >= _FEWEST_WORDS_OF_PROSE
        and bool(_SENTENCE.search(passage.text))
    )


def _is_bare_item(passage: Passage) -> bool:
    return (
        passage.kind == "prose" and not _ENDED.search(passage.text) and passage.words <= _MOST_WORDS_OF_ITEM
    )


def _opens_list(passage: Passage) -> bool:
    return passage.kind in {"bullet", "number"} or (passage.kind == "prose" and passage.text.endswith(":"))


def _is_above_prose(passages: Sequence[Passage]) -> bool:
    """Say whether two passages are a heading and prose below it."""
    match passages:
        case [first, second]:
            return _could_be(first) and not _ENDED.search(first.text) and _is_prose(second)
    return False


def _set_levels(headings: Sequence[Passage]) -> None:
    underlines = list(dict.fromkeys(heading.marker for heading in headings if heading.marker))
    ranks = [_rank(heading, underlines) for heading in headings]
    levels = {rank: level for level, rank in enumerate(sorted(set(ranks)), 1)}
    for heading, rank in zip(headings, ranks, strict=True):
        heading.depth = levels[rank]


def _rank(heading: Passage, underlines: Sequence[str]) -> tuple[int, int]:
    """Return what orders headings by weight: how they are underlined, chapters, capitals, numbers."""
    text = heading.text
    if heading.marker:
        # as reStructuredText has it: the line that is used first is that of the highest level
        return 0, underlines.index(heading.marker)
    if _CHAPTER.match(text):
        return 1, 0
    if text.isupper() and len(text) > _LONGEST_ACRONYM:
        return 2, 0
    numbers = _NUMBERS.match(text)
    return 3, len(numbers[0].strip(".").split(".")) if numbers else 1
