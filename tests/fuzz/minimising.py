"""A finding, as small as it can be while its cause stays the same."""

from collections.abc import Callable

from tests.fuzz.packed.archives import packed, unpacked
from tests.fuzz.target import Target, fault, signature

_MOST_TRIES = 3_000


def minimised(target: Target, data: bytes) -> bytes:
    """Return the smallest input that was found to be answered as wrongly as `data`; at worst itself.

    Of an archive, files go first, and then what is in them.
    """
    error = fault(target, data)
    if error is None:
        return data
    cause, tries = signature(error), iter(range(_MOST_TRIES))

    def same(smaller: bytes) -> bool:
        other = fault(target, smaller) if next(tries, None) is not None else None
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
