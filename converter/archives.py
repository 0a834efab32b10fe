"""Zip archives from elsewhere, such as a house's Word template, unpacked within limits."""

import lzma
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from converter.limits import LIMITS

_FAULTS = (BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, NotImplementedError, RuntimeError)


class BombError(ValueError):
    """An archive would unfold to a size that no honest one has."""


def unpack(archive: bytes) -> dict[str, bytes]:
    """Return name → bytes of each file in `archive`, in its order.

    Raises:
        BombError: it would unfold beyond `LIMITS`.
        ValueError: it is no archive, or is damaged or locked.
    """
    try:
        with ZipFile(BytesIO(archive)) as opened:
            return _files(opened)
    except _FAULTS as error:
        message = "no archive, or a damaged one"
        raise ValueError(message) from error


def _files(opened: ZipFile) -> dict[str, bytes]:
    """Unpack file by file, counting as they unfold: what a header says of their size may be a lie."""
    entries, room = opened.infolist(), LIMITS.zip_bytes
    files: dict[str, bytes] = {}
    for entry in entries:
        with opened.open(entry) as stream:
            data = stream.read(room + 1)
        room -= len(data)
        honest = len(data) <= max(entry.compress_size * LIMITS.zip_ratio, LIMITS.zip_small_bytes)
        if room < 0 or not honest or len(entries) > LIMITS.zip_entries:
            message = "unfolds beyond measure"
            raise BombError(message)
        files[entry.filename] = data
    return files
