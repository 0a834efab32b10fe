"""A package of somebody else's adds a format by its entry point alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ORG = """\
#+TITLE: Harbour of Lund reopens
#+AUTHOR: Jane Doe
#+DATE: 2026-03-02
#+LANGUAGE: en

The harbour of Lund reopened on Monday after ten years of work.

* Background

The old quay collapsed in 2016.
- It was built of oak.
- Nobody was hurt.
"""


@pytest.fixture(scope="module", name="site")
def _site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample package installed in it."""
    target = tmp_path_factory.mktemp("site")
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check", "--target"]
    source = tmp_path_factory.mktemp("source") / "package"
    # built from a copy, since building writes beside what it builds
    source.mkdir()
    for name in ("pyproject.toml", "briefing_org.py"):
        source.joinpath(name).write_bytes(root.joinpath("tests", "sample_package", name).read_bytes())
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, str(target), str(source)],
        check=True,
        capture_output=True,
    )
    return target


def _briefing(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "converter", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_its_files_are_known_by_their_suffix(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.org").write_text(ORG, encoding="utf-8")
    done = _briefing(site, tmp_path, "convert", "a.org", "-t", "json", "-o", "-", "--length", "full")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert [source["media_type"] for source in report["sources"]] == ["text/org"]
    assert "Nobody was hurt." in done.stdout


def test_its_format_can_be_named(site: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ORG, encoding="utf-8")
    done = _briefing(site, tmp_path, "outline", "a.txt", "-f", "org")
    assert done.returncode == 0
    assert "Harbour of Lund reopens" in done.stdout


def test_without_it_the_name_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ORG, encoding="utf-8")
    done = _briefing(tmp_path, tmp_path, "outline", "a.txt", "-f", "org")
    assert done.returncode == 2
    assert "no article can be read as 'org'" in done.stderr
