"""A reader of messages that takes nothing but what the RFCs let a program write.

It is written from their grammar, and shares nothing with the mailer or with Python's `email`: RFC 5322
without its obsolete forms, RFC 2045 to 2047, 2183, 3282, 3834. What a message of ours never needs (comments,
domain literals, parameters in pieces) is refused as well.
"""

import re
from datetime import date

from tests.mailer.strict.fields import StrictError, check_lines, entity, require, unfolded
from tests.mailer.strict.parts import parts_in
from tests.mailer.strict.words import DOT_ATOM, people_in, unstructured
from tests.mailer.structure import PEOPLE, Structure

__all__ = ["StrictError", "read"]

ALLOWED = (
    *(*PEOPLE, "subject", "content-language", "auto-submitted", "date", "x-unsent", "message-id"),
    *("mime-version", "content-type", "content-transfer-encoding"),
)
_MESSAGE_ID = re.compile(rf"<{DOT_ATOM}@{DOT_ATOM}>")
_DATE = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})"
    r" ([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60) [+-]\d\d[0-5]\d"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read(data: bytes) -> Structure:
    """Return what a message says.

    Args:
        data: as it is sent: lines end in CRLF.

    Raises:
        StrictError: with the clause that is broken.
    """
    check_lines(data)
    fields, body = entity(data, 78)
    names = [name.lower() for name, _ in fields]
    require(set(names) <= set(ALLOWED), f"only headers that we write: {sorted(set(names) - set(ALLOWED))}")
    require(len(set(names)) == len(names), "RFC 5322 3.6: each header once")
    require({"subject", "message-id", "mime-version", "content-type"} <= set(names), "headers are missing")
    values = {name.lower(): unfolded(value) for name, value in fields}
    _check_values(values)
    people = {name: people_in(values[name]) for name in PEOPLE if name in values}
    subject = unstructured(values["subject"])
    return Structure(tuple(names), people, subject, tuple(parts_in(values, body)))


def _check_values(values: dict[str, str]) -> None:
    require(values["mime-version"] == "1.0", "RFC 2045 4")
    require(_MESSAGE_ID.fullmatch(values["message-id"]), "RFC 5322 3.6.4")
    require(values.get("x-unsent", "1") == "1", "X-Unsent")
    require(values.get("auto-submitted", "no") in {"no", "auto-generated"}, "RFC 3834 5")
    require(_LANGUAGE.fullmatch(values.get("content-language", "en")), "RFC 3282 2")
    if "x-unsent" not in values:
        require("from" in values, "RFC 5322 3.6: From")
        _check_date(values.get("date", ""))
    for name in ("from", "reply-to"):
        require(len(people_in(values[name])) == 1 if name in values else True, f"one {name}")


def _check_date(value: str) -> None:
    found = _DATE.fullmatch(value)
    require(found, "RFC 5322 3.3")
    if found:
        day = date(int(found[4]), _MONTHS.index(found[3]) + 1, int(found[2]))
        require(_DAYS[day.weekday()] == found[1], "RFC 5322 3.3: the day of the week")
