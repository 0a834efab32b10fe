"""What stands at the head of a Word file, and which paragraphs are headings although no style says so."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from converter.readers.dates import find_date
from converter.readers.docx.parts import Part, Words
from converter.readers.docx.properties import Properties
from converter.readers.facts import Facts, dateline_date, read_byline
from converter.readers.inline import Run

_NEAR_HEAD = 4
"""Paragraphs among which author and date may stand."""

_NEAR_TITLE = 10
"""Parts among which the title that the properties name may stand."""

_LONGEST_TITLE, _LONGEST_HEADING = 200, 100
"""In characters."""

_LARGER = 1.15
"""How much larger than running text the letters of a heading are."""

_STOPPED = re.compile(r"[.:;,。：；]\W*$")


def take_title(parts: list[Part], told: Properties) -> list[Run]:
    """Take the title out of `parts` and return its words; none where there is no title.

    A style decides, else what the properties say if it stands there, else a heading above all others, else
    the properties, else a first line in larger or bold letters.
    """
    words = [part for part in parts if isinstance(part, Words)]
    titles = [one for one in words if one.kind == "title"]
    if titles:
        return _take_titles(parts, titles)
    named = [one for one in parts[:_NEAR_TITLE] if isinstance(one, Words) and _same(one.text, told.title)]
    chosen = named[0] if named else _heading_above_all(words)
    if chosen is None and told.title:
        return [Run(told.title)]
    if chosen is None and len(words) > 1 and _stands_out(words[0], _body_size(words), _LONGEST_TITLE):
        chosen = words[0]
    if chosen is None:
        return []
    parts.remove(chosen)
    return chosen.runs


def take_facts(parts: list[Part], told: Properties) -> Facts:
    """Take author and date out of `parts`, where they stand near the head."""
    facts = Facts()
    for one in [part for part in parts if isinstance(part, Words)][:_NEAR_HEAD]:
        found = Facts(byline=one.text) if _same(one.text, told.author) else _facts(one)
        if found and len(parts) > 1:
            parts.remove(one)
            facts |= found
        elif one.kind == "prose" and not facts.date:
            facts |= Facts(date=dateline_date(one.text))
    return facts


def settle_headings(parts: Sequence[Part]) -> None:
    """Give the highest headings level 1; where no style makes one, those that stand out are headings."""
    words = [part for part in parts if isinstance(part, Words)]
    headings = [one for one in words if one.kind == "heading"]
    if not headings:
        size = _body_size(words)
        standing_out = [
            isinstance(part, Words) and part.kind == "prose" and _stands_out(part, size, _LONGEST_HEADING)
            for part in parts
        ]
        for part, (this, following) in zip(parts, pairwise((*standing_out, True)), strict=True):
            if this and not following and isinstance(part, Words):
                part.kind, part.level = "heading", 1
        return
    lowest = min(one.level for one in headings)
    for one in headings:
        one.level += 1 - lowest


def _take_titles(parts: list[Part], titles: Sequence[Words]) -> list[Run]:
    """Return the first title, with the lines that go on with it; others are headings above the rest."""
    start = next(index for index, part in enumerate(parts) if part is titles[0])
    lines = list(takewhile(lambda part: isinstance(part, Words) and part.kind == "title", parts[start:]))
    del parts[start : start + len(lines)]
    for later in titles[len(lines) :]:
        later.kind, later.level = "heading", 1
    runs: list[Run] = []
    for line in titles[: len(lines)]:
        runs += [*([Run(" ")] if runs else []), *line.runs]
    return runs


def _heading_above_all(words: Sequence[Words]) -> Words | None:
    """Return the heading near the head that leads, or that is the only one of the highest level."""
    headings = [one for one in words if one.kind == "heading"]
    if not headings:
        return None
    top = min(one.level for one in headings)
    highest = [one for one in headings if one.level == top]
    if highest[0] not in words[:_NEAR_HEAD]:
        return None
    signs = (words[0] is highest[0]) + (len(highest) == 1) + (top == 1)
    return highest[0] if signs >= 2 else None  # noqa: PLR2004 - two of three signs


def _facts(words: Words) -> Facts | None:
    if words.kind == "author":
        return Facts(byline=words.text)
    if words.kind == "date":
        found = find_date(words.text)
        return Facts(date=found.iso) if found else None
    return read_byline(words.text) if words.kind == "prose" else None


def _stands_out(words: Words, body_size: int, longest: int) -> bool:
    text = words.text
    larger = bool(body_size) and words.size >= _LARGER * body_size
    return (words.bold or larger) and len(text) <= longest and not _STOPPED.search(text)


def _body_size(words: Sequence[Words]) -> int:
    sizes: Counter[int] = Counter()
    for one in words:
        sizes[one.size] += len(one.text)
    return max(sizes, key=lambda size: sizes[size], default=0)


def _same(text: str, title: str) -> bool:
    return bool(title) and text.casefold() == title.casefold()
