"""Batches that are killed, again and again: what is left at the end must be what an undisturbed run leaves.

Each disturbance kills the driver or one of its workers when a number of articles that its seed chooses is
done; then the batch is resumed.

    python -m tests.batch.campaign --kills 200 --articles 200
"""

import argparse
import os
import random
import select
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.batch.articles import briefing, finished, records_of, tree, write_articles

if TYPE_CHECKING:
    import subprocess

OPTIONS = ("-t", "md,json", "-j", "2", "--chunk", "3", "-v", "--resume")

_PATIENCE_MS = 30_000
_MOST_RUNS = 500


def disturb(articles: Path, out: Path, kills: int, seed: int) -> list[str]:
    """Run the batch of `articles` to its end, through so many kills; return what was not as it should be."""
    chance = random.Random(seed)  # noqa: S311 - it chooses, and protects nothing
    wrong: list[str] = []
    killed = 0
    for _ in range(_MOST_RUNS):
        process = briefing("batch", articles, "-o", out, *OPTIONS)
        while killed < kills and _wait_for(process, chance.randint(1, 6)):
            workers = workers_of(process.pid)
            victim = chance.choice([process.pid, *workers])
            _kill(victim)
            killed += 1
            if victim == process.pid:
                wrong += [f"a worker outlived its driver ({killed})" for one in workers if not ends(one)]
                break
        _, stderr = process.communicate()
        if process.returncode == 0:
            return wrong
        # An article whose worker was killed three times over has its record, and is tried again.
        if process.returncode not in {-signal.SIGKILL, 1}:
            return [*wrong, f"exit code {process.returncode}: {stderr[-300:]}"]
    return [*wrong, "it does not come to an end"]


def faults(articles: Path, out: Path, undisturbed: Path) -> list[str]:
    """Return what differs between the reports and records of two batches, or is not one of each article."""
    wrong = ["the reports differ"] if tree(out) != tree(undisturbed) else []
    records = records_of(out / "journal.jsonl")
    names = {path.name for path in articles.rglob("*.txt")}
    wrong += [] if records.keys() == names else ["not every article has its record"]
    told = {report.path: report.sha256 for record in records.values() for report in record.outputs}
    return wrong + ([] if told == tree(out) else ["the journal says of reports what is not so"])


def workers_of(driver: int) -> list[int]:
    """Return the processes that work for a driver."""
    children = Path(f"/proc/{driver}/task/{driver}/children").read_text("ascii").split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def ends(process: int) -> bool:
    """Wait until a process that may not be ours has ended; return whether it has."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        return bool(poll.poll(_PATIENCE_MS))
    finally:
        os.close(descriptor)


def _wait_for(process: "subprocess.Popen[str]", count: int) -> bool:
    """Wait until so many further articles are done; return whether the batch is still at work then."""
    assert process.stderr is not None
    while count:
        line = process.stderr.readline()
        if not line:
            return False
        count -= ".txt: " in line
    return process.poll() is None


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def main() -> int:
    """Run the campaign and print what was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles, out, undisturbed = (Path(folder, name) for name in ("in", "out", "undisturbed"))
        write_articles(articles, arguments.articles)
        finished("batch", articles, "-o", undisturbed, *OPTIONS)
        wrong = disturb(articles, out, arguments.kills, arguments.seed) + faults(articles, out, undisturbed)
    sys.stdout.write("\n".join([*wrong, f"{arguments.kills} kills, {len(wrong)} faults"]) + "\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
