"""What a batch shows, and how it takes signals."""

import io
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from converter.batch.records import Record, Result
from converter.cli import main
from converter.cli.batch import showing
from converter.cli.batch.call import Call
from converter.cli.batch.interruption import Interruption
from converter.cli.batch.tally import Tally
from converter.cli.failures import TerminatedError
from tests.batch.articles import ROOT, write_articles

CALL = Call(("in",), None, None, 0, "", 25, "", "", "given", *(False, False, "", False, False, False, False))


def results(count: int, code: str = "", *, is_new: bool = True) -> list[Result]:
    status = "failed" if code else "done"
    record = Record("k", "a.txt", "", "", "1", status, code, f"a.txt: {code}")  # type: ignore[arg-type]
    return [Result(record, is_new)] * count


def test_a_tally_tells_what_is_new_from_what_was_done_before() -> None:
    tally = Tally()
    tally.add(
        results(3) + results(2, is_new=False) + results(1, "input-empty") + results(1, "fault", is_new=False)
    )
    assert (tally.done, tally.unchanged, tally.failed, tally.count) == (3, 2, 2, 7)
    assert tally.data()["codes"] == {"fault": 1, "input-empty": 1}


def test_the_summary_says_why_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    tally.add(results(1200) + results(3, "input-empty") + results(5, "worker-died"))
    showing.tell_summary(tally, Path("j"), as_json=False, is_over=False)
    assert capsys.readouterr().err == (
        "briefing: 1,200 done, 8 failed (worker-died 5, input-empty 3); each has its record in j;"
        " add --resume for the rest\n"
    )


def test_only_the_first_failures_have_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with showing.follower(CALL, Tally()) as follow:
        for _ in range(30):
            follow(results(1, "input-empty"))
    lines = capsys.readouterr().err.splitlines()
    assert lines[:20] == ["briefing: a.txt: input-empty"] * 20
    assert lines[20:] == ["briefing: there are further failures; all of them are in the journal"]


def test_a_line_every_ten_seconds_says_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    for module in ("showing", "tally"):
        monkeypatch.setattr(f"converter.cli.batch.{module}.monotonic", lambda: clock[0])
    tally = Tally(start=clock[0])
    with showing.follower(CALL, tally) as follow:
        for second in range(1, 25):
            clock[0] = 100.0 + second
            tally.add(results(2))
            follow(())
    assert capsys.readouterr().err.splitlines() == [
        "briefing: 20 articles, 0 failed, 2.0 a second",
        "briefing: 40 articles, 0 failed, 2.0 a second",
    ]


def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 3)
    (tmp_path / "in" / "empty.txt").touch()
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "converter", "batch", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    with subprocess.Popen(
        [*command, "-t", "md", "-j", "0"],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b"".join(_pieces(ours)).decode()
    os.close(ours)
    assert process.returncode == 1
    assert "/s" in shown
    assert "━" in shown
    assert "1 failed" in shown
    assert "empty.txt: there is nothing in it; check that it was saved" in shown


def _pieces(terminal: int) -> Iterator[bytes]:
    # Linux answers with an error where the other end is closed
    with suppress(OSError):
        while piece := os.read(terminal, 65536):
            yield piece


@pytest.mark.parametrize(
    ("number", "code", "error"),
    [(signal.SIGINT, 130, KeyboardInterrupt), (signal.SIGTERM, 143, TerminatedError)],
)
def test_the_first_signal_is_remembered_and_the_second_raised(
    number: signal.Signals, code: int, error: type[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(number)
    with Interruption() as interruption:
        assert not interruption.is_asked()
        signal.raise_signal(number)
        assert interruption.is_asked()
        assert interruption.exit_code == code
        with pytest.raises(error):
            signal.raise_signal(number)
    assert signal.getsignal(number) == before
    assert "once more ends at once" in capsys.readouterr().err


def test_what_is_wrong_with_a_call_is_an_object_too(
    capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    assert main(["batch", str(tmp_path / "nothing"), "-o", str(tmp_path / "out"), "--json"]) == 3
    assert b'{"error": {"code": "input-missing"' in capsysbinary.readouterr().out


def test_a_list_on_standard_input_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,) = write_articles(tmp_path / "in", 1)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{path}\n".encode())))
    assert main(["batch", "-", "-o", str(tmp_path / "out"), "-t", "md", "-j", "0", "-q"]) == 0
    assert [one.suffix for one in (tmp_path / "out").iterdir() if not one.name.startswith(".")].count(
        ".md"
    ) == 1


def test_a_call_that_asks_what_cannot_be_of_every_article_ends_soon(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_articles(tmp_path / "in", 100)
    words = ["batch", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "-j", "0", "--sections", "nothing"]
    assert main(words) == 2
    assert (
        "50 articles in a row failed by no fault of their own, the last with: --sections: the outline"
        in capfd.readouterr().err
    )
