"""Work on one document in this process, within `LIMITS` as far as the interpreter can hold it to them.

What libraries do with strangers' files is bounded in a child; what is then made of the article is our own
work, most of it in Python, which a signal interrupts and a refused allocation ends in good order.
"""

import os
import signal
import threading
from contextlib import suppress
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Literal

from converter.errors import InputError
from converter.limits import LIMITS

CUT_SHORT = frozenset({"input-too-hungry", "input-too-slow"})
"""Codes of documents that were given up in the midst of the work, which may have left things half done."""

GIVEN_UP = CUT_SHORT | {"reader-died"}
"""Codes of documents that were too much: whether anything is wrong with them is not known."""

_AGAIN_S = 1.0
"""The signal comes again where it was lost, as in the destructor of an object."""

_AT_ONCE_S = 0.001

_REMEDY = "if you know where it comes from, allow it more (docs/limits.md)"


def too_slow(where: str) -> InputError:
    """Return the error for a document that took longer than `LIMITS.seconds`."""
    what = f"takes longer than {LIMITS.seconds:g} seconds, and was given up"
    return InputError("input-too-slow", what, where=where, remedy=_REMEDY)


def too_hungry(where: str) -> InputError:
    """Return the error for a document that took more memory than `LIMITS.memory_bytes`."""
    what = f"takes more than {LIMITS.memory_bytes // 1_000_000} MB of memory, and was given up"
    return InputError("input-too-hungry", what, where=where, remedy=_REMEDY)


def within(wanted: int, hard: int) -> int:
    """Return `wanted`, or what the system allows at most (getrlimit(2))."""
    import resource

    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def held_bytes(kind: Literal["resident", "data"]) -> int:
    """Return how much memory this process holds; 0 where `/proc` does not tell it (proc_pid_statm(5))."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()
    except OSError:
        return 0
    return int(pages[1 if kind == "resident" else 5]) * os.sysconf("SC_PAGE_SIZE")


def allowed_bytes(limit: int, held: int) -> int:
    """Return how much data a process may hold: a document has at least half of `limit` for itself.

    A process that has worked for long, or was forked from one, may hold much already, and one that is refused
    all memory may crash.
    """
    return max(limit, held + limit // 2)


class _LateError(BaseException):
    """Time is up; like `KeyboardInterrupt`, no handler of ordinary errors holds it up."""


class Spent:
    """What one document may take of this process: `LIMITS.seconds` in all, and `LIMITS.memory_bytes`.

    A context, to be entered for each stretch of work on the document; the time between them does not count.
    This is for processes that do nothing else, as `LIMITS.whole` says. Only the main thread can be held to
    limits, and only where the system has them; elsewhere this does nothing. Nothing is to be published
    meanwhile.

    Leaving it raises `InputError`: `input-too-slow`, `input-too-hungry`.
    """

    def __init__(self, where: str) -> None:
        """Begin with nothing spent on the document that is told to be at fault as `where`."""
        self._where = where
        self._spent_s = 0.0
        self._start = 0.0
        self._bounds: _Bounds | None = None

    def __enter__(self) -> None:
        """Begin a stretch."""
        self._start = monotonic()
        is_main = threading.current_thread() is threading.main_thread()
        if LIMITS.whole and is_main and hasattr(signal, "setitimer"):
            left_s = LIMITS.seconds - self._spent_s
            if left_s <= 0:
                raise too_slow(self._where)
            self._bounds = _Bounds(left_s)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End a stretch, and tell the end of what may be spent."""
        self._close()
        self._spent_s += monotonic() - self._start
        if kind is _LateError:
            raise too_slow(self._where) from None
        if kind is MemoryError:
            raise too_hungry(self._where) from None

    def _close(self) -> None:
        if self._bounds is not None:
            self._bounds.close()
        self._bounds = None


class _Bounds:
    """An alarm and a limit on memory, and what was there before them."""

    def __init__(self, left_s: float) -> None:
        import resource

        self._memory = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = allowed_bytes(LIMITS.memory_bytes, held_bytes("data"))
        _set_memory(within(allowed, self._memory[1]), self._memory[1])
        self._handler = signal.signal(signal.SIGALRM, _raise_late)
        self._start = monotonic()
        self._alarm = signal.setitimer(signal.ITIMER_REAL, max(left_s, _AT_ONCE_S), _AGAIN_S)

    def close(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._handler)
        _set_memory(*self._memory)
        delay, interval = self._alarm
        if delay:
            # someone else's alarm
            left_s = delay - (monotonic() - self._start)
            signal.setitimer(signal.ITIMER_REAL, max(left_s, _AT_ONCE_S), interval)


def _raise_late(_number: int, frame: FrameType | None) -> None:
    """End the work, unless it is over already: what sets and takes back the bounds is not to be torn."""
    while frame is not None:
        if frame.f_globals is globals():
            return
        frame = frame.f_back
    raise _LateError


def _set_memory(soft: int, hard: int) -> None:
    import resource

    # macOS has the limit, and does not take every value
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
