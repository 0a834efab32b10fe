"""What a command takes: CPU time, wall time and memory of it and of all that it starts."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Self

from msgspec import Struct

_PAUSE = 0.01
"""Seconds between two looks at a tree's memory."""
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20


class Taken(Struct, frozen=True):
    """What one run took.

    Attributes:
        cpu: seconds of user and system time, of children that were waited for, too.
        wall: seconds from start to end.
        peak: MB, the most that the process and its children had at one time.
        size: bytes of what was made.
        output: what it printed.
    """

    cpu: float
    wall: float
    peak: float
    size: int = 0
    output: str = ""

    def then(self, other: "Taken") -> "Taken":
        """Return what one run took after another."""
        return Taken(
            self.cpu + other.cpu,
            self.wall + other.wall,
            max(self.peak, other.peak),
            self.size + other.size,
            other.output,
        )


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Taken:
    """Run `command` in `folder` to its end and return what it took.

    Raises:
        RuntimeError: it failed; the text is what it said.
    """
    start = perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout  # noqa: S101 - it is a pipe
        with _Watch(process.pid) as watch:
            output = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}\n{output}")
    # ru_maxrss is exact, but of the largest process alone, and never less than ours was when it forked
    return Taken(usage.ru_utime + usage.ru_stime, wall, watch.peak or usage.ru_maxrss / 1024, output=output)


class _Watch:
    """Looks at the memory of a process and of all below it, time and again; Linux alone tells."""

    def __init__(self, pid: int) -> None:
        self.peak = 0.0
        self._pid = pid
        self._ended = Event()
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        # at once, since the shortest commands are over before the first pause is
        while True:
            self.peak = max(self.peak, _memory(self._pid))
            if self._ended.wait(_PAUSE):
                return


def _memory(pid: int) -> float:
    """Return MB of a process and of all below it that are there still."""
    root = Path("/proc", str(pid))
    try:
        own = _PAGE_MB * int((root / "statm").read_text("ascii").split()[1])
        children = " ".join(path.read_text("ascii") for path in root.glob("task/*/children")).split()
    except OSError:
        return 0.0
    return own + sum(_memory(int(child)) for child in children)
