"""The machinery that measures us beside our peers: what it counts, reckons and shows."""

import os
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bench.peers.contest import Contest, Entry, Goal
from bench.peers.page import print_results, write_page
from bench.peers.plots import Bar, bars, curves
from bench.peers.processes import Taken, run
from bench.peers.results import results
from bench.peers.running import run_all
from bench.regression import told

HELD = 60
"""MB that a process holds in these tests, and its child as much again."""


def _python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_what_children_take_counts(tmp_path: Path) -> None:
    burn = "sum(i * i for i in range(2_000_000))"
    alone = run(_python(burn), tmp_path, os.environ)
    child = run(
        _python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"),
        tmp_path,
        os.environ,
    )
    nothing = run(_python("pass"), tmp_path, os.environ)
    assert nothing.cpu < alone.cpu
    assert nothing.cpu < child.cpu


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory of all processes of a tree")
def test_memory_is_that_of_a_process_and_its_children_together(tmp_path: Path) -> None:
    hold = f"held = bytearray({HELD} << 20); import time; time.sleep(.3)"
    taken = run(
        _python(
            f"held = bytearray({HELD} << 20); import subprocess, sys;"
            f" subprocess.run([sys.executable, '-c', {hold!r}])"
        ),
        tmp_path,
        os.environ,
    )
    assert taken.peak > 2 * HELD


def test_a_command_that_fails_says_so_and_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contest = Contest(
        "c",
        "Contest",
        "About.",
        (
            Entry("ours", "ours", (_python("open('made', 'w').write('four')"),), ("made",)),
            Entry("theirs", "peer", (_python("raise SystemExit('no')"),)),
            Entry("absent", "other", (_python("pass"),)),
        ),
        (Goal("ours", ("theirs",), "cpu", 1.0),),
    )
    ((_, taken),) = run_all([contest], tmp_path, 2, frozenset({"peer"}))
    assert set(taken) == {"ours"}
    assert [one.size for one in taken["ours"]] == [4, 4]
    assert "theirs is left out" in capsys.readouterr().err
    (found,) = results([(contest, taken)], 2)["contests"]
    assert found["goals"] == []


def test_ratios_are_of_the_same_round_less_what_is_allowed() -> None:
    entries = tuple(Entry(name, name, ()) for name in ("ours", "a", "b"))
    contest = Contest("c", "Contest", "About.", entries, (Goal("ours", ("a", "b"), "cpu", 1.0, 1.0),))
    taken = {
        "ours": [Taken(3, 1, 1), Taken(5, 1, 1), Taken(2, 1, 1)],
        "a": [Taken(1, 1, 1)] * 3,
        "b": [Taken(3, 1, 1), Taken(1, 1, 1), Taken(1, 1, 1)],
    }
    (goal,) = results([(contest, taken)], 3)["contests"][0]["goals"]
    assert goal["ratios"] == [0.5, 2.0, 0.5]
    assert goal["median"] == 0.5


def test_the_page_shows_every_contest_with_its_plot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    growth = Contest(
        "growth",
        "A long report",
        "About.",
        (Entry("ours, 1 pages", "ours", ()), Entry("ours, 1,000 pages", "ours", ())),
    )
    cold = Contest(
        "cold", "A command", "About.", (Entry("ours", "ours", ()), Entry("a < b", "a", (), lacks="tags"))
    )
    found = results(
        [
            (growth, {"ours, 1 pages": [Taken(0.1, 1, 1)], "ours, 1,000 pages": [Taken(9, 9, 9)]}),
            (cold, {"ours": [Taken(0.5, 1, 10, 2048)], "a < b": [Taken(0.25, 1, 10)]}),
        ],
        1,
    )
    print_results(found)
    write_page(found, tmp_path)
    page = (tmp_path / "benchmarks.md").read_text("utf-8")
    assert "| ours | 500.0 | 1,000 | 500.0–500.0 | 10 | 2 |  |" in page
    assert "| a < b | 250.0 | 1,000 | 250.0–250.0 | 10 |  | tags |" in page
    assert {path.name for path in (tmp_path / "images").iterdir()} == {"bench-growth.svg", "bench-cold.svg"}
    assert "A long report" in capsys.readouterr().out


def test_plots_are_svg_with_every_name() -> None:
    for plot in (
        bars([Bar("ours", 1, is_ours=True), Bar("a < b", 0, is_ours=False)], "CPU ms"),
        curves({"ours": [(1, 2)], "a < b": [(1, 5)]}, "pages", "s"),
    ):
        words = {element.text for element in ET.fromstring(plot).iter()}  # noqa: S314 - our own
        assert {"ours", "a < b"} <= words


@pytest.mark.parametrize(
    ("after", "code"),
    [([1.0, 1.0, 1.0], 0), ([0.9, 1.04, 1.1], 0), ([0.9, 1.2, 1.1], 1), ([1.01, 1.02, 1.01], 1)],
)
def test_a_later_revision_is_slower_by_its_median_or_in_every_round(after: list[float], code: int) -> None:
    assert told({"command": ([1.0, 1.0, 1.0], after)}, 1.05) == code
