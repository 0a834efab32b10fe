"""A finding, as small as it can be while its cause stays the same."""

import time
from collections.abc import Callable

from tests.fuzz.packed.archives import packed, unpacked
from tests.fuzz.target import Target, fault, signature

_MOST_TRIES = 3_000
_MOST_S = 60
"""Whichever comes first; what was found is told in any case, and can be made smaller by hand."""


def minimised(target: Target, data: bytes) -> bytes:
    """Return the smallest input that was found to be answered as wrongly as `data`; at worst itself.

    Of an archive, files go first, and then what is in them.
    """
    error = fault(target, data)
    if error is None:
        return data
    cause, tries, end = signature(error), iter(range(_MOST_TRIES)), time.monotonic() + _MOST_S

    def same(smaller: bytes) -> bool:
        goes_on = next(tries, None) is not None and time.monotonic() < end
        other = fault(target, smaller) if goes_on else None
        return other is not None and signature(other) == cause

    files = unpacked(data)
    return _smallest_archive(files, same, data) if files else shrunk(data, same)


def shrunk(data: bytes, same: Callable[[bytes], bool]) -> bytes:
    """Return `data` without every stretch that `same` does not need, from half of it down to single bytes."""
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            without = data[:at] + data[at + size :]
            if same(without):
                data = without
            else:
                at += size
        size //= 2
    return data


def _smallest_archive(files: dict[str, bytes], same: Callable[[bytes], bool], data: bytes) -> bytes:
    if not same(packed(files)):
        return data
    for name in list(files):
        without = {other: content for other, content in files.items() if other != name}
        if same(packed(without)):
            files = without
    for name in files:
        kept = dict(files)
        files = {**kept, name: shrunk(kept[name], lambda part: same(packed({**kept, name: part})))}  # noqa: B023
    return packed(files)
