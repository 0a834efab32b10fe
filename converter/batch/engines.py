"""Where the work is done: lanes that are each a standard `Executor`, and what becomes of a worker that dies.

A lane has few chunks in flight, and one worker in this machine's pool: a worker that dies breaks its own
lane, with the chunk that it worked on, and nothing else. That chunk is halved until the document is found
that its workers die of. An executor that looks after its workers itself, such as that of a cluster, is a
single lane with many chunks in flight; a future that fails there stands for one chunk, too.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from itertools import chain, islice
from typing import Generic, ParamSpec, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import ConverterError, InputError

P = ParamSpec("P")
T = TypeVar("T")
TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

ATTEMPTS = 3
"""How often a document may end its worker before it is given up."""

_MOST_STARTS = 10
"""How often in a row a lane's worker may die before it has begun a document."""

_TICK_S = 0.5
"""How long the driver waits for results before it looks up: whether it should stop, how far it is."""


def _leave(_executor: Executor) -> None:
    """Let workers finish their chunks."""


def _cancel(executor: Executor) -> None:
    executor.shutdown(wait=False, cancel_futures=True)


class Engine(Struct, frozen=True):
    """A way to do the work.

    Attributes:
        name: for messages.
        executor: makes the executor of a lane; called again when one is broken; workers call a job's `work`.
        lanes: how many executors work side by side.
        depth: asked how many chunks each may have in flight, again and again: one more than its workers keeps
            them busy, and workers may come and go.
        chunk: documents that a worker is given at once.
        stop: tells the workers of an executor to end before their next document: chunks come back in part.
        kill: ends an executor and its workers at once, and returns when they have ended; by default it drops
            what is not begun, which is all that an executor without processes can do.
    """

    name: str
    executor: Callable[[], Executor]
    lanes: int = 1
    depth: Callable[[], int] = lambda: 2
    chunk: int = 25
    stop: Callable[[Executor], None] = _leave
    kill: Callable[[Executor], None] = _cancel


class Job(Struct, Generic[TaskT, ResultT], frozen=True):
    """What is done with a chunk of tasks.

    Attributes:
        work: a function that workers can import: `plan` and a chunk → what came of it, in order; a part where
            it was stopped.
        plan: what is the same for all tasks, pickled once.
        given_up: the result of a task that ends its workers, `ATTEMPTS` times.
    """

    work: Callable[[bytes, Sequence[TaskT]], list[ResultT]]
    plan: bytes
    given_up: Callable[[TaskT], ResultT]


class _Chunk(Struct, Generic[TaskT], frozen=True):
    """Tasks in flight; none where a worker is only being started.

    Attributes:
        tasks: what it has to do.
        deaths: how often its one document has ended a worker.
        is_begun: whether an executor took it; otherwise it has no part in what became of that.
    """

    tasks: Sequence[TaskT]
    deaths: int = 0
    is_begun: bool = True


def run(
    engine: Engine,
    job: Job[TaskT, ResultT],
    chunks: Iterable[Sequence[TaskT] | None],
    stopping: Callable[[], bool] = lambda: False,
) -> Generator[list[ResultT]]:
    """Yield what comes of `chunks`, as it comes; an empty list now and then while nothing does.

    Chunks are taken when there is room for them. Every task has one result, unless the run is stopped.

    Args:
        engine: that does it.
        job: what its workers do.
        chunks: read as needed; `None` for now where the next has to wait for one in flight.
        stopping: asked again and again; once it says yes, no chunk is begun any more.
    """
    todo = deque[_Chunk[TaskT]]()
    source = iter(chunks)
    lanes = [_Lane(engine, job) for _ in range(engine.lanes)]
    try:
        while True:
            if stopping():
                todo.clear()
                for lane in lanes:
                    lane.stop()
            else:
                _fill(lanes, todo, source)
            futures = [future for lane in lanes for future in lane.flying]
            if not futures:
                break
            wait(futures, _TICK_S, FIRST_COMPLETED)
            came = [results for lane in lanes for results in lane.landed(todo)]
            yield from came or [[]]
    except BaseException:
        for lane in lanes:
            lane.kill()
        raise
    for lane in lanes:
        lane.close()


def _fill(
    lanes: "Sequence[_Lane[TaskT, ResultT]]",
    todo: deque[_Chunk[TaskT]],
    source: Iterator[Sequence[TaskT] | None],
) -> None:
    """Give every lane what it has room for, the emptiest first."""
    while True:
        lane = min(lanes, key=lambda one: one.load)
        if not lane.has_room:
            return
        if todo:
            chunk = todo.popleft()
        elif (tasks := next(source, None)) is not None:
            chunk = _Chunk(tasks)
        else:
            return
        lane.submit(chunk)


