"""Dask: a scheduler and workers, each a process."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import Event

from tests.judges import tool
from tests.servers.ports import HOST

ROOT = Path(__file__).resolve().parents[2]


class Dask:
    """A cluster that runs.

    Attributes:
        file: of its scheduler.
        scheduler: its process.
    """

    def __init__(self, folder: Path, env: Mapping[str, str], stack: ExitStack) -> None:
        """Start a scheduler without workers; all of it ends with `stack`."""
        self.file = folder / "scheduler.json"
        self._folder = folder
        self._env = env
        self._stack = stack
        self.scheduler = self._started("scheduler", "--port", "0", "--scheduler-file", str(self.file))

    def start_worker(self, *options: str, env: Mapping[str, str] = {}) -> "subprocess.Popen[bytes]":
        """Start a worker with one thread; `wait_for` says when it is there."""
        words = ("--scheduler-file", str(self.file), "--nthreads", "1", *options)
        return self._started("worker", *words, "--local-directory", str(self._folder), env=env)

    def wait_for(self, workers: int, *, timeout_s: float = 60) -> None:
        """Return as soon as the scheduler is up and so many workers have come.

        Raises:
            TimeoutError: they do not come in time.
        """
        until = time.monotonic() + timeout_s
        while not self._is_up() or self._log().count(b"Register worker") < workers:
            if time.monotonic() > until:
                message = f"no {workers} workers came: {self._log().decode()}"
                raise TimeoutError(message)
            Event().wait(0.05)

    def _started(self, kind: str, *words: str, env: Mapping[str, str] = {}) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "dask", kind, "--host", HOST, "--no-dashboard", *words]
        path = os.pathsep.join((*filter(None, ({**self._env, **env}.get("PYTHONPATH"),)), str(ROOT)))
        log = self._stack.enter_context((self._folder / f"{kind}.log").open("ab"))
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, **self._env, **env, "PYTHONPATH": path},
            # the folder of no batch
            cwd=self._folder,
        )
        self._stack.callback(_end, process)
        return process

    def _is_up(self) -> bool:
        return self.file.exists() and self.file.read_bytes().endswith(b"}")

    def _log(self) -> bytes:
        return (self._folder / "scheduler.log").read_bytes()


@contextmanager
def dask(folder: Path, *, env: Mapping[str, str] = {}) -> Iterator[Dask]:
    """Run a scheduler; `env`: of it and all workers."""
    tool.require("distributed", None if (spec := find_spec("distributed")) is None else spec.origin)
    with ExitStack() as stack:
        yield Dask(folder, env, stack)


def processes_below(parent: int) -> list[int]:
    """Return the processes that a process has spawned by Python's means, and those that they have spawned."""
    found = [int(one) for file in Path(f"/proc/{parent}/task").glob("*/children") for one in _words(file)]
    spawned = [one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
    return spawned + [below for one in spawned for below in processes_below(one)]


def _words(file: Path) -> list[str]:
    try:
        return file.read_text("ascii").split()
    except (FileNotFoundError, ProcessLookupError):
        # its thread has ended meanwhile
        return []


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
