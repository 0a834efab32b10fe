"""The driver: hands documents out, writes what comes back into the journal, and passes it on."""

import pickle
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing

from msgspec.structs import replace

from converter.batch import engines
from converter.batch.engines import Engine, Job, chunked
from converter.batch.job import given_up, stop_when, work
from converter.batch.journal import Journal
from converter.batch.plan import Plan
from converter.batch.records import (
    OF_CALL,
    STORE_UNREACHABLE,
    WORKER_DIED,
    Item,
    Record,
    Result,
    Task,
    fault_of,
    hash_of,
)
from converter.batch.shards import merge
from converter.batch.stores import fetch_any, is_store
from converter.batch.targets import Target, target_of
from converter.errors import ConverterError, InputError, OutputError, UsageError

_OF_PLACE = frozenset({"output-unwritable", STORE_UNREACHABLE, WORKER_DIED})
"""Codes of failures that are a place's, or the machine's."""

_MOST_IN_VAIN = 50
"""So many articles in a row that fail, and not by their own fault, end the run: the next would fail, too."""


def run(
    plan: Plan,
    items: Iterable[Item],
    engine: Engine,
    journal: Journal,
    stopping: Callable[[], bool] = lambda: False,
) -> Generator[list[Result]]:
    """Convert `items` and yield what came of them once it is in the journal; empty lists while nothing comes.

    A document that is named twice has one result. So has every other one, unless the run is stopped.

    Args:
        plan: of the batch; its files have been loaded once, and so are good.
        items: read as needed.
        engine: that does the work.
        journal: open; what it calls done and is so still is not done again.
        stopping: asked every half second; once it says yes, no further document is begun.

    Raises:
        OutputError: `journal-unwritable`; `batch-in-vain`: nothing can be written any more, or no worker
            lives.
        InputError: `batch-in-vain`: the store of the articles does not answer any more.
        UsageError: `batch-in-vain`: the call asks of every article what cannot be.
        ConverterError: what is wrong with the source as a whole.
    """
    # for an engine that works in this process
    stop_when(stopping)
    in_vain = 0
    job = Job(work, pickle.dumps(plan), given_up)
    chunks = chunked(_tasks(items, journal), engine)
    # Whatever goes wrong here, workers have ended before it is told.
    with closing(engines.run(engine, job, chunks, stopping)) as coming:
        for results in coming:
            journal.write(result.record for result in results if result.is_new)
            yield results
            for result in results:
                is_in_vain = result.is_new and result.record.code in _OF_PLACE | OF_CALL.keys()
                in_vain = in_vain + 1 if is_in_vain else 0
                if in_vain >= _MOST_IN_VAIN:
                    _check_worth(result.record, plan)
                    in_vain = 0


def finish(plan: Plan, target: Target, journal: Journal) -> list[Result]:
    """Do what is done once, behind the last document; return those whose reports were lost in the meantime.

    Raises:
        OutputError: `output-unwritable`, `journal-unwritable`.
    """
    lost = merge(target, plan.shards, journal.records, journal.prior) if plan.shards else []
    results = [Result(_lost(record)) for record in lost]
    journal.write(result.record for result in results)
    journal.tidy()
    return results


def _lost(record: Record) -> Record:
    error = OutputError(
        "output-lost", "its report is gone from the shards", where=record.source, remedy="add --resume"
    )
    return replace(record, status="failed", code=error.code, text=str(error), outputs=())


def _tasks(items: Iterable[Item], journal: Journal) -> Iterator[Task]:
    """Yield a task for each document, once."""
    for item in items:
        choice = hash_of(f"{key}={value}" for key, value in item.choice)
        met = journal.meet(item.key, choice)
        if met == choice:
            continue
        one = item if met is None else _doubled(item)
        yield Task(one, journal.prior(one.key))


def _doubled(item: Item) -> Item:
    what = f"{item.id} stands in the list before, with other settings"
    fault = InputError("list-invalid", what, where=item.place, remedy="give both an id of their own")
    return replace(item, id=f"{item.id} ({item.place})", fault=fault_of(fault))


def _check_worth(record: Record, plan: Plan) -> None:
    """End the run, unless the place that failed is there again, or it is one folder of the target alone.

    Raises:
        OutputError, InputError, UsageError: `batch-in-vain`.
    """
    what = f"{_MOST_IN_VAIN} articles in a row failed by no fault of their own, the last with: {record.text}"
    resume = "" if "--resume" in record.text else "see to it, then add --resume"
    if record.code in OF_CALL:
        raise UsageError("batch-in-vain", what, where="batch", remedy="begin anew with --force")
    if record.code == WORKER_DIED or not _is_writable(plan.target):
        raise OutputError("batch-in-vain", what, where=plan.target, remedy=resume)
    if record.code == STORE_UNREACHABLE and not _is_answered(record.source):
        raise InputError("batch-in-vain", what, where="batch", remedy=resume)


def _is_writable(target: str) -> bool:
    try:
        target_of(target).check()
    except OutputError:
        return False
    return True


def _is_answered(source: str) -> bool:
    """Whether the store of an article answers, whatever it says of the article."""
    try:
        if is_store(source):
            fetch_any(source)
    except ConverterError as error:
        return error.code != STORE_UNREACHABLE
    return True
