"""Shows results: tables for a terminal, and the page `docs/benchmarks.md` with its plots."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.peers.plots import Bar, bars, curves
from bench.peers.results import Results
from bench.tables import print_table

HEADERS = ("", "CPU ms", "wall ms", "least to most CPU", "peak MB", "KB made")
_RATIO_HEADERS = ("ours / theirs", "figure", "median", "least to most", "goal")
_FIGURES = {"cpu": "CPU", "wall": "wall", "peak": "memory"}


def print_results(results: Results) -> None:
    """Print a table for each contest, and one of its ratios."""
    for contest in results["contests"]:
        print_table(contest["title"], HEADERS, list(_rows(contest)))
        if contest["goals"]:
            print_table(f"{contest['title']}: ratios", _RATIO_HEADERS, list(_ratios(contest)))


def write_page(results: Results, docs: Path) -> None:
    """Write `benchmarks.md` and its plots into the folder `docs`."""
    images = docs / "images"
    images.mkdir(exist_ok=True)
    for contest in results["contests"]:
        (images / f"bench-{contest['key']}.svg").write_text(_plot(contest), "utf-8")
    (docs / "benchmarks.md").write_text("\n".join(_page(results)), "utf-8")


def _page(results: Results) -> Iterator[str]:
    machine = results["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in results["versions"].items())
    yield "# Measured beside its peers"
    yield ""
    yield (
        "Written by `make bench`, which installs the peers into an environment of their own, runs all by"
        " turns and writes this page; `.venv-bench/bin/python -m bench --help` tells what can be chosen."
        " Seconds depend on the machine: compare the ratios, which are of one run, round by round."
        " The goals are what the product set out for; one that is missed is marked, and"
        " [Where the time of one command goes](profile.md) says what stands in the way."
    )
    yield ""
    yield "| | |\n|---|---|"
    yield f"| machine | {machine['processor']}, {machine['cores']} cores, load {machine['load']} |"
    yield f"| system | {machine['system']}, Python {machine['python']} |"
    yield f"| versions | {versions} |"
    yield f"| rounds | {results['rounds']}, at most 3 of `batch` and `growth`; medians |"
    for contest in results["contests"]:
        yield from _section(contest)


def _section(contest: dict[str, Any]) -> Iterator[str]:
    yield f"\n## {contest['title']}\n"
    yield f"{contest['about']}\n"
    yield f"![{contest['title']}: CPU time](images/bench-{contest['key']}.svg)\n"
    yield from _markdown(
        (*HEADERS, "has not"),
        [(*row, entry["lacks"]) for row, entry in zip(_rows(contest), contest["entries"], strict=True)],
    )
    if contest["goals"]:
        yield ""
        yield from _markdown(_RATIO_HEADERS, list(_ratios(contest)))


def _markdown(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headers)} |"
    yield f"|---{'|---:' * (len(headers) - 1)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _rows(contest: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for entry in contest["entries"]:
        cpu, wall = entry["cpu"], entry["wall"]
        yield (
            entry["name"],
            _ms(median(cpu)),
            _ms(median(wall)),
            f"{_ms(min(cpu))}–{_ms(max(cpu))}",
            f"{median(entry['peak']):.0f}",
            f"{median(entry['size']) / 1024:,.0f}" if any(entry["size"]) else "",
        )


def _ratios(contest: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for goal in contest["goals"]:
        ratios = goal["ratios"]
        less = f", less {_ms(goal['allowance'])} ms" if goal["allowance"] else ""
        yield (
            f"{goal['ours']}{less} / ({' + '.join(goal['theirs'])})",
            _FIGURES[goal["figure"]],
            f"{goal['median']:.2f}",
            f"{min(ratios):.2f}–{max(ratios):.2f}",
            f"≤ {goal['most']:.2f}{', missed' if goal['median'] > goal['most'] else ''}",
        )


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:,.1f}" if seconds < 1 else f"{1000 * seconds:,.0f}"


def _plot(contest: dict[str, Any]) -> str:
    if contest["key"] == "growth":
        return curves(_by_peer(contest), "pages", "CPU s")
    shown = [Bar(one["name"], 1000 * median(one["cpu"]), _is_ours(one["name"])) for one in contest["entries"]]
    return bars(shown, "CPU ms")


def _by_peer(contest: dict[str, Any]) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for entry in contest["entries"]:
        peer, _, pages = entry["name"].partition(", ")
        count = float(pages.split()[0].replace(",", ""))
        found.setdefault(peer, []).append((count, median(entry["cpu"])))
    return found


def _is_ours(name: str) -> bool:
    return name.startswith("ours")
