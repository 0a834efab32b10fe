"""What the machinery of a batch costs, and what a second worker brings, in one run.

    python -m bench.batch.speed --articles 1000 --rounds 3

The same articles, by turns: in a plain loop that reads, converts and publishes each and does nothing else;
by `briefing batch` in one process; by one worker; by two. Times are of whole processes.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import perf_counter

from bench.batch.articles import write_corpus
from bench.tables import print_table
from converter.configuration import Settings
from converter.errors import ConverterError
from converter.files import publish
from converter.pipeline import draft, render
from converter.pipeline.kit import Kit

WAYS = {"a plain loop": "loop", "batch -j 0": "0", "batch -j 1": "1", "batch -j 2": "2"}


def main() -> None:
    """Print rates, CPU time for each article, and the ratios that count."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--loop", nargs=2, type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.loop:
        loop(*chosen.loop)
        return
    with tempfile.TemporaryDirectory() as name:
        articles, reports = Path(name, "articles"), Path(name, "reports")
        write_corpus(articles, chosen.articles)
        taken = {way: [_timed(way, articles, reports)] for way in WAYS}
        for _ in range(chosen.rounds):
            for way in WAYS:
                taken[way].append(_timed(way, articles, reports))
    _tell({way: figures[1:] for way, figures in taken.items()}, chosen.articles)


def loop(articles: Path, reports: Path) -> None:
    """Convert every article below a folder, as plainly as can be."""
    kit = Kit(Settings(formats=("docx", "pdf")))
    for path in sorted(articles.rglob("*.*")):
        try:
            conversion = render(draft(str(path), kit), kit)
        except ConverterError:
            continue
        name = path.relative_to(articles)
        publish({reports / f"{name}.{one.format}": one.data for one in conversion.reports})


def _timed(way: str, articles: Path, reports: Path) -> tuple[float, float]:
    """Run one way and return its wall and CPU seconds, its children's included."""
    rmtree(reports, ignore_errors=True)
    words = (
        ("-m", "bench.batch.speed", "--loop", articles, reports)
        if way == "a plain loop"
        else ("-m", "converter", "batch", articles, "-o", reports, "-j", WAYS[way], "--quiet")
    )
    before, start = os.times(), perf_counter()
    subprocess.run([sys.executable, *map(str, words)], stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return perf_counter() - start, cpu


def _tell(taken: dict[str, list[tuple[float, float]]], articles: int) -> None:
    rows = [
        (way, articles / wall(figures), min(f[0] for f in figures), max(f[0] for f in figures), cpu_ms)
        for way, figures in taken.items()
        for cpu_ms in [1000 * median(f[1] for f in figures) / articles]
    ]
    headers = ("way", "articles/s", "fastest, s", "slowest, s", "CPU, ms each")
    print_table(f"{articles:,} articles into DOCX and PDF, medians", headers, rows)
    plain, alone, one, two = (taken[way] for way in WAYS)
    print_table(
        "Ratios of the same round",
        ("", "median", "least", "most"),
        [
            ("machinery, share of converting (CPU)", *_spread(alone, plain, 1, lambda ratio: ratio - 1)),
            ("two workers beside one (rate)", *_spread(one, two, 0)),
            ("one worker beside none (rate)", *_spread(alone, one, 0)),
        ],
    )


def wall(figures: list[tuple[float, float]]) -> float:
    """Return the median of wall seconds."""
    return median(figure[0] for figure in figures)


def _spread(
    over: list[tuple[float, float]],
    under: list[tuple[float, float]],
    index: int,
    shown: Callable[[float], float] = float,
) -> tuple[float, float, float]:
    ratios = [shown(one[index] / other[index]) for one, other in zip(over, under, strict=True)]
    return median(ratios), min(ratios), max(ratios)


if __name__ == "__main__":
    main()
