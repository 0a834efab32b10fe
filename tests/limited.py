"""Other limits for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from converter.limits import adopt, in_force


@contextmanager
def limited(**limits: object) -> Iterator[None]:
    """Have these limits in force, and those from before afterwards."""
    before = in_force()
    adopt(replace(before, **limits))  # type: ignore[arg-type]
    try:
        yield
    finally:
        adopt(before)
