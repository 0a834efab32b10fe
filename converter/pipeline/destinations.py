"""Which formats are written, and where to."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Literal

from msgspec import Struct

from converter.configuration import Settings
from converter.errors import OutputError, UsageError
from converter.paths import STDIN, STDOUT, is_folder
from converter.suggestions import suggest
from converter.writers import WRITERS

DEFAULT_FORMATS = ("docx", "pdf")


class Destination(Struct, frozen=True):
    """Where the reports of one call go.

    Attributes:
        kind: one file, files in a folder that are named after the briefings, or stdout.
        path: of the file or folder; for stdout without meaning.
        formats: at least one; for a file or stdout just one.
    """

    kind: Literal["file", "folder", "stdout"]
    path: Path
    formats: tuple[str, ...]

    def paths(self, name: str) -> tuple[Path, ...]:
        """Return the path of each format of the briefing whose file name without suffix is `name`."""
        if self.kind == "file":
            return (self.path,)
        return tuple(self.path / f"{name}.{suffix}" for suffix in self.formats)


def destination(settings: Settings) -> Destination:
    """Return where `settings` send the reports.

    Raises:
        UsageError: `format-unknown`, or `output-formats` when a file or stdout would take several formats, or
            another than its suffix says.
    """
    for name in settings.formats:
        _check_format(name)
    formats = settings.formats or DEFAULT_FORMATS
    if settings.output == STDOUT:
        return Destination("stdout", Path(STDOUT), (_only(formats, "stdout"),))
    path = Path(settings.output)
    if is_folder(settings.output):
        return Destination("folder", path, formats)
    return Destination("file", path, (_format_of_file(settings, path.suffix.removeprefix(".").lower()),))


class Outputs:
    """What one call may write: no file twice, and nothing that it reads."""

    def __init__(self) -> None:
        """Begin with none."""
        self._read: dict[tuple[int, int], str] = {}
        self._owners: dict[str, str] = {}

    def keep(self, sources: Iterable[str | Path], what: str = "the article") -> None:
        """Note files that are read, and what they are; `-` and addresses are none."""
        for source in sources:
            if source != STDIN and (identity := _identity(source)):
                self._read[identity] = what

    def claim(self, location: str, paths: Collection[Path]) -> None:
        """Note what one input would write; letters of either case are one, as on many disks.

        Raises:
            OutputError: `output-clash`: another input writes there; `output-is-source`: under whatever name.
        """
        for path in paths:
            if other := self._owners.get(str(path).casefold()):
                what = f"{other!r} and {location!r} would both be written there"
                remedy = "convert them one by one, each with its own -o or --title"
                raise OutputError("output-clash", what, where=str(path), remedy=remedy)
            identity = _identity(path)
            if identity in self._read:
                what = f"this is {self._read[identity]} itself"
                raise OutputError("output-is-source", what, where=str(path), remedy="choose another name")
        self._owners |= dict.fromkeys((str(path).casefold() for path in paths), location)


def check_apart(sources: Iterable[str | Path], outputs: Iterable[Path], what: str = "the article") -> None:
    """Check that no output would replace what is being read, under whatever name.

    Args:
        sources: paths of articles and briefing files, or `-` for standard input, which has none.
        outputs: what would be written.
        what: the sources are.

    Raises:
        OutputError: `output-is-source`.
    """
    claimed = Outputs()
    claimed.keep(sources, what)
    claimed.claim("", tuple(outputs))


def _identity(path: str | Path) -> tuple[int, int] | None:
    """Return what tells a file from all others, whatever its names; `None` where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - pathlib has no other for text
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _check_format(format: str) -> None:  # noqa: A002 - the word of the command line
    # The registry asks the installed packages for further names, which takes 25 ms: only when it must.
    if format not in WRITERS.builtin and format not in (names := WRITERS.names()):
        raise UsageError(
            "format-unknown",
            f"no report can be written as {format!r}",
            where="--to",
            remedy=suggest(format, names),
        )


def _only(formats: tuple[str, ...], place: str) -> str:
    if len(formats) > 1:
        raise UsageError(
            "output-formats",
            f"takes one format, and there are {len(formats)}: {', '.join(formats)}",
            where=place,
            remedy=f"choose one, as in -t {formats[-1]}",
        )
    return formats[0]


def _format_of_file(settings: Settings, suffix: str) -> str:
    """Return the format of a file with `suffix`; an unknown suffix is fine where the format is named."""
    known = suffix in WRITERS.builtin or suffix in WRITERS.names()
    if settings.formats:
        named = _only(settings.formats, settings.output)
        if known and named != suffix:
            raise UsageError(
                "output-formats",
                f"is no name for {named}",
                where=settings.output,
                remedy=f"end it in .{named}",
            )
        return named
    if not known:
        raise UsageError(
            "format-unknown",
            f"no format goes by .{suffix}",
            where=settings.output,
            remedy=f"{suggest(suffix, WRITERS.names())} (a folder's name ends in a slash)",
        )
    return suffix
