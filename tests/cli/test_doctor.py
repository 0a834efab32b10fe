"""`briefing doctor` as a person and as a program see it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from converter.cli import main
from tests.command_cases import ordinary_user

ROOT = Path(__file__).resolve().parents[2]
STATES = {"ok", "missing", "problem"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which is empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_line_says_its_state_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    *lines, last = output.out.splitlines()
    assert last.startswith("All that is needed works; ")
    assert {line.split()[0] for line in lines if line.startswith(" ")} <= STATES
    assert "\x1b" not in output.out


def test_the_same_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    Path("output").write_text("")
    assert main(["doctor", "--json"]) == 5
    (line,) = capsys.readouterr().out.splitlines()
    data = json.loads(line)
    assert (data.keys(), data["exit_code"]) == ({"version", "exit_code", "sections"}, 5)
    checks = [check for section in data["sections"] for check in section["checks"]]
    assert {check["status"] for check in checks} <= STATES
    assert all(check["remedy"] for check in checks if check["status"] != "ok")


def test_a_style_that_does_not_exist_ends_as_a_conversion_would(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "defualt"]) == 4
    lines = capsys.readouterr().out.splitlines()
    assert "  problem  defualt: no style is called defualt; did you mean default?" in lines
    assert lines[-1].startswith("1 problem, and ")


def test_a_folder_that_cannot_be_written_is_a_problem(folder: Path) -> None:
    program = ordinary_user([sys.executable, "-m", "converter", "doctor"])
    if program is None:
        pytest.skip("root may do anything here, and there is no setpriv to change that")
    folder.chmod(0o555)
    done = subprocess.run(
        program,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 5
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("  problem"))
    assert line.startswith(f"  problem  {folder}: nothing can be written there; ")


@pytest.mark.parametrize(
    ("variables", "is_plain"), [({}, False), ({"NO_COLOR": "1"}, True), ({"TERM": "dumb"}, True)]
)
def test_on_a_terminal_lines_are_wrapped_and_accents_can_be_had_without(
    variables: dict[str, str], *, is_plain: bool
) -> None:
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "60", "PYTHONPATH": str(ROOT), **variables}
    with subprocess.Popen(
        [sys.executable, "-m", "converter", "doctor"], stdout=slave, env=environment
    ) as process:
        os.close(slave)
        shown = _all_of(master)
        assert process.wait() == 0
    lines = shown.splitlines()
    assert ("\x1b[1mProgram" in lines[0], lines[0] == "Program") == (not is_plain, is_plain)
    words = [line for line in lines if " " in line.strip()[10:]]
    assert max(map(len, words)) <= 60 + len("\x1b[1m\x1b[0m")


def _all_of(descriptor: int) -> str:
    """Return everything that a terminal was given until its program ended, which Linux takes for an error."""
    data = b""
    try:
        while piece := os.read(descriptor, 65_536):
            data += piece
    except OSError:
        pass
    os.close(descriptor)
    return data.decode("utf-8")
