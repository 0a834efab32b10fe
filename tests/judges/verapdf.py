"""veraPDF: does a PDF conform to PDF/UA-1 (ISO 14289-1) or PDF/A-3a or -2a (ISO 19005-3, -2)?"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from tests.judges import tool
from tests.judges.tool import Finding

Profile = Literal["ua1", "3a", "2a"]


def findings(files: Sequence[Path], profile: Profile) -> dict[Path, tuple[Finding, ...]]:
    """Return the rules of `profile` that each of `files` breaks, each rule once with its first place.

    Starting Java is what costs: hand over all files in one call.
    """
    report = _report(files, profile)
    jobs = {Path(job["itemDetails"]["name"]): job for job in report["jobs"]}
    return {file: _findings(jobs[file.resolve()]) for file in files}


def _report(files: Sequence[Path], profile: Profile) -> dict[str, Any]:
    java = tool.require("Java", shutil.which("java"))
    jar = tool.require("veraPDF", max(tool.FOLDER.glob("verapdf-*/greenfield-apps-*.jar"), default=None))
    command = [
        str(java),
        "-Djava.awt.headless=true",
        "-cp",
        str(jar),
        "org.verapdf.apps.GreenfieldCliWrapper",
    ]
    arguments = ["--flavour", profile, "--format", "json", "--maxfailuresdisplayed", "1", "--nonpdfext"]
    done = tool.run([*command, *arguments, *(str(file.resolve()) for file in files)], timeout_s=600)
    try:
        report: dict[str, Any] = json.loads(done.stdout)["report"]
    except (ValueError, KeyError):
        message = f"veraPDF ended with {done.returncode} and no report: {done.stderr or done.stdout}"
        raise RuntimeError(message) from None
    return report


def _findings(job: dict[str, Any]) -> tuple[Finding, ...]:
    if "taskException" in job:
        return (Finding("readable", job["taskException"]["exceptionMessage"]),)
    rules = [rule for result in job["validationResult"] for rule in result["details"]["ruleSummaries"]]
    return tuple(_finding(rule) for rule in rules if rule["ruleStatus"] == "FAILED")


def _finding(rule: dict[str, Any]) -> Finding:
    first = rule["checks"][0]
    text = f"{first['errorMessage']} [{rule['failedChecks']} times]"
    return Finding(f"{rule['specification']} {rule['clause']}-{rule['testNumber']}", text, first["context"])
