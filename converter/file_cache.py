"""What was made of files, remembered from one conversion to the next, and forgotten on request.

Who converts again because a file has changed calls `forget` first. The time of change is no key: a disk that
counts in seconds gives two versions of a file the same.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_FORGETTING: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator for a function of files: its last `most` results are kept until `forget`.

    Its arguments must have hashes; of what it raises nothing is kept.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        keeping = lru_cache(maxsize=most)(function)
        on_forget(keeping.cache_clear)
        # typeshed says of its result that it takes anything
        return cast("Callable[P, T]", keeping)

    return decorate


def on_forget(clear: Callable[[], None]) -> None:
    """Have `clear` called by each `forget`; for memories of other kinds."""
    _FORGETTING.append(clear)


def forget() -> None:
    """Forget what is remembered of all files; they are read anew when they are next needed."""
    for one in _FORGETTING:
        one()
