"""What `briefing convert` does: each article is rendered, published and told, in the order of the call.

An article that cannot be converted does not hold up the others. Of two that want one name, the first has it.
"""

import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from converter.cli.failures import SOME_FAILED, error_data, tell_error
from converter.cli.notices import tell_notices
from converter.cli.terminal import put, put_bytes, put_json, tell
from converter.configuration import Settings
from converter.errors import ConverterError, OutputError, UsageError
from converter.files import publish
from converter.paths import STDIN
from converter.pipeline.destinations import Destination, Outputs, destination
from converter.pipeline.kit import Kit
from converter.pipeline.rendering import Rendered, drafted, rendered

_BINARY = frozenset({"docx", "pdf"})

_MANY = 16
"""So many articles are worth the third of a second that a process takes to start."""


class Manner(Struct, frozen=True):
    """How a call goes about it.

    Attributes:
        as_json: whether the user is told by JSON rather than paths.
        quiet: without notices.
        verbose: with timings.
        jobs: processes that work; 0: this one alone; `None`: it depends on how many articles there are.
    """

    as_json: bool
    quiet: bool
    verbose: bool
    jobs: int | None = None


class Ledger(Struct):
    """What one conversion leaves to the next.

    Attributes:
        written: SHA-256 of each report as it was left, by path: written, or found just like that.
        languages: BCP 47 tags of the articles that could be read last, by location; empty where none could be
            told.
    """

    written: dict[Path, str] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)


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
        target = checked_destination(settings, sources, manner)
        kit = Kit(replace(settings, formats=target.formats))
        if not manner.quiet:
            tell_notices(kit.notices, "")
        ledger = ledger or Ledger()
        ledger.languages = {}
        publishing = Publishing(sources, kit, target, manner, ledger)
        with closing(_all_rendered(sources, kit, manner.jobs)) as coming:
            codes = [publishing.finished(one) for one in coming]
    except ConverterError as error:
        if manner.as_json:
            put_json({"error": error_data(error)})
        raise
    return codes[0] if len(codes) == 1 else SOME_FAILED if any(codes) else 0


def checked_destination(settings: Settings, reports: Sequence[str], manner: Manner) -> Destination:
    """Return where `reports`, which are called by what they are made of, go.

    Raises:
        UsageError: `stdout-unfit`, or as `destination`.
        OutputError: `output-clash`.
    """
    target = destination(settings)
    if target.kind == "file":
        outputs = Outputs()
        for report in reports:
            outputs.claim(report, [target.path])
    if target.kind != "stdout":
        return target
    if len(reports) > 1:
        what, remedy = f"takes one article, and there are {len(reports)}", "name a folder with -o"
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


def _all_rendered(sources: Sequence[str], kit: Kit, jobs: int | None) -> Generator[Rendered]:
    """Yield what becomes of each of `sources`, in their order."""
    if STDIN in sources or jobs == 0 or (jobs is None and len(sources) < _MANY):
        yield from (rendered(drafted(source, kit), kit) for source in sources)
        return
    # a tenth of a second to import
    from converter.batch.rendering import all_rendered

    yield from all_rendered(sources, kit.settings, jobs or 0)


class Publishing:
    """The reports of one call on their way to their readers."""

    def __init__(
        self, sources: Sequence[str], kit: Kit, target: Destination, manner: Manner, ledger: Ledger
    ) -> None:
        """Take what is read, which no report may replace; where reports go, and how they are told."""
        self._kit = kit
        self._target = target
        self._manner = manner
        self._ledger = ledger
        self._outputs = Outputs()
        self._outputs.keep(sources)
        self._outputs.keep([kit.template] if kit.template else [], "the template")

    def finished(self, one: Rendered) -> int:
        """Publish one report in its formats, tell what came of it, and return its exit code.

        Raises:
            UsageError: what is wrong for every report alike.
        """
        if one.articles:
            self._ledger.languages[one.location] = one.language
        clash = None if one.error else self._clash(one)
        if not (self._manner.quiet or clash):
            tell_notices([notice for notice in one.notices if notice not in self._kit.notices], one.location)
        error = one.error or clash or self._publish(one)
        if self._manner.verbose:
            tell(f"{one.location}: {one.stopwatch}")
        if error is None:
            return 0
        if isinstance(error, UsageError):
            raise error
        if self._manner.as_json:
            put_json({"input": one.location, "error": error_data(error)})
        return tell_error(error, verbose=self._manner.verbose)

    def _paths(self, one: Rendered) -> tuple[Path, ...]:
        return () if self._target.kind == "stdout" else self._target.paths(one.name)

    def _clash(self, one: Rendered) -> OutputError | None:
        """Claim where the reports go; return what is wrong with it."""
        self._outputs.keep(one.articles)
        try:
            self._outputs.claim(one.location, self._paths(one))
        except OutputError as error:
            return error
        return None

    def _publish(self, one: Rendered) -> Exception | None:
        """Publish and tell; return what kept the reports from being written."""
        if self._target.kind == "stdout":
            put_bytes(one.reports[0].data)
            return None
        paths = self._paths(one)
        data = {path: report.data for path, report in zip(paths, one.reports, strict=True)}
        try:
            with one.stopwatch.step("publish"):
                outcomes = publish(data, overwrite=self._kit.settings.force, own=self._ledger.written)
        except Exception as error:  # noqa: BLE001 - faults of ours are told as such, article by article
            return error
        self._ledger.written |= {path: report.sha256 for path, report in zip(paths, one.reports, strict=True)}
        for path, outcome in outcomes.items():
            if self._manner.verbose:
                tell(f"{path}: {outcome}, {len(data[path]):,} bytes")
            if not self._manner.as_json:
                put(str(path))
        if self._manner.as_json:
            put_json(_conversion_data(one, paths))
        return None


def _conversion_data(one: Rendered, paths: Sequence[Path]) -> dict[str, object]:
    outputs = [
        {"path": str(path), "format": report.format, "sha256": report.sha256, "pages": report.pages}
        for path, report in zip(paths, one.reports, strict=True)
    ]
    return {
        "input": list(one.inputs) or one.location,
        "sha256": list(one.sums) if one.inputs else one.sums[0],
        "outputs": outputs,
        "words": one.word_count,
        "notices": [asdict(notice) for notice in one.notices],
        "seconds": round(one.stopwatch.total_s, 3),
    }
