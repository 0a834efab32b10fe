"""Rate of a Dask cluster beside this machine's pool, and what a worker's death costs.

    python -m bench.batch.cluster [--articles N] [--rounds N] [--to FORMATS]

Both have two processes that convert; the cluster has a scheduler and two workers on loopback. Rates are
those of whole batches: starting processes and connecting are in them. The two take turns, and each ratio is
of two batches that ran one after the other. Then a worker of the cluster is killed (`kill -9`) when half of
the articles are handed out; every article must have one record, and every report the hash that a run in
this process gives it. The exit code is 1 where one has not.
"""

import argparse
import os
import signal
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bench.tables import print_table
from converter.batch.engines import Engine
from converter.batch.plan import Plan
from converter.batch.pool import pool
from converter.batch.records import Item
from converter.batch.sources import items
from converter.batch.targets import target_of
from tests.batch.articles import plan_for, records_of, run_batch, tree, write_articles

if TYPE_CHECKING:
    from tests.servers.dask import Dask

CHUNK = 25


class _Peers:
    """The engines, and the folders in which they work."""

    def __init__(self, folder: Path, cluster: "Dask", formats: tuple[str, ...]) -> None:
        self.articles = folder / "in"
        self._folder = folder
        self._cluster = cluster
        self._formats = formats
        self._count = 0

    def plan(self) -> Plan:
        """Return a plan with a folder of its own for reports."""
        self._count += 1
        return plan_for(self._folder / f"out-{self._count}", formats=self._formats)

    def pool(self, _plan: Plan) -> AbstractContextManager[Engine]:
        return nullcontext(replace(pool(2), chunk=CHUNK))

    def cluster(self, plan: Plan) -> AbstractContextManager[Engine]:
        # processes of the pool import this module, too, and need none of it
        from converter.batch.cluster import cluster

        return cluster(str(self._cluster.file), plan, CHUNK)


def _rate(peers: _Peers, name: str) -> float:
    """Return articles a second of a batch."""
    plan = peers.plan()
    start = perf_counter()
    with getattr(peers, name)(plan) as engine:
        count = len(run_batch(peers.articles, plan, _journal(plan), engine=engine))
    return count / (perf_counter() - start)


def _print_rates(peers: _Peers, rounds: int) -> None:
    rates: dict[str, list[float]] = {"pool": [], "cluster": []}
    for turn in range(rounds):
        # whoever comes second in one round comes first in the next
        for name in sorted(rates, reverse=turn % 2 == 0):
            rates[name].append(_rate(peers, name))
    ratios = [there / here for here, there in zip(*rates.values(), strict=True)]
    rows = [(name, *_spread(found)) for name, found in (*rates.items(), ("cluster / pool", ratios))]
    print_table(f"Articles a second, {rounds} rounds", ("", "median", "least", "most"), rows)


def _spread(found: list[float]) -> tuple[str, ...]:
    return tuple(f"{value:.2f}" for value in (statistics.median(found), min(found), max(found)))


def _faults_after_death(peers: _Peers, worker: int, count: int) -> list[str]:
    """Kill `worker` in the middle of a batch; return what is not as it should be."""
    plan, alone = peers.plan(), peers.plan()
    with peers.cluster(plan) as engine:
        found = _killing(items(str(peers.articles)), count // 2, worker)
        run_batch(peers.articles, plan, _journal(plan), engine=engine, more=found)
    # as `briefing batch` does: what was half-written goes
    target_of(plan.target).sweep()
    run_batch(peers.articles, alone, _journal(alone))
    faults = [] if len(records_of(_journal(plan))) == count else ["not every article has one record"]
    return faults + ([] if tree(Path(plan.target)) == tree(Path(alone.target)) else ["reports differ"])


def _killing(articles: Iterator[Item], middle: int, worker: int) -> Iterator[Item]:
    for number, article in enumerate(articles):
        if number == middle:
            os.kill(worker, signal.SIGKILL)
        yield article


def _journal(plan: Plan) -> Path:
    return Path(plan.target, "journal.jsonl")


def main() -> int:
    """Measure, and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--to", default="docx,pdf", help="formats of the reports")
    arguments = parser.parse_args()
    from tests.servers.dask import dask

    with tempfile.TemporaryDirectory() as name, dask(Path(name)) as started:
        workers = [started.start_worker("--no-nanny") for _ in range(2)]
        started.wait_for(len(workers))
        peers = _Peers(Path(name), started, tuple(arguments.to.split(",")))
        write_articles(peers.articles, arguments.articles)
        _print_rates(peers, arguments.rounds)
        faults = _faults_after_death(peers, workers[0].pid, arguments.articles)
    print(f"\nA worker killed after {arguments.articles // 2} articles: {', '.join(faults) or 'no faults'}")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
