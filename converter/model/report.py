"""What was made."""

from hashlib import sha256

from msgspec import Struct

from converter.notices import Notice


class Report(Struct, frozen=True):
    """A finished file, still in memory.

    Attributes:
        format: `docx`, `pdf`, `html`, `md` or `json`, or that of an installed writer.
        data: the whole file.
        pages: how many; `None` where the format has no pages.
        notices: what was met on the way.
    """

    format: str
    data: bytes
    pages: int | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def sha256(self) -> str:
        """Of the whole file, 64 hexadecimal digits."""
        return sha256(self.data).hexdigest()
