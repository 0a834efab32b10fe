"""The engine of many machines: the workers of a Dask cluster, each with processes of its own (`hosting`).

When a worker dies, Dask gives its chunks to others, as often as its scheduler allows (`allowed-failures`:
three times). A chunk of which it gives up fails like one of the pool's whose process died, and is halved
(`engines`). Dask's own `retries` are none: they are for calls that raise, and what ours raise ends the run.

This is the only module that imports `distributed`.
"""

import asyncio
import logging
import pickle
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager, suppress
from functools import partial
from platform import python_version_tuple
from pydoc import locate
from time import monotonic
from typing import Any, ParamSpec, TypeVar, cast

import distributed
from distributed import Client, Security, get_worker, rpc
from distributed.scheduler import KilledWorker

from converter.batch import hosting
from converter.batch.engines import Engine
from converter.batch.hosting import host
from converter.batch.job import Work, work
from converter.batch.plan import Plan
from converter.batch.records import Result, Task
from converter.batch.schedulers import address_of
from converter.batch.terms import Terms, Versions, agreed, unfit
from converter.errors import ConverterError, PostponedError, UsageError

P = ParamSpec("P")
T = TypeVar("T")

_PATIENCE_S = 10.0
"""How long a scheduler may take to answer, and its first worker to come."""

_START_S = 60.0
"""How long workers are waited for that have to start their processes, beside what they are doing."""

_ABSENCE_S = 300.0
"""How long there may be no worker at all: where machines are lent, others may come."""

_LOOKS_EVERY_S = 5.0

_RESUME = "see to it, then add --resume"
_SAME = "install the same packages there as here"

_AT_WORK = frozenset({"running", "paused", "closing_gracefully"})
"""States of a worker of which results may still come."""


@contextmanager
def cluster(scheduler: str, plan: Plan, chunk: int) -> Iterator[Engine]:
    """Connect to a cluster, check that it can do the work, and yield the engine; leave it in order.

    Args:
        scheduler: its address (`tcp://…`, `tls://…`), or the file that it has written.
        plan: of the batch; its target can be written.
        chunk: articles that a worker is given at once.

    Raises:
        UsageError: `cluster-address`: it names no scheduler; `cluster-unfit`: a worker cannot do the work.
        PostponedError: `cluster-unreachable`, `cluster-empty`, `cluster-lost`: nobody answers, no worker is
            there, or the scheduler has gone.
    """
    address = address_of(scheduler)
    with _connected(address) as client, agreed(plan) as terms:
        executor = _Cluster(client, address, terms)
        try:
            executor.start(pickle.dumps(plan))
            yield Engine(
                "cluster", lambda: executor, depth=executor.depth, chunk=chunk, stop=_stop, kill=_kill
            )
        finally:
            executor.leave()


