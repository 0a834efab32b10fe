"""Where lines are shown: whether every letter can be, and whether in colour."""

import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from converter.doctor.checkup import Check, missing, ok


class Console(NamedTuple):
    """Standard output.

    Attributes:
        encoding: of what is written to it.
        is_terminal: whether a person reads there; otherwise a file or a program.
    """

    encoding: str
    is_terminal: bool


def look_at_console(console: Console, environment: Mapping[str, str]) -> Iterator[Check]:
    """Yield whether the terminal shows every letter, whether names of files may have any, and colours."""
    locale = next((f"{name}={environment[name]}" for name in _LOCALES if environment.get(name)), "no locale")
    if _is_utf_8(console.encoding):
        yield ok(f"output in UTF-8 ({locale})")
    else:
        yield missing(
            f"output in {console.encoding} ({locale}): what it lacks is shown as an escape",
            "choose a locale of UTF-8, such as LANG=C.UTF-8; on Windows set PYTHONUTF8=1",
        )
    names = sys.getfilesystemencoding()
    if not _is_utf_8(names):
        yield missing(f"names of files in {names}: not every title can be one", "set PYTHONUTF8=1")
    yield ok(_accents(console, environment))


_LOCALES = ("LC_ALL", "LC_CTYPE", "LANG")


def _accents(console: Console, environment: Mapping[str, str]) -> str:
    if not console.is_terminal:
        return "no terminal: lines are plain text"
    if environment.get("NO_COLOR"):
        return "terminal in plain text, since NO_COLOR is set"
    if environment.get("TERM") == "dumb":
        return "terminal in plain text, since TERM=dumb"
    return f"terminal with accents (TERM={environment.get('TERM', '')})"


def _is_utf_8(encoding: str) -> bool:
    return encoding.lower().replace("-", "").replace("_", "") == "utf8"
