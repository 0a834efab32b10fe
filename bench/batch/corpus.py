"""A corpus in one batch: one record for every article, and how the memory of a worker grows.

    python -m bench.batch.corpus --articles 10000 --jobs 2

Exit code 1 where an article has not exactly one record, a good one has no reports, or a broken one has.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import monotonic, sleep

from msgspec import Struct, field

from bench.batch.articles import write_corpus
from bench.tables import print_table
from converter.batch.records import Record

_LOOK_EVERY_S = 0.25
_POINTS = 10


class Run(Struct):
    """What a batch took.

    Attributes:
        seconds: from its start to its end.
        memory: articles that were done → MB of the largest worker then.
        exit_code: of the command.
    """

    seconds: float = 0.0
    memory: dict[int, float] = field(default_factory=dict)
    exit_code: int = 0


def main() -> int:
    """Write the corpus, convert it, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good, broken = write_corpus(folder / "articles", chosen.articles)
        run = convert(folder / "articles", folder / "reports", chosen.jobs, chosen.articles)
        records = read_records(folder / "reports" / "journal.jsonl")
        wrong = faults(records, folder / "reports", good, broken)
        size = sum(file.stat().st_size for file in (folder / "reports").rglob("*.*"))
    rows = [(f"{count:,}", memory) for count, memory in sorted(run.memory.items())]
    print_table("Memory of the larger worker (RSS)", ("articles done", "MB"), rows)
    codes = Counter(record.code or "done" for record in records)
    print_table("Records", ("outcome", "articles"), sorted(codes.items()))
    rate = len(records) / run.seconds
    print(f"\n{len(records):,} records in {run.seconds:.0f} s: {rate:.1f} a second; {size / 1e6:,.0f} MB")
    print("\n".join(wrong) or "every article has one record, and every good one its reports")
    return 1 if wrong else 0


def convert(articles: Path, reports: Path, jobs: int, count: int) -> Run:
    """Run the batch as a user does, and look at its workers now and then."""
    words = ("batch", articles, "-o", reports, "-j", jobs, "--quiet")
    run, start = Run(), monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "converter", *map(str, words)], stderr=subprocess.DEVNULL
    ) as driver:
        points = [count * number // _POINTS for number in range(1, _POINTS + 1)]
        journal = Journal(reports / "journal.jsonl")
        while driver.poll() is None:
            memory = max(map(resident_mb, children_of(driver.pid)), default=0.0)
            done = journal.count()
            while memory and points and done >= points[0]:
                run.memory[points.pop(0)] = memory
            sleep(_LOOK_EVERY_S)
    run.seconds, run.exit_code = monotonic() - start, driver.returncode
    return run


class Journal:
    """A journal that grows."""

    def __init__(self, path: Path) -> None:
        """Take a file that need not be there yet."""
        self._path, self._offset, self._count = path, 0, 0

    def count(self) -> int:
        """Return how many lines it has."""
        if self._path.exists():
            with self._path.open("rb") as file:
                file.seek(self._offset)
                added = file.read()
            self._offset += len(added)
            self._count += added.count(b"\n")
        return self._count


def children_of(process: int) -> list[int]:
    """Return the processes that another has started, on Linux."""
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def resident_mb(process: int) -> float:
    """Return the memory that a process holds (VmRSS); 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def read_records(journal: Path) -> list[Record]:
    """Return the records of a journal."""
    return [Record.of_line(line) for line in journal.read_bytes().splitlines()]


def faults(records: list[Record], reports: Path, good: list[Path], broken: list[Path]) -> list[str]:
    """Return what is not as it must be: a line for each kind of fault."""
    times = Counter(record.source for record in records)
    expected = {str(path) for path in good}
    done = {record.source for record in records if record.status == "done"}
    lost = [
        output.path
        for record in records
        for output in record.outputs
        if not (reports / output.path).is_file()
    ]
    files = sum(path.suffix in {".docx", ".pdf"} for path in reports.rglob("*"))
    told = sum(len(record.outputs) for record in records)
    checks = {
        "articles without a record": (expected | {str(path) for path in broken}) - set(times),
        "articles with several records": {source for source, count in times.items() if count > 1},
        "good articles that failed": expected - done,
        "broken articles that were done": done - expected,
        "articles without both reports": {
            one.source for one in records if one.status == "done" and len(one.outputs) != len(("docx", "pdf"))
        },
        "reports that are not there": set(lost),
        "files that no record names": set() if files == told else {str(files - told)},
    }
    return [f"{what}: {len(found)}, such as {min(found)}" for what, found in checks.items() if found]


if __name__ == "__main__":
    sys.exit(main())
