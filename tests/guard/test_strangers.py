"""Whatever a reader does, `briefing` ends in time, in one line, and does what else it was asked to do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guard.strangers import install

LIMITS = "seconds=10,memory-bytes=300MB"
CODES = {
    "crash": "reader-died",
    "hoard": "input-too-hungry",
    "sleep": "input-too-slow",
    "spin": "input-too-slow",
}


def briefing(folder: Path, root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run `briefing` in `folder`, with the readers of `strangers` installed."""
    install(folder / "site")
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(folder / "site"), str(root))),
        "BRIEFING_LIMITS": LIMITS,
    }
    return subprocess.run(
        [sys.executable, "-m", "converter", *words],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize("suffix", CODES)
def test_an_article_that_no_reader_bears_is_one_line_and_no_file(
    tmp_path: Path, root: Path, suffix: str
) -> None:
    (tmp_path / f"a.{suffix}").write_text("Words.")
    done = briefing(tmp_path, root, "convert", f"a.{suffix}", "-o", "out/", "--json")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert done.stderr.startswith(f"briefing: a.{suffix}: ")
    assert json.loads(done.stdout)["error"]["code"] == CODES[suffix]
    assert not list((tmp_path / "out").glob("*"))


@pytest.mark.parametrize("processes", ["0", "1"])
def test_the_others_of_a_batch_lose_nothing_and_nothing_is_tried_twice(
    tmp_path: Path, root: Path, processes: str
) -> None:
    articles = tmp_path / "in"
    articles.mkdir()
    for suffix in CODES:
        (articles / f"a-{suffix}.{suffix}").write_text("Words.")
    for name in ("a.good", "b.good", "z.good"):
        (articles / name).write_text("Words.")
    done = briefing(tmp_path, root, "batch", "in", "-o", "out/", "-t", "md", "-j", processes)
    assert done.returncode == 1, done.stderr
    lines = [json.loads(line) for line in (tmp_path / "out" / "journal.jsonl").read_text().splitlines()]
    found = {Path(line["source"]).suffix[1:]: line["code"] for line in lines if line["code"]}
    assert found == CODES
    assert [line["attempt"] for line in lines] == [1] * len(lines)
    assert sum(line["status"] == "done" for line in lines) == 3
