"""The folder of documents that a command measures."""

import sys
from pathlib import Path


def folder_argument(usage: str | None) -> Path:
    """Return the folder that the command line names; end with `usage` where it names none."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():  # noqa: PLR2004 - the command and its folder
        sys.exit(f"name the folder of documents to measure:\n\n{usage}")
    return Path(sys.argv[1])
