"""What a worker of a cluster does with a chunk: a process beside it converts, one for each of its threads.

So an article that ends its process ends no worker of the cluster, and is found there and then, by the halving
of `engines`. The worker itself answers its scheduler whatever the process is busy with, and several threads
of a worker share nothing but the worker.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Executor
from functools import partial
from multiprocessing import current_process
from pathlib import Path
from threading import RLock, Timer, get_ident
from typing import cast

from msgspec.structs import replace

from converter.batch import engines
from converter.batch.engines import Job
from converter.batch.job import Work, given_up
from converter.batch.pool import Worker, pool
from converter.batch.records import Result, Task
from converter.batch.terms import Terms

_IDLE_S = 300.0
"""How long a process waits for the next chunk: a driver that was killed does not say that there is none."""

_stopped = set[str]()
_ended = set[str]()
"""Runs that their drivers have ended, in order or at once; their names are few and short."""

_processes: dict[int, "_Process"] = {}
"""The process of each thread that has had a chunk."""


def host(  # noqa: PLR0913, PLR0917 - it stands between two who each know a part
    terms: Terms, where: str, is_wanted: Callable[[], bool], work: Work, plan: bytes, tasks: Sequence[Task]
) -> list[Result]:
    """Have `work(plan, tasks)` done, and return what came of it.

    Args:
        terms: of the run.
        where: the worker's address, for messages.
        is_wanted: asked every half second; once it says no, the process is ended.
        work: as engines call it.
        plan: pickled, for `work`.
        tasks: of the chunk.

    Raises:
        ConverterError: as `Terms.check`; `workers-die`.
        CancelledError: nobody waits for it any more.
    """

    def stopping() -> bool:
        if terms.run in _ended or not is_wanted():
            raise CancelledError
        return terms.run in _stopped

    engine = replace(_ENGINE, executor=partial(_process_for, terms), kill=_kill)
    job = Job(partial(_work_as_agreed, terms, where, work), plan, given_up)
    coming = engines.run(engine, job, [tasks], stopping)
    return [one for came in coming for one in came]


def stop(run: str) -> None:
    """Have the processes of `run` end their chunks before the next article."""
    _stopped.add(run)


def end(run: str) -> None:
    """End the processes of `run`, whatever they do; they have ended when this returns."""
    _ended.add(run)
    for process in [one for one in list(_processes.values()) if one.run == run]:
        process.kill()


class _Process(Worker):
    """The process of a thread, which is kept from one chunk of a run to the next."""

    def __init__(self, terms: Terms) -> None:
        # where the driver's folder is not, no path that starts from it may be taken for another
        super().__init__(terms.folder if Path(terms.folder).is_dir() else os.sep)
        self.run = terms.run
        self._thread = get_ident()
        self._turn = RLock()
        self._is_idle = self._is_over = False
        self._end = self._timer()

    def kill(self) -> None:
        """End it, whatever it does; its thread, a driver and its own timer may all want that."""
        with self._turn:
            self._is_over = True
            _ENGINE.kill(self)

    def resume(self) -> bool:
        """Have it stay while there is a chunk; return whether it is there still."""
        with self._turn:
            self._is_idle = False
            self._end.cancel()
            return not self._is_over

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - its parent's
        """Stay for the next chunk, unless nothing can come of it any more."""
        if not cancel_futures:
            self._is_idle = True
            self._end = self._timer()
            self._end.start()
            return
        if _processes.get(self._thread) is self:
            del _processes[self._thread]
        super().shutdown(wait, cancel_futures=True)

    def _timer(self) -> Timer:
        timer = Timer(_IDLE_S, self._expire)
        timer.daemon = True
        return timer

    def _expire(self) -> None:
        """End it, unless its thread was given a chunk in this very moment."""
        with self._turn:
            if self._is_idle:
                self.kill()


_ENGINE = pool(1)


def _kill(executor: Executor) -> None:
    cast("_Process", executor).kill()


def _process_for(terms: Terms) -> _Process:
    """Return this thread's process for a run; one that is left from another run is ended."""
    process = _processes.get(get_ident())
    if process is not None and process.run == terms.run and process.resume():
        return process
    if process is not None:
        process.kill()
    if current_process().daemon:
        # Nobody would end the children of a daemon, so it may have none. Ours end with it by themselves.
        current_process().daemon = False
    process = _processes[get_ident()] = _Process(terms)
    return process


def _work_as_agreed(terms: Terms, where: str, work: Work, plan: bytes, tasks: Sequence[Task]) -> list[Result]:
    """Do `work`, in the process; errors as `Terms.check`."""
    terms.check(where, plan)
    return work(plan, tasks)
