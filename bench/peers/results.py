"""What a run of contests found, as data that JSON takes, and what is reckoned from it."""

import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

from bench.peers.contest import Contest, Goal
from bench.peers.processes import Taken

PACKAGES = (
    "briefing-converter",
    "docxtpl",
    "markitdown",
    "pypandoc_binary",
    "python-docx",
    "reportlab",
    "sumy",
    "trafilatura",
    "typst",
    "uharfbuzz",
    "weasyprint",
)
FIGURES = ("cpu", "wall", "peak", "size")

Results = Mapping[str, Any]
"""`machine`, `versions`, `rounds` and `contests`, as `results` makes them."""


def results(found: Sequence[tuple[Contest, Mapping[str, Sequence[Taken]]]], rounds: int) -> Results:
    """Return the figures of every round, and where they were measured."""
    return {
        "machine": machine(),
        "versions": versions(),
        "rounds": rounds,
        "contests": [_contest(contest, taken) for contest, taken in found],
    }


def _contest(contest: Contest, taken: Mapping[str, Sequence[Taken]]) -> dict[str, Any]:
    return {
        "key": contest.key,
        "title": contest.title,
        "about": contest.about,
        "entries": [
            {
                "name": entry.name,
                "lacks": entry.lacks,
                **{figure: [getattr(one, figure) for one in taken[entry.name]] for figure in FIGURES},
            }
            for entry in contest.entries
            if entry.name in taken
        ],
        "goals": [_goal(goal, taken) for goal in contest.goals if {goal.ours, *goal.theirs} <= taken.keys()],
    }


def _goal(goal: Goal, taken: Mapping[str, Sequence[Taken]]) -> dict[str, Any]:
    """Return the ratio of each round: both were measured at about the same time."""
    ours, theirs = taken[goal.ours], [taken[name] for name in goal.theirs]
    ratios = [
        (getattr(own, goal.figure) - goal.allowance) / sum(getattr(other, goal.figure) for other in others)
        for own, *others in zip(ours, *theirs, strict=True)
    ]
    return {
        "ours": goal.ours,
        "theirs": list(goal.theirs),
        "figure": goal.figure,
        "most": goal.most,
        "allowance": goal.allowance,
        "ratios": ratios,
        "median": median(ratios),
    }


def machine() -> dict[str, str]:
    """Return what was measured on."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )


def versions() -> dict[str, str]:
    """Return the versions of all that took part and are installed."""
    found = {}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
