"""The engine of one machine: processes, each a lane of its own.

A lifeline is a pipe from the driver to each worker. What ends the driver, `kill -9` too, ends the line, and
the worker with it: no worker outlives its driver.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from converter.batch.engines import Engine
from converter.batch.job import stop_when

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

P = ParamSpec("P")
T = TypeVar("T")

_STOP = b"stop"


def pool(workers: int) -> Engine:
    """Return the engine that works in so many processes of this machine, at least one."""
    return Engine("pool", Worker, workers, stop=_stop, kill=_kill)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Worker(ProcessPoolExecutor):
    """An executor of one process.

    It is spawned, not forked: a fork would inherit locks that threads of the driver hold.
    """

    def __init__(self, folder: str = "") -> None:
        """Start nothing yet; the process will work in `folder`, or where this one does."""
        context = multiprocessing.get_context("spawn")
        end, self.lifeline = context.Pipe(duplex=False)
        super().__init__(1, context, _prepare, (end, folder or os.getcwd()))  # noqa: PTH109 - it goes to chdir

    def submit(self, function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> Future[T]:
        """Hand a call over; the first starts the process, which Ctrl-C must not reach before it is ready."""
        with _signals_held():
            return super().submit(function, *arguments, **named)


@contextmanager
def _signals_held() -> Iterator[None]:
    """Keep SIGINT and SIGTERM waiting; a process that is started meanwhile never gets them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(executor: Executor) -> None:
    with suppress(OSError):
        cast("Worker", executor).lifeline.send_bytes(_STOP)


def _kill(executor: Executor) -> None:
    cast("Worker", executor).lifeline.close()
    executor.shutdown(cancel_futures=True)


def _prepare(lifeline: "Connection", folder: str) -> None:
    """Make a process a worker: the keyboard's Ctrl-C and a service's end are the driver's to act upon."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.chdir(folder)
    stopped = Event()
    stop_when(stopped.is_set)
    Thread(target=_watch, args=(lifeline, stopped), daemon=True).start()


def _watch(lifeline: "Connection", stopped: Event) -> None:
    """Set `stopped` when the driver says so, and end this process when the driver has ended."""
    with suppress(EOFError, OSError):
        while True:
            lifeline.recv_bytes()
            stopped.set()
    os._exit(1)
