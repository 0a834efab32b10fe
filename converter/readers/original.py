"""The bytes of an article, as they came."""

from hashlib import sha256
from os import PathLike
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from msgspec import Struct

from converter.errors import InputError
from converter.limits import LIMITS
from converter.model.article import Source


class Original(Struct, frozen=True):
    """The bytes of an article, and what is known of where they came from.

    Attributes:
        data: all of them, at least one and at most `LIMITS.input_bytes`.
        name: file name without folders, address, or `stdin`; it is shown in the report.
        folder: where the file lies, for pictures beneath it; `None` for standard input and addresses.
        address: where in the web it was fetched, behind all redirects; empty for files and standard input.
        media_type: what the server called it, such as `text/html`; it may be wrong, or empty.
        charset: the encoding that the server named; it may be wrong, unknown or empty.
    """

    data: bytes
    name: str
    folder: Path | None = None
    address: str = ""
    media_type: str = ""
    charset: str = ""

    @property
    def suffix(self) -> str:
        """Of the name: lower case, without the full stop; empty when there is none."""
        name = urlsplit(self.address).path if self.address else self.name
        return PurePosixPath(name).suffix.lower().removeprefix(".")

    def source(self, media_type: str, encoding: str | None = None) -> Source:
        """Return what an `Article` says of its origin."""
        digest = sha256(self.data).hexdigest()
        return Source(self.name, media_type, digest, len(self.data), encoding)


Given = str | PathLike[str] | Original
"""What is to be read: a path, an address, `-` for standard input, or its bytes."""


def check_size(size_bytes: int, where: str) -> None:
    """Refuse what is empty or larger than `LIMITS.input_bytes`.

    Raises:
        InputError: `input-empty`, `input-too-large`.
    """
    if not size_bytes:
        raise InputError(
            "input-empty", "there is nothing in it", where=where, remedy="check that it was saved"
        )
    if size_bytes > LIMITS.input_bytes:
        raise InputError(
            "input-too-large",
            f"is larger than {LIMITS.input_bytes // 1_000_000} MB",
            where=where,
            remedy="cut it into parts",
        )
