"""The parent's side: a child, what is asked of it, and its end.

Requests and answers are pickles on two pipes. A parent with a single thread forks, which takes 3 ms; any
other starts a fresh interpreter (35 ms), since a fork would copy locks that other threads hold.
"""

import os
import pickle
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, TypeVar, cast

from converter.guard.child import HEAD, serve
from converter.limits import LIMITS, in_force

if TYPE_CHECKING:
    import subprocess

T = TypeVar("T")

_OWN_THREADS = Path("/proc/self/task")


class SlowError(Exception):
    """The child took longer than `LIMITS.seconds`."""


class HungryError(Exception):
    """The child wanted more memory than `LIMITS.memory_bytes`, or to give back more than half of that."""


class DiedError(Exception):
    """The child died; `status` is its exit status, or minus the signal that ended it."""

    def __init__(self, status: int) -> None:
        """Keep how it ended."""
        super().__init__(status)
        self.status = status


class Cell:
    """A child that does one call after the other, until one of the errors above is raised."""

    def __init__(self) -> None:
        """Start the child."""
        asked, self._ask = os.pipe()
        self._answers, answering = os.pipe()
        start = _fork if _is_alone() else _launch
        self._process: _Process = start(asked, answering, (self._ask, self._answers))
        os.close(asked)
        os.close(answering)
        self._requests: IO[bytes] = os.fdopen(self._ask, "wb")
        self._results: IO[bytes] = os.fdopen(self._answers, "rb")
        self._is_idle = True

    @property
    def is_idle(self) -> bool:
        """Whether it can be called."""
        return self._is_idle and self._process.status() is None

    def call(self, function: Callable[..., T], arguments: tuple[object, ...]) -> T:
        """Return what `function` returns; the rest as `converter.guard.guarded`.

        Raises:
            SlowError, HungryError, DiedError: the child is gone, and the call with it.
            Exception: what `function` raises.
        """
        self._is_idle = False
        late = threading.Event()
        deadline = threading.Timer(LIMITS.seconds, self._kill_late, (late,))
        deadline.start()
        try:
            answer = self._asked(function, arguments)
        finally:
            deadline.cancel()
            deadline.join()
            if not self._is_idle:
                status = self.end()
        if answer is None:
            if late.is_set() or status == -_SIGALRM:
                raise SlowError
            # nobody but the system, when it is short of memory, ends it so
            raise HungryError if status == -_SIGKILL else DiedError(status)
        is_good, value = answer
        if not is_good:
            raise HungryError if value is MemoryError else cast("BaseException", value)
        return cast("T", value)

    def end(self) -> int:
        """End the child whatever it does, and return how it ended."""
        self._process.kill()
        for stream in (self._requests, self._results):
            with suppress(OSError):
                stream.close()
        self._is_idle = False
        return self._process.wait()

    def _asked(
        self, function: Callable[..., object], arguments: tuple[object, ...]
    ) -> tuple[bool, object] | None:
        """Return whether all went well, and what came of it; `None` when the child ended first."""
        try:
            # paths come first: what follows may be found by them
            pickle.dump((sys.path, _folder(), in_force()), self._requests)
            pickle.dump((function, arguments), self._requests, pickle.HIGHEST_PROTOCOL)
            self._requests.flush()
            head = self._results.read(HEAD.size)
            is_last, size = HEAD.unpack(head)
            if size > LIMITS.memory_bytes // 2:
                return False, MemoryError
            answer = self._results.read(size)
            if len(answer) < size:
                return None
            self._is_idle = not is_last
            return cast("tuple[bool, object]", pickle.loads(answer))  # noqa: S301 - from our own child
        except (BrokenPipeError, struct.error):
            return None

    def _kill_late(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()


_SIGKILL, _SIGALRM = 9, 14


class _Process(Protocol):
    def kill(self) -> None:
        """Kill it at once."""

    def status(self) -> int | None:
        """Return how it ended; `None` while it lives."""

    def wait(self) -> int:
        """Return how it ended, once it has."""


class _Forked:
    """A child that was forked, and leads a session of its own."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._status: int | None = None

    def kill(self) -> None:
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, _SIGKILL)

    def status(self) -> int | None:
        if self._status is None:
            ended, status = os.waitpid(self._pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if ended else None
        return self._status

    def wait(self) -> int:
        if self._status is None:
            _, status = os.waitpid(self._pid, 0)
            self._status = os.waitstatus_to_exitcode(status)
        return self._status


class _Launched:
    """A child with an interpreter of its own."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def kill(self) -> None:
        self._process.kill()

    def status(self) -> int | None:
        return self._process.poll()

    def wait(self) -> int:
        return self._process.wait()


def _folder() -> str:
    """Return the folder that paths are relative to; empty where it was deleted."""
    try:
        return os.getcwd()  # noqa: PTH109 - it goes to chdir
    except OSError:
        return ""


def _is_alone() -> bool:
    """Whether this process has one thread, those of C libraries included, on a system where it may fork."""
    try:
        return len(os.listdir(_OWN_THREADS)) == 1  # noqa: PTH208 - names are enough
    except OSError:
        return False


def _fork(asked: int, answering: int, ours: tuple[int, int]) -> _Process:
    pid = os.fork()
    if pid:
        return _Forked(pid)
    try:
        for end in ours:
            os.close(end)
        serve(asked, answering)
    finally:
        # neither the parent's exit handlers nor its buffered output are the child's
        os._exit(1)


def _launch(asked: int, answering: int, _ours: tuple[int, int]) -> _Process:
    # 10 ms to import
    import subprocess

    code = "from converter.guard.child import main; main()"
    process = subprocess.Popen(  # noqa: S603 - this interpreter, with our own words
        [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {code}"],
        stdin=asked,
        stdout=answering,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return _Launched(process)
