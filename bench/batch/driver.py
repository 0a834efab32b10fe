"""What a driver does for millions of articles, when all the converting costs nothing.

    python -m bench.batch.driver --articles 1000000

Lists so many paths, hands them out in chunks, takes records as workers make them, and writes the journal;
then reads that journal as `--resume` does. No article is converted: this is what one driver can take at most.
"""

import argparse
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from time import perf_counter

from bench.rendering.peak import memory
from bench.tables import print_table
from converter import __version__
from converter.batch import driver
from converter.batch.engines import Engine, Inline
from converter.batch.journal import Journal
from converter.batch.plan import Plan
from converter.batch.records import Output, Record, Result, Task
from converter.batch.sources import items
from converter.configuration import Settings


def main() -> None:
    """Print seconds, rates, memory and the size of the journal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1_000_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed, journal = folder / "articles.txt", folder / "journal.jsonl"
        with listed.open("w", encoding="utf-8") as file:
            file.writelines(f"{number // 1000:06}/article-{number:09}.html\n" for number in range(count))
        rows = [_row(what, listed, journal, count) for what in ("first run", "resumed")]
        size = journal.stat().st_size
    headers = ("", "seconds", "articles/s", "µs each", "MB at most")
    print_table(f"A driver with {count:,} articles", headers, rows)
    print(f"\njournal: {size / 1e6:,.0f} MB, {size / count:.0f} bytes for each article")


def _row(what: str, listed: Path, path: Path, count: int) -> tuple[object, ...]:
    start = perf_counter()
    plan = Plan(Settings(formats=("docx", "pdf")), "reports", "{relpath}")
    with Journal(path, resume=True) as journal:
        for _ in driver.run(plan, items(str(listed)), Engine("idle", _Idle), journal):
            pass
    seconds = perf_counter() - start
    return (what, seconds, f"{count / seconds:,.0f}", seconds / count * 1e6, memory("VmHWM"))


class _Idle(Inline):
    """An executor whose workers do nothing, and say that they have done everything."""

    def submit(self, function: Callable[..., object], /, *arguments: object, **_: object) -> Future[object]:  # type: ignore[override]  # noqa: ARG002
        """Return what workers would."""
        future: Future[object] = Future()
        future.set_result([_result(task) for task in arguments[1]])  # type: ignore[attr-defined]
        return future


def _result(task: Task) -> Result:
    if task.prior:
        return Result(task.prior, is_new=False)
    item = task.item
    outputs = tuple(Output(f"{item.id}.{name}", name, item.key * 2) for name in ("docx", "pdf"))
    sums = (item.key * 2, item.key)
    return Result(Record(item.key, item.source, *sums, __version__, "done", seconds=0.03, outputs=outputs))


if __name__ == "__main__":
    main()
