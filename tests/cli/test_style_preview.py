"""`styles preview --serve`, as it is begun and ended."""

import os
import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from converter.cli import main
from converter.previewer.server import PreviewServer


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a style in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.yaml").write_text("meta: {description: Ours}\n", "utf-8")
    return tmp_path / "house.yaml"


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yield the running program and the address that it printed."""
    with subprocess.Popen(
        [sys.executable, "-m", "converter", "styles", "preview", "house.yaml", "--serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@pytest.mark.skipif(os.name != "posix", reason="signals are others there")
@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")],
    ids=["Ctrl-C", "terminated"],
)
def test_a_preview_prints_its_address_and_ends_cleanly(
    house: Path, sent: signal.Signals, status: int, said: str
) -> None:
    with serving() as (process, address):
        with urlopen(f"{address}events", timeout=30) as events:  # noqa: S310 - our own address
            told = next(line for line in events if line.startswith(b"data: "))
            assert b'"style": "house"' in told
            process.send_signal(sent)
            output, errors = process.communicate(timeout=30)
        assert (output, process.returncode) == ("", status)
        assert errors.startswith(f"briefing: {said}")
    assert [path.name for path in house.parent.iterdir()] == ["house.yaml"]


def test_faults_are_told_in_the_terminal_too(house: Path) -> None:
    house.write_text("colour: red\n", "utf-8")
    with serving() as (process, address):
        with urlopen(f"{address}events", timeout=30) as events:  # noqa: S310 - our own address
            assert any(b"is not a key" in line for line in events)
            process.terminate()
        assert (
            "house.yaml:1:1: colour: is not a key; did you mean color?" in process.communicate(timeout=30)[1]
        )


@pytest.mark.parametrize(
    ("is_terminal", "options", "opens"),
    [(True, [], True), (True, ["--no-browser"], False), (False, [], False)],
    ids=["on a terminal", "on a terminal, not wanted", "in a pipe"],
)
def test_the_browser_is_opened_on_a_terminal_alone(
    house: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_terminal: bool,
    options: list[str],
    opens: bool,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(PreviewServer, "serve_forever", lambda _self: None)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal, raising=False)
    assert main(["styles", "preview", str(house), "--serve", *options]) == 0
    assert len(opened) == opens


def test_a_picture_is_not_written_to_a_terminal(
    house: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["styles", "preview", str(house), "-o", "-"]) == 2
    assert "stdout: is a terminal, which cannot show a picture" in capsys.readouterr().err


def test_a_picture_goes_into_a_pipe(house: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["styles", "preview", str(house), "-o", "-"]) == 0
    output, errors = capfdbinary.readouterr()
    assert (output[:4], errors) == (b"\x89PNG", b"")


def test_a_port_that_is_taken_is_told(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving("--no-browser") as (_process, address):
        port = address.split(":")[2].partition("/")[0]
        assert main(["styles", "preview", str(house), "--serve", "--port", port]) == 2
    assert f"--port: port {port} cannot be had" in capsys.readouterr().err
