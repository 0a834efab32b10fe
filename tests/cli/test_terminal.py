"""What a terminal is shown."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.cli.terminal import homely, printable

ESCAPE = "\x1b["


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = printable(text)
    assert all(character.isprintable() or character.isspace() for character in shown if character < "\u00a0")
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_words_of_any_script_are_shown_as_they_are(text: str) -> None:
    assert printable(text) == text


def test_a_path_in_the_home_folder_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert homely(tmp_path / "house.yaml") == os.path.join("~", "house.yaml")  # noqa: PTH118 - as text
    assert homely(f"{tmp_path}s/house.yaml") == f"{tmp_path}s/house.yaml"
    assert homely("house.yaml") == "house.yaml"
    assert homely(f"/mnt{tmp_path}/house.yaml") == f"/mnt{tmp_path}/house.yaml"


def test_paths_of_the_home_folder_are_short_inside_a_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    line = f'yours: {tmp_path}/a ({tmp_path}/b), not "{tmp_path}/c" nor /mnt{tmp_path}/d'
    assert homely(line) == f'yours: ~/a (~/b), not "~/c" nor /mnt{tmp_path}/d'


def on_terminal(seed: Path, **environment: str) -> str:
    """Return what `briefing outline` prints on a terminal of 60 columns."""
    ours, theirs = pty.openpty()
    bare = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    command = [sys.executable, "-m", "converter", "outline", str(seed), "-q"]
    with subprocess.Popen(
        command, stdout=theirs, env={**bare, "TERM": "xterm", "COLUMNS": "60", **environment}
    ) as process:
        os.close(theirs)
        shown = b""
        # Linux says EIO where other systems say nothing more.
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert process.returncode == 0
    return shown.decode("utf-8")


def test_on_a_terminal_headings_are_set_off_and_lines_fit(seed: Path) -> None:
    shown = on_terminal(seed)
    assert ESCAPE in shown
    plain = [line for line in shown.splitlines() if ESCAPE not in line]
    assert len(plain) > 3
    assert max(map(len, plain)) <= 60


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_terminal_that_wants_no_colours_gets_none(seed: Path, variable: dict[str, str]) -> None:
    assert ESCAPE not in on_terminal(seed, **variable)
