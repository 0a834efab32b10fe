"""qpdf: is the syntax of a PDF sound (ISO 32000-1, 7)?"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.judges import tool
from tests.judges.tool import Finding

_SOUND = 0


def findings(files: Sequence[Path]) -> dict[Path, tuple[Finding, ...]]:
    """Return the errors and warnings of `qpdf --check` for each of `files`."""
    program = tool.require("qpdf", shutil.which("qpdf"))
    return {file: _findings(program, file) for file in files}


def _findings(program: Path, file: Path) -> tuple[Finding, ...]:
    done = tool.run([str(program), "--check", str(file)], timeout_s=60)
    if done.returncode == _SOUND:
        return ()
    # each line begins with "WARNING: " or with the program's name; the file's name follows
    lines = [line.partition(f"{file}")[2].lstrip(": ") or line for line in done.stderr.splitlines()]
    return tuple(Finding("syntax", line) for line in lines)
