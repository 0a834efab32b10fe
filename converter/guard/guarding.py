"""`guarded`: call a function in a child that is at hand."""

import atexit
import signal
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from converter.errors import InputError
from converter.guard.bounds import too_hungry, too_slow
from converter.guard.cell import Cell, DiedError, HungryError, SlowError
from converter.limits import LIMITS

T = TypeVar("T")


def guarded(function: Callable[..., T], /, *arguments: object, where: str) -> T:
    """Return what `function(*arguments)` returns, called in a child that may not go beyond `LIMITS`.

    The child outlives the call, for the next one; what it raises is raised here.

    Args:
        function: of a module's top level; it and its arguments can be pickled, and so can what it returns.
            It reads no standard input, writes nothing, and opens no connection.
        arguments: for `function`.
        where: which file is told to be at fault.

    Raises:
        InputError: `input-too-slow`, `input-too-hungry`, `reader-died`.
        Exception: what `function` raises.
    """
    if not LIMITS.guard:
        return function(*arguments)
    try:
        return _keeper.call(function, arguments)
    except SlowError:
        raise too_slow(where) from None
    except HungryError:
        raise too_hungry(where) from None
    except DiedError as died:
        what = f"the process that read it died ({_told(died.status)})"
        remedy = "please report it, with the file if you can; another format of the article may be read"
        raise InputError("reader-died", what, where=where, remedy=remedy) from None


class _Keeper:
    """Has at most one child at hand, started when it is first needed; threads take turns."""

    def __init__(self) -> None:
        self._cell: Cell | None = None
        self._turn = Lock()

    def call(self, function: Callable[..., T], arguments: tuple[object, ...]) -> T:
        with self._turn:
            if self._cell is None or not self._cell.is_idle:
                self.end()
                self._cell = Cell()
            return self._cell.call(function, arguments)

    def end(self) -> None:
        if self._cell is not None:
            self._cell.end()
        self._cell = None


_keeper = _Keeper()
atexit.register(_keeper.end)


def _told(status: int) -> str:
    """Return how a process ended, as a person may look it up: the signal's name, or its exit status."""
    if status >= 0:
        return f"status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
    # abort(3): how C++ libraries take a refusal
    return f"{name}, as when memory runs out" if name == "SIGABRT" else name
