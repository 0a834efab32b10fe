"""mutt: a mail reader, driven by keys on a terminal of its own; it writes down what it makes of a message."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tests.judges import tool

_TIMEOUT_S = 30.0

_CONFIGURATION = """\
set folder="{folder}" mbox_type=Maildir record="" charset="utf-8" tmpdir="{folder}"
set editor="{folder}/keep" edit_headers=yes autoedit=yes postpone=no header=no
set pipe_decode=yes pipe_decode_weed=no wait_key=no quit=yes
set attach_format="{folder}/note '%n' '%m/%M' '%F'|"
unignore *
folder-hook . 'push "{keys}"'
"""

_KEEP = """\
#!/bin/sh
cp "$1" "{folder}/draft"
"""

_NOTE = """\
#!/bin/sh
printf '%s\\t%s\\t%s\\n' "$1" "$2" "$3" >>"{folder}/noted"
"""

_KEYS = (
    "<pipe-message>cat >shown<enter><view-attachments>:set attach_format=%n<enter>{saved}<exit>"
    "<resend-message><exit>q"
)
_SAVED = "{number}<enter><save-entry><kill-line>{number}<enter>"

_MAILBOX = re.compile(
    r'\s*(?:(?P<name>"(?:\\.|[^"\\])*"|[^,<"]*?)\s*<(?P<address>[^<>]*)>|(?P<bare>[^,<>"\s]+))(?:,|$)'
)


class Read(Struct, frozen=True):
    """What mutt makes of a message.

    Attributes:
        headers: their names in small letters, in order, without those of its content.
        people: header → display names, or empty texts, and addresses.
        subject: decoded.
        parts: media type, name of the file, and bytes of each part that holds something; bodies are in UTF-8.
    """

    headers: tuple[str, ...]
    people: dict[str, tuple[tuple[str, str], ...]]
    subject: str
    parts: tuple[tuple[str, str, bytes], ...]


def read(data: bytes, count: int, folder: Path) -> Read:
    """Return what mutt makes of a message with `count` parts, those that hold others included.

    Args:
        data: the message.
        count: how many parts mutt is to save.
        folder: an empty one, for what it writes.

    Raises:
        TimeoutError: it did not do as it was told, so there are not so many parts.
    """
    program = tool.require("mutt", shutil.which("mutt"))
    for name in ("cur", "new", "tmp"):
        (folder / "box" / name).mkdir(parents=True)
    (folder / "box" / "cur" / "1:2,S").write_bytes(data)
    saved = "".join(_SAVED.format(number=number) for number in range(1, count + 1))
    keys = _KEYS.format(saved=saved)
    _write(folder / "muttrc", _CONFIGURATION.format(folder=folder, keys=keys))
    for name, text in (("keep", _KEEP), ("note", _NOTE)):
        _write(folder / name, text.replace("{folder}", str(folder)), 0o755)
    _drive([str(program), "-n", "-F", str(folder / "muttrc"), "-R", "-f", str(folder / "box")], folder)
    draft = dict(_fields((folder / "draft").read_text("utf-8")))
    names = (name for name, _ in _fields((folder / "shown").read_text("utf-8")))
    return Read(
        tuple(name for name in names if not name.startswith("content-t")),
        {name: _people(draft[name]) for name in ("from", "reply-to", "to", "cc", "bcc") if draft.get(name)},
        draft.get("subject", ""),
        tuple(_parts(folder)),
    )


def _write(path: Path, text: str, mode: int = 0o644) -> None:
    path.write_text(text, "utf-8")
    path.chmod(mode)


def _drive(command: list[str], folder: Path) -> None:
    """Run mutt until the keys have ended it; what it shows is not looked at."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    environment = {**os.environ, "TERM": "vt100", "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    with subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, cwd=folder, env=environment, start_new_session=True
    ) as process:
        os.close(its)
        until = time.monotonic() + _TIMEOUT_S
        try:
            # at the end of the other side, Linux raises
            with suppress(OSError):
                while (left := until - time.monotonic()) > 0:
                    if select.select([ours], [], [], left)[0] and not os.read(ours, 65536):
                        break
            process.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            message = "mutt waits for a key that nobody presses"
            raise TimeoutError(message) from None
        finally:
            os.close(ours)


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the header fields above the first empty line: names in small letters, values unfolded."""
    head = re.sub(r"\n[ \t]+", " ", text.partition("\n\n")[0])
    for line in filter(None, head.split("\n")):
        name, _, value = line.partition(":")
        yield name.lower(), value.strip()


def _people(value: str) -> tuple[tuple[str, str], ...]:
    found, position = [], 0
    while position < len(value):
        one = _MAILBOX.match(value, position)
        if one is None:
            message = f"mutt wrote what is no list of addresses: {value[position:]!r}"
            raise ValueError(message)
        name = one["name"] or ""
        if name.startswith('"'):
            name = re.sub(r"\\(.)", r"\1", name[1:-1])
        found.append((name, one["address"] or one["bare"]))
        position = one.end()
    return tuple(found)


def _parts(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    told: dict[int, tuple[str, str]] = {}
    for line in (folder / "noted").read_text("utf-8").splitlines():
        digits, media_type, name = line.split("\t")
        told.setdefault(int(digits), (media_type.lower(), name))
    for number, (media_type, name) in sorted(told.items()):
        if not media_type.startswith("multipart/"):
            yield media_type, name, (folder / str(number)).read_bytes()
