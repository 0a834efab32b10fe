"""A folder for what is read by its path; it goes when the process ends."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """Return the folder of this process."""
    made = Path(tempfile.mkdtemp(prefix="briefing-fuzz-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def written(name: str, data: bytes) -> Path:
    """Return a file of that name with `data` in it."""
    path = folder() / name
    path.write_bytes(data)
    return path
