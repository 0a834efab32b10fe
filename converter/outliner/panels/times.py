"""Times in a sentence, as written, and what each says: a day, a month, a year, or how far off it is."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from converter.model.language import Language
from converter.outliner.panels.lexicon import Lexicon, alternatives, lexicon_of
from converter.outliner.remembering import remembered

Unit = Literal["day", "week", "month", "year"]

OFFSETS: dict[str, tuple[Unit, int]] = {
    "yesterday": ("day", -1),
    "tomorrow": ("day", 1),
    "last-week": ("week", -1),
    "next-week": ("week", 1),
    "last-month": ("month", -1),
    "next-month": ("month", 1),
    "last-year": ("year", -1),
    "next-year": ("year", 1),
}
"""Key of the language's words → what they say, counted from the day on which they are said."""

AGO: dict[str, Unit] = {"days-ago": "day", "weeks-ago": "week", "months-ago": "month", "years-ago": "year"}
"""Key of the language's phrases, in which `{n}` stands for a number → what is counted."""

_YEAR = r"(?:1[5-9]|20)\d\d"
_ALONE = r"(?![\w%°]|[.,]\d|-\d|[ \u00a0\u202f]\d{3}(?!\d))"
"""Stands behind a figure that goes no further."""
_OF = r"(?:\s(?:de|del|of)\s|\sב|\s)"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|\.)?"
_LAST_DAY, _LAST_MONTH = 31, 12
_COUNTED = 11
"""The first words for numbers stand in order, from two to twelve."""


class Time(Struct, frozen=True):
    """A time in a sentence.

    Attributes:
        start: offset in the sentence.
        end: offset behind it.
        year: as it says, if it does.
        month: as it says, from 1.
        day: as it says, from 1.
        weekday: Monday is 0.
        offset: unit and how many of them from the day on which it is said.
        is_habit: it is any of many: "every Sunday".
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: tuple[Unit, int] | None = None
    is_habit: bool = False


class _Form(Struct, frozen=True):
    """A way of writing times: what finds it, its group `time` where it looks at more, and how it is read."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], int, int], Time]


def times_in(text: str, language: Language) -> list[Time]:
    """Return the times in a sentence, in order, none within another."""
    found = [
        form.read(match, *match.span("time" if "time" in match.re.groupindex else 0))
        for form in _forms(language)
        for match in form.pattern.finditer(text)
    ]
    times: list[Time] = []
    for time in sorted(found, key=lambda one: (one.start, -one.end)):
        if (not times or time.start >= times[-1].end) and _is_of_calendar(time):
            times.append(time)
    return [time for time in times if not time.is_habit]


def _is_of_calendar(time: Time) -> bool:
    return 1 <= (time.day or 1) <= _LAST_DAY and 1 <= (time.month or 1) <= _LAST_MONTH


@remembered
def _forms(language: Language) -> tuple[_Form, ...]:
    lexicon = lexicon_of(language)
    if not lexicon.words:
        return ()
    return tuple(
        _Form(re.compile(rf"{lexicon.begins}(?:{pattern})"), read)
        for pattern, read in (*_figures(), *_named(lexicon), *_years(lexicon), *_relative(lexicon))
    )


_Written = tuple[str, Callable[[re.Match[str], int, int], Time]]


def _figures() -> Iterator[_Written]:
    """Yield dates without the name of a month."""

    def read(match: re.Match[str], start: int, end: int) -> Time:
        given = {name: int(value) for name, value in match.groupdict().items() if value}
        return Time(start, end, given.get("year"), given.get("month"), given.get("day"))

    yield r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])", read
    yield rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}){_ALONE}", read
    yield r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?", read
    yield r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日", read


