"""What `--strict` asks for: no notice at all."""

from collections.abc import Sequence

from converter.errors import VerificationError
from converter.notices import Notice
from converter.paths import STDIN

_HARMLESS = frozenset({"report-unchanged"})
"""Notices that say that all is well."""


def refuse_notices(notices: Sequence[Notice], location: str) -> None:
    """Do nothing when there are no notices, or none but good news.

    Raises:
        VerificationError: `notices-refused`.
    """
    notices = [notice for notice in notices if notice.code not in _HARMLESS]
    if notices:
        codes = ", ".join(dict.fromkeys(notice.code for notice in notices))
        raise VerificationError(
            "notices-refused",
            f"nothing was written, since --strict allows no notices ({codes})",
            where=shown_location(location),
            remedy="mend what they say, or leave --strict out",
        )


def shown_location(location: str) -> str:
    """Return `location` as a person is told of it."""
    return "stdin" if location == STDIN else location
