"""Notices: a line each on stderr."""

from collections.abc import Sequence

from converter.cli.terminal import tell
from converter.notices import Notice
from converter.pipeline.strictness import shown_location


def tell_notices(notices: Sequence[Notice], location: str) -> None:
    """Write a line for each of `notices`; one that names no place gets `location`."""
    for notice in notices:
        place = "" if notice.where else f"{shown_location(location)}: "
        tell(f"notice: {place}{notice}")
