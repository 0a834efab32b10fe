"""The same input makes the same bytes, whatever the machine is like."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

FORMATS = ("docx", "pdf", "html", "md", "json")

MACHINES: dict[str, dict[str, str]] = {
    "first": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "again": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "elsewhere": {"PYTHONHASHSEED": "4711", "TZ": "Asia/Yerevan", "LC_ALL": "C", "PYTHONUTF8": "1"},
}


def digests(seed: Path, folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Convert in a folder of its own; return the format of each report with its SHA-256."""
    folder.mkdir()
    command = [sys.executable, "-m", "converter", "convert", str(seed), "-o", "reports", "-q"]
    subprocess.run(
        [*command, "-t", ",".join(FORMATS)], cwd=folder, env={**os.environ, **environment}, check=True
    )
    reports = (folder / "reports").iterdir()
    return {path.suffix[1:]: hashlib.sha256(path.read_bytes()).hexdigest() for path in reports}


@pytest.fixture(scope="module", params=["txt", "html", "docx", "pdf"])
def runs(
    request: pytest.FixtureRequest, seed: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    """Return the reports of each machine, made of the same article in one format after the other."""
    folder = tmp_path_factory.mktemp("determinism")
    article = folder / f"article.{request.param}"
    if request.param == "txt":
        article.write_bytes(seed.read_bytes())
    else:
        command = [sys.executable, "-m", "converter", "convert", str(seed), "-o", str(article), "-q"]
        subprocess.run([*command, "--length", "full"], check=True)
    return {name: digests(article, folder / name, environment) for name, environment in MACHINES.items()}


def test_every_format_is_written(runs: dict[str, dict[str, str]]) -> None:
    assert set(runs["first"]) == set(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("machine", ["again", "elsewhere"])
def test_the_bytes_are_those_of_the_first_run(
    runs: dict[str, dict[str, str]],
    machine: str,
    format: str,  # noqa: A002 - the word of the command line
) -> None:
    assert runs[machine][format] == runs["first"][format]
