"""Batches that are killed, interrupted, or run out of disk."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.articles import ROOT, briefing, finished, records_of, tree, write_articles
from tests.batch.campaign import OPTIONS, disturb, ends, faults, workers_of
from tests.command_cases import ordinary_user

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


DEADLY = """
import os

def read(original, encoding):
    os.abort()
"""


def test_a_document_that_kills_its_worker_is_found_and_recorded(articles: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    (package / "deadly-1.0.dist-info").mkdir(parents=True)
    (package / "deadly.py").write_text(DEADLY, "utf-8")
    (package / "deadly-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: deadly\nVersion: 1.0\n", "utf-8"
    )
    (package / "deadly-1.0.dist-info" / "entry_points.txt").write_text(
        "[converter.readers]\ndeadly = deadly:read\n", "utf-8"
    )
    (articles / "0" / "x.deadly").write_text("it ends whoever reads it\n", "utf-8")
    # with a guard, what ends is a child of the worker (tests/guard/test_strangers.py)
    env = {"PYTHONPATH": str(package), "BRIEFING_LIMITS": "guard=off"}
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
    write_articles(articles, 60)
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
    assert 0 < len(records) < 60
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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full_stops_nothing_half_written_and_is_resumed(
    articles: Path, small_disk: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.jsonl"
    options = ("batch", articles, "-o", small_disk, "-t", "json", "-j", "2", "--journal", journal)
    code, _, stderr = finished(*options)
    records = records_of(journal)
    assert code == 1
    assert {one.code for one in records.values()} == {"", "output-unwritable"}
    assert "cannot be written: no space left on device" in stderr
    assert tree(small_disk) == {one.path: one.sha256 for record in records.values() for one in record.outputs}
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    assert finished(*options, "--resume")[0] == 0
    assert len(tree(small_disk)) == COUNT
    assert len(records_of(journal)) == COUNT


def test_a_disk_that_is_too_full_for_the_journal_ends_the_run(
    articles: Path, small_disk: Path, tmp_path: Path
) -> None:
    journal, out = small_disk / "journal.jsonl", tmp_path / "out"
    (small_disk / "filler").write_bytes(b"x" * 36 * 1024)
    options = ("batch", articles, "-o", out, "-t", "md", "-j", "2", "--chunk", "1", "--journal", journal)
    code, _, stderr = finished(*options)
    assert code == 5
    assert f"{journal}: the journal cannot be written: no space left on device; make room" in stderr
    assert 0 < len(records_of(journal)) < COUNT
    (small_disk / "filler").unlink()
    assert finished(*options, "--resume")[0] == 0
    assert len(records_of(journal)) == len(tree(out)) == COUNT


def test_a_folder_that_may_not_be_written_is_told_before_anything_is_done(
    articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o555)
    command = ordinary_user(
        [sys.executable, "-m", "converter", "batch", str(articles), "-o", str(out), "-t", "md"]
    )
    if command is None:
        pytest.skip("nobody here whom permissions bind")
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (
        5,
        f"briefing: {out}: cannot be written: permission denied; choose another folder\n",
    )
