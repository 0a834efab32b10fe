"""What is shown: data on stdout, everything else on stderr, and nothing that a terminal would obey.

Titles and file names come from strangers. An escape sequence in one of them could move the cursor, change
colours or hide text, so what is shown to a person passes through `printable`.
"""

import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

import click

from converter.errors import OutputError

_OURS = "\x1b\\[[012]m|[\t\n]"
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_OBEYED_OF_OTHERS = re.compile(f"{_OURS}|({_OBEYED.pattern})")

Accent = Literal["bold", "dim"]


def printable(text: str) -> str:
    r"""Return `text` on one line, with what a terminal would obey written as an escape (`\x1b`)."""
    return _OBEYED.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)


def homely(text: Path | str) -> str:
    """Return a path, or a line with paths in it, as a person writes it: the home folder is `~`."""
    home = os.path.expanduser("~")  # noqa: PTH111 - pathlib raises where there is no home
    # where a path begins: /mnt/root/x is not in /root
    begins = rf"(?<![^\s\"'(:;=]){re.escape(home + os.sep)}"
    return re.sub(begins, lambda _: f"~{os.sep}", str(text))


def accented(text: str, accent: Accent) -> str:
    """Return `text` set off by `accent` when stdout is a terminal that wants it.

    `NO_COLOR` (no-color.org) and `TERM=dumb` say that it does not.
    """
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return click.style(text, bold=True) if accent == "bold" else click.style(text, dim=True)


def prepare_streams() -> None:
    """Let stdout and stderr take every character; pipes and files get UTF-8, whatever the locale says."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # The program was started with this stream closed; nobody will close the substitute either.
            descriptor = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(descriptor, "w", encoding="utf-8", closefd=False))
        elif stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(line: str) -> None:
    """Write a line of data to stdout; to a terminal without anything that it would obey but `accented`.

    A reader of a pipe who has seen enough is no error: nothing more is shown, and the work goes on.

    Raises:
        OutputError: `stdout-unwritable` when the disk behind stdout refuses.
    """
    if sys.stdout.isatty():
        line = _OBEYED_OF_OTHERS.sub(lambda found: printable(found[1]) if found[1] else found[0], line)
    data = line.encode(sys.stdout.encoding, sys.stdout.errors or "backslashreplace") + b"\n"
    put_bytes(data)


def put_bytes(data: bytes) -> None:
    """Write bytes to stdout; a closed pipe and errors as with `put`."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
    except OSError as error:
        _forget_stdout()
        reason = (error.strerror or str(error)).lower()
        raise OutputError("stdout-unwritable", f"cannot be written: {reason}", where="stdout") from error


def put_json(data: Mapping[str, object]) -> None:
    """Write an object to stdout, on a line; a closed pipe and errors as with `put`."""
    put_bytes(_json(data))


def tell_json(data: Mapping[str, object]) -> None:
    """Write an object to stderr, on a line; a closed stderr is no error."""
    with suppress(OSError):
        sys.stderr.write(_json(data).decode("utf-8"))
        sys.stderr.flush()


def _json(data: Mapping[str, object]) -> bytes:
    # Names that are not UTF-8 come as surrogates, which JSON can carry only as escapes; what a terminal would
    # obey it can carry so as well.
    text = json.dumps(data, ensure_ascii=False)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode() + b"\n"


def tell(line: str) -> None:
    """Write `line` to stderr as a line of ours; a closed stderr is no error."""
    with suppress(OSError):
        sys.stderr.write(f"briefing: {printable(line)}\n")
        sys.stderr.flush()


def _forget_stdout() -> None:
    # What stays in the buffer would be tried again at exit, and fail loudly then.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
