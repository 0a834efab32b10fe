"""What `--strict` asks for: no notice at all."""

from collections.abc import Sequence

from converter.errors import VerificationError
from converter.notices import Notice
from converter.paths import STDIN


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
            where=shown_location(location),
            remedy="mend what they say, or leave --strict out",
        )


def shown_location(location: str) -> str:
    """Return `location` as a person is told of it."""
    return "stdin" if location == STDIN else location