def _named(lexicon: Lexicon) -> Iterator[_Written]:
    """Yield dates with the name of a month."""
    if not lexicon.months:
        return
    months = lexicon.months

    def read(match: re.Match[str], start: int, end: int) -> Time:
        given = match.groupdict()
        year, day = (int(given[name]) if given.get(name) else None for name in ("year", "day"))
        return Time(start, end, year, months[_words(given["month"])], day)

    month = rf"(?P<month>{alternatives(months)})(?!\w)"
    worded = rf"(?:\s?(?:{lexicon.pattern('year-words')})(?!\w))?"
    year = rf",?{_OF}(?P<year>{_YEAR}){_ALONE}{worded}"
    weekday = rf"(?:(?:{alternatives(lexicon.weekdays)}),?\s)?"
    yield rf"{weekday}(?P<day>\d{{1,2}}){_ORDINAL}{_OF}{month}(?:{year})?", read

    def read_range(match: re.Match[str], start: int, end: int) -> Time:
        return Time(start, end, int(match["year"]) if match["year"] else None)

    # of "8 to 17 June" neither day is the time
    joined = rf"\d{{1,2}}{_ORDINAL}(?:\s(?:{lexicon.pattern('range')})\s|\s?[–-]\s?)\d{{1,2}}{_ORDINAL}"
    yield rf"{joined}{_OF}{month}(?:{year})?", read_range
    # without a year, more may follow than a date: "in May 12 people"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    yield rf"{weekday}{month}\s{day}(?:-[^\W\d_]{{1,3}}(?!\w)|{_ALONE}(?:{year}|(?!\s\w)))", read
    yield rf"{month}{year}", read
    # a comma or a full stop may follow a month that stands alone, but no figure
    alone = rf"(?i:{lexicon.pattern('before-month')})\s(?P<time>{month})(?!\s\d)"
    yield alone, read


def _years(lexicon: Lexicon) -> Iterator[_Written]:
    """Yield years alone: with a word for what they are, or behind one that announces a year."""

    def read(match: re.Match[str], start: int, end: int) -> Time:
        return Time(start, end, year=int(match["year"]))

    yield rf"(?P<year>{_YEAR})\s?(?:{lexicon.pattern('year-words')})(?!\w)", read
    yield rf"(?i:{lexicon.pattern('before-year')})\s(?P<time>(?P<year>{_YEAR})){_ALONE}", read


def _relative(lexicon: Lexicon) -> Iterator[_Written]:
    """Yield weekdays, and times that are counted from the day on which they are said."""
    weekdays = lexicon.weekdays

    def of_week(match: re.Match[str], start: int, end: int) -> Time:
        return Time(start, end, weekday=weekdays[_words(match[0])])

    yield rf"(?:{alternatives(weekdays)}){lexicon.ends}", of_week

    def of_every_week(_match: re.Match[str], start: int, end: int) -> Time:
        return Time(start, end, is_habit=True)

    weekday = rf"(?:{alternatives(weekdays)}){lexicon.ends}"
    yield rf"(?i:{lexicon.pattern('every')})\s{weekday}(?!,?\s\d)", of_every_week
    for key, offset in OFFSETS.items():

        def at(_match: re.Match[str], start: int, end: int, offset: tuple[Unit, int] = offset) -> Time:
            return Time(start, end, offset=offset)

        yield rf"(?i:{lexicon.pattern(key)}){lexicon.ends}", at
    for key, unit in AGO.items():
        for phrase in lexicon.phrases(key):

            def ago(match: re.Match[str], start: int, end: int, unit: Unit = unit) -> Time:
                count = _count(match["n"], lexicon)
                return Time(start, end, offset=(unit, -count) if count else None)

            yield rf"(?i:{phrase}){lexicon.ends}", ago


def _words(form: str) -> str:
    """Return a form as the language file has it, whatever white space parts its words in the sentence."""
    return " ".join(form.split())


def _count(word: str, lexicon: Lexicon) -> int:
    """Return the number that a word stands for; 0 where that is not known."""
    if word.isdecimal():
        return int(word)
    numbers = [each.casefold() for each in lexicon.language.panels.get("numbers", ())[:_COUNTED]]
    return numbers.index(word.casefold()) + 2 if word.casefold() in numbers else 0
