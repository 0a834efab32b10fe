"""What `briefing convert --watch` does: converts, and again whenever a file changes that was read.

A round is a conversion like any other: it tells what went wrong and ends. What the rounds before it wrote, it
may replace.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import NoReturn

from converter.cli.conversion import Ledger, Manner, convert_all
from converter.cli.failures import tell_error
from converter.cli.terminal import tell
from converter.configuration import Settings
from converter.errors import ConverterError, UsageError
from converter.file_cache import forget
from converter.paths import STDIN, STDOUT
from converter.pipeline.dependencies import files_watched
from converter.readers.raw import is_address
from converter.suggestions import enumerated
from converter.watching import changes

_SHOWN = 3
"""So many changed files are named."""


def _now() -> datetime:
    return datetime.now().astimezone()


def watch_all(
    sources: Sequence[str],
    settings_of_call: Callable[[], Settings],
    manner: Manner,
    *,
    wait: Callable[[float], object] = sleep,
    now: Callable[[], datetime] = _now,
) -> NoReturn:
    """Convert `sources`, and again at each change; ends only by what `wait` raises, such as an interruption.

    Args:
        sources: paths of articles and briefing files.
        settings_of_call: asked in each round, for configuration files may change, too.
        manner: of telling.
        wait: called with seconds between two looks at the files.
        now: the clock, for the line that a round begins with.

    Raises:
        UsageError: `watch-unfit`, or what else is wrong with the call in the first round.
    """
    watch = _Watch(sources, settings_of_call, manner)
    for changed in changes(watch.files, wait, at_once=True):
        if changed:
            watch.go_on(changed, now())
        else:
            watch.begin()
    raise AssertionError("a watch has no end of its own")


class _Watch:
    """The rounds of a watch, and what one leaves to the next."""

    def __init__(
        self, sources: Sequence[str], settings_of_call: Callable[[], Settings], manner: Manner
    ) -> None:
        self._sources = sources
        self._settings_of_call = settings_of_call
        self._manner = manner
        self._ledger = Ledger()
        self._settings = Settings()

    def files(self) -> Collection[Path]:
        """Return the files that matter now; while the settings are faulty, by those that were good last."""
        with suppress(ConverterError):
            self._settings = self._settings_of_call()
        return files_watched(self._sources, self._settings, self._ledger.languages)

    def begin(self) -> None:
        """Convert for the first time.

        Raises:
            UsageError: what is wrong with the call, and would be in every round.
        """
        self._convert(is_first=True)
        if not self._manner.quiet:
            tell("watching for changes; press Ctrl-C to end")

    def go_on(self, changed: Collection[Path], now: datetime) -> None:
        """Convert again, since files have `changed`."""
        if not self._manner.quiet:
            tell(f"{now:%H:%M:%S}: {enumerated(sorted(map(str, changed)), most=_SHOWN)} changed")
        forget()
        self._convert(is_first=False)

    def _convert(self, *, is_first: bool) -> None:
        try:
            convert_all(self._sources, self._settings_of_round, self._manner, self._ledger)
        except Exception as error:
            if is_first and isinstance(error, UsageError):
                raise
            tell_error(error, verbose=self._manner.verbose)

    def _settings_of_round(self) -> Settings:
        for source in self._sources:
            _check_source(source)
        settings = self._settings_of_call()
        if settings.output == STDOUT:
            raise UsageError(
                "watch-unfit",
                "cannot take a report for each change",
                where="stdout",
                remedy="name a file or folder with -o",
            )
        return settings


def _check_source(source: str) -> None:
    if source == STDIN:
        what, where, remedy = (
            "can be read only once, so --watch needs a file",
            "stdin",
            "give the article by its name",
        )
    elif is_address(source):
        what, where, remedy = (
            "is an address, and --watch needs a file",
            source,
            "save the page, and give that file",
        )
    else:
        return
    raise UsageError("watch-unfit", what, where=where, remedy=remedy)
