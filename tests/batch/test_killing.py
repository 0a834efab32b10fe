"""Batches that are killed or interrupted."""

import os
import signal
from pathlib import Path

import pytest

from tests.batch.articles import bad_readers, briefing, finished, records_of, tree, write_articles
from tests.batch.campaign import OPTIONS, disturb, ends, faults, workers_of

COUNT = 12


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "in", COUNT)
    return tmp_path / "in"


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_batch_that_is_killed_comes_to_what_an_undisturbed_one_does(
    articles: Path, tmp_path: Path, seed: int
) -> None:
    assert finished("batch", articles, "-o", tmp_path / "undisturbed", *OPTIONS)[0] == 0
    assert disturb(articles, tmp_path / "out", 3, seed) == []
    assert faults(articles, tmp_path / "out", tmp_path / "undisturbed") == []


def test_a_document_that_kills_its_worker_is_found_and_recorded(articles: Path, tmp_path: Path) -> None:
    (articles / "0" / "x.deadly").write_text("it ends whoever reads it\n", "utf-8")
    # with a guard, what ends is a child of the worker (tests/guard/test_strangers.py)
    env = {**bad_readers(tmp_path), "BRIEFING_LIMITS": "guard=off"}
    out = tmp_path / "out"
    code, _, stderr = finished("batch", articles, "-o", out, "-t", "md", "-j", "2", "--chunk", "5", env=env)
    records = records_of(out / "journal.jsonl")
    assert code == 1
    assert len(records) == COUNT + 1
    assert {one.code: name for name, one in records.items() if one.status == "failed"} == {
        "worker-died": "x.deadly"
    }
    assert "x.deadly: the process that worked on it died, 3 times; convert it alone to see why" in stderr
    assert len(tree(out)) == COUNT
    # it may have been the machine: the next run tries again
    again = finished("batch", articles, "-o", out, "-t", "md", "-j", "2", "--resume", env=env)
    assert again[0] == 1
    assert records_of(out / "journal.jsonl")["x.deadly"].attempt == 6


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_batch_in_order(
    articles: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    write_articles(articles, 400)
    out = tmp_path / "out"
    with briefing("batch", articles, "-o", out, "-t", "md", "-j", "2", "-v") as process:
        assert process.stderr is not None
        process.stderr.readline()
        # as the keyboard does it: to the workers, too
        os.killpg(process.pid, number)
        stderr = process.stderr.read()
    assert process.returncode == code
    assert "ending after the articles that are being converted; once more ends at once" in stderr
    assert stderr.endswith(
        "each has its record in " + str(out / "journal.jsonl") + "; add --resume for the rest\n"
    )
    records = records_of(out / "journal.jsonl")
    assert 0 < len(records) < 400
    assert {report.path for one in records.values() for report in one.outputs} == tree(out).keys()


def test_a_second_signal_ends_a_batch_at_once(articles: Path, tmp_path: Path) -> None:
    write_articles(articles, 60)
    out = tmp_path / "out"
    with briefing("batch", articles, "-o", out, "-t", "md", "-j", "2", "-v", "--chunk", "50") as process:
        assert process.stderr is not None
        process.stderr.readline()
        workers = workers_of(process.pid)
        os.kill(process.pid, signal.SIGINT)
        while "once more" not in process.stderr.readline():
            pass
        os.kill(process.pid, signal.SIGINT)
        process.stderr.read()
    assert process.returncode == 130
    assert all(map(ends, workers))
    assert not [name for name in tree(out) if name.endswith(".tmp")]
    assert finished("batch", articles, "-o", out, "-t", "md", "-j", "2", "--resume")[0] == 0
    assert len(tree(out)) == 60
