"""Articles by the dozen, and batches of them."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from converter.batch import driver
from converter.batch.engines import Engine, serial
from converter.batch.journal import Journal
from converter.batch.plan import Plan
from converter.batch.records import Item, Record, Result
from converter.batch.sources import items
from converter.batch.targets import target_of
from converter.configuration import Settings

ROOT = Path(__file__).resolve().parents[2]

TEXT = """Harbour {number} of Lund reopens

The harbour of Lund reopened on Monday after {number} years of work. The first ferry left with 300 passengers.

Background

The old quay collapsed in 2016. The city council voted for a new one in 2018.

Implications

The port expects {number} million passengers a year. Ferry operators will probably move their lines here.
"""


def write_articles(folder: Path, count: int, suffix: str = "txt") -> list[Path]:
    """Write so many different articles, in two folders."""
    paths = [folder / f"{number % 2}" / f"article-{number:03}.{suffix}" for number in range(count)]
    for number, path in enumerate(paths, 1):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number=number), "utf-8")
    return paths


def plan_for(target: object, **settings: object) -> Plan:
    """Return a plan for Markdown and JSON, which are quick to write."""
    shown = {"formats": ("md", "json"), **settings}
    return Plan(Settings(**shown), str(target), "{relpath}")  # type: ignore[arg-type]


def run_batch(  # noqa: PLR0913 - a test names what it changes
    source: object,
    plan: Plan,
    journal: Path,
    *,
    engine: Engine | None = None,
    resume: bool = False,
    more: Iterator[Item] | None = None,
) -> list[Result]:
    """Run a whole batch in this process, and return what came of it."""
    found = items(str(source), skipped=(plan.target,)) if more is None else more
    with Journal(journal, resume=resume) as opened:
        results = [one for came in driver.run(plan, found, engine or serial(), opened) for one in came]
        return results + driver.finish(plan, target_of(plan.target), opened)


def records_of(journal: Path) -> dict[str, Record]:
    """Return the records of a journal by the source's name; there must be one of each."""
    records = [Record.of_line(line) for line in journal.read_bytes().splitlines()]
    found = {record.source.rpartition("/")[2]: record for record in records}
    assert len(found) == len(records)
    return found


def tree(folder: Path) -> dict[str, str]:
    """Return the hash of each file below `folder`, apart from journals and locks, by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "journal" not in path.name
    }


READERS = """
import os

def read_deadly(original, encoding):
    os.abort()

def read_faulty(original, encoding):
    return 1 / 0

def read_waiting(original, encoding):
    open(original.data).read()
"""


def bad_readers(folder: Path) -> dict[str, str]:
    """Install readers below `folder`; return the environment in which they are found.

    `.deadly` ends the process that reads it, `.faulty` meets a fault of the program, `.waiting` waits for a
    pipe whose path it is.
    """
    package = folder / "package"
    (package / "bad-1.0.dist-info").mkdir(parents=True)
    (package / "bad.py").write_text(READERS, "utf-8")
    (package / "bad-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: bad\nVersion: 1.0\n", "utf-8"
    )
    readers = "\n".join(f"{name} = bad:read_{name}" for name in ("deadly", "faulty", "waiting"))
    (package / "bad-1.0.dist-info" / "entry_points.txt").write_text(
        f"[converter.readers]\n{readers}\n", "utf-8"
    )
    return {"PYTHONPATH": str(package)}


def briefing(
    *words: object, env: Mapping[str, str] = {}, folder: Path | None = None
) -> "subprocess.Popen[str]":
    """Start `briefing` as a program, in a process group of its own."""
    path = os.pathsep.join(filter(None, (env.get("PYTHONPATH", ""), str(ROOT))))
    return subprocess.Popen(
        [sys.executable, "-m", "converter", *map(str, words)],
        env={**os.environ, **env, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=folder,
    )


def finished(*words: object, env: Mapping[str, str] = {}, folder: Path | None = None) -> tuple[int, str, str]:
    """Run `briefing` to its end; return exit code, stdout and stderr."""
    with briefing(*words, env=env, folder=folder) as process:
        stdout, stderr = process.communicate()
    return process.returncode, stdout, stderr


def codes(results: Sequence[Result]) -> list[str]:
    """Return the code of each result, or `done`."""
    return [result.record.code or result.record.status for result in results]
