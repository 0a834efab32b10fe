"""What `briefing convert` does: all articles are read first, then each is finished, published and told.

An article that cannot be converted does not hold up the others. That no two reports want the same name is
known before the first of them is written.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from converter import pipeline
from converter.cli.failures import error_data, tell_error
from converter.cli.notices import tell_notices
from converter.cli.stopwatch import Stopwatch
from converter.cli.terminal import put, put_bytes, put_json, tell
from converter.configuration import Settings
from converter.errors import ConverterError, UsageError
from converter.files import publish
from converter.pipeline import Conversion, Draft
from converter.pipeline.destinations import Destination, check_apart, check_distinct, destination
from converter.pipeline.kit import Kit
from converter.pipeline.strictness import refuse_notices

SOME_FAILED = 1
"""Exit code when some of several articles could not be converted."""

_BINARY = frozenset({"docx", "pdf"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How the user is told: by JSON or paths, with notices or without, with timings or without."""

    as_json: bool
    quiet: bool
    verbose: bool


@dataclass(slots=True)
class Ledger:
    """What one conversion leaves to the next.

    Attributes:
        written: SHA-256 of each report as it was left, by path: written, or found just like that.
        languages: BCP 47 tags of the articles that could be read last, by location; empty where none could be
            told.
    """

    written: dict[Path, str] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Job:
    """One article on its way.

    Attributes:
        location: as given.
        stopwatch: of its steps.
        draft: once it was made.
        error: once it has failed.
    """

    location: str
    stopwatch: Stopwatch = field(default_factory=Stopwatch)
    draft: Draft | None = None
    error: Exception | None = None

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Keep what goes wrong, so that the other articles are not held up."""
        try:
            yield
        except UsageError:
            # Wrong for every article alike.
            raise
        except Exception as error:  # noqa: BLE001 - faults of ours are told as such, article by article
            self.error = error


def convert_all(
    sources: Sequence[str],
    settings_of_call: Callable[[], Settings],
    manner: Manner,
    ledger: Ledger | None = None,
) -> int:
    """Convert `sources` and return the exit code.

    Args:
        sources: paths, addresses, or `-` alone.
        settings_of_call: asked once.
        manner: of telling.
        ledger: of conversions before; what is still as it says may be replaced, and it is carried on.

    Raises:
        ConverterError: what is wrong with the call as a whole; with `--json`, an object on stdout says it.
    """
    try:
        settings = settings_of_call()
        target = checked_destination(settings, len(sources), manner)
        settings = replace(settings, formats=target.formats)
        kit = Kit(settings)
        jobs = [drafted(source, kit) for source in sources]
        if target.kind != "stdout":
            _check_outputs(sources, jobs, kit, target)
    except ConverterError as error:
        if manner.as_json:
            put_json({"error": error_data(error)})
        raise
    if not manner.quiet:
        tell_notices(kit.notices, "")
    ledger = ledger or Ledger()
    ledger.languages = {job.location: job.draft.briefing.articles[0].language for job in jobs if job.draft}
    codes = [finished(job, kit, target, manner, ledger) for job in jobs]
    return codes[0] if len(codes) == 1 else SOME_FAILED if any(codes) else 0


def _check_outputs(sources: Sequence[str], jobs: Sequence[Job], kit: Kit, target: Destination) -> None:
    """Check that no report would replace what is read, or another report.

    Raises:
        OutputError: as `check_apart` and `check_distinct`.
    """
    outputs = [(job.location, _paths(job, kit.settings, target)) for job in jobs]
    planned = [path for _, paths in outputs for path in paths]
    check_apart([*sources, *(job.draft.location for job in jobs if job.draft)], planned)
    if kit.template:
        check_apart([kit.template], planned, "the template")
    check_distinct(outputs)


def checked_destination(settings: Settings, reports: int, manner: Manner) -> Destination:
    """Return where `reports` go, as far as that is fit for so many.

    Raises:
        UsageError: `stdout-unfit`, or as `destination`.
    """
    target = destination(settings)
    if target.kind != "stdout":
        return target
    if reports > 1:
        what, remedy = f"takes one article, and there are {reports}", "name a folder with -o"
    elif manner.as_json:
        what, remedy = "cannot take both the report and --json", "name a file with -o"
    elif sys.stdout.isatty() and target.formats[0] in _BINARY:
        what, remedy = (
            f"is a terminal, which cannot show {target.formats[0]}",
            "name a file with -o, or add > FILE",
        )
    else:
        return target
    raise UsageError("stdout-unfit", what, where="stdout", remedy=remedy)


def drafted(source: str, kit: Kit) -> Job:
    """Read and outline one article; what goes wrong is kept."""
    job = Job(source)
    with job.attempt():
        job.draft = pipeline.draft(source, kit, job.stopwatch.step)
    return job


def _paths(job: Job, settings: Settings, target: Destination) -> tuple[Path, ...]:
    return target.paths(pipeline.file_name(job.draft, settings)) if job.draft else ()


def finished(job: Job, kit: Kit, target: Destination, manner: Manner, ledger: Ledger) -> int:
    """Finish one article, tell what came of it, and return its exit code."""
    if job.draft:
        with job.attempt():
            _finish(job, job.draft, kit, target, manner, ledger=ledger)
    if manner.verbose:
        tell(f"{job.location}: {job.stopwatch}")
    if job.error is None:
        return 0
    if manner.as_json:
        put_json({"input": job.location, "error": error_data(job.error)})
    return tell_error(job.error, verbose=manner.verbose)


def _finish(job: Job, draft: Draft, kit: Kit, target: Destination, manner: Manner, *, ledger: Ledger) -> None:
    """Render, publish and tell.

    Raises:
        ConverterError: what kept the reports from being written.
    """
    conversion = pipeline.render(draft, kit, job.stopwatch.step)
    if not manner.quiet:
        tell_notices([one for one in conversion.notices if one not in kit.notices], job.location)
    if kit.settings.strict:
        refuse_notices(conversion.notices, job.location)
    if target.kind == "stdout":
        put_bytes(conversion.reports[0].data)
        return
    paths = _paths(job, kit.settings, target)
    data = {path: report.data for path, report in zip(paths, conversion.reports, strict=True)}
    with job.stopwatch.step("publish"):
        outcomes = publish(data, overwrite=kit.settings.force, own=ledger.written)
    ledger.written |= {path: report.sha256 for path, report in zip(paths, conversion.reports, strict=True)}
    for path, outcome in outcomes.items():
        if manner.verbose:
            tell(f"{path}: {outcome}, {len(data[path]):,} bytes")
        if not manner.as_json:
            put(str(path))
    if manner.as_json:
        put_json(_conversion_data(job, conversion, paths))


def _conversion_data(job: Job, conversion: Conversion, paths: Sequence[Path]) -> dict[str, object]:
    outputs = [
        {"path": str(path), "format": report.format, "sha256": report.sha256, "pages": report.pages}
        for path, report in zip(paths, conversion.reports, strict=True)
    ]
    articles = [article.source.sha256 for article in conversion.briefing.articles]
    return {
        "input": [part.location for part in job.draft.parts]
        if job.draft and job.draft.parts
        else job.location,
        "sha256": articles if conversion.briefing.is_digest else articles[0],
        "outputs": outputs,
        "words": conversion.word_count,
        "notices": [asdict(notice) for notice in conversion.notices],
        "seconds": round(job.stopwatch.total_s, 3),
    }
