"""`convert --watch`: again at each change, whatever goes wrong, and never over a file of somebody else's."""

import gc
import json
import os
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest

from converter import pipeline
from converter.cli.conversion import Manner
from converter.cli.options import load_settings
from converter.cli.watch import watch_all
from converter.configuration import Settings
from converter.errors import UsageError
from converter.file_cache import forget
from tests.sample import png

ARTICLE = "Harbour of Lund reopens\n\nThe harbour of Lund reopened on Monday after ten years of work.\n"
REPORT = Path("output/harbour-of-lund-reopens.html")
NOON = datetime(2026, 11, 23, 12, 0, 5)  # noqa: DTZ001 - shown as it is


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, in which an article lies and nothing else."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def watch(
    *steps: Callable[[], object], sources: Sequence[str] = ("a.txt",), as_json: bool = False, **options: str
) -> None:
    """Watch while one step after the other happens, each once the round of the one before is over."""
    left = iter(steps)
    looks = iter(range(1_000))

    def wait(_seconds: float) -> None:
        # a file is told at the second look behind its change
        if next(looks) % 3 == 0:
            step = next(left, None)
            if step is None:
                raise KeyboardInterrupt
            step()

    given = {"to": "html", **options}
    with pytest.raises(KeyboardInterrupt):
        watch_all(
            sources,
            lambda: load_settings(given),
            Manner(as_json=as_json, quiet=False, verbose=False),
            wait=wait,
            now=lambda: NOON,
        )


