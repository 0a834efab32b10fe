"""How a run ends, whatever happens to it."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter import pipeline
from converter.cli import main
from converter.pipeline import Draft

ARTICLE = "Harbour\n\nThe harbour of Lund reopened on Monday after ten years of work.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, in which an article lies and nothing else."""
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def raise_signal_at_fsync(monkeypatch: pytest.MonkeyPatch, number: signal.Signals) -> None:
    """Send this process a signal in the middle of writing a report."""

    def fsync(_descriptor: int) -> None:
        signal.raise_signal(number)

    monkeypatch.setattr(os, "fsync", fsync)


@pytest.fixture
def _at_a_keyboard() -> Iterator[None]:
    """Let SIGINT do what it does there, also where a shell started the tests in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_at_a_keyboard")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_while_a_report_is_written_leaves_nothing_behind(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: signal.Signals,
    status: int,
) -> None:
    raise_signal_at_fsync(monkeypatch, number)
    assert main(["convert", "article.txt", "-q", "-t", "json", "-o", "report.json"]) == status
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt"]
    assert capsys.readouterr().err.splitlines()[0].startswith("briefing: ")


def test_the_handler_of_sigterm_is_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    main(["--version"])
    assert signal.getsignal(signal.SIGTERM) is before


def break_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    def draft(*_arguments: object) -> Draft:
        message = "a surprise\nof two lines \x1b[31m \ud800"
        raise RuntimeError(message)

    monkeypatch.setattr(pipeline, "draft", draft)


def test_a_fault_of_ours_is_one_line_that_says_where_the_details_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_pipeline(monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    assert main(["convert", "article.txt"]) == 70
    (line,) = capsys.readouterr().err.splitlines()
    (file,) = (folder / "state").rglob("*.txt")
    assert "RuntimeError" in line
    assert str(file) in line
    assert "a surprise\nof two lines \\x1b[31m \\ud800" in file.read_text("utf-8")


def test_with_verbose_the_details_of_a_fault_stand_on_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_pipeline(monkeypatch)
    assert main(["convert", "article.txt", "--verbose"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_details_that_cannot_be_kept_stand_on_stderr(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_pipeline(monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "article.txt" / "no folder"))
    assert main(["convert", "article.txt"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_fault_with_one_article_does_not_hold_up_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = pipeline.draft

    def moody(location: str, *arguments: object) -> Draft:
        if location == "other.txt":
            message = "a surprise"
            raise RuntimeError(message)
        return draft(location, *arguments)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr(pipeline, "draft", moody)
    assert main(["convert", "other.txt", "article.txt", "-t", "json", "-q"]) == 1
    assert (folder / "output" / "harbour.json").is_file()
    assert "RuntimeError" in capsys.readouterr().err
