"""Runs contests: all who take part by turns, round after round, so that a slow minute is slow for all."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.peers.contest import Contest, Entry, measured
from bench.peers.processes import Taken

PEERS = (
    "pandoc",
    "typst",
    "weasyprint",
    "docxtpl",
    "python-docx",
    "libreoffice",
    "sumy",
    "trafilatura",
    "markitdown",
)


def run_all(
    contests: Iterable[Contest], folder: Path, rounds: int, peers: frozenset[str]
) -> Iterator[tuple[Contest, Mapping[str, list[Taken]]]]:
    """Yield each contest with what everybody took in each round; who fails is told and left out."""
    for contest in contests:
        entries = [entry for entry in contest.entries if entry.peer in {"ours", "python"} | peers]
        taken: dict[str, list[Taken]] = {entry.name: [] for entry in entries}
        # one round more: the first fills the caches of the system, and is not counted
        for number in range(min(rounds, contest.rounds) + 1):
            for entry in entries:
                if entry.name in taken:
                    _take_part(contest, entry, folder, taken)
            print(f"{contest.key}: round {number}", file=sys.stderr)
        yield contest, {name: own[1:] for name, own in taken.items()}


def _take_part(contest: Contest, entry: Entry, folder: Path, taken: dict[str, list[Taken]]) -> None:
    try:
        taken[entry.name].append(measured(entry, folder))
    except (OSError, RuntimeError, ValueError) as error:
        print(f"{contest.key}: {entry.name} is left out: {error}", file=sys.stderr)
        del taken[entry.name]
