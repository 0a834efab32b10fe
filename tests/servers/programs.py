"""Servers of the system: where they are, and a folder for one that runs."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.judges import tool


def server_program(name: str) -> Path:
    """Return where the server `name` is; skip the test, or fail it in CI, where it cannot be run."""
    found = tool.require(name, shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin"))
    if os.geteuid() == 0:
        return found
    reason = f"{name} is started by root alone"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@contextmanager
def open_folder() -> Iterator[Path]:
    """Make a folder that the users of servers may enter, unlike those of pytest; remove it in the end."""
    with tempfile.TemporaryDirectory(prefix="briefing-server-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
