"""What was looked at, and what came of it."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from converter.errors import ConverterError
from converter.suggestions import and_more

Status = Literal["ok", "missing", "problem"]
"""It works; it is not there and need not be; it keeps reports from being made as they should be."""


class Check(NamedTuple):
    """One thing that was looked at.

    Attributes:
        status: what came of it.
        text: one line: what there is, or what is wrong.
        remedy: what to do about it; empty where nothing need be done.
        exit_code: of a problem, that of a conversion that meets it; otherwise 0.
    """

    status: Status
    text: str
    remedy: str = ""
    exit_code: int = 0


class Section(NamedTuple):
    """Checks that belong together."""

    title: str
    checks: tuple[Check, ...]


def ok(text: str) -> Check:
    """Return what works."""
    return Check("ok", text)


def missing(text: str, remedy: str) -> Check:
    """Return what is not there, and need not be."""
    return Check("missing", text, remedy)


def problem(error: Exception, of: str = "") -> Check:
    """Return `error` as a problem, of a file with several faults the first.

    Args:
        error: an error of ours, or one that nobody expects.
        of: what it is told of, for an error that does not name a place.
    """
    if not isinstance(error, ConverterError):
        what = f"{type(error).__name__} that should not have happened: {error}".partition("\n")[0]
        return Check("problem", _placed(of, what), "install briefing again", ConverterError.exit_code)
    place = f"{error.where}: " if error.where else ""
    text = f"{place}{error.what}{and_more(len(error.lines) - 1)}"
    return Check("problem", _placed("" if place else of, text), error.remedy, error.exit_code)


def section(title: str, look: Callable[[], Iterable[Check]]) -> Section:
    """Return the section of what `look` finds; an error in it is a problem, and hides no check before it."""
    checks: list[Check] = []
    try:
        # one by one: what was found before an error stays
        for check in look():
            checks += (check,)
    except Exception as error:  # noqa: BLE001 - a doctor does not fall ill with the patient
        checks.append(problem(error))
    return Section(title, tuple(checks))


def _placed(of: str, what: str) -> str:
    return f"{of}: {what}" if of else what
