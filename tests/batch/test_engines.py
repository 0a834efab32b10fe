"""Lanes, and what becomes of chunks whose worker dies."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from converter.batch import engines
from converter.batch.engines import ATTEMPTS, Engine, Inline, Job, chunked, run, serial
from converter.errors import ConverterError

Result = tuple[str, str]
"""A task's name, and what came of it."""


def convert(_plan: bytes, names: Sequence[str]) -> list[Result]:
    return [(name, "done") for name in names]


def given_up(name: str) -> Result:
    return name, "failed"


JOB = Job(convert, b"", given_up)


def ran(engine: Engine, count: int = 20, size: int = 5) -> list[Result]:
    tasks = [f"{number}" for number in range(count)]
    chunks = [tasks[start : start + size] for start in range(0, count, size)]
    return [one for came in run(engine, JOB, chunks) for one in came]


def sources(results: Sequence[Result], status: str = "done") -> list[str]:
    return sorted(name for name, said in results if said == status)


EVERYTHING = sorted(str(number) for number in range(20))


class Told(Executor):
    """An executor that does with a chunk what its subclass says."""

    def submit(self, function: Any, /, *arguments: Any, **_named: Any) -> Future[Any]:  # noqa: ANN401 - as its parent's
        future: Future[Any] = Future()
        self.take(future, list(arguments[1]), lambda: function(*arguments))
        return future

    def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:
        """Do it."""
        raise NotImplementedError


class Dying(Told):
    """Its worker dies of some documents, and then it can do no more: as a pool of one process."""

    def __init__(self, deadly: Callable[[str], bool]) -> None:
        self._deadly = deadly
        self._is_broken = False

    def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:
        if self._is_broken:
            raise BrokenProcessPool
        if any(map(self._deadly, names)):
            self._is_broken = True
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(done())


def test_every_task_has_one_result_in_this_process() -> None:
    assert sources(ran(serial())) == EVERYTHING


@pytest.mark.parametrize("lanes", [1, 3])
@pytest.mark.parametrize("size", [1, 4, 20])
def test_a_document_that_kills_its_worker_is_found_and_takes_no_other_along(lanes: int, size: int) -> None:
    results = ran(Engine("dying", lambda: Dying({"7", "13"}.__contains__), lanes), size=size)
    assert sources(results, "failed") == ["13", "7"]
    assert len(results) == len(EVERYTHING)


def test_a_document_is_given_up_only_after_several_deaths() -> None:
    tried: list[str] = []

    def once(name: str) -> bool:
        if name == "7":
            tried.append(name)
        return name == "7" and len(tried) < ATTEMPTS

    assert sources(ran(Engine("dying", lambda: Dying(once)), size=1)) == EVERYTHING
    assert len(tried) == ATTEMPTS


def test_a_chunk_that_fails_where_the_executor_lives_on_is_halved_too() -> None:
    class Clustered(Told):
        def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:
            if "7" in names:
                future.set_exception(RuntimeError("killed worker"))
            else:
                future.set_result(done())

    results = ran(Engine("clustered", Clustered, depth=lambda: 8))
    assert sources(results, "failed") == ["7"]
    assert len(results) == len(EVERYTHING)


def test_a_chunk_behind_the_one_that_the_worker_died_of_is_not_blamed() -> None:
    class Late(Told):
        """Tells of a death only when two chunks are in flight: the second was never begun."""

        def __init__(self) -> None:
            self.futures: list[Future[Any]] = []

        def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:
            if not names:
                future.set_result(done())
                return
            self.futures.append(future)
            if len(self.futures) == 2:
                for one in self.futures:
                    one.set_exception(BrokenProcessPool())

    executors = iter([Late()])
    results = ran(Engine("late", lambda: next(executors, Inline())), count=2, size=1)
    # the first was tried again, the second begun: both are done, and neither by halving
    assert sources(results) == ["0", "1"]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (5, [2, 2, 1]), (29, [10, 10, 9]), (30, [10] * 3), (45, [10] * 4 + [5])]
)
def test_few_tasks_are_spread_over_all_lanes(count: int, sizes: list[int]) -> None:
    chunks = list(chunked(range(count), Engine("three", Inline, lanes=3, chunk=10)))
    assert [len(chunk) for chunk in chunks] == sizes
    assert [task for chunk in chunks for task in chunk] == list(range(count))


def test_no_more_chunks_are_read_than_fly() -> None:
    class Waiting(Told):
        def __init__(self) -> None:
            self.futures: list[Future[Any]] = []

        def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:  # noqa: ARG002
            self.futures.append(future)

    waiting = Waiting()
    read: list[int] = []

    def chunks() -> Iterator[list[str]]:
        for number in range(100):
            read.append(number)
            yield [str(number)]

    results = run(Engine("waiting", lambda: waiting, lanes=1, depth=lambda: 3), JOB, chunks())
    assert next(results) == []
    assert len(read) == 3
    # the first is the start of its worker
    waiting.futures[1].set_result([])
    assert next(results) == []
    next(results)
    assert len(read) == 4


def test_a_run_that_should_stop_begins_nothing_more() -> None:
    done: list[str] = []

    def work(plan: bytes, names: Sequence[str]) -> list[Result]:
        done.extend(names)
        return convert(plan, names)

    job = Job(work, b"", given_up)
    chunks = ([str(number)] for number in range(10))
    results = [one for came in run(serial(), job, chunks, lambda: len(done) >= 3) for one in came]
    assert len(results) == len(done) == 3


def test_an_end_at_once_kills_the_executors(monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[Executor] = []

    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engines, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ran(Engine("killed", Inline, kill=killed.append))
    assert len(killed) == 1


def test_a_lane_that_breaks_between_two_looks_loses_nothing() -> None:
    class Brittle(Told):
        def __init__(self) -> None:
            self.count = 0

        def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:  # noqa: ARG002
            self.count += 1
            if self.count == 3:
                raise BrokenExecutor
            future.set_result(done())

    assert sources(ran(Engine("brittle", Brittle))) == EVERYTHING


def test_a_worker_that_dies_at_its_start_dies_of_no_document() -> None:
    class Stillborn(Told):
        def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:  # noqa: ARG002
            future.set_exception(BrokenProcessPool())

    executors = iter([Stillborn() for _ in range(5)])
    assert sources(ran(Engine("stillborn", lambda: next(executors, Inline())), size=1)) == EVERYTHING


def test_a_run_ends_where_no_worker_lives() -> None:
    class Stillborn(Told):
        def take(self, future: Future[Any], names: list[str], done: Callable[[], list[Result]]) -> None:  # noqa: ARG002
            future.set_exception(BrokenProcessPool("killed"))

    with pytest.raises(
        ConverterError, match="workers of the engine 'stillborn' die at their start: killed"
    ) as raised:
        ran(Engine("stillborn", Stillborn))
    assert raised.value.code == "workers-die"
