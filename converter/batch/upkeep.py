"""What keeps the memory of a process that converts for days where it is."""

import sys

from converter.file_cache import forget

_TRIMMED_EVERY = 100
"""Documents after which memory that is free goes back to the system."""

_FORGOTTEN_EVERY = 500
"""Documents after which the words that were shaped are forgotten, with their fonts: new ones never end."""


class Upkeep:
    """Counts the documents of a process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0

    def note_document(self) -> None:
        """Do what is due after so many documents."""
        self._count += 1
        if not self._count % _FORGOTTEN_EVERY:
            forget()
        if not self._count % _TRIMMED_EVERY:
            trim_memory()


def trim_memory() -> None:
    """Give free memory back to the system where the C library is glibc, which otherwise keeps it."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
