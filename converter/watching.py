"""Telling when files change, by looking at them: this works on every disk, network folders included.

A system's own notifications are quicker, but miss changes on shares and in containers, and have to be told
apart by platform; a few dozen files are looked at in less than a millisecond.
"""

import hashlib
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from time import sleep, time_ns
from typing import NamedTuple

INTERVAL_S = 0.1
"""Between two looks; a change is known at most two of these after it was saved."""

GRANULE_NS = 2_000_000_000
"""Within so long a disk may give two changes the same time (FAT counts every other second)."""


class State(NamedTuple):
    """What a file was like when it was looked at; one that is not there has none.

    Attributes:
        stamp: time of change in nanoseconds, size, inode.
        is_fresh: whether it had changed so lately that a further change need not show in the stamp.
        digest: of its content while that must be compared as well.
    """

    stamp: tuple[int, int, int]
    is_fresh: bool
    digest: bytes | None


States = Mapping[Path, State | None]


def changes(
    watched: Callable[[], Collection[Path]],
    wait: Callable[[float], object] = sleep,
    *,
    at_once: bool = False,
    now_ns: Callable[[], int] = time_ns,
) -> Iterator[frozenset[Path]]:
    """Yield the files that changed, appeared or went, each time when some did; never ends by itself.

    A file is told once it stands still between two looks: an editor that writes in pieces is not caught
    half-way. What changes while the caller is busy with a change is told next.

    Args:
        watched: asked at first, and whenever a file changed or the caller was busy, for what is watched may
            change with what is found in it.
        wait: called with seconds between two looks; what it raises ends the watch.
        at_once: begin with no file at all, when the watch has begun: who reads the files then, and not
            before, misses no change.
        now_ns: the clock, in nanoseconds since 1970.
    """

    def look(paths: Iterable[Path], known: States) -> States:
        return {path: _state(path, known.get(path), now_ns()) for path in paths}

    def ask(known: States) -> States:
        paths = set(watched())
        return {**look(paths - known.keys(), {}), **{path: known[path] for path in paths & known.keys()}}

    # a second time with what the first look found: a file may have changed between being asked and being seen
    known = ask(look(ask({}), {}))
    if at_once:
        yield frozenset()
        known = ask(known)
    pending: frozenset[Path] = frozenset()
    while True:
        wait(INTERVAL_S)
        found = look(known, known)
        moved = frozenset(path for path, state in found.items() if _differ(known[path], state))
        # what is found in a file that changes meanwhile belongs to its newer state, which the next look tells
        known = ask(found) if moved else found
        if pending and not moved:
            yield pending
            pending = frozenset()
            known = ask(known)
        pending |= moved


def _state(path: Path, before: State | None, now_ns: int) -> State | None:
    """Return the state of a file that was last seen `before`."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    is_fresh = abs(now_ns - status.st_mtime_ns) < GRANULE_NS
    # Once more after it has ceased to be fresh: it may have changed behind the last look.
    is_compared = stat.S_ISREG(status.st_mode) and (is_fresh or (before is not None and before.is_fresh))
    stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
    return State(stamp, is_fresh, _digest(path) if is_compared else None)


def _digest(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return None


def _differ(before: State | None, after: State | None) -> bool:
    if before is None or after is None:
        return before is not after
    if before.stamp != after.stamp:
        return True
    return None not in (before.digest, after.digest) and before.digest != after.digest
