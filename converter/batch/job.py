"""What a worker does: reads, converts and publishes a chunk of documents, and returns a record of each.

Whatever goes wrong with a document is its record; the others are not held up.
"""

import pickle
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from time import perf_counter
from traceback import extract_tb

from msgspec.structs import replace

from converter import __version__, pipeline
from converter.batch import engines
from converter.batch.fetching import Fetched, drafted, fetched, told_unread
from converter.batch.names import name_of
from converter.batch.plan import Kits, Plan
from converter.batch.records import (
    ARTICLE_MISSING,
    OF_CALL,
    PASSING,
    STORE_UNREACHABLE,
    Item,
    Output,
    Record,
    Result,
    Task,
)
from converter.batch.shards import Part
from converter.batch.stores import is_store
from converter.batch.targets import target_of
from converter.batch.upkeep import Upkeep
from converter.errors import ConverterError, InputError
from converter.file_cache import forget
from converter.guard.bounds import CUT_SHORT, too_hungry
from converter.limits import adopt
from converter.pipeline.strictness import refuse_notices

Work = Callable[[bytes, Sequence[Task]], list[Result]]
"""The work of a batch: a pickled `Plan` and a chunk → what came of it; a part where it was stopped."""

_MOST_UNREACHABLE = 3
"""After so many documents in a row that find a store unreachable, its others in the chunk are not tried."""


class _Stopping:
    """Whether this worker should end before its next document; engines say how it is told."""

    asked: Callable[[], bool] = staticmethod(lambda: False)


def stop_when(asked: Callable[[], bool]) -> None:
    """Have `asked` asked before each document: once it says yes, the rest of the chunk is left undone."""
    _Stopping.asked = staticmethod(asked)


def work(plan: bytes, tasks: Sequence[Task]) -> list[Result]:
    """Convert `tasks` as `plan`, pickled, says; an engine's workers call this and nothing else."""
    try:
        workshop = _workshop(plan)
    except ConverterError as error:
        return [Result(_failed(_begun(task), error)) for task in tasks]
    return workshop.results(tasks)


def given_up(task: Task) -> Result:
    """Return the record of a document that ended each process that worked on it."""
    record = _failed(_begun(task), engines.worker_died(task.item.source))
    return Result(replace(record, attempt=record.attempt + engines.ATTEMPTS - 1))


@lru_cache(maxsize=2)
def _workshop(plan: bytes) -> "_Workshop":
    return _Workshop(pickle.loads(plan))  # noqa: S301 - the driver has made it