def write(name: str, text: str) -> Callable[[], object]:
    """Return what saves a file as editors do: a new one takes the place of the old."""

    def save() -> None:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}~")
        beside.write_text(text, "utf-8")
        beside.replace(path)

    return save


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what was said on stderr."""
    return [line.removeprefix("briefing: ") for line in capsys.readouterr().err.splitlines()]


def test_a_round_begins_with_the_time_and_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    watch(write("a.txt", ARTICLE.replace("ten", "nine")))
    output = capsys.readouterr()
    assert output.err.splitlines() == [
        "briefing: watching for changes; press Ctrl-C to end",
        "briefing: 12:00:05: a.txt changed",
    ]
    assert output.out.splitlines() == [str(REPORT), str(REPORT)]
    assert "after nine years" in REPORT.read_text("utf-8")


def test_nothing_is_done_while_nothing_changes(capsys: pytest.CaptureFixture[str]) -> None:
    watch(lambda: None, lambda: None)
    assert capsys.readouterr().out.splitlines() == [str(REPORT)]


@pytest.mark.parametrize(
    ("name", "before", "after", "shown"),
    [
        ("house.yaml", "extends: default", "color: {primary: '#7a1f2b'}", "#7a1f2b"),
        ("base.yaml", "color: {muted: '#555555'}", "color: {primary: '#7a1f2b'}", "#7a1f2b"),
        (
            "mine.yaml",
            "extends: default",
            "extends: default\nsections: {summary: {titles: {en: In short}}}",
            "In short",
        ),
        ("briefing.yaml", "length: full", "length: full\nmarking: TLP:RED", "TLP:RED"),
        ("own/briefing.yaml", "length: full", "length: full\nmarking: TLP:RED", "TLP:RED"),
        (
            "own/styles/languages/en.yaml",
            "extends: en",
            "extends: en\nlabels: {summary: Kern}",
            "Kern",
        ),
    ],
    ids=["style", "what it extends", "outline", "project", "user", "language"],
)
def test_every_kind_of_file_that_is_read_is_watched(
    monkeypatch: pytest.MonkeyPatch, name: str, before: str, after: str, shown: str
) -> None:
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_args, **_options: Path("own").absolute())
    write("base.yaml", "extends: default")()
    write("house.yaml", "extends: base.yaml")()
    write("mine.yaml", "extends: default")()
    write(name, before if name != "house.yaml" else "extends: base.yaml")()
    seen: list[str] = []

    def look() -> None:
        seen.append(REPORT.read_text("utf-8"))

    watch(look, write(name, after), look, style="house.yaml", outline="mine.yaml")
    assert [shown.lower() in text.lower() for text in seen] == [False, True]


def test_what_is_broken_from_the_start_is_told_and_can_be_mended(capsys: pytest.CaptureFixture[str]) -> None:
    write("house.yaml", "colour: {}")()
    watch(write("house.yaml", "extends: gone.yaml"), write("gone.yaml", "meta: {}"), style="house.yaml")
    assert told(capsys) == [
        "house.yaml:1:1: colour: is not a key; did you mean color?",
        "watching for changes; press Ctrl-C to end",
        "12:00:05: house.yaml changed",
        "house.yaml:1:10: extends: there is no style file gone.yaml; check its path",
        "12:00:05: gone.yaml changed",
    ]
    assert REPORT.exists()


def test_an_article_that_is_missing_empty_or_gone_is_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").unlink()
    watch(write("a.txt", ""), write("a.txt", ARTICLE), Path("a.txt").unlink)
    output = capsys.readouterr()
    assert [line.partition(": ")[2].partition(";")[0] for line in output.err.splitlines()] == [
        "a.txt: there is no such file",
        "watching for changes",
        "12:00:05: a.txt changed",
        "a.txt: there is nothing in it",
        "12:00:05: a.txt changed",
        "12:00:05: a.txt changed",
        "a.txt: there is no such file",
    ]
    assert output.out.splitlines() == [str(REPORT)]


def test_the_article_of_a_briefing_file_is_watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from converter.cli import main

    assert main(["outline", "a.txt", "-o", "draft.yaml"]) == 0
    draft = (folder / "draft.yaml").read_text("utf-8")
    capsys.readouterr()
    watch(
        write("draft.yaml", draft.replace("title: Summary", "title: In short")),
        write("a.txt", ARTICLE + "\n"),
        write("a.txt", ARTICLE),
        sources=["draft.yaml"],
    )
    lines = told(capsys)
    assert [line for line in lines if "changed" in line][:2] == [
        "12:00:05: draft.yaml changed",
        "12:00:05: a.txt changed",
    ]
    assert "In short" in REPORT.read_text("utf-8")


def test_a_report_that_somebody_else_changed_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    watch(
        write(str(REPORT), "mine"),
        write("a.txt", ARTICLE.replace("ten", "nine")),
        REPORT.unlink,
        write("a.txt", ARTICLE.replace("ten", "eight")),
    )
    assert told(capsys)[1:] == [
        "12:00:05: a.txt changed",
        f"{REPORT}: a different file is there; add --force to replace it, or choose another name",
        "12:00:05: a.txt changed",
    ]
    assert "after eight years" in REPORT.read_text("utf-8")


def test_a_report_of_another_run_is_left_alone_unless_it_is_just_like_ours() -> None:
    write(str(REPORT), "of another run")()
    watch(write("a.txt", ARTICLE.replace("ten", "nine")))
    assert REPORT.read_text("utf-8") == "of another run"
    REPORT.unlink()
    watch()
    watch(write("a.txt", ARTICLE.replace("ten", "eight")))
    assert "after eight years" in REPORT.read_text("utf-8")


def test_each_round_has_an_object_for_each_article(capsys: pytest.CaptureFixture[str]) -> None:
    write("b.txt", "Bridge\n\nThe bridge of Lund reopened on Tuesday after two years of work.\n")()
    watch(write("a.txt", ""), write("briefing.yaml", "lenth: 3"), sources=["a.txt", "b.txt"], as_json=True)
    rounds = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one.get("input"), one.get("error", {}).get("code")) for one in rounds] == [
        ("a.txt", None),
        ("b.txt", None),
        ("a.txt", "input-empty"),
        ("b.txt", None),
        (None, "configuration-key"),
    ]


def _no_wait(_seconds: float) -> None:
    pytest.fail("it watches")


@pytest.mark.parametrize(
    ("source", "options"),
    [("-", {}), ("https://example.org/a", {}), ("a.txt", {"output": "-"}), ("a.txt", {"to": "pfd"})],
)
def test_a_call_that_never_makes_sense_is_refused_at_once(source: str, options: dict[str, str]) -> None:
    manner = Manner(as_json=False, quiet=False, verbose=False)
    with pytest.raises(UsageError):
        watch_all([source], lambda: load_settings({"to": "html", **options}), manner, wait=_no_wait)


def test_what_makes_no_sense_later_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    watch(
        write("briefing.yaml", "output: '-'"),
        write("briefing.yaml", "set: {extends: x}"),
        write("briefing.yaml", "length: full"),
    )
    assert [line.partition(";")[0] for line in told(capsys) if "changed" not in line][1:] == [
        "stdout: cannot take a report for each change",
        "briefing.yaml:1:16: extends cannot be set",
    ]


def test_a_font_and_a_logo_that_changed_are_read_anew() -> None:
    font, logo = Path("house.ttf"), Path("logo.png")
    serif, sans = (_font(name) for name in ("source_serif_pro", "source_sans_pro"))
    font.write_bytes(serif)
    logo.write_bytes(png(24, 12))
    write(
        "house.yaml",
        "typography: {base: {family: House}, fonts: [{family: House, generic: serif, files: [house.ttf]}]}\n"
        "logo: {path: logo.png, alt: The house}\n"
        "word: {embed-fonts: true}\n",
    )()
    seen: list[dict[str, bytes]] = []

    def look() -> None:
        seen.append({path.name: path.read_bytes() for path in Path("output").iterdir()})

    watch(
        lambda: font.write_bytes(sans),
        look,
        lambda: logo.write_bytes(png(48, 24)),
        look,
        to="pdf,docx",
        style="house.yaml",
    )
    other_font, other_logo = seen
    assert other_logo.keys() == other_font.keys()
    assert all(other_logo[name] != other_font[name] for name in other_font)
    assert other_logo == _made_afresh("house.yaml")
    logo.write_bytes(png(24, 12))
    assert other_font == _made_afresh("house.yaml")


def _made_afresh(style: str) -> dict[str, bytes]:
    forget()
    made = pipeline.convert("a.txt", Settings(style=style, formats=("pdf", "docx")))
    return {f"{REPORT.stem}.{report.format}": report.data for report in made.reports}


def _font(package: str) -> bytes:
    spec = find_spec(f"font_{package}")
    assert spec is not None
    assert spec.origin is not None
    (regular,) = (Path(spec.origin).parent / "files").glob("*-Regular.ttf")
    return regular.read_bytes()


def test_memory_does_not_grow_over_many_rounds() -> None:
    def sizes() -> Iterator[Callable[[], object]]:
        for turn in range(24):
            yield write("house.yaml", f"typography: {{base: {{size: {9 + turn / 10}pt}}}}")
            yield measure

    used: list[int] = []

    def measure() -> None:
        gc.collect()
        used.append(tracemalloc.get_traced_memory()[0])

    write("house.yaml", "extends: default")()
    tracemalloc.start()
    try:
        watch(*sizes(), to="pdf,docx", style="house.yaml")
    finally:
        tracemalloc.stop()
    growth = sorted(after - before for before, after in pairwise(used[6:]))
    # but for one: now and then a table of the interpreter doubles
    assert sum(growth[:-1]) < 100_000


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_program_that_watches_ends_when_it_is_told_to(
    folder: Path, number: signal.Signals, code: int
) -> None:
    program = (
        "import signal, sys; from converter.cli import main; "
        # a shell that runs the tests in the background keeps Ctrl-C from them
        "signal.signal(signal.SIGINT, signal.default_int_handler); "
        "sys.exit(main(['convert', 'a.txt', '-t', 'html', '--watch']))"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            assert process.stdout.readline() == f"{REPORT}\n"
            assert process.stderr.readline().startswith("briefing: watching")
            write("a.txt", ARTICLE.replace("ten", "nine"))()
            assert process.stderr.readline().endswith(": a.txt changed\n")
            assert process.stdout.readline() == f"{REPORT}\n"
            process.send_signal(number)
            assert process.wait() == code
            assert process.stderr.read().endswith("nothing half-written is left\n")
        finally:
            process.kill()
    assert "after nine years" in (folder / REPORT).read_text("utf-8")
    assert [path.name for path in (folder / "output").iterdir()] == [REPORT.name]
