"""Batches on a Dask cluster: a scheduler and two workers, one of them with a nanny that starts it anew."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct

from tests.batch.articles import bad_readers, briefing, finished, records_of, tree, write_articles
from tests.batch.campaign import ends
from tests.servers.dask import Dask, dask, processes_below

if TYPE_CHECKING:
    import subprocess

pytestmark = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="looks at processes as Linux shows them"
)

COUNT = 60


class Cluster(Struct, frozen=True):
    """A cluster with two workers."""

    dask: Dask
    nanny: "subprocess.Popen[bytes]"
    alone: "subprocess.Popen[bytes]"
    env: dict[str, str]

    def processes(self) -> list[int]:
        """Return the processes beside its workers, in which articles are converted."""
        (restarted,) = [one for one in processes_below(self.nanny.pid) if processes_below(one)] or [0]
        return processes_below(self.alone.pid) + (processes_below(restarted) if restarted else [])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    env = bad_readers(tmp_path_factory.mktemp("package"))
    with dask(tmp_path_factory.mktemp("dask"), env=env) as started:
        nanny, alone = started.start_worker(), started.start_worker("--no-nanny")
        started.wait_for(2)
        yield Cluster(started, nanny, alone, env)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    write_articles(folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def undisturbed(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("undisturbed")
    assert finished("batch", articles, "-o", out, "-t", "md", "-j", "0")[0] == 0
    return tree(out)


def words(articles: Path, out: Path, cluster: Dask, *more: object) -> tuple[object, ...]:
    return ("batch", articles, "-o", out, "-t", "md", "--chunk", "5", "--cluster", cluster.file, *more)


def test_a_cluster_makes_the_same_reports_as_this_process(
    cluster: Cluster, articles: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    code, _, stderr = finished(*words(articles, tmp_path, cluster.dask))
    assert (code, tree(tmp_path)) == (0, undisturbed)
    assert len(records_of(tmp_path / "journal.jsonl")) == COUNT
    assert stderr.endswith(f"briefing: 60 done; each has its record in {tmp_path}/journal.jsonl\n")
    assert cluster.processes() == []


def test_a_worker_that_is_killed_takes_no_article_along(
    cluster: Cluster, articles: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    with briefing(*words(articles, tmp_path, cluster.dask, "-v")) as process:
        assert process.stderr is not None
        process.stderr.readline()
        (worker, converting) = processes_below(cluster.nanny.pid)
        os.kill(worker, signal.SIGKILL)
        assert ends(converting)
        process.communicate()
    assert (process.returncode, tree(tmp_path)) == (0, undisturbed)
    assert len(records_of(tmp_path / "journal.jsonl")) == COUNT


def test_an_article_that_kills_its_process_is_found_and_ends_no_worker(
    cluster: Cluster, tmp_path: Path
) -> None:
    articles, out = tmp_path / "in", tmp_path / "out"
    write_articles(articles, 6)
    (articles / "0" / "x.deadly").write_text("it ends whoever reads it\n", "utf-8")
    # with a guard, what ends is a child of the process
    env = {**cluster.env, "BRIEFING_LIMITS": "guard=off"}
    code, _, stderr = finished(*words(articles, out, cluster.dask, "--chunk", "2"), env=env)
    records = records_of(out / "journal.jsonl")
    assert code == 1
    assert len(records) == 7
    assert {name for name, one in records.items() if one.code == "worker-died"} == {"x.deadly"}
    assert "x.deadly: the process that worked on it died, 3 times; convert it alone to see why" in stderr
    assert len(tree(out)) == 6
    assert cluster.alone.poll() is None


def test_a_signal_ends_a_batch_in_order(
    cluster: Cluster, articles: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    with briefing(*words(articles, tmp_path, cluster.dask, "-v")) as process:
        assert process.stderr is not None
        process.stderr.readline()
        os.kill(process.pid, signal.SIGINT)
        stderr = process.stderr.read()
    records = records_of(tmp_path / "journal.jsonl")
    assert process.returncode == 130
    assert stderr.endswith("add --resume for the rest\n")
    assert 0 < len(records) < COUNT
    assert {report.path for one in records.values() for report in one.outputs} == tree(tmp_path).keys()
    assert cluster.processes() == []
    # the workers were told of that run alone
    assert finished(*words(articles, tmp_path, cluster.dask, "--resume"))[0] == 0
    assert tree(tmp_path) == undisturbed


def test_a_second_signal_ends_a_batch_at_once(cluster: Cluster, tmp_path: Path) -> None:
    articles, pipe = tmp_path / "in", tmp_path / "pipe"
    write_articles(articles, 6)
    os.mkfifo(pipe)
    (articles / "1" / "x.waiting").write_bytes(bytes(pipe))
    call = words(articles, tmp_path / "out", cluster.dask, "-v", "--chunk", "1")
    with briefing(*call, env=cluster.env) as process:
        assert process.stderr is not None
        process.stderr.readline()
        os.kill(process.pid, signal.SIGINT)
        while "once more" not in process.stderr.readline():
            pass
        os.kill(process.pid, signal.SIGINT)
        process.stderr.read()
    assert process.returncode == 130
    assert cluster.processes() == []


def test_no_process_outlives_a_driver_that_is_killed(cluster: Cluster, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    pipes = [tmp_path / "one", tmp_path / "two"]
    for pipe in pipes:
        os.mkfifo(pipe)
        (tmp_path / "in" / f"{pipe.name}.waiting").write_bytes(bytes(pipe))
    call = words(tmp_path / "in", tmp_path / "out", cluster.dask, "--chunk", "1")
    env = {**cluster.env, "BRIEFING_LIMITS": "guard=off"}
    with briefing(*call, env=env) as process:
        # each opens when an article's process has opened it to read
        held = [pipe.open("wb") for pipe in pipes]
        converting = cluster.processes()
        process.kill()
    assert len(converting) == 2
    assert all(map(ends, converting))
    for one in held:
        one.close()


def test_a_batch_whose_scheduler_is_lost_is_resumed(
    articles: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with dask(tmp_path) as started:
        started.start_worker("--no-nanny")
        started.wait_for(1)
        with briefing(*words(articles, out, started, "-v")) as process:
            assert process.stderr is not None
            process.stderr.readline()
            started.scheduler.kill()
            stderr = process.stderr.read()
    assert process.returncode == 75
    assert stderr.splitlines()[-1].endswith(
        ": the connection to the scheduler is lost; see to it, then add --resume"
    )
    assert finished("batch", articles, "-o", out, "-t", "md", "-j", "0", "--resume")[0] == 0
    assert tree(out) == undisturbed


def test_a_target_that_workers_do_not_see_is_told_before_anything_is_done(
    cluster: Cluster, articles: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.jsonl"
    code, _, stderr = finished(
        *words(articles, Path("memory:"), cluster.dask, "-o", "memory://reports", "--journal", journal)
    )
    assert code == 2
    assert "memory://reports is not there what it is here; name a folder on a disk that all" in stderr
    assert records_of(journal) == {}


OTHER = """
__version__ = "0.0.9"
"""


def test_a_worker_of_another_version_is_told_before_anything_is_done(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "other" / "converter").mkdir(parents=True)
    (tmp_path / "other" / "converter" / "__init__.py").write_text(OTHER, "utf-8")
    with dask(tmp_path) as started:
        started.start_worker("--no-nanny", env={"PYTHONPATH": str(tmp_path / "other")})
        started.wait_for(1)
        code, _, stderr = finished(*words(articles, tmp_path / "out", started))
    assert code == 2
    assert ": briefing 0.0.9 runs there, and 0.1.0 here; install the same version on both\n" in stderr
    assert tree(tmp_path / "out") == {}
