"""An address in place of a file, from end to end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web_server import content, redirect, web_server


@pytest.fixture(scope="module", name="site")
def _site(seed: Path) -> Iterator[str]:
    article = content(seed.read_bytes(), "text/plain; charset=utf-8")
    with web_server({"/story": article, "/moved": redirect("/story")}) as address:
        yield address


def _briefing(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "converter", *arguments],
        cwd=folder,
        env={**os.environ, "NO_PROXY": "*"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_reports_are_made_of_it_and_nothing_else_is_kept(site: str, tmp_path: Path) -> None:
    done = _briefing(tmp_path, "convert", f"{site}/moved", "-t", "docx,pdf,md")
    assert (done.returncode, done.stderr) == (0, "")
    name = "strategic-dialogues-mark-new-chapter-in-regional-cooperation"
    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert made == [f"output/{name}.{suffix}" for suffix in ("docx", "md", "pdf")]
    assert f"<{site}/story>" in (tmp_path / "output" / f"{name}.md").read_text("utf-8")


def test_a_briefing_file_leads_back_to_it(site: str, tmp_path: Path) -> None:
    assert _briefing(tmp_path, "outline", f"{site}/story", "--yaml", "-o", "a.yaml").returncode == 0
    done = _briefing(tmp_path, "convert", "a.yaml", "-t", "html", "-o", "-")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Strategic Dialogues" in done.stdout
