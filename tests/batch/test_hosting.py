"""What a worker of a cluster does with a chunk: here a thread of this process is the worker."""

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from hashlib import sha256
from multiprocessing import current_process
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from converter.batch import hosting
from converter.batch.hosting import end, host, stop
from converter.batch.plan import Plan, configuration_of
from converter.batch.records import Item, Output, Record, Result, Task
from converter.batch.terms import Terms, Versions
from converter.errors import UsageError
from tests.batch.articles import plan_for
from tests.batch.campaign import ends

TASKS = [Task(Item(str(number), str(number))) for number in range(2)]


def told(_plan: bytes, tasks: Sequence[Task]) -> list[Result]:
    """Return the process and its folder in place of what came of articles."""
    return [
        Result(Record(one.item.key, f"{os.getpid()}", "", "", "1", "done", Path.cwd().name)) for one in tasks
    ]


def died(plan: bytes, tasks: Sequence[Task]) -> list[Result]:
    """Die of article 1."""
    if any(one.item.id == "1" for one in tasks):
        os.kill(os.getpid(), signal.SIGKILL)
    return told(plan, tasks)


def wanted() -> bool:
    return True


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return plan_for(tmp_path / "out")


@pytest.fixture
def terms(plan: Plan, tmp_path: Path) -> Iterator[Terms]:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "probe").write_bytes(b"here")
    probe = Output("probe", "", sha256(b"here").hexdigest())
    run = f"run of {tmp_path}"
    yield Terms(run, str(tmp_path), plan.target, probe, configuration_of(plan), Versions())
    end(run)


def hosted(
    terms: Terms,
    plan: Plan,
    work: Callable[[bytes, Sequence[Task]], list[Result]] = told,
    is_wanted: Callable[[], bool] = wanted,
) -> list[Record]:
    results = host(terms, "tcp://a:1", is_wanted, work, pickle.dumps(plan), TASKS)
    return [result.record for result in results]


def test_chunks_of_a_run_are_done_by_one_process_beside_the_worker(terms: Terms, plan: Plan) -> None:
    first, second = hosted(terms, plan), hosted(terms, plan)
    assert [record.key for record in first] == [task.item.key for task in TASKS]
    (process,) = {record.source for record in first + second}
    assert int(process) != os.getpid()
    assert {record.code for record in first} == {Path(terms.folder).name}


def test_the_next_run_has_a_process_of_its_own(terms: Terms, plan: Plan) -> None:
    next_run = replace(terms, run=f"{terms.run}, next")
    assert hosted(terms, plan)[0].source != hosted(next_run, plan)[0].source
    end(next_run.run)


def test_an_article_that_kills_the_process_is_found_there(terms: Terms, plan: Plan) -> None:
    codes = [record.code for record in hosted(terms, plan, died)]
    assert len(codes) == len(TASKS)
    assert codes.count("worker-died") == 1


def test_no_relative_path_is_found_where_the_folder_of_the_driver_is_not(terms: Terms, plan: Plan) -> None:
    assert {record.code for record in hosted(replace(terms, folder="/not/here"), plan)} == {Path("/").name}


def test_a_run_that_was_stopped_begins_nothing(terms: Terms, plan: Plan) -> None:
    stop(terms.run)
    assert hosted(terms, plan) == []


def test_a_run_that_was_ended_leaves_no_process(terms: Terms, plan: Plan) -> None:
    process = int(hosted(terms, plan)[0].source)
    end(terms.run)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    with pytest.raises(CancelledError):
        hosted(terms, plan)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="looks at processes as Linux shows them")
def test_a_process_that_nobody_asks_any_more_ends(
    terms: Terms, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosting, "_IDLE_S", 0)
    assert ends(int(hosted(terms, plan)[0].source))
    assert len(hosted(terms, plan)) == len(TASKS)


def test_what_nobody_waits_for_is_not_done(terms: Terms, plan: Plan) -> None:
    with pytest.raises(CancelledError):
        hosted(terms, plan, is_wanted=lambda: False)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"versions": Versions("9.9.9")}, "briefing .* runs there, and 9.9.9 here"),
        ({"versions": Versions(python="3.99")}, r"Python .* runs there, and 3\.99 here"),
        ({"configuration": "other"}, "styles, outlines or fonts there are other than here"),
        ({"probe": Output("gone", "", "")}, "out is not there what it is here; name a folder on a disk"),
    ],
)
def test_a_worker_that_would_make_other_reports_says_so(
    terms: Terms, plan: Plan, change: dict[str, Any], what: str
) -> None:
    with pytest.raises(UsageError, match=f"^tcp://a:1: .*{what}") as raised:
        replace(terms, **change).check("tcp://a:1", pickle.dumps(plan))
    assert raised.value.code == "cluster-unfit"


def test_a_worker_that_is_unfit_does_nothing(terms: Terms, plan: Plan) -> None:
    with pytest.raises(UsageError, match=r"runs there, and 9\.9\.9 here"):
        hosted(replace(terms, versions=Versions("9.9.9")), plan)


def test_a_worker_without_the_program_is_told() -> None:
    with pytest.raises(UsageError, match=r"^tcp://a:1: briefing is not installed there; install version"):
        Versions().check(Versions(""), "tcp://a:1")


def test_a_daemon_may_have_processes(terms: Terms, plan: Plan) -> None:
    process = current_process()
    process.daemon = True
    try:
        assert len(hosted(terms, plan)) == len(TASKS)
    finally:
        process.daemon = False


def test_a_process_that_has_just_expired_is_replaced(terms: Terms, plan: Plan) -> None:
    before = {one.source for one in hosted(terms, plan)}
    (process,) = [one for one in hosting._processes.values() if one.run == terms.run]
    process._expire()
    assert {one.source for one in hosted(terms, plan)}.isdisjoint(before)


def test_a_process_that_was_just_given_a_chunk_does_not_expire(terms: Terms, plan: Plan) -> None:
    before = {one.source for one in hosted(terms, plan)}
    (process,) = [one for one in hosting._processes.values() if one.run == terms.run]
    assert process.resume()
    process._expire()
    assert {one.source for one in hosted(terms, plan)} == before
