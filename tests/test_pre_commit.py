"""The hook that pre-commit takes from this repository."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from converter.cli import main


@pytest.fixture(scope="module")
def hook(root: Path) -> dict[str, Any]:
    """Return the one hook that there is."""
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(hook, dict)
    return hook


def test_it_has_what_pre_commit_demands(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert (hook["id"], hook["language"]) == ("briefing-styles", "python")


def test_it_takes_files_of_styles_and_no_others(hook: dict[str, Any], root: Path) -> None:
    ours = [str(path.relative_to(root)) for path in (root / "styles").rglob("*") if path.is_file()]
    taken = {path for path in ours if re.search(hook["files"], path)}
    assert taken == {path for path in ours if path.endswith(".yaml")}
    assert re.search(hook["files"], "reports/styles/house.yml")
    assert not re.search(hook["files"], "mkdocs.yml")
    assert not re.search(hook["files"], "styles/fonts/list.yaml")


def test_its_command_finds_every_fault_of_every_file(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "styles/house.yaml": "colour: {}",
        "styles/good.yaml": "page: {size: A5}",
        "styles/outlines/mine.yaml": "sections: {next: {form: bulets}}",
        "styles/languages/sv.yaml": "extends: en\nlabel: {}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    _, *words = shlex.split(hook["entry"])
    assert main([*words, *files]) == 4
    told = capsys.readouterr()
    assert told.out == "styles/good.yaml: no faults\n"
    assert [line.split(": ")[1:3] for line in told.err.splitlines()] == [
        ["styles/house.yaml:1:1", "colour"],
        ["styles/outlines/mine.yaml:1:25", "sections.next.form"],
        ["styles/languages/sv.yaml:2:1", "label"],
    ]
    assert main([*words, "styles/good.yaml"]) == 0
