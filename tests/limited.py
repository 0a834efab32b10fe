"""Other limits for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from converter.limits import adopt, in_force


@contextmanager
def limited(**limits: object) -> Iterator[None]:
    """Have these limits in force, and those from before afterwards."""
    before = in_force()
    adopt(replace(before, **limits))
    try:
        yield
    finally:
        adopt(before)
