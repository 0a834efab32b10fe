"""One run at a time: a lock that the system lets go when the process that holds it ends, however it ends."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from converter.errors import OutputError, PostponedError


def lock_of(file: Path) -> Path:
    """Return the lock that belongs to `file`: it lies beside it, hidden, and stays."""
    return file.with_name(f".{file.name}.lock")


@contextmanager
def held(files: Iterable[Path]) -> Iterator[None]:
    """Hold the locks that belong to `files`, which need not exist.

    Raises:
        PostponedError: `batch-busy`: another run holds one of them.
        OutputError: `output-unwritable`.
    """
    with ExitStack() as stack:
        for file in sorted({one.resolve(): one for one in files}.values()):
            path = lock_of(file)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                lock = stack.enter_context(path.open("ab"))
            except OSError as error:
                what = f"cannot be written: {(error.strerror or str(error)).lower()}"
                where = str(path.parent)
                raise OutputError(
                    "output-unwritable", what, where=where, remedy="choose another folder"
                ) from error
            if not _locked(lock):
                what = "another run is at work here"
                raise PostponedError(
                    "batch-busy", what, where=str(path.parent), remedy="wait until it has ended"
                )
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
