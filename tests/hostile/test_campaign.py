"""A sample of the hostile set in this process, in every format; all of it: `make conformance`.

What only a process of its own shows, such as memory, connections and files that are left, is for
`python -m tests.hostile.campaign`; a case or two of it runs here.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conformance.articles import write_articles
from tests.hostile.campaign import judge
from tests.hostile.case import REPORT, Case
from tests.hostile.cases import CASES, GROUPS
from tests.hostile.harmless import harms
from tests.hostile.inside import call
from tests.hostile.judging import wrong_of_report
from tests.hostile.making import TEXT
from tests.hostile.running import Folders, Ran
from tests.judges.tool import require

FORMATS = ("docx", "pdf", "html", "md", "json")
_EVERY = 16
_FAST = [case for case in CASES if not case.heavy and case.meanwhile is None]
SAMPLE = _FAST[::_EVERY]
OTHERS = [case for case in _FAST if case not in SAMPLE]


def check(case: Case, folder: Path) -> None:
    """Convert `case` to every format, and look at what comes of it."""
    (folder / "in").mkdir()
    arguments = case.make(folder / "in")
    there = [] if "-o" in arguments else ["-t", ",".join(FORMATS), "-o", "../out/"]
    before = {path for path in folder.rglob("*") if path != folder / "out"}
    done = call(["convert", *arguments, *there, "--json"], folder / "in")
    told = [line for line in done.said if not line.startswith("briefing: notice: ")]
    assert all(line.isprintable() for line in done.said)
    errors = [result["error"] for result in done.results if "error" in result]
    assert bool(done.code) == bool(errors)
    assert {error["code"] for error in errors} <= case.must
    assert len(told) == sum(len(error.get("lines", [0])) for error in errors)
    reported = [result["outputs"] for result in done.results if "outputs" in result]
    if not reported:
        assert {path for path in folder.rglob("*") if path != folder / "out"} == before
        return
    assert REPORT in case.must
    made = [folder / "in" / output["path"] for outputs in reported for output in outputs]
    assert "-o" in arguments or [path.suffix[1:] for path in made] == list(FORMATS)
    assert [
        f"{path.suffix}: {harm}" for path in made for harm in harms(path.read_bytes(), path.suffix[1:])
    ] == []


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: ascii(case.name))
def test_a_report_is_harmless_or_one_line_says_why_there_is_none(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


@pytest.mark.conformance
@pytest.mark.parametrize("case", OTHERS, ids=lambda case: ascii(case.name))
def test_all_reports_are_harmless_or_one_line_says_why_there_is_none(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)


def test_reports_of_ordinary_articles_are_harmless(seed: Path, tmp_path: Path) -> None:
    for article in (seed, *write_articles(tmp_path).values()):
        done = call(
            ["convert", str(article), "-t", ",".join(FORMATS), "-o", f"{article.stem}/", "--json"], tmp_path
        )
        for output in done.results[0]["outputs"]:
            assert list(harms((tmp_path / output["path"]).read_bytes(), output["format"])) == []


@pytest.mark.parametrize("group", ["wording", "broken"])
def test_messages_about_hostile_articles_are_harmless(group: str, tmp_path: Path) -> None:
    sent = 0
    for number, case in enumerate(GROUPS[group][::_EVERY]):
        folder = tmp_path / str(number)
        folder.mkdir()
        arguments = case.make(folder)[:1]
        out = ["--to", "ada@example.org", "--eml", "out", "--ledger", "ledger.sqlite"]
        done = call(["email", *arguments, *out], folder)
        assert all(line.isprintable() for line in done.said)
        for file in (folder / "out").glob("*.eml"):
            assert list(harms(file.read_bytes(), "eml")) == []
            sent += 1
    assert sent > 3


def test_a_process_of_its_own_leaves_nothing_reaches_nothing_and_stays_small() -> None:
    require("strace", shutil.which("strace"))
    # a container may forbid either
    for command in (["unshare", "--net", "true"], ["strace", "-qq", "-o", os.devnull, "true"]):
        allowed = subprocess.run(command, capture_output=True, check=False).returncode == 0
        require(f"the right to run {command[0]}", command[0] if allowed else None)
    for name in (
        "pictures, that are pipes, devices and secrets",
        "word, an entity from a file",
        "file, that grows",
    ):
        case = next(case for case in CASES if case.name == name)
        assert judge("sample", case).wrong == ()


def test_what_is_wrong_would_be_seen() -> None:
    require("strace", shutil.which("strace"))

    def lay(folder: Path) -> list[str]:
        (folder / "a.txt").write_text(TEXT, "utf-8")
        return ["a.txt", "-o", "elsewhere/"]

    wrong = judge("sample", Case("a good article", lay, frozenset({"input-broken"}))).wrong
    assert wrong == ("made a report, and should say input-broken",)


@pytest.mark.parametrize("name", ["pdf, forms that draw the next twice", "word, a billion laughs"])
def test_a_bomb_that_is_verified_as_a_report_is_one_line(name: str) -> None:
    require("strace", shutil.which("strace"))
    case = next(case for case in CASES if case.name == name)
    assert judge("sample", case, as_report=True).wrong == ()


def test_what_is_wrong_with_a_report_that_is_verified_would_be_seen(tmp_path: Path) -> None:
    folders = Folders(tmp_path).made()
    ran = Ran(1, (), ("briefing: a", "briefing: b"), 31.0, 1.0, 701.0, (), (), (), ())
    assert list(wrong_of_report(["a.pdf"], ran, folders, set())) == [
        "took 31 s",
        "took 701 MB",
        "verify ends with 1: ('briefing: a', 'briefing: b')",
        "verify says 2 lines: ('briefing: a', 'briefing: b')",
    ]
