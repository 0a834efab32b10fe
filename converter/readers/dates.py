"""Dates as people write them → ISO 8601; the names of the months stand in the language files."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from converter.readers.languages import known_languages
from converter.readers.wording import MONTHS, YEARS

_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|°)? "
_WORD = r"[^\W\d_]{2,20}"
_IN_YEAR = rf"(?: ?(?:{'|'.join(YEARS.split())})\.?)?"
_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018}
"""Era of Japan → the year before its first."""

_FORMS = tuple(
    re.compile(rf"(?<!\w){form}(?!\w)")
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})",
        r"(?P<era>昭和|平成|令和) ?(?P<year>\d{1,2}|元) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日",
        r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]",
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})",
        # "3 March 2024", "3rd of March, 2024", "3. März 2024", "1er mars 2024", "3 de marzo de 2024"
        # "3 آذار/مارس 2024"
        rf"{_DAY}(?:of |de |{_WORD} ?/ ?)?(?P<name>{_WORD})\.?[,،]? (?:de |del )?{_YEAR}{_IN_YEAR}",
        # "March 3, 2024"
        rf"(?P<name>{_WORD})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
        # "2024. március 5."
        rf"{_YEAR}\. (?P<name>{_WORD}) (?P<day>\d{{1,2}})\.?",
        # "2024 թ. մարտի 3", "2024. 3. 3."
        rf"{_YEAR}{_IN_YEAR},? (?P<name>{_WORD}) (?P<day>\d{{1,2}})",
        r"(?P<year>\d{4})\. ?(?P<month>\d{1,2})\. ?(?P<day>\d{1,2})\.?",
    )
)
_SHORTEST = 3
"""Letters of a month that is cut short."""

_SLASHES = re.compile(r"(?<![\w/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w/])")


class Found(NamedTuple):
    """A date in a text: ISO 8601, and where it stands."""

    iso: str
    start: int
    end: int


def find_date(text: str) -> Found | None:
    """Return the first date in `text`, with day, month and year; `None` when there is none.

    Days and months between slashes are told apart only where one of them cannot be a month.
    """
    found = sorted(_dates(text), key=lambda date: (date.start, -date.end))
    return found[0] if found else None


def _dates(text: str) -> Iterator[Found]:
    for form in _FORMS:
        for match in form.finditer(text):
            groups = match.groupdict()
            month = _month(groups["name"].lower()) if "name" in groups else int(groups["month"])
            if iso := _iso(_year(groups["year"], groups.get("era")), month, int(groups["day"])):
                yield Found(iso, *match.span())
    for match in _SLASHES.finditer(text):
        first, second, year = map(int, match.groups())
        readings = {_iso(year, first, second), _iso(year, second, first)} - {""}
        if len(readings) == 1:
            yield Found(readings.pop(), *match.span())


def _year(written: str, era: str | None) -> int:
    return _ERAS[era] + (1 if written == "元" else int(written)) if era else int(written)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@lru_cache(1_000)
def _month(name: str) -> int:
    """Return the number of the month that `name` names in any language, or begins to; 0 for none.

    Hebrew writes "in" at the front of it.
    """
    # a capital İ is an i with a dot above in lower case
    name = name.replace("i\u0307", "i").removeprefix("ב")
    if name in MONTHS:
        return MONTHS[name]
    if len(name) < _SHORTEST and name.isascii():
        return 0
    for language in known_languages():
        for number, month in enumerate(language.months, 1):
            if month.lower().startswith(name):
                return number
    return 0
