"""What all judges share: what they find, where they are, how they are run."""

import os
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec import Struct

FOLDER = Path(
    os.environ.get("BRIEFING_TOOLS")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "briefing-tools"
)
"""Where `make judges` puts the tools that the system does not have."""


class Finding(Struct, frozen=True):
    """One objection of a judge.

    Attributes:
        rule: the rule that is broken, in the judge's own words.
        text: what is wrong.
        where: place in the file, in the judge's own words; empty when it names none.
    """

    rule: str
    text: str
    where: str = ""

    def __str__(self) -> str:
        """One line, to be read in the message of a failing test."""
        return f"{self.rule}: {self.text}" + (f" ({self.where})" if self.where else "")


def complaints(found: Mapping[Path, tuple[Finding, ...]]) -> list[str]:
    """Return a line for each finding, with the name of its file."""
    return [f"{path.name}: {finding}" for path, findings in found.items() for finding in findings]


def require(name: str, found: str | Path | None) -> Path:
    """Return where a tool was found; if nowhere, skip the test, or fail it in CI, where all tools must be."""
    if found is not None:
        return Path(found)
    reason = f"{name} is not installed: `make judges` installs it"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def run(
    command: list[str], *, timeout_s: float, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `command` to its end, whatever its exit code; when it hangs, kill it and all that it started.

    Args:
        command: program and arguments.
        timeout_s: how long it may take.
        environment: variables set beside those of this process.

    Raises:
        TimeoutError: it took longer.
    """
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", **(environment or {})},
        # a group of its own, so that children of the tool end with it
        start_new_session=True,
    ) as process:
        try:
            output, errors = process.communicate(timeout=timeout_s)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            message = f"{command[0]} was stopped after {timeout_s:.0f} s"
            raise TimeoutError(message) from None
    return subprocess.CompletedProcess(command, process.returncode, output, errors)
