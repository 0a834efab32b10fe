"""ISO 8601 dates → the date format of a language, or of a style that wants its own."""

import re
from datetime import date

from converter.composer.templates import fields_in, fill
from converter.model.language import Language

_FULL = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?\Z")
_PARTIAL = re.compile(r"\d{4}(?:-\d{2})?\Z")
_WHOLE = (["day", "month", "year"], ["day", "month_number", "year"])
_MOST_WORDS = 5
EPOCH = "2000-01-01"
"""Stands in a file's metadata where no date is known."""


def shown_date(text: str, language: Language, date_format: str = "") -> str:
    """Return `text` as `language` writes dates; what is not a whole date of the calendar stays as it is.

    Args:
        text: such as `2026-11-23`; a time of day behind it is not shown.
        language: brings the names of months and the usual format.
        date_format: instead of the language's, unless empty.
    """
    day = _calendar_day(text)
    if day is None:
        return text
    fields = {
        "day": day.day,
        "month": language.months[day.month - 1] if language.months else day.month,
        "month_number": day.month,
        "year": day.year,
    }
    return fill(date_format or language.date_format, fields, f"date format of {language.tag}")


def whole_date(text: str, language: Language, date_format: str = "") -> str:
    """Return `text` as `shown_date`, but as it stands where that would not tell which day it is.

    A format may leave out the year, since the reader of a date line knows it. Who is told of a date that was
    computed does not, nor does who verifies it: it says year, month and day, no other figure, and few words.
    """
    form = date_format or language.date_format
    between = re.sub(r"\{[^{}]*\}", "", form)
    is_whole = sorted(fields_in(form)) in _WHOLE and not re.search(r"\d", between)
    if not is_whole or len(form.split()) > _MOST_WORDS:
        return text
    return shown_date(text, language, date_format)


def metadata_date(*candidates: str) -> str:
    """Return the first of `candidates` that names a day as `YYYY-MM-DDThh:mm:ssZ`, else `EPOCH`.

    A year or a month alone means its first day. The time of day is midnight: a report is dated, not timed.
    """
    for text in (*candidates, EPOCH):
        padded = text + EPOCH[len(text) :] if _PARTIAL.match(text) else text
        day = _calendar_day(padded)
        if day is not None:
            return f"{day.isoformat()}T00:00:00Z"
    raise AssertionError  # EPOCH is a day


def _calendar_day(text: str) -> date | None:
    match = _FULL.match(text)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None
