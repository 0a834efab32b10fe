"""A contest: the same work for all who take part, what a run takes, and the ratios that count."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import rmtree
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from bench.peers.processes import Taken, run

ROOT = Path(__file__).parents[2]

Command = tuple[str, ...]
Figure = Literal["cpu", "wall", "peak"]


class Entry(Struct, frozen=True):
    """One who takes part.

    Attributes:
        name: as tables show it.
        peer: by which `--peers` chooses; `ours` always takes part.
        commands: run one after the other; figures are added up.
        made: files and folders that come of it; they are removed before each run.
        lacks: what its result has not, that ours has.
        is_cold: ours alone: whether what earlier runs left in the cache is removed first.
        documents: of a process that does many: how many, the first not counted; 0: the process counts.
    """

    name: str
    peer: str
    commands: tuple[Command, ...]
    made: tuple[str, ...] = ()
    lacks: str = ""
    is_cold: bool = False
    documents: int = 0


class Goal(Struct, frozen=True):
    """A ratio that counts: ours over the sum of theirs, of one figure.

    Attributes:
        ours: name of our entry.
        theirs: names of the entries that are added up.
        figure: `cpu`, `wall` or `peak`.
        most: what the ratio should be at most.
        allowance: seconds that ours may take besides.
    """

    ours: str
    theirs: tuple[str, ...]
    figure: Figure
    most: float
    allowance: float = 0.0


class Contest(Struct, frozen=True):
    """The same work for all who take part.

    Attributes:
        key: for `--only`.
        title: of the table.
        about: what each is given, and what is counted.
        entries: who takes part.
        goals: ratios that are shown beneath.
        rounds: no more than so many.
    """

    key: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    goals: tuple[Goal, ...] = ()
    rounds: int = 1000


def measured(entry: Entry, folder: Path) -> Taken:
    """Run what `entry` does and return what it took; of a worker, what a document took in its midst."""
    for name in entry.made:
        path = folder / name
        rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    if entry.is_cold:
        rmtree(folder / "cache", ignore_errors=True)
    taken = [run(command, folder, _environment(folder)) for command in entry.commands]
    total = taken[0]
    for one in taken[1:]:
        total = total.then(one)
    if entry.documents:
        return _each(taken, entry.documents)
    made = [path for name in entry.made for path in (folder / name, *(folder / name).rglob("*"))]
    size = sum(path.stat().st_size for path in made if path.is_file())
    return replace(total, size=size or _told(total.output))


def _each(taken: Sequence[Taken], documents: int) -> Taken:
    """Return what a document took on average, the first left out; of several workers, added up."""
    cpu = size = 0.0
    for one in taken:
        _, *counted = json.loads(one.output.splitlines()[-1])["documents"]
        cpu += sum(ms for ms, _ in counted) / 1000 / len(counted)
        size += sum(size for _, size in counted) / len(counted)
    wall = sum(one.wall for one in taken) / documents
    return Taken(cpu, wall, max(one.peak for one in taken), int(size))


def _told(output: str) -> int:
    """Return how many bytes a worker says it made; 0 of any other command."""
    last = output.splitlines()[-1:]
    return json.loads(last[0])["documents"][-1][1] if last and last[0].startswith('{"ready"') else 0


def _environment(folder: Path) -> Mapping[str, str]:
    """Return the environment of all: bytecode is kept, caches are those of this run."""
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    return kept | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "cache"), "TZ": "UTC"}
