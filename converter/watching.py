"""Telling when files change, by looking at them: this works on every disk, network folders included.

A system's own notifications are quicker, but miss changes on shares and in containers, and have to be told
apart by platform; a few dozen files are looked at in less than a millisecond.
"""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from time import sleep

INTERVAL_S = 0.1
"""Between two looks; a change is known at most two of these after it was saved."""

State = tuple[int, int, int]
"""Of a file: time of change in nanoseconds, size, inode. A file that is not there has none."""


def changes(
    watched: Callable[[], Collection[Path]],
    wait: Callable[[float], object] = sleep,
    *,
    at_once: bool = False,
) -> Iterator[frozenset[Path]]:
    """Yield the files that changed, appeared or went, each time when some did; never ends by itself.

    A file is told once it stands still between two looks: an editor that writes in pieces is not caught
    half-way. What changes while the caller is busy with a change is told next.

    Args:
        watched: asked before each look, for what is watched may change with what is found in it.
        wait: called with seconds between two looks; what it raises ends the watch.
        at_once: begin with no file at all, when the watch has begun: who reads the files then, and not
            before, misses no change.
    """
    # a second time with what the first look found: a file may have changed between being asked and being seen
    known = _look(watched, _look(watched, {}))
    if at_once:
        yield frozenset()
    pending: frozenset[Path] = frozenset()
    while True:
        wait(INTERVAL_S)
        found = _look(watched, known)
        moved = frozenset(path for path, state in found.items() if path in known and known[path] != state)
        known = found
        if pending and not moved:
            yield pending
            pending = frozenset()
        pending |= moved


def _look(watched: Callable[[], Collection[Path]], known: Collection[Path]) -> dict[Path, State | None]:
    """Return the state of each file that is watched now.

    Those of `known` files are taken first: what `watched` finds in a file that changes meanwhile belongs to
    its newer state, which the next look will tell.
    """
    before = {path: _state(path) for path in known}
    return {path: before[path] if path in before else _state(path) for path in watched()}


def _state(path: Path) -> State | None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
