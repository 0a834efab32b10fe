"""LibreOffice is asked in the background; most of what it does here, a stand-in does."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pikepdf
import pytest

from converter.configuration import load_settings
from converter.previewer import word
from converter.previewer.session import Session
from converter.previewer.word import Job, LibreOffice, WordError, find_libreoffice
from tests.judges import tool

from .conftest import until

Results = Queue[tuple[int, bytes | WordError]]
StandIn = Callable[[str], str]

CONVERT = "target.joinpath('report.pdf').write_bytes(source.read_bytes())"
"""What a stand-in does that makes a PDF of what it is given as a Word file."""


@pytest.fixture
def stand_in(tmp_path: Path) -> StandIn:
    """Return a function that makes a program that does as LibreOffice would."""
    if os.name != "posix":
        pytest.skip("a script is no program here")

    def make(code: str) -> str:
        program = tmp_path / "soffice"
        program.write_text(
            f"#!{sys.executable}\n"
            "import os, sys, time\nfrom pathlib import Path\n"
            "source, target = Path(sys.argv[-1]), Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
            f"{code}\n",
            "utf-8",
        )
        program.chmod(0o755)
        return str(program)

    return make


@contextmanager
def running(program: str) -> Iterator[tuple[LibreOffice, Results]]:
    results: Results = Queue()
    office = LibreOffice(program, lambda number, result: results.put((number, result)))
    try:
        yield office, results
    finally:
        office.close()


def job(number: int, docx: bytes = b"words") -> Job:
    return Job(number, docx, frozenset())


def test_a_file_comes_back_under_its_number(stand_in: StandIn) -> None:
    with running(stand_in(CONVERT)) as (office, results):
        office.lay_out(job(7))
        assert results.get(timeout=30) == (7, b"words")


def test_of_several_that_wait_the_newest_is_next(stand_in: StandIn, tmp_path: Path) -> None:
    begun, go_on = tmp_path / "begun", tmp_path / "go_on"
    os.mkfifo(begun)
    os.mkfifo(go_on)
    code = f"open({str(begun)!r}, 'w').close(); open({str(go_on)!r}).close(); {CONVERT}"
    with running(stand_in(code)) as (office, results):
        office.lay_out(job(1))
        begun.open().close()
        for number in (2, 3, 4):
            office.lay_out(job(number))
        go_on.open("w").close()
        begun.open().close()
        go_on.open("w").close()
        assert [results.get(timeout=30)[0] for _ in range(2)] == [1, 4]
    assert results.empty()


@pytest.mark.parametrize(
    ("code", "what"),
    [("sys.exit(1)", "cannot open the Word file"), ("time.sleep(600)", "did not end within 0 s")],
    ids=["none made", "hangs"],
)
def test_a_file_that_comes_to_nothing_is_told_and_the_next_is_tried(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, code: str, what: str
) -> None:
    monkeypatch.setattr(word, "TIMEOUT_S", 0.4)
    program = stand_in(code)
    with running(program) as (office, results):
        office.lay_out(job(1))
        number, result = results.get(timeout=30)
        assert (number, what in str(result)) == (1, True)
        monkeypatch.setattr(word, "TIMEOUT_S", 60)
        stand_in(CONVERT)
        office.lay_out(job(2))
        assert results.get(timeout=30) == (2, b"words")


def test_a_program_that_cannot_be_run_is_told(tmp_path: Path) -> None:
    with running(str(tmp_path / "gone")) as (office, results):
        office.lay_out(job(1))
        assert "cannot be run" in str(results.get(timeout=30)[1])


def test_closing_stops_the_program_and_leaves_nothing(
    stand_in: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    with running(stand_in(f"open({str(begun)!r}, 'w').write(str(os.getpid())); time.sleep(600)")) as (
        office,
        results,
    ):
        office.lay_out(job(1))
        pid = int(begun.read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert list(folder.iterdir()) == []
    assert results.empty()


def test_the_session_shows_the_word_version_when_it_comes(
    project: Path, stand_in: StandIn, told: list[Exception]
) -> None:
    page = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 400))
    pdf.save(page)
    (project / "word.pdf").write_bytes(page.getvalue())
    program = stand_in(
        f"target.joinpath('report.pdf').write_bytes(Path({str(project / 'word.pdf')!r}).read_bytes())"
    )
    session = Session(
        "harbour.txt", lambda: load_settings({"style": "house.yaml"}, {}, Path()), told.append, program
    )
    session.start()
    try:
        assert until(session, lambda state: state.look).word.status in {"drawing", "ready"}
        state = until(session, lambda state: state.word.status == "ready")
        assert state.word.pages.sizes == ((300, 400),)
        assert session.word_pages(1) == state.word.pages
        (project / "word.pdf").write_bytes(b"no pdf")
        (project / "house.yaml").write_text("bullets: [–]\n", "utf-8")
        failed = until(session, lambda state: state.word.status == "failed")
        assert failed.word.what == "is not a PDF, or is damaged"
    finally:
        session.close()
    assert told == []


def test_libreoffice_itself_lays_a_report_out_in_the_style_s_own_fonts(
    project: Path, told: list[Exception]
) -> None:
    program = tool.require("LibreOffice", find_libreoffice())
    (project / "house.yaml").write_text("typography: {base: Source Sans Pro}\n", "utf-8")
    session = Session(
        "harbour.txt", lambda: load_settings({"style": "house.yaml"}, {}, Path()), told.append, str(program)
    )
    session.start()
    try:
        state = until(session, lambda state: state.word.status in {"ready", "failed"})
    finally:
        session.close()
    assert state.word.what == ""
    with pikepdf.open(io.BytesIO(state.word.pages.pdf)) as pdf:
        fonts = {str(font.BaseFont).partition("+")[2] for font in pdf.pages[0].Resources.Font.values()}
    assert {name.partition("-")[0] for name in fonts} == {"SourceSansPro"}
