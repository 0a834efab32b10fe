"""Notices: a line each on stderr, or an error where the user wants none."""

from collections.abc import Sequence

from converter.cli.terminal import tell
from converter.errors import VerificationError
from converter.notices import Notice
from converter.paths import STDIN


def tell_notices(notices: Sequence[Notice], location: str) -> None:
    """Write a line for each of `notices`; one that names no place gets `location`."""
    for notice in notices:
        place = "" if notice.where else f"{_name(location)}: "
        tell(f"notice: {place}{notice}")


def refuse_notices(notices: Sequence[Notice], location: str) -> None:
    """Do nothing when there are no notices.

    Raises:
        VerificationError: `notices-refused`.
    """
    if notices:
        codes = ", ".join(dict.fromkeys(notice.code for notice in notices))
        raise VerificationError(
            "notices-refused",
            f"nothing was written, since --strict allows no notices ({codes})",
            where=_name(location),
            remedy="mend what they say, or leave --strict out",
        )


def _name(location: str) -> str:
    return "stdin" if location == STDIN else location
