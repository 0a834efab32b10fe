"""What is told of clusters that cannot be had, and what becomes of chunks there: without a cluster."""

import logging
import pickle
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import Future, wait
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from converter.batch.records import Output
from converter.batch.schedulers import address_of
from converter.batch.terms import Terms, Versions
from converter.cli import main
from converter.errors import ConverterError, OutputError, PostponedError
from tests.judges import tool
from tests.servers.dask import dask
from tests.servers.ports import HOST, free_ports

LOGGERS = ("distributed", "distributed.client", "distributed.gc", "tornado.application", "asyncio")

TERMS = Terms("run", "/", "out", Output("probe", "", ""), "", Versions())


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return `converter.batch.cluster`, with little patience; logs are as loud afterwards as before."""
    tool.require("distributed", None if (spec := find_spec("distributed")) is None else spec.origin)
    before = {name: logging.getLogger(name).level for name in LOGGERS}
    found = import_module("converter.batch.cluster")
    monkeypatch.setattr(found, "_PATIENCE_S", 0.5)
    yield found
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.txt"
    path.write_text("The harbour reopened\n\nIt reopened on Monday.\n", "utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    """Return exit code and the one line of a batch of `in`."""
    code = main(["batch", "in", "-o", "out/", "-t", "md", *options])
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    return code, line.removeprefix("briefing: ").rstrip()


@pytest.mark.usefixtures("article", "module")
@pytest.mark.parametrize(
    ("cluster", "code", "line"),
    [
        ("nowhere.json", 2, "nowhere.json: there is no such file; write tcp://HOST:PORT, or what"),
        ("in/a.txt", 2, "in/a.txt: this is no file of a scheduler; write tcp://HOST:PORT, or what"),
        ("in", 2, "in: cannot be read: is a directory; write tcp://HOST:PORT, or what --scheduler-file"),
        ("http://localhost:1", 2, "http://localhost:1: unknown address scheme 'http'"),
        ("tcp://localhost", 2, "tcp://localhost: missing port number in address"),
        ("tls://localhost:1", 2, "tls://localhost:1: TLS expects a `ssl_context` argument"),
    ],
)
def test_what_is_no_address_of_a_scheduler_is_told(
    capsys: pytest.CaptureFixture[str], cluster: str, code: int, line: str
) -> None:
    found = told(capsys, "--cluster", cluster)
    assert (found[0], found[1][: len(line)]) == (code, line)


@pytest.mark.parametrize("given", ["head:8786", "10.0.0.1:8786", "[::1]:8786"])
def test_an_address_needs_no_scheme(given: str) -> None:
    assert address_of(given) == f"tcp://{given}"


@pytest.mark.usefixtures("article", "module")
def test_a_scheduler_that_nobody_runs_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    address = f"tcp://{HOST}:{free_ports(1)[0]}"
    remedy = "see that `dask scheduler` runs there, and that its port can be reached"
    assert told(capsys, "--cluster", address) == (
        75,
        f"{address}: no scheduler answers within 0 s; {remedy}",
    )


@pytest.mark.usefixtures("article", "module")
def test_somebody_else_who_listens_and_says_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server((HOST, 0)) as silent:
        address = f"tcp://{HOST}:{silent.getsockname()[1]}"
        code, line = told(capsys, "--cluster", address)
    assert code == 75
    assert line.startswith(f"{address}: no scheduler answers")


@pytest.mark.usefixtures("article", "module")
def test_a_scheduler_without_workers_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with dask(tmp_path) as started:
        started.wait_for(0)
        code, line = told(capsys, "--cluster", str(started.file))
    assert code == 75
    assert ": no worker has come within 0 s; start some: dask worker tcp://127.0.0.1:" in line


@pytest.mark.usefixtures("article")
def test_a_cluster_and_processes_of_this_machine_exclude_each_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(capsys, "--cluster", "tcp://localhost:1", "-j", "2") == (
        2,
        "--cluster: -j is for this machine, and --cluster for others; leave one of them out",
    )


@pytest.mark.usefixtures("article")
def test_a_part_that_is_not_installed_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "converter.batch.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert told(capsys, "--cluster", "tcp://localhost:1") == (
        2,
        "--cluster: the part for clusters is not installed; pip install 'briefing-converter[cluster]'",
    )


class There:
    """A future of Dask's."""

    def __init__(self, status: str, value: object) -> None:
        self.status = status
        self._value = value

    def result(self) -> object:
        if isinstance(self._value, BaseException):
            raise self._value
        return self._value

    exception = result

    def add_done_callback(self, callback: Any) -> None:  # noqa: ANN401
        callback(self)


