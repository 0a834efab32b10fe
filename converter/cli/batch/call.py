"""A call of `briefing batch`: its options, and the plan that they ask for."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from converter.batch.engines import Engine, serial
from converter.batch.journal import NAME
from converter.batch.names import DEFAULT, check_pattern
from converter.batch.plan import Plan
from converter.batch.records import hash_of
from converter.batch.sources import root_of
from converter.batch.stores import is_store
from converter.configuration import Settings
from converter.digester import Order
from converter.errors import UsageError
from converter.paths import STDOUT, is_folder
from converter.pipeline.destinations import destination
from converter.readers.raw import is_address


class Call(Struct, frozen=True):
    """The options that are no settings of reports, under their own names."""

    sources: tuple[str, ...]
    name: str | None
    shards: int | None
    jobs: int | None
    cluster: str
    chunk: int
    text_column: str
    group_by: str
    order: Order
    resume: bool
    retry_failed: bool
    journal: str
    as_json: bool
    log_json: bool
    quiet: bool
    verbose: bool


def source_of(call: Call) -> str:
    """Return the one source of `call`.

    Raises:
        UsageError: `batch-sources`.
    """
    if len(call.sources) == 1:
        return call.sources[0]
    what = f"takes one source, and there are {len(call.sources)}"
    remedy = "put a glob in quotation marks, or give the folder"
    raise UsageError("batch-sources", what, where="batch", remedy=remedy)


def plan_of(call: Call, settings: Settings) -> Plan:
    """Return what is the same for all articles of `call`.

    Raises:
        UsageError: `batch-target`, `batch-shards`, `name-pattern`, `format-unknown`, `store-unknown`.
    """
    target = settings.output
    pattern = call.name or DEFAULT
    check_pattern(pattern)
    if (
        target == STDOUT
        or not (is_store(target) or is_folder(target))
        or target.startswith(("http:", "https:"))
    ):
        what = "reports of a batch go into a folder"
        raise UsageError("batch-target", what, where=target, remedy="end its name in a slash")
    _check_apart(source_of(call), target)
    if call.shards and settings.formats not in {(), ("json",)}:
        remedy = "write -t json, or leave --shards out"
        raise UsageError("batch-shards", "shards hold JSON alone", where="--shards", remedy=remedy)
    formats = ("json",) if call.shards else destination(replace(settings, output="./")).formats
    settings = replace(settings, formats=formats)
    return Plan(settings, target, pattern, call.shards or 0, call.retry_failed, call.order)


def engine_of(call: Call, plan: Plan) -> AbstractContextManager[Engine]:
    """Return the engine that `call` asks for, to be entered while it works.

    Raises:
        UsageError: `cluster-jobs`, `cluster-missing`; on entering as `converter.batch.cluster.cluster`.
    """
    if call.cluster:
        return _cluster_of(call, plan)
    from converter.batch.pool import cores, pool

    jobs = cores() if call.jobs is None else call.jobs
    return nullcontext(replace(pool(jobs) if jobs else serial(), chunk=call.chunk))


def journal_of(call: Call, plan: Plan) -> Path:
    """Return where the journal of `call` is."""
    if call.journal:
        return Path(call.journal)
    if is_address(plan.target):
        return Path(f"journal-{hash_of((plan.target,))[:8]}.jsonl")
    return Path(plan.target, NAME)


def written(plan: Plan, journal: Path) -> tuple[str, ...]:
    """Return the files and folders that the batch writes, which are no articles."""
    return plan.target, str(journal)


def _check_apart(source: str, target: str) -> None:
    """Check that no report would be taken for an article by the next run.

    Raises:
        UsageError: `batch-target`.
    """
    root = root_of(source)
    if not root or is_address(root) or is_address(target):
        is_same = root != "" and f"{root.rstrip('/')}/".startswith(f"{target.rstrip('/')}/")
    else:
        is_same = Path(root).resolve().is_relative_to(Path(target).resolve())
    if is_same:
        what = "the articles lie in the folder that the reports would go to"
        raise UsageError("batch-target", what, where=target, remedy="name another folder with -o")


def _cluster_of(call: Call, plan: Plan) -> AbstractContextManager[Engine]:
    if call.jobs is not None:
        what = "-j is for this machine, and --cluster for others"
        raise UsageError("cluster-jobs", what, where="--cluster", remedy="leave one of them out")
    try:
        from converter.batch.cluster import cluster
    except ImportError:
        what = "the part for clusters is not installed"
        remedy = "pip install 'briefing-converter[cluster]'"
        raise UsageError("cluster-missing", what, where="--cluster", remedy=remedy) from None
    return cluster(call.cluster, plan, call.chunk)
