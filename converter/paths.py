"""What a person's words say of a path, before anything is read or written."""

import os
from pathlib import Path

STDIN = STDOUT = "-"
"""What stands for standard input and output in place of a path."""


def is_path(name: str) -> bool:
    """Whether `name` is a path rather than the name of something that can be had by it.

    Names have neither full stops nor slashes.
    """
    return any(sign in name for sign in "./\\")


def is_folder(output: str) -> bool:
    """Whether `output`, where files are to go, is a folder: it is there, ends as one, or has no suffix."""
    has_suffix = bool(Path(output).suffix.removeprefix("."))
    # os.path, since pathlib raises what it cannot look up, such as a name that is too long
    return output.endswith(("/", "\\")) or not has_suffix or os.path.isdir(output)  # noqa: PTH112
