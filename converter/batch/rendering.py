"""The articles of one call of `convert`, rendered in several processes and given back in their order."""

import pickle
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache

from msgspec.structs import replace

from converter.batch import engines
from converter.batch.engines import Job, chunked
from converter.batch.pool import cores, pool
from converter.batch.upkeep import Upkeep
from converter.configuration import Settings
from converter.guard.travelling import fit_to_travel
from converter.limits import adopt, in_force
from converter.pipeline.kit import Kit
from converter.pipeline.rendering import Rendered, drafted, rendered

_CHUNK = 5
"""Articles that a worker is given at once: their reports come back together."""

_MOST_WAITING = 100
"""So many articles may be rendered before one that stands in front of them: their reports are in memory."""

_Task = tuple[int, str]


def all_rendered(sources: Sequence[str], settings: Settings, jobs: int) -> Iterator[Rendered]:
    """Yield what becomes of each of `sources`, in their order.

    Args:
        sources: paths or addresses.
        settings: of the call.
        jobs: processes that work; 0: one for each core.
    """
    engine = replace(pool(min(jobs or cores(), len(sources))), chunk=_CHUNK)
    job = Job(_work, pickle.dumps((settings, in_force())), _given_up)
    waiting: dict[int, Rendered] = {}
    due = 0
    chunks = chunked(enumerate(sources), engine)
    paced = _paced(chunks, lambda: len(waiting) < _MOST_WAITING)
    with closing(engines.run(engine, job, paced)) as coming:
        for results in coming:
            waiting.update(results)
            while due in waiting:
                yield waiting.pop(due)
                due += 1


def _paced(
    chunks: Iterable[Sequence[_Task]], has_room: Callable[[], bool]
) -> Iterator[Sequence[_Task] | None]:
    """Yield `chunks`, and none for now while there is no room for what comes of them."""
    for chunk in chunks:
        while not has_room():
            yield None
        yield chunk


def _work(plan: bytes, tasks: Iterable[_Task]) -> list[tuple[int, Rendered]]:
    """Render articles in a process of an engine."""
    kit, upkeep = _loaded(plan)
    results: list[tuple[int, Rendered]] = []
    for index, location in tasks:
        result = rendered(drafted(location, kit), kit)
        upkeep.note_document()
        if result.error:
            traced = "".join(traceback.format_exception(result.error))
            result = replace(result, error=fit_to_travel(result.error, traced))
        results.append((index, result))
    return results


@lru_cache(maxsize=1)
def _loaded(plan: bytes) -> tuple[Kit, Upkeep]:
    settings, limits = pickle.loads(plan)  # noqa: S301 - the call has made it
    adopt(limits)
    return Kit(settings), Upkeep()


def _given_up(task: _Task) -> tuple[int, Rendered]:
    index, location = task
    return index, Rendered(location, engines.worker_died(location))
