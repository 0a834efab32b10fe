"""The same input makes the same bytes, whatever the machine is like."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conformance.articles import EVERYTHING
from tests.determinism import campaign
from tests.determinism.articles import orders
from tests.sample import png

FORMATS = ("docx", "pdf", "html", "md", "json")

STYLE = """\
extends: think-tank
logo: {path: mark.png, alt: The house, height: 20pt}
contents: always
word: {embed-fonts: true}
"""

MACHINES: dict[str, dict[str, str]] = {
    "first": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "again": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "elsewhere": {"PYTHONHASHSEED": "4711", "TZ": "Asia/Yerevan", "LC_ALL": "C", "PYTHONUTF8": "1"},
}


def test_a_sample_of_the_campaign_makes_the_same_bytes_of_every_format(tmp_path: Path) -> None:
    machines = campaign.machines()
    assert len(machines) == 9
    asked = list(orders(5, first=7))
    assert list(campaign.compare(asked, [machines[0], machines[7]], tmp_path)) == []


def test_the_campaign_tells_what_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = campaign.machines()[:2]
    sums = {"a.txt": dict.fromkeys(campaign.FORMATS, "0")}
    made = iter([sums, {"a.txt": sums["a.txt"] | {"eml": "1"}}])
    monkeypatch.setattr(campaign, "_run", lambda *_: next(made))
    assert list(campaign.compare([], [first, other], tmp_path)) == [f"a.txt: eml differs on: {other}"]


def digests(article: Path, folder: Path, environment: dict[str, str], *options: str) -> dict[str, str]:
    """Convert in a folder of its own; return the format of each report with its SHA-256."""
    folder.mkdir()
    command = [sys.executable, "-m", "converter", "convert", str(article), "-o", "reports", "-q", *options]
    subprocess.run(
        [*command, "-t", ",".join(FORMATS)], cwd=folder, env={**os.environ, **environment}, check=True
    )
    reports = (folder / "reports").iterdir()
    return {path.suffix[1:]: hashlib.sha256(path.read_bytes()).hexdigest() for path in reports}


def message(article: Path, folder: Path, environment: dict[str, str]) -> bytes:
    """Return the e-mail that is written in a folder of its own."""
    folder.mkdir()
    command = [sys.executable, "-m", "converter", "email", str(article), "--eml", ".", "-q"]
    command += ["--to", "Հասմիկ, Ռ <ada@example.org>", "--bcc", "ben@example.org", "--marking", "TLP:AMBER"]
    subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True)
    (file,) = folder.glob("*.eml")
    return file.read_bytes()


@pytest.fixture(scope="module", params=["txt", "html", "docx", "pdf"])
def runs(
    request: pytest.FixtureRequest, seed: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    """Return the reports of each machine, made of the same article in one format after the other."""
    folder = tmp_path_factory.mktemp("determinism")
    article = folder / f"article.{request.param}"
    if request.param == "txt":
        article.write_bytes(seed.read_bytes())
    else:
        command = [sys.executable, "-m", "converter", "convert", str(seed), "-o", str(article), "-q"]
        subprocess.run([*command, "--length", "full"], check=True)
    # as any article, and not as a report of ours that comes back
    options = ("-f", "docx") if request.param == "docx" else ()
    return {name: digests(article, folder / name, machine, *options) for name, machine in MACHINES.items()}


def test_every_format_is_written(runs: dict[str, dict[str, str]]) -> None:
    assert set(runs["first"]) == set(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("machine", ["again", "elsewhere"])
def test_the_bytes_are_those_of_the_first_run(
    runs: dict[str, dict[str, str]],
    machine: str,
    format: str,  # noqa: A002 - the word of the command line
) -> None:
    assert runs[machine][format] == runs["first"][format]


def test_tables_pictures_fonts_and_a_logo_are_the_same_everywhere(tmp_path: Path) -> None:
    article, style = tmp_path / "article.md", tmp_path / "house.yaml"
    article.write_text(EVERYTHING, "utf-8")
    style.write_text(STYLE, "utf-8")
    (tmp_path / "mark.png").write_bytes(png(40, 20))
    options = ("--style", str(style), "--length", "full")
    first, elsewhere = (
        digests(article, tmp_path / name, MACHINES[name], *options) for name in ("first", "elsewhere")
    )
    with zipfile.ZipFile(next((tmp_path / "first" / "reports").glob("*.docx"))) as parts:
        names = "\n".join(parts.namelist())
    assert (names.count("word/media/"), names.count("word/fonts/")) == (3, 6)
    assert elsewhere == first


def test_an_email_is_the_same_everywhere(seed: Path, tmp_path: Path) -> None:
    first, *others = (message(seed, tmp_path / name, machine) for name, machine in MACHINES.items())
    assert b"\r\nMessage-ID: <" in first
    assert others == [first] * len(others)
