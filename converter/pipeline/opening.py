"""Whether a location leads to an article at once, or by way of a briefing file or of a report."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from converter.configuration import Settings
from converter.errors import InputError
from converter.readers.original import Original
from converter.readers.raw import fetch, is_address

if TYPE_CHECKING:
    from converter.briefing_file import BriefingFile
    from converter.returning import Returned

_KEYS = re.compile(r"^(?:sections|source):[ \t]*$", re.MULTILINE)
"""Keys that show what a YAML file was meant to be."""
_ARCHIVE = b"PK\x03\x04"
"""How Word files begin; reports of other formats do not come back."""


def briefing_file_at(
    location: str, settings: Settings, fetch: Callable[[str], Original] = fetch
) -> "BriefingFile | None":
    """Return the briefing file at `location`; `None` where an article stands.

    Raises:
        InputError: `briefing-invalid`, or what `fetch` and `parse` raise.
    """
    if settings.input_format or not location.lower().endswith((".yaml", ".yml")):
        return None
    from converter.briefing_file import is_briefing_file, parse

    text = fetch(location).data.decode("utf-8", "replace")
    if is_briefing_file(text):
        return parse(text, location)
    if not _KEYS.search(text):
        return None
    raise InputError(
        "briefing-invalid",
        "is no briefing file: its first key is not briefing",
        where=location,
        remedy="let it begin as briefing outline --yaml writes it, with the line: briefing: 1",
    )


def report_at(original: Original, location: str, settings: Settings) -> "Returned | None":
    """Return the report of ours that `original` is; `None` where it is any article, or is to be read as one.

    Raises:
        InputError: as `report_in`.
    """
    if settings.input_format or not original.data.startswith(_ARCHIVE):
        return None
    # 60 modules, which an article of any other kind does without
    from converter.returning import report_in

    return report_in(original.data, location)


def article_location(location: str, file: "BriefingFile | None") -> str:
    """Return where the article is that `file`, the briefing file at `location`, was made from."""
    if file is None:
        return location
    return file.source if is_address(file.source) else str(Path(location).parent / file.source)
