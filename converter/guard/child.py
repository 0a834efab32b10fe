"""The child's side: it takes calls from a pipe, does them within its limits, and answers on another.

It has a session of its own, so that the keyboard's Ctrl-C is the parent's to act upon, and no terminal, no
standard input and no output but the pipe. It ends with its parent, in the midst of C code too.
"""

import faulthandler
import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, NoReturn

from msgspec.structs import replace

from converter.errors import ConverterError
from converter.guard.bounds import allowed_bytes, held_bytes, within
from converter.guard.travelling import fit_to_travel
from converter.limits import LIMITS, Limits, adopt

HEAD = struct.Struct("<?Q")
"""Before each answer: whether it is the last that this child gives, and its size in bytes."""

_GRACE_S = 3
"""The child ends itself so long after its parent should have ended it."""

_FAT_BYTES = 100_000_000
"""A child that still holds so much more than at its start ends: memory that is free may not go back."""

_REFUSED = ("socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.exec", "os.fork")
"""Audit events (Python Library Reference, "Audit events table") that reading a file has no use for."""


def main() -> NoReturn:
    """Serve on standard input and output, in a fresh interpreter."""
    asked, answering = os.dup(0), os.dup(1)
    serve(asked, answering)


def serve(asked: int, answering: int) -> NoReturn:
    """Answer the calls that come on the pipe `asked` until it is closed.

    Args:
        asked: descriptor of the pipe that requests come from.
        answering: descriptor of the pipe that answers go to.
    """
    _leave_terminal()
    sys.addaudithook(_refuse)
    most = held_bytes("resident") + _FAT_BYTES
    inherited = held_bytes("data")
    with os.fdopen(asked, "rb") as requests, os.fdopen(answering, "wb") as results:
        while not _answer_next(requests, results, most, inherited):
            pass
    os._exit(0)


def _answer_next(requests: IO[bytes], results: IO[bytes], most: int, inherited: int) -> bool:
    """Do one call; say whether it was the last, since more than `most` bytes are held.

    `inherited` bytes came from the parent, whose they are as well.
    """
    try:
        path, folder, limits = pickle.load(requests)  # noqa: S301 - from our own parent
        _move(path, folder)
        # a child has no children
        adopt(replace(limits, guard=False, whole=False))
        _bound(limits, inherited)
        function, arguments = pickle.load(requests)  # noqa: S301 - the same
    except EOFError:
        return True
    _end_with_parent(requests, is_on=True)
    answer = _answer(function, arguments)
    _end_with_parent(requests, is_on=False)
    is_last = answer is _HUNGRY or held_bytes("resident") > most
    results.write(HEAD.pack(is_last, len(answer)))
    results.write(answer)
    results.flush()
    return is_last


_HUNGRY = pickle.dumps((False, MemoryError))
"""Made beforehand, since there may be no room for it any more."""


def _answer(function: Callable[..., object], arguments: tuple[object, ...]) -> bytes:
    try:
        answer = pickle.dumps((True, function(*arguments)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return _HUNGRY
    except Exception as error:  # noqa: BLE001 - it is raised in the parent
        return _pickled(error)
    return answer if len(answer) <= LIMITS.memory_bytes // 2 else _HUNGRY


def _pickled(error: Exception) -> bytes:
    """Return an answer that has `error` raised, with its traceback where it is a fault of ours."""
    note = ""
    if not isinstance(error, ConverterError):
        # 10 ms to import
        import traceback

        note = "in the process that read it:\n" + "".join(traceback.format_exception(error))
    return pickle.dumps((False, fit_to_travel(error, note)))


def _leave_terminal() -> None:
    """Take nothing from standard input, and say nothing: what C libraries print is for nobody."""
    faulthandler.disable()
    with suppress(AttributeError, PermissionError):
        os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGALRM", "SIGIO"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_DFL)


def _move(path: list[str], folder: str) -> None:
    """Find modules and files where the parent does."""
    sys.path[:] = path
    with suppress(OSError):
        os.chdir(folder)


def _bound(limits: Limits, inherited: int) -> None:
    """Have the system refuse memory beyond `limits`, and end this process should its parent fail to.

    A document has at least half of the memory for itself, whatever was `inherited` (as `bounds` has it).

    Both are the kernel's doing and need no turn of the interpreter. Where there is no such thing, as in
    Windows, the parent's deadline remains.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = allowed_bytes(limits.memory_bytes, inherited)
        resource.setrlimit(resource.RLIMIT_DATA, (within(allowed, hard), hard))
    with suppress(AttributeError):
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE_S)


def _end_with_parent(requests: IO[bytes], *, is_on: bool) -> None:
    """While a call is done, have the system signal the end of the requests: that of the parent.

    A parent asks nothing before it has its answer, so nothing else can come (fcntl(2), O_ASYNC).
    """
    with suppress(ImportError, AttributeError, OSError):
        import fcntl
        import select

        fcntl.fcntl(requests, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(requests, fcntl.F_GETFL) & ~os.O_ASYNC
        fcntl.fcntl(requests, fcntl.F_SETFL, flags | (os.O_ASYNC if is_on else 0))
        if is_on and select.select([requests], [], [], 0)[0]:
            # it ended a moment before
            os._exit(1)
    if not is_on:
        with suppress(AttributeError):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _refuse(event: str, _arguments: object) -> None:
    if event in _REFUSED:
        message = f"{event} has no place in reading"
        raise RuntimeError(message)