class _Cluster(Executor):
    """The executor of all workers together. The future of a chunk cannot be cancelled: its worker is told."""

    def __init__(self, client: Client, address: str, terms: Terms) -> None:
        self._client = client
        self._address = address
        self._terms = terms
        self._threads = 0
        self._looked = self._seen = monotonic()

    def submit(self, function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> Future[T]:  # noqa: ARG002 - as its parent's
        """Hand a chunk over; errors of its future as `host`, and `cluster-lost`."""
        return self._submit(function, *arguments)

    def start(self, plan: bytes) -> None:
        """Have every worker that is there start its processes, and check that it can do the work.

        Raises:
            UsageError: `cluster-unfit`.
            PostponedError: `cluster-lost`.
        """
        try:
            _check_versions(self._client, self._terms.versions)
            workers = self._client.nthreads()
        except OSError as error:
            raise self._lost(error) from error
        self._threads = sum(workers.values())
        started = [self._submit(work, plan, (), where=worker) for worker in workers]
        for future in wait(started, _START_S).done:
            if isinstance(wrong := future.exception(), ConverterError):
                raise wrong

    def depth(self) -> int:
        """Return how many chunks keep the workers busy that are there now.

        Raises:
            PostponedError: `cluster-empty`: there have been none for long.
        """
        now = monotonic()
        if now - self._looked >= _LOOKS_EVERY_S:
            self._looked = now
            with suppress(OSError):
                self._threads = sum(self._client.nthreads(callback_timeout=_LOOKS_EVERY_S).values())
        if self._threads:
            self._seen = now
        elif now - self._seen > _ABSENCE_S:
            what = f"there have been no workers for {_ABSENCE_S / 60:.0f} minutes"
            raise PostponedError("cluster-empty", what, where=self._address, remedy=_RESUME)
        return max(1, 2 * self._threads)

    def stop(self) -> None:
        """Have all workers end their chunks before the next article."""
        self._tell(hosting.stop)

    def leave(self) -> None:
        """End the processes, and what would be begun yet."""
        self._tell(_end)

    def _submit(self, function: Callable[..., T], *arguments: Any, where: str = "") -> Future[T]:  # noqa: ANN401
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        there = self._client.submit(
            _hosted, self._terms, function, *arguments, pure=False, retries=0, workers=where or None
        )
        there.add_done_callback(partial(self._settle, future))
        return future

    def _settle(self, future: Future[Any], there: "distributed.Future[Any]") -> None:
        """Give `future` what has come of `there`."""
        try:
            if there.status == "finished":
                future.set_result(there.result())
            else:
                future.set_exception(self._error(there))
        except Exception as error:  # noqa: BLE001 - whatever it is, the driver must not wait for ever
            future.set_exception(self._lost(error))

    def _error(self, there: "distributed.Future[Any]") -> BaseException:
        if there.status != "error":
            return self._lost()
        error = there.exception()
        if isinstance(error, (ConverterError, KilledWorker)):
            return error
        return unfit(self._address, f"a worker cannot do the work: {_said(error)}", _SAME)

    def _lost(self, error: BaseException | None = None) -> ConverterError:
        what = f"the connection to the scheduler is lost{f': {_said(error)}' if error else ''}"
        return PostponedError("cluster-lost", what, where=self._address, remedy=_RESUME)

    def _tell(self, order: Callable[[str], object]) -> None:
        """Tell all workers; those that are lost hear nothing, and need not."""
        if self._client.status == "running":
            with suppress(Exception):
                self._client.run(order, self._terms.run, on_error="ignore", callback_timeout=_LOOKS_EVERY_S)


def _stop(executor: Executor) -> None:
    cast("_Cluster", executor).stop()


def _kill(executor: Executor) -> None:
    cast("_Cluster", executor).leave()


async def _end(run: str) -> None:
    """End a run at a worker, which goes on answering meanwhile."""
    await asyncio.to_thread(hosting.end, run)


def _hosted(terms: Terms, work: Work, plan: bytes, tasks: Sequence[Task]) -> list[Result]:
    """Do a chunk; this runs in a thread of a worker."""
    worker = get_worker()
    key = worker.get_current_task()

    def is_wanted() -> bool:
        """Whether the driver still waits for it: when that dies, the scheduler takes its chunks back."""
        state = worker.state.tasks.get(key)
        return state is not None and state.state != "cancelled" and worker.status.name in _AT_WORK

    return host(terms, worker.address, is_wanted, work, plan, tasks)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    """Yield a client that is connected to a scheduler with workers; errors as `cluster`."""
    _quieten()
    _check_scheduler(address)
    with warnings.catch_warnings():
        # of other versions of its parts there, and of large chunks: Dask copes with both
        warnings.filterwarnings("ignore", module=r"distributed\.")
        client = Client(address, timeout=_PATIENCE_S, set_as_default=False, name="briefing")
        try:
            _await_worker(client, address)
            yield client
        finally:
            with suppress(Exception):
                client.close(timeout=_LOOKS_EVERY_S)


def _await_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, _PATIENCE_S)
    except TimeoutError:
        what = f"no worker has come within {_PATIENCE_S:.0f} s"
        remedy = f"start some: dask worker {address} --nthreads 1"
        raise PostponedError("cluster-empty", what, where=address, remedy=remedy) from None


def _check_scheduler(address: str) -> None:
    """Check that a scheduler answers, which `Client` waits for without an end."""
    remedy = "see that `dask scheduler` runs there, and that its port can be reached"
    try:
        kind = asyncio.run(_kind(address))
    except OSError as error:
        what = f"no scheduler answers within {_PATIENCE_S:.0f} s"
        raise PostponedError("cluster-unreachable", what, where=address, remedy=remedy) from error
    except (ValueError, TypeError) as error:
        remedy = "write tcp://HOST:PORT; tls:// needs Dask's own settings of certificates"
        raise UsageError("cluster-address", _said(error), where=address, remedy=remedy) from None
    if kind != "Scheduler":
        what = f"this is the address of a {kind.lower()}"
        raise UsageError("cluster-address", what, where=address, remedy="write that of the scheduler")


async def _kind(address: str) -> str:
    """Return what Dask calls the one who answers at `address`.

    Raises:
        OSError: nobody does.
        ValueError, TypeError: it is no address, or not for these settings.
    """
    async with rpc(address, connection_args=Security().get_connection_args("client")) as there:
        return str((await asyncio.wait_for(there.identity(), _PATIENCE_S))["type"])


def _check_versions(client: Client, versions: Versions) -> None:
    """Check what workers run, before they are given anything that others might not even read."""
    # functions of the standard library: every worker has them, whatever else it lacks
    briefing = client.run(locate, "converter.__version__", on_error="ignore")
    python = client.run(python_version_tuple, on_error="ignore")
    for worker in briefing.keys() & python.keys():
        versions.check(Versions(briefing[worker] or "", ".".join(python[worker][:2])), worker)


def _quieten() -> None:
    """Leave it to this program to say what goes wrong."""
    for name in ("distributed", "distributed.client", "distributed.gc", "tornado.application", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _said(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
