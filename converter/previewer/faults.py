"""What is wrong, line by line, with the text of the file around it."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from converter.errors import ConverterError, StyleError
from converter.stylesheets.faults import StyleFaultsError
from converter.yaml_source import read_text

AROUND = 2
"""How many lines of the file are shown before and behind the one that is at fault."""

MOST_CHARACTERS = 160
"""How much of a line is shown."""

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>[1-9][0-9]*):(?P<column>[1-9][0-9]*)")


class FaultLine(Struct, frozen=True):
    """One fault.

    Attributes:
        where: file, address or option; empty where there is none.
        line: in that file, from 1; 0 where there is none.
        column: in that line, from 1; 0 where there is none.
        text: what is wrong and what to write instead.
        excerpt: numbers and texts of lines around it; empty where the file is none that may be shown.
    """

    where: str
    line: int
    column: int
    text: str
    excerpt: tuple[tuple[int, str], ...] = ()


def fault_lines(error: Exception, folders: Collection[Path]) -> tuple[FaultLine, ...]:
    """Return a line for each fault that `error` tells.

    Args:
        error: of any kind; one that is none of ours is told by its name.
        folders: lines are shown of files in these alone, and below them.
    """
    if not isinstance(error, ConverterError):
        return (
            FaultLine("", 0, 0, f"a fault of ours: {type(error).__name__} that should not have happened"),
        )
    return tuple(_lines(error, folders))


def _lines(error: ConverterError, folders: Collection[Path]) -> Iterator[FaultLine]:
    faults = error.faults if isinstance(error, StyleFaultsError) else ()
    for where, text in [(str(fault.place), fault.text) for fault in faults] or [_parted(error)]:
        found = _PLACE.fullmatch(where)
        if found is None:
            yield FaultLine(where, 0, 0, text)
        else:
            line, column = int(found["line"]), int(found["column"])
            yield FaultLine(found["file"], line, column, text, _excerpt(Path(found["file"]), line, folders))


def _parted(error: ConverterError) -> tuple[str, str]:
    """Return where `error` is, and its line without that."""
    return error.where, str(error).removeprefix(f"{error.where}: ")


def _excerpt(file: Path, line: int, folders: Collection[Path]) -> tuple[tuple[int, str], ...]:
    with suppress(OSError, ValueError, StyleError):
        real = file.resolve(strict=True)
        if any(real.is_relative_to(folder.resolve()) for folder in folders):
            first = max(line - 1 - AROUND, 0)
            shown = read_text(real).splitlines()[first : line + AROUND]
            return tuple((first + number, text[:MOST_CHARACTERS]) for number, text in enumerate(shown, 1))
    return ()
