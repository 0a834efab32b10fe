"""A file in a store, read piece by piece from its beginning, as a long list is."""

import io
from typing import TYPE_CHECKING

from converter.batch.store_errors import StoreError
from converter.batch.stores import Store, unread
from converter.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE_BYTES = 4_000_000
"""Read at once: few requests, and little memory."""


def opened(address: str) -> io.BufferedReader:
    """Open the file at `address`, which is there.

    Raises:
        InputError: `store-unreachable`, `input-unreadable`; so does whatever reads it.
    """
    return io.BufferedReader(_Remote(address), _PIECE_BYTES)


class _Remote(io.RawIOBase):
    def __init__(self, address: str) -> None:
        self._address = address
        self._store = Store(address)
        self._position = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        data = self._piece(len(view))
        view[: len(data)] = data
        self._position += len(data)
        return len(data)

    def _piece(self, size: int) -> bytes:
        """Return the next bytes; none at the end."""
        try:
            return self._store.read(self._store.path, self._position, self._position + size)
        except FileNotFoundError:
            what = "it is gone, and was not read to its end"
            raise InputError("input-unreadable", what, where=self._address, remedy="put it back") from None
        except StoreError as error:
            raise unread(error, self._address) from error
