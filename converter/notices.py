"""Warnings as values: what the user should know although the work was done.

Each noun of `converter.model` carries the notices that arose while it was made; nothing is printed or
logged below the command line.
"""

from msgspec import Struct


class Notice(Struct, frozen=True):
    """One warning.

    Attributes:
        code: stable name, such as `encoding-guessed`, documented in `docs/errors.md`.
        text: what happened and what to do about it, without a full stop.
        where: file, address or place in a file; empty when there is none.
    """

    code: str
    text: str
    where: str = ""

    def __str__(self) -> str:
        """The one line: *where*: *text*."""
        return f"{self.where}: {self.text}" if self.where else self.text
