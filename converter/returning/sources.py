"""The article that a report was made from: given, inside the report, or beside it under its own name.

What is taken is told by its SHA-256, never by its name. An address is not fetched of its own accord, since
whoever made up the report chose it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from converter.errors import InputError
from converter.paths import STDIN
from converter.readers import FORMATS
from converter.readers.original import Original
from converter.readers.raw import is_address, is_file_location
from converter.returning.report import Returned
from converter.verifier.proof.claims import ClaimedSource

_SHOWN_DIGITS = 12
_UNSAFE = re.compile(r"[/\\\0]")


def articles_of(
    report: Returned, given: Sequence[str], fetch: Callable[[str], Original]
) -> list[tuple[Original, str]]:
    """Return the bytes of each article that `report` was made from, and where they were found.

    Args:
        report: as it came back.
        given: locations that a person named.
        fetch: gets the bytes at a location.

    Raises:
        InputError: `report-source-missing`; for what is `given`, as `fetch`.
    """
    named = [(fetch(location), location) for location in given]
    return [_article_of(source, report, named, fetch) for source in report.claims.sources]


def _article_of(
    source: ClaimedSource,
    report: Returned,
    named: Sequence[tuple[Original, str]],
    fetch: Callable[[str], Original],
) -> tuple[Original, str]:
    for original, location in named:
        if _sum(original.data) == source.sha256:
            return _named(original, source), location
    for data in report.articles:
        if _sum(data) == source.sha256:
            return Original(data, source.name), report.location
    for path in _beside(source.name, report.location):
        try:
            original = fetch(str(path))
        except InputError:
            continue
        if _sum(original.data) == source.sha256:
            return original, str(path)
    digits = source.sha256[:_SHOWN_DIGITS]
    raise InputError(
        "report-source-missing",
        f"is a report on {source.name}, of which no version with the SHA-256 {digits}… is at hand",
        where=report.location,
        remedy="name the article with --source, or read the file as any article with -f docx",
    )


def format_of(source: ClaimedSource) -> str:
    """Return the format that an article was read as; empty where only its name or content told."""
    return next((known.name for known in FORMATS if source.media_type in known.media_types), "")


def _named(original: Original, source: ClaimedSource) -> Original:
    """Return `original` as it was called when the report was made, with what its folder holds."""
    return Original(
        original.data, source.name, original.folder, original.address, original.media_type, original.charset
    )


def _beside(name: str, location: str) -> Iterator[Path]:
    """Yield where an article called `name` may lie: with the report, above it, or where we are."""
    if is_address(name):
        name = PurePosixPath(name).name
    # "-" is no name of a file: it would have standard input read, which nobody piped
    if name in {"", STDIN} or _UNSAFE.search(name) or not is_file_location(location):
        return
    folder = Path(location).parent
    yield from dict.fromkeys((folder / name, folder / ".." / name, Path(name)))


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