class _Lane(Generic[TaskT, ResultT]):
    """An executor with the chunks that are in flight there, in the order of their start."""

    def __init__(self, engine: Engine, job: Job[TaskT, ResultT]) -> None:
        self._engine = engine
        self._job = job
        self._executor: Executor | None = None
        self._fruitless = 0
        self.flying: dict[Future[list[ResultT]], _Chunk[TaskT]] = {}

    @property
    def load(self) -> int:
        """How many chunks with tasks are in flight."""
        return sum(bool(chunk.tasks) for chunk in self.flying.values())

    @property
    def has_room(self) -> bool:
        return self.load < self._engine.depth()

    def submit(self, chunk: _Chunk[TaskT]) -> None:
        if self._executor is None:
            self._executor = self._engine.executor()
            # A worker that dies at its start dies of this, and of no document.
            self._fly(self._executor, _Chunk(()))
        self._fly(self._executor, chunk)

    def _fly(self, executor: Executor, chunk: _Chunk[TaskT]) -> None:
        try:
            self.flying[executor.submit(self._job.work, self._job.plan, chunk.tasks)] = chunk
        except BrokenExecutor as error:
            # its worker died since it was looked at
            failed: Future[list[ResultT]] = Future()
            failed.set_exception(error)
            self.flying[failed] = replace(chunk, is_begun=False)

    def landed(self, todo: deque[_Chunk[TaskT]]) -> Iterator[list[ResultT]]:
        """Yield the results that have come; what has to be done again goes to the front of `todo`.

        Raises:
            ConverterError: what an executor says is wrong with itself, whatever the chunk.
        """
        is_broken = False
        for future, chunk in [pair for pair in self.flying.items() if pair[0].done()]:
            del self.flying[future]
            error = CancelledError() if future.cancelled() else future.exception()
            if error is None:
                self._fruitless *= not chunk.tasks
                yield future.result()
            elif isinstance(error, ConverterError):
                raise error
            elif is_broken or not chunk.is_begun:
                # It waited behind the one that the worker died of.
                is_broken = True
                self._count_fruitless(chunk.is_begun, error)
                todo.extend([replace(chunk, is_begun=True)] if chunk.tasks else [])
            else:
                is_broken = isinstance(error, BrokenExecutor)
                self._count_fruitless(bool(chunk.tasks), error)
                yield from self._after_death(chunk, todo) if chunk.tasks else ()
        if is_broken:
            self._renew(todo)

    def _after_death(self, chunk: _Chunk[TaskT], todo: deque[_Chunk[TaskT]]) -> Iterator[list[ResultT]]:
        """Halve a chunk that its worker died of; give up a document that several have died of."""
        tasks, middle = chunk.tasks, len(chunk.tasks) // 2
        if middle:
            todo.extendleft((_Chunk(tasks[middle:]), _Chunk(tasks[:middle])))
        elif chunk.deaths + 1 < ATTEMPTS:
            todo.appendleft(_Chunk(tasks, chunk.deaths + 1))
        else:
            yield [self._job.given_up(task) for task in tasks]

    def _count_fruitless(self, is_of_chunk: bool, error: BaseException) -> None:  # noqa: FBT001
        """Give up where workers die before they have done anything, again and again."""
        self._fruitless += not is_of_chunk
        if self._fruitless >= _MOST_STARTS:
            what = f"workers of the engine '{self._engine.name}' die at their start: {error}"
            remedy = "see how much memory is free; -j 0 does without workers"
            raise ConverterError("workers-die", what, remedy=remedy) from error

    def stop(self) -> None:
        """Take back the chunks that are not begun, and have the others cut short."""
        if self._executor is not None:
            self._engine.stop(self._executor)
        for future in [future for future in self.flying if future.cancel()]:
            del self.flying[future]

    def close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown()

    def kill(self) -> None:
        if self._executor is not None:
            self._engine.kill(self._executor)

    def _renew(self, todo: deque[_Chunk[TaskT]]) -> None:
        """Leave the broken executor, with what is still said to be in flight there."""
        todo.extend(replace(chunk, is_begun=True) for chunk in self.flying.values() if chunk.tasks)
        self.flying.clear()
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = None


def worker_died(source: str) -> InputError:
    """Return the error of a document that ended each worker that tried it."""
    what = f"the process that worked on it died, {ATTEMPTS} times"
    return InputError("worker-died", what, where=source, remedy="convert it alone to see why")


def chunked(tasks: Iterable[TaskT], engine: Engine) -> Iterator[Sequence[TaskT]]:
    """Part `tasks` into chunks; a source that is soon at its end is spread over all lanes of `engine`."""
    tasks, size = iter(tasks), engine.chunk
    first = list(islice(tasks, size * engine.lanes))
    if len(first) < size * engine.lanes:
        size = max(1, -(-len(first) // engine.lanes))
    tasks = chain(first, tasks)
    while chunk := tuple(islice(tasks, size)):
        yield chunk


def serial() -> Engine:
    """Return the engine that does everything in this process, one document after the other."""
    return Engine("serial", Inline, depth=lambda: 1)


class Inline(Executor):
    """An executor that has done its work when it says that it will."""

    def submit(self, function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> Future[T]:
        """Call `function` and return a future that is done; what it raises is raised here."""
        future: Future[T] = Future()
        future.set_result(function(*arguments, **named))
        return future
