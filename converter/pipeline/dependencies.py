"""Which files a conversion reads, so that it can be done again when one of them changes.

Faults are no obstacle: a file that is faulty or missing is among them, since that is the one that will be
mended. Not among them are fonts that are found by the name of their family, and pictures of an article.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from converter.configuration import Settings, configuration_files
from converter.errors import ConverterError, UsageError
from converter.pipeline.kit import FALLBACK_TAG, overrides_of
from converter.pipeline.opening import article_location, briefing_file_at
from converter.readers.raw import is_file_location
from converter.stylesheets.folders import listed
from converter.stylesheets.sources import language_files, outline_files, style_files
from converter.stylesheets.styles import BASE


def files_watched(
    locations: Iterable[str], settings: Settings, languages: Mapping[str, str]
) -> frozenset[Path]:
    """Return the files whose change calls for another conversion: those of `files_read`, and of settings.

    Settings are those that may stand around this folder; overrides that set nothing name no files.
    """
    locations = tuple(locations)
    try:
        files = files_read(locations, settings, languages)
    except UsageError:
        files = files_read(locations, replace(settings, overrides={}), languages)
    return files.union(configuration_files(Path()))


def files_read(locations: Iterable[str], settings: Settings, languages: Mapping[str, str]) -> frozenset[Path]:
    """Return the files that the conversion of the articles and briefing files at `locations` reads.

    These are: articles, briefing files with the articles and outlines that they name; style, template and
    outline of the settings with all that these name; the files of the languages.

    Args:
        locations: as for `pipeline.convert`; an address and standard input are no files.
        settings: of the call.
        languages: BCP 47 tags of the articles by their locations, empty where one could not be told. One that
            is not known yet may be any.

    Raises:
        UsageError: `set-malformed`.
    """
    return frozenset(
        (
            *_of_settings(settings),
            *(path for location in locations for path in _of_article(location, settings)),
            *(path for location in locations for path in _of_language(languages.get(location))),
        )
    )


def _of_settings(settings: Settings) -> Iterator[Path]:
    yield from style_files(settings.style or BASE, overrides_of(settings))
    yield from outline_files(settings.outline)
    if settings.template:
        yield Path(settings.template)
    for location in settings.sources:
        yield from _local(location)
    if settings.report_language:
        yield from language_files(settings.report_language)


def _of_article(location: str, settings: Settings) -> Iterator[Path]:
    yield from _local(location)
    if not _local(location):
        return
    with suppress(ConverterError):
        file = briefing_file_at(location, settings)
        if file:
            yield from _local(article_location(location, file))
            yield from outline_files(file.outline) if file.outline else ()


def _local(location: str) -> tuple[Path, ...]:
    return (Path(location),) if is_file_location(location) else ()


def _of_language(tag: str | None) -> Iterator[Path]:
    if tag is None:
        yield from listed("language").values()
    else:
        yield from language_files(tag or FALLBACK_TAG)