class _Workshop:
    """What a worker keeps from one chunk to the next."""

    def __init__(self, plan: Plan) -> None:
        adopt(plan.limits)
        self._plan = plan
        self._kits = Kits(plan)
        self._target = target_of(plan.target, overwrite=plan.settings.force)
        self._store = plan.target if is_store(plan.target) else ""
        self._upkeep = Upkeep()

    def results(self, tasks: Sequence[Task]) -> list[Result]:
        part = Part(self._plan.shards)
        results = list(self._results(tasks, part))
        if part.lines:
            try:
                self._target.publish({part.name: part.data()}, {})
            except ConverterError as error:
                results = [_unpublished(result, error) for result in results]
        return results

    def _results(self, tasks: Sequence[Task], part: Part) -> Iterator[Result]:
        unreachable = Counter[str]()
        for task in tasks:
            if _Stopping.asked():
                return
            store = _store_of(task.item) or self._store
            result = self._result(task, part) if unreachable[store] < _MOST_UNREACHABLE else _untried(task)
            is_lost = store and result.record.code == STORE_UNREACHABLE
            unreachable[store] = unreachable[store] + 1 if is_lost else 0
            yield result
            self._upkeep.note_document()

    def _result(self, task: Task, part: Part) -> Result:
        start = perf_counter()
        prior, record = task.prior, self._record(task, part)
        if prior and (record is prior or self._is_same_failure(prior, record)):
            return Result(prior, is_new=False)
        return Result(replace(record, seconds=round(perf_counter() - start, 3)))

    def _record(self, task: Task, part: Part) -> Record:
        """Convert one document; return its prior record where nothing was to be done."""
        item, prior = task.item, task.prior
        record = _begun(task)
        if item.fault[0]:
            return replace(record, code=item.fault[0], text=item.fault[1])
        try:
            kit, configuration = self._kits.kit_of(item)
            record = replace(record, configuration=configuration)
            article = fetched(item, kit, self._kits)
            record = replace(record, sha256=article.sha256)
            if prior and self._is_settled(prior, record):
                return prior
            outputs, missing = self._converted(article, prior, part)
        except ConverterError as error:
            if error.code in CUT_SHORT:
                # what was remembered in work that was cut short may be half of it
                forget()
            return _failed(record, _of_row(item, error))
        except MemoryError:
            forget()
            return _failed(record, too_hungry(item.source))
        except Exception as error:  # noqa: BLE001 - a fault of ours is a record, too
            return replace(record, code="fault", text=f"{item.source}: {_told_fault(error)}")
        return replace(
            record, status="done", code=ARTICLE_MISSING if missing else "", text=missing, outputs=outputs
        )

    def _is_settled(self, prior: Record, now: Record) -> bool:
        """Whether `prior` says what would come of the document today, and its reports are there."""
        if not _are_alike(prior, now):
            return False
        if prior.status == "failed":
            return not self._plan.retry_failed and prior.code not in PASSING
        if prior.code:
            # a group that lacks an article, which may be there now
            return False
        return bool(self._plan.shards) or all(map(self._target.holds, prior.outputs))

    def _is_same_failure(self, prior: Record, now: Record) -> bool:
        """Whether a document that failed before it was read has failed as it did before."""
        return not self._plan.retry_failed and _are_alike(prior, now) and prior.code == now.code != ""

    def _converted(
        self, article: Fetched, prior: Record | None, part: Part
    ) -> tuple[tuple[Output, ...], str]:
        """Publish; return the reports, and the line of a group that lacks articles."""
        item, kit = article.item, article.kit
        draft, unread = drafted(article, self._plan)
        conversion = pipeline.render(draft, kit)
        if kit.settings.strict:
            refuse_notices(conversion.notices, item.source)
        missing = told_unread(item, unread)
        if part.count:
            return (part.add(item, conversion.reports[0].data),), missing
        name = name_of(item, pipeline.file_name(draft, kit.settings), self._plan.pattern)
        reports = {f"{name}.{one.format}": one for one in conversion.reports}
        own = {one.path: one.sha256 for one in prior.outputs} if prior else {}
        self._target.publish({path: one.data for path, one in reports.items()}, own)
        return tuple(Output(path, one.format, one.sha256) for path, one in reports.items()), missing


def _begun(task: Task) -> Record:
    """Return the record of a document of which nothing is known yet."""
    record = Record(task.item.key, task.item.source, "", "", __version__, "failed")
    prior = task.prior
    return replace(record, attempt=prior.attempt + 1, outputs=prior.outputs) if prior else record


def _store_of(item: Item) -> str:
    """Return the store that an article is read from, such as `s3://news`; empty for files and texts."""
    if item.text is not None or not is_store(item.location):
        return ""
    scheme, _, rest = item.location.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}"


def _untried(task: Task) -> Result:
    what = f"was not tried, since {_MOST_UNREACHABLE} articles before it found a store unreachable"
    remedy = "see to the store, then add --resume"
    return Result(
        _failed(_begun(task), InputError("store-unreachable", what, where=task.item.source, remedy=remedy))
    )


def _of_row(item: Item, error: ConverterError) -> ConverterError:
    """Return `error` as one of the list, where its row asks for what cannot be."""
    if OF_CALL.get(error.code, "") not in dict(item.choice):
        return error
    return InputError("list-invalid", error.what, where=item.place, remedy=error.remedy)


def _are_alike(prior: Record, now: Record) -> bool:
    """Whether both are of the same bytes, settings and version."""
    return (prior.sha256, prior.configuration, prior.version) == (now.sha256, now.configuration, now.version)


def _failed(record: Record, error: ConverterError) -> Record:
    return replace(record, status="failed", code=error.code, text=str(error))


def _unpublished(result: Result, error: ConverterError) -> Result:
    is_made = result.is_new and result.record.status == "done"
    return Result(replace(_failed(result.record, error), outputs=())) if is_made else result


def _told_fault(error: Exception) -> str:
    """Return what a developer needs to find it, on one line; no word of the article is in it."""
    frames = extract_tb(error.__traceback__)
    place = f" ({PurePath(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"a fault of ours: {type(error).__name__}{place} that should not have happened; please report it"
