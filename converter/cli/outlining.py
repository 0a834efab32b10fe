"""What `briefing outline` does: read, outline, show."""

import json
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from converter import pipeline
from converter.cli.briefing_views import NO_LIMIT, briefing_data, explained_lines, plain_lines
from converter.cli.notices import tell_notices
from converter.cli.terminal import put, tell
from converter.configuration import Settings
from converter.errors import InputError
from converter.files import publish
from converter.paths import STDOUT
from converter.pipeline import Draft
from converter.pipeline.destinations import check_apart
from converter.pipeline.kit import Kit
from converter.pipeline.stopwatch import Stopwatch
from converter.pipeline.strictness import refuse_notices

_BY_SUFFIX = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


class Showing(Struct, frozen=True):
    """How an outline is shown.

    Attributes:
        view: `yaml`, `json`, `explain` or `plain`; empty: as the suffix of `output` says.
        output: path of a file, or `-` for stdout.
        quiet: whether notices are kept back.
        verbose: whether it is told what was done, and how long it took.
    """

    view: str
    output: str
    quiet: bool
    verbose: bool


def show_outline(source: str, settings: Settings, showing: Showing) -> None:
    """Show the outline of `source`, an article or a briefing file.

    Raises:
        ConverterError: of the class that says what is at fault.
    """
    stopwatch = Stopwatch()
    kit = Kit(settings, styled=False)
    draft = pipeline.draft(source, kit, stopwatch.step)
    if draft.parts:
        raise InputError(
            "report-digest",
            "is a digest, and the outline of one article at a time can be shown",
            where=source,
            remedy="outline its articles, or take over what was edited with briefing convert",
        )
    if showing.output != STDOUT:
        check_apart((source, draft.location), [Path(showing.output)])
    briefing = draft.briefing
    notices = (*briefing.articles[0].notices, *briefing.notices)
    if not showing.quiet:
        tell_notices(notices, source)
    if settings.strict:
        refuse_notices(notices, source)
    lines = _lines(draft, kit, showing)
    if showing.output == STDOUT:
        for line in lines:
            put(line)
    else:
        _write(Path(showing.output), "".join(f"{line}\n" for line in lines), settings, showing)
    if showing.verbose:
        tell(f"{source}: {stopwatch}")


def _write(file: Path, text: str, settings: Settings, showing: Showing) -> None:
    outcome = publish({file: text.encode("utf-8")}, overwrite=settings.force)[file]
    put(str(file))
    if showing.verbose:
        tell(f"{file}: {outcome}")


def _lines(draft: Draft, kit: Kit, showing: Showing) -> Iterable[str]:
    to_terminal = showing.output == STDOUT and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else NO_LIMIT
    briefing = draft.briefing
    language, _ = kit.report_language(briefing.articles[0].language)
    match showing.view or _BY_SUFFIX.get(Path(showing.output).suffix.lower(), "plain"):
        case "yaml":
            from converter.briefing_file import dump

            return dump(briefing, language, pipeline.details(draft, kit.settings)).splitlines()
        case "json":
            return json.dumps(briefing_data(briefing, language), ensure_ascii=False, indent=2).splitlines()
        case "explain":
            return explained_lines(briefing, width)
        case _:
            return plain_lines(briefing, language, width)
