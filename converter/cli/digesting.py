"""What `briefing digest` does: read all articles, join those that can be read, and write one report."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from converter import pipeline
from converter.cli.conversion import SOME_FAILED, Job, Ledger, Manner, checked_destination, drafted, finished
from converter.cli.failures import error_data, tell_error
from converter.cli.notices import tell_notices
from converter.cli.terminal import put_json, tell
from converter.configuration import Settings
from converter.digester import Order
from converter.errors import ConverterError, InputError
from converter.pipeline.destinations import Destination, check_apart
from converter.pipeline.kit import Kit


def digest_all(
    sources: Sequence[str], settings_of_call: Callable[[], Settings], order: Order, manner: Manner
) -> int:
    """Make one report of `sources` and return the exit code.

    Args:
        sources: paths, addresses, or `-` once.
        settings_of_call: asked once.
        order: of the articles.
        manner: of telling.

    Raises:
        ConverterError: what is wrong with the call as a whole, or `digest-empty` when no article could be
            read; with `--json`, an object on stdout says it.
    """
    try:
        settings = settings_of_call()
        target = checked_destination(settings, 1, manner)
        kit = Kit(replace(settings, formats=target.formats))
        jobs = [drafted(source, kit) for source in sources]
        codes = [_tell_failure(job, manner) for job in jobs if job.error]
        _check_any(jobs)
        joined = _joined(jobs, kit, order)
        if target.kind != "stdout":
            _check_output(sources, joined, kit, target)
    except ConverterError as error:
        if manner.as_json:
            put_json({"error": error_data(error)})
        raise
    if not manner.quiet:
        tell_notices(kit.notices, "")
    if manner.verbose:
        for job in jobs:
            tell(f"{job.location}: {job.stopwatch}")
    return finished(joined, kit, target, manner, Ledger()) or (SOME_FAILED if codes else 0)


def _tell_failure(job: Job, manner: Manner) -> int:
    if job.error is None:
        return 0
    if manner.as_json:
        put_json({"input": job.location, "error": error_data(job.error)})
    return tell_error(job.error, verbose=manner.verbose)


def _check_any(jobs: Sequence[Job]) -> None:
    """Check that there is an article at all.

    Raises:
        InputError: `digest-empty`.
    """
    if not any(job.draft for job in jobs):
        what = f"none of its articles could be read: {len(jobs)}"
        raise InputError("digest-empty", what, where="digest", remedy="see what is said of each above")


def _joined(jobs: Sequence[Job], kit: Kit, order: Order) -> Job:
    job = Job(pipeline.DIGEST)
    drafts = [one.draft for one in jobs if one.draft]
    unread = [one.location for one in jobs if not one.draft]
    with job.stopwatch.step("join"):
        job.draft = pipeline.join(drafts, kit, order, unread)
    return job


def _check_output(sources: Sequence[str], job: Job, kit: Kit, target: Destination) -> None:
    """Check that the digest would replace nothing that it is made from.

    Raises:
        OutputError: as `check_apart`.
    """
    if job.draft is None:
        return
    planned = target.paths(pipeline.file_name(job.draft, kit.settings))
    check_apart([*sources, *(part.location for part in job.draft.parts)], planned)
    if kit.template:
        check_apart([kit.template], planned, "the template")
