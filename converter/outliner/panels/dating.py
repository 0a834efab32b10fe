"""Which day, month or year a time means, as far as the article's date and its sentence tell.

What is doubtful stays open. A date without its year is of the past where its clause tells of what was said or
done, and of the future where it tells of what is to come; where it does both, or neither, it might be either.
A weekday is told of the past alone: "on Monday" may be any Monday to come.
"""

from datetime import MAXYEAR, date, timedelta

from converter.outliner.panels.tenses import Tense
from converter.outliner.panels.times import Time, Unit

_WEEK = 7
_NEAR = timedelta(days=183)
"""A day or month without its year is of the year around the article; further off it may be of another one."""

_MONTHS = 12
_FIRST_YEAR = 1000


def written_date(time: Time) -> str:
    """Return the date that the words alone tell, ISO 8601; empty where they lack the year."""
    if time.year is None:
        return ""
    if time.month is None:
        return f"{time.year:04}"
    if time.day is None:
        return f"{time.year:04}-{time.month:02}"
    return _iso(time.year, time.month, time.day)


def computed_date(time: Time, today: date, tense: Tense) -> str:
    """Return the date that a time without a year means, in an article of `today`; empty: it is doubtful."""
    if time.offset:
        return _counted(today, *time.offset)
    if not tense:
        return ""
    if time.weekday is not None:
        return _weekday(today, time.weekday) if tense == "past" else ""
    if time.month is None:
        return ""
    years = (today.year - 1, today.year, today.year + 1)
    near = (_nearest(year, time.month, time.day, today, tense) for year in years)
    return next(filter(None, near), "")


def day_of(text: str) -> date | None:
    """Return the day of an ISO 8601 date, with or without a time of day; `None` where it names none.

    A day near either end of the calendar, from which none could be counted, is none either.
    """
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year < MAXYEAR else None


def _counted(today: date, unit: Unit, count: int) -> str:
    try:
        match unit:
            case "day":
                return (today + timedelta(days=count)).isoformat()
            case "month":
                year, month = divmod(today.year * _MONTHS + today.month - 1 + count, _MONTHS)
                # strftime does not fill up the year everywhere
                return date(year, month + 1, 1).isoformat()[:7]
            case "year":
                return f"{date(today.year + count, 1, 1).year:04}"
            case "week":
                # from which day to which day a week goes depends on who says it
                return ""
    except (ValueError, OverflowError):
        return ""


def _weekday(today: date, weekday: int) -> str:
    """Return the last such day, today included."""
    return (today - timedelta(days=(today.weekday() - weekday) % _WEEK)).isoformat()


def _nearest(year: int, month: int, day: int | None, today: date, tense: Tense) -> str:
    """Return the day, or the month, of that year if it lies in the tense's direction and is near."""
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return ""
    if day is None:
        apart = (year - today.year) * _MONTHS + month - today.month
        fits = -_MONTHS // 2 <= apart < 0 if tense == "past" else 0 < apart <= _MONTHS // 2
        return f"{year:04}-{month:02}" if fits else ""
    fits = today - _NEAR <= found <= today if tense == "past" else today < found <= today + _NEAR
    return found.isoformat() if fits else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
