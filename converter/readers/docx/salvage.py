"""A Word file that was cut off: its parts are there, but its table of contents, which stands last, is not.

Each part of an archive has a header of its own (APPNOTE.TXT 4.3.7), by which it can be found.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from converter.limits import LIMITS

_SIGNATURE, _DESCRIPTOR, _ENTRY_SIGNATURE, _END_SIGNATURE = (
    b"PK\x03\x04",
    b"PK\x07\x08",
    b"PK\x01\x02",
    b"PK\x05\x06",
)
_HEADER = struct.Struct("<4s5H3I2H")
_BEHIND = struct.Struct("<4sI")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_ENCRYPTED, _SIZES_BEHIND = 0x0001, 0x0008
_DEFLATED = 8
_VERSION = 20
_CHUNK = 65_536


class _Header(NamedTuple):
    """What stands before the data of a part."""

    signature: bytes
    version: int
    flags: int
    method: int
    time: int
    date: int
    checksum: int
    packed: int
    unpacked: int
    name_size: int
    extra_size: int


class _Part(NamedTuple):
    """A part that is whole: its header with sizes, where that stands, and where the data end."""

    header: _Header
    name: bytes
    offset: int
    end: int


def salvaged(data: bytes) -> bytes:
    """Return an archive of those parts of `data` that are whole; nothing where there are none."""
    parts: dict[bytes, _Part] = {}
    for part in _Finder(data).parts():
        parts.setdefault(part.name, part)
        if len(parts) > LIMITS.zip_entries:
            break
    if not parts:
        return b""
    end = max(part.end for part in parts.values())
    table = b"".join(map(_entry, parts.values()))
    return data[:end] + table + _END.pack(_END_SIGNATURE, 0, 0, len(parts), len(parts), len(table), end, 0)


def _entry(part: _Part) -> bytes:
    """Return the line of a part in the table of contents (4.3.12)."""
    told = part.header
    line = _ENTRY.pack(
        *(_ENTRY_SIGNATURE, _VERSION, _VERSION, told.flags & ~_SIZES_BEHIND, told.method),
        *(told.time, told.date, told.checksum, told.packed, told.unpacked, len(part.name)),
        *(0, 0, 0, 0, 0, part.offset),
    )
    return line + part.name


class _Finder:
    """Finds the parts of an archive by their headers, and unfolds no more than `LIMITS` let it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._room = 2 * LIMITS.zip_bytes

    def parts(self) -> Iterator[_Part]:
        """Yield the parts that are whole, in order."""
        offset = 0 if self._data.startswith(_SIGNATURE) else -1
        while 0 <= offset <= len(self._data) - _HEADER.size:
            header = _Header(*_HEADER.unpack_from(self._data, offset))
            begin = offset + _HEADER.size
            start = begin + header.name_size + header.extra_size
            if whole := self._whole(header, start):
                end = start + whole.packed
                yield _Part(whole, self._data[begin : begin + header.name_size], offset, end)
            else:
                # what stands in a damaged part is no part of this archive, but where does that one end?
                end = start + (0 if header.flags & _SIZES_BEHIND else header.packed)
            offset = self._data.find(_SIGNATURE, end)

    def _whole(self, header: _Header, start: int) -> _Header | None:
        """Return the header of a part with its sizes; `None` where it is not whole."""
        if header.flags & _ENCRYPTED:
            return None
        if header.method == _DEFLATED:
            return self._inflated(header, start)
        complete = not header.flags & _SIZES_BEHIND and start + header.packed <= len(self._data)
        return header if complete else None

    def _inflated(self, header: _Header, start: int) -> _Header | None:
        """Unfold a part, which says itself where it ends."""
        inflater, checksum, unpacked, position = zlib.decompressobj(-zlib.MAX_WBITS), 0, 0, start
        waiting = b""
        while not inflater.eof:
            if not waiting:
                waiting = self._data[position : position + _CHUNK]
                position += len(waiting)
            try:
                piece = inflater.decompress(waiting, _CHUNK)
            except zlib.error:
                return None
            if self._room < 0 or not (waiting or piece or inflater.eof):
                return None
            self._room -= len(waiting) - len(inflater.unconsumed_tail) + len(piece)
            waiting = inflater.unconsumed_tail
            unpacked += len(piece)
            checksum = zlib.crc32(piece, checksum)
        packed = position - len(inflater.unused_data) - start
        if header.flags & _SIZES_BEHIND:
            checksum = self._checksum_behind(start + packed, checksum)
        else:
            checksum = header.checksum
        return header._replace(checksum=checksum, packed=packed, unpacked=unpacked)

    def _checksum_behind(self, end: int, computed: int) -> int:
        """Return the checksum that stands behind a part; the one that was `computed` where it was cut off."""
        behind = self._data[end : end + _BEHIND.size]
        if len(behind) < _BEHIND.size or not behind.startswith(_DESCRIPTOR):
            return computed
        told: int = _BEHIND.unpack(behind)[1]
        return told