class Errant(There):
    def exception(self) -> object:
        return self._value


class Client:
    """A client of Dask's whose chunks come to `there` at once, and whose workers are `threads`."""

    status = "running"

    def __init__(self, there: There | None = None, threads: dict[str, int] | None = None) -> None:
        self._there = there
        self.threads = threads or {}

    def submit(self, *_arguments: object, **options: object) -> There:
        assert (options["pure"], options["retries"]) == (False, 0)
        assert self._there is not None
        return self._there

    def nthreads(self, **_options: object) -> dict[str, int]:
        return self.threads


def outcome(module: Any, there: There) -> Future[Any]:  # noqa: ANN401
    future: Future[Any] = module._Cluster(Client(there), "tcp://a:1", TERMS).submit(len, ())
    assert wait([future], 10).done
    return future


def test_what_a_worker_returns_comes_back(module: Any) -> None:  # noqa: ANN401
    assert outcome(module, There("finished", [1])).result() == [1]


def test_a_chunk_in_flight_cannot_be_taken_back(module: Any) -> None:  # noqa: ANN401
    class Pending(There):
        def add_done_callback(self, callback: Any) -> None: ...  # noqa: ANN401

    future = module._Cluster(Client(Pending("pending", None)), "tcp://a:1", TERMS).submit(len, ())
    assert not future.cancel()


@pytest.mark.parametrize(
    "there", [There("cancelled", None), There("lost", None), There("finished", OSError())]
)
def test_a_chunk_that_the_scheduler_has_lost_ends_the_run(module: Any, there: There) -> None:  # noqa: ANN401
    error = outcome(module, there).exception()
    assert isinstance(error, PostponedError)
    assert error.code == "cluster-lost"


def test_a_worker_that_died_is_left_to_the_halving(module: Any) -> None:  # noqa: ANN401
    killed = module.KilledWorker("chunk", None, 3)
    assert outcome(module, Errant("error", killed)).exception() is killed


def test_what_a_worker_says_of_itself_ends_the_run(module: Any) -> None:  # noqa: ANN401
    error = OutputError("output-unwritable", "full", where="a")
    assert outcome(module, Errant("error", error)).exception() is error


def test_a_worker_that_cannot_even_read_a_chunk_ends_the_run(module: Any) -> None:  # noqa: ANN401
    error = outcome(module, Errant("error", ModuleNotFoundError("no module named 'converter'"))).exception()
    assert isinstance(error, ConverterError)
    assert (error.code, error.what) == (
        "cluster-unfit",
        "a worker cannot do the work: no module named 'converter'",
    )


def test_more_chunks_fly_when_workers_come(module: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401
    now = [0.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    client = Client(threads={"tcp://a:2": 2})
    executor = module._Cluster(client, "tcp://a:1", TERMS)
    depths = []
    for threads in ({"tcp://a:2": 2}, {"tcp://a:2": 2, "tcp://b:2": 4}, {}):
        now[0] += 10
        client.threads = threads
        depths.append(executor.depth())
    assert depths == [4, 12, 1]
    now[0] += 289
    assert executor.depth() == 1
    now[0] += 2
    with pytest.raises(PostponedError, match="there have been no workers for 5 minutes") as raised:
        executor.depth()
    assert raised.value.code == "cluster-empty"


def test_terms_travel(module: Any) -> None:  # noqa: ANN401, ARG001
    assert pickle.loads(pickle.dumps(TERMS)) == TERMS  # noqa: S301 - the test has made it
