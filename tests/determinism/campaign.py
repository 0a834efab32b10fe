"""Many articles on many machines: whether every report of an article has the same bytes on all of them.

A machine is a process with a seed of hashes, a time zone, a locale, a home, a folder to work in, a cache that
is cold or warm, and an order in which it takes the articles.

    python -m tests.determinism.campaign --articles 200
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from msgspec import Struct

from tests.determinism.articles import Order, orders

ROOT = Path(__file__).resolve().parents[2]
FORMATS = ("docx", "pdf", "html", "md", "json", "eml")
SEEDS = ("0", "1", "4711")
ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns")
LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8")

Sums = Mapping[str, Mapping[str, str]]
"""Name of an article → format → SHA-256."""


class Machine(Struct, frozen=True):
    """How a machine differs from others; `seed` is that of hashes, `is_warm` whether its cache is filled."""

    seed: str
    zone: str
    locale: str
    is_warm: bool
    is_backwards: bool

    def __str__(self) -> str:
        """Return all of it, in words."""
        cache, order = "warm" if self.is_warm else "cold", "backwards" if self.is_backwards else "forwards"
        return f"seed {self.seed}, {self.zone}, {self.locale}, {cache}, {order}"


def machines() -> list[Machine]:
    """Return every seed in every zone; locale, cache and order differ along the way."""
    return [
        Machine(seed, zone, LOCALES[(number + number // len(ZONES)) % 3], number % 2 == 1, number % 4 >= 2)
        for number, (seed, zone) in enumerate(product(SEEDS, ZONES))
    ]


def compare(asked: Sequence[Order], wanted: Sequence[Machine], folder: Path, jobs: int = 1) -> Iterator[str]:
    """Yield a line for each report that is not the same on all machines.

    Args:
        asked: what each of them makes.
        wanted: the machines; the first is what the others are held against.
        folder: an empty one, for all that they need.
        jobs: how many of them run at a time.
    """
    file = folder / "orders"
    file.write_bytes(pickle.dumps(list(asked)))
    with ThreadPoolExecutor(jobs) as pool:
        made = pool.map(lambda each: _run(each[1], file, folder / f"machine {each[0]}"), enumerate(wanted))
        first, *others = made
    for machine, sums in zip(wanted[1:], others, strict=True):
        for name, formats in first.items():
            for kind in FORMATS:
                if sums[name][kind] != formats[kind]:
                    yield f"{name}: {kind} differs on: {machine}"


def _run(machine: Machine, file: Path, folder: Path) -> Sums:
    work, home, cache = folder / "work", folder / "home of ünal", file.parent / "cache"
    for each in (work, home):
        each.mkdir(parents=True)
    environment = {
        **{
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "XDG_", "BRIEFING_"))
        },
        "PYTHONHASHSEED": machine.seed,
        "TZ": machine.zone,
        "LC_ALL": machine.locale,
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "USER": home.name,
        "XDG_CACHE_HOME": str(cache if machine.is_warm else home / "cache"),
    }
    order = "backwards" if machine.is_backwards else "forwards"
    command = [sys.executable, "-m", "tests.determinism.machine", str(file), order]
    done = subprocess.run(command, cwd=work, env=environment, stdout=subprocess.PIPE, check=True)
    sums: Sums = json.loads(done.stdout)
    return sums


def main() -> int:
    """Run the campaign, print what differs and the figures, and return 1 where something differs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="number of the first article")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    wanted = machines()
    with tempfile.TemporaryDirectory() as folder:
        asked = list(orders(options.articles, options.first))
        differing = list(compare(asked, wanted, Path(folder), options.jobs))
    reports = len(asked) * len(FORMATS)
    for line in (*differing, f"{reports:,} reports on {len(wanted)} machines: {len(differing)} differ"):
        sys.stdout.write(f"{line}\n")
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main())
