"""pandoc: another reader of Word files, which sees headings, lists, tables and notes and no look at all."""

import json
import shutil
from pathlib import Path
from typing import Any

from tests.judges import tool


def read(file: Path) -> list[dict[str, Any]]:
    """Return the blocks of a Word file, as in pandoc's own type `Block`: `t` is its kind, `c` its content.

    Raises:
        RuntimeError: pandoc cannot read the file.
    """
    program = tool.require("pandoc", shutil.which("pandoc"))
    done = tool.run([str(program), "--from", "docx", "--to", "json", str(file)], timeout_s=60)
    if done.returncode:
        message = f"pandoc ended with {done.returncode}: {done.stderr}"
        raise RuntimeError(message)
    blocks: list[dict[str, Any]] = json.loads(done.stdout)["blocks"]
    return blocks
