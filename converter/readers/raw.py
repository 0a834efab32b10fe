"""Getting an article's bytes, whole or not at all: a regular file, an address, or standard input as `-`."""

import os
import re
import stat
import sys
from pathlib import Path
from typing import BinaryIO, TextIO

from converter.errors import InputError
from converter.limits import LIMITS
from converter.paths import STDIN
from converter.readers.original import Given, Original, check_size
from converter.suggestions import suggest
from converter.text import plain

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_file_location(location: str) -> bool:
    """Whether `location` is a path, which can be looked at again: no address, and not standard input."""
    return location != STDIN and not is_address(location)


def fetch(location: str, stdin: BinaryIO | None = None) -> Original:
    """Return the bytes at `location`: a path, an address, or `-` for `stdin` (by default the process's own).

    Raises:
        InputError: `input-missing`, `input-folder`, `input-not-a-file`, `input-unreadable`,
            `input-too-large`, `input-empty`; for addresses also those of `converter.readers.web.download`.
    """
    if location == STDIN:
        data = _read_stdin(stdin or _stdin())
        check_size(len(data), "stdin")
        return Original(data, "stdin")
    if is_address(location):
        # 170 ms to import
        from converter.readers.web import download

        return download(location)
    path = Path(location)
    data = _read_file(path)
    check_size(len(data), location)
    return Original(data, plain(path.name) or "article", path.parent)


def location_of(given: Given) -> str:
    """Return where `given` is; of bytes, what they are called."""
    return given.name if isinstance(given, Original) else os.fspath(given)


def take(given: Given, stdin: BinaryIO | None = None) -> Original:
    """Return the bytes of `given`; arguments and errors as `fetch`."""
    if not isinstance(given, Original):
        return fetch(os.fspath(given), stdin)
    check_size(len(given.data), given.name)
    return given


def is_address(location: str) -> bool:
    """Say whether `location` is an address of the web, or at least of that form."""
    return bool(_ADDRESS.match(location))


def _stdin() -> BinaryIO:
    # Python has none when the process was started with it closed, which typeshed does not say.
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise InputError(
            "input-unreadable",
            "cannot be read: it is closed",
            where="stdin",
            remedy="pipe the article to it, or give a file",
        )
    return stream.buffer


def _read_stdin(stream: BinaryIO) -> bytes:
    try:
        return stream.read(LIMITS.input_bytes + 1)
    except OSError as error:
        raise _unreadable(error, "stdin") from None


def _read_file(path: Path) -> bytes:
    where = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(
                "input-folder", "this is a folder", where=where, remedy="give the article in it that you mean"
            )
        # Opening a pipe that nobody writes to would wait for ever, a device might never end.
        if not stat.S_ISREG(mode):
            raise InputError(
                "input-not-a-file",
                "this is a pipe or a device, not a file",
                where=where,
                remedy="give - as the article and pipe it to standard input",
            )
        # What was a file a moment ago may be a pipe now, and some that call themselves files wait like one.
        with open(path, "rb", opener=_without_waiting) as file:
            return file.read(LIMITS.input_bytes + 1) or b""
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            "input-missing", "there is no such file", where=where, remedy=_nearest(path)
        ) from None
    except PermissionError:
        raise InputError(
            "input-unreadable",
            "you may not read this file",
            where=where,
            remedy="ask its owner, or copy it to where you may",
        ) from None
    except (OSError, ValueError) as error:
        raise _unreadable(error, where) from None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _unreadable(error: OSError | ValueError, where: str) -> InputError:
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return InputError(
        "input-unreadable",
        f"cannot be read: {reason}",
        where=where,
        remedy="check the disk and the file's name",
    )


def _nearest(path: Path) -> str:
    """Return the name in the same folder that was probably meant."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except OSError:
        return "check the folder's name"
    hint = suggest(path.name, names) if names else ""
    return hint if hint.startswith("did you mean") else "check the name"
