"""Calling the command line in this process, where a whole process for each case would take too long."""

import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from converter.cli import main


class Called(NamedTuple):
    """Exit code, objects on stdout (with `--json`), lines on stderr."""

    code: int
    results: list[Any]
    said: list[str]


def call(arguments: list[str], folder: Path) -> Called:
    """Run `briefing` with `arguments` in `folder`."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", errors="backslashreplace") for _ in range(3)]
    before = Path.cwd()
    os.chdir(folder)
    try:
        with patch("sys.stdin", streams[0]), redirect_stdout(streams[1]), redirect_stderr(streams[2]):
            code = main(arguments)
    finally:
        os.chdir(before)
    told = []
    for stream in streams[1:]:
        stream.flush()
        told.append(stream.buffer.getvalue().decode("utf-8", "surrogateescape"))
    results = [json.loads(line) for line in told[0].splitlines() if line.startswith("{")]
    return Called(code, results, told[1].split("\n")[:-1])
