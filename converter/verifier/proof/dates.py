"""Dates as a mark shows them: the figures, and names of months in any language that has a file."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from converter.errors import ConverterError
from converter.stylesheets.folders import listed
from converter.stylesheets.languages import load_language

_LONGEST = 4
"""Figures that a year has; a longer number is of no date."""


class _Part(Struct, frozen=True):
    """A number, none where it is too long; or the name of a month, with all that it may stand for."""

    numbers: frozenset[int]
    is_name: bool = False


def tells(said: str, dates: Sequence[str]) -> bool:
    """Tell whether `said` shows these dates in their order, no other figure or month, and some word besides.

    Args:
        said: such as `(computed: 3 May 2024)`.
        dates: ISO 8601, each a year, a month or a day.
    """
    names, pattern = _months(tuple(listed("language")))
    folded = said.casefold()
    parts = [
        _Part(names[match["name"]], is_name=True) if match["name"] else _Part(_number(match[0]))
        for match in pattern.finditer(folded)
    ]
    wanted = [[int(part) for part in date.split("-")] for date in dates]
    if len(parts) != sum(map(len, wanted)) or not re.search(r"[^\W\d_]", pattern.sub("", folded)):
        return False
    rest = iter(parts)
    return all(_is_date(list(islice(rest, len(date))), date) for date in wanted)


def _is_date(parts: Sequence[_Part], date: Sequence[int]) -> bool:
    """Tell whether `parts` are the year, month and day of `date`, in the order of any language."""
    figures = sorted(number for part in parts if not part.is_name for number in part.numbers)
    names = [part.numbers for part in parts if part.is_name]
    if not names:
        return figures == sorted(date)
    year, month, day = date[:1], date[1:2], date[2:]
    return len(names) == len(month) and names[0].issuperset(month) and figures == sorted((*year, *day))


def _number(figures: str) -> frozenset[int]:
    return frozenset({int(figures)}) if len(figures) <= _LONGEST else frozenset()


@cache
def _months(languages: Sequence[str]) -> tuple[dict[str, frozenset[int]], re.Pattern[str]]:
    """Return the names of months, case folded, with their numbers, and what finds one, or a number.

    Args:
        languages: all that have a file; one that is faulty is passed over.
    """
    found: dict[str, frozenset[int]] = {}
    for language in languages:
        try:
            months = load_language(language).months
        except ConverterError:
            continue
        for number, name in enumerate(map(str.casefold, months), start=1):
            found[name] = found.get(name, frozenset()) | {number}
    names = "|".join(map(re.escape, sorted(found, key=lambda name: (-len(name), name)))) or "(?!)"
    # a letter may stand before a name, as in Hebrew
    return found, re.compile(rf"(?P<name>{names})(?![^\W\d_])|\d+")
