"""Places that fail midway: a full disk, a folder that may not be written any more, a source that vanishes.

An article that does something while it is read stands among the others, so that it happens at one certain
moment. Whatever it is: all is recorded, nothing is partial, and the resumed run comes to the bytes of an
undisturbed one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from converter.batch.journal import NAME
from tests.batch.articles import ROOT, records_of, tree, write_articles
from tests.command_cases import ordinary_user

COUNT = 12
OPTIONS = ("-t", "md,json", "-j", "1", "--chunk", "2")

READER = """
import os
from converter.model.article import Origin
from converter.readers.builder import ArticleBuilder

def read(original, encoding):
    exec(os.environ.get("MIDWAY", ""))
    builder = ArticleBuilder(original.source("text/midway", "utf-8"))
    builder.title("In the midst")
    builder.paragraph(original.data.decode(), Origin("line", 1))
    return builder.build()
"""

Batch = Callable[..., tuple[int, str]]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    write_articles(folder, COUNT - 1)
    (folder / "0" / "article-004.txt.midway").write_text("It happens now.\n", "utf-8")
    return folder


@pytest.fixture
def batch(articles: Path, tmp_path: Path) -> Batch:
    """Return what runs a batch, as somebody whom permissions bind, with an act in its midst."""
    package = tmp_path / "package"
    described = package / "midway-1.0.dist-info"
    described.mkdir(parents=True)
    (package / "midway.py").write_text(READER, "utf-8")
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: midway\nVersion: 1.0\n", "utf-8")
    (described / "entry_points.txt").write_text("[converter.readers]\nmidway = midway:read\n", "utf-8")
    path = os.pathsep.join((str(package), str(ROOT)))

    def run(out: Path, *options: object, midway: str = "", source: object = articles) -> tuple[int, str]:
        words = ["batch", source, "-o", out, *OPTIONS, *options]
        command = ordinary_user([sys.executable, "-m", "converter", *map(str, words)])
        if command is None:
            pytest.skip("nobody here whom permissions bind")
        environment = {**os.environ, "PYTHONPATH": path, "MIDWAY": midway}
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stderr

    return run


@pytest.fixture
def undisturbed(batch: Batch, tmp_path: Path) -> dict[str, str]:
    assert batch(tmp_path / "undisturbed")[0] == 0
    return tree(tmp_path / "undisturbed")


def check_whole(out: Path, journal: Path) -> None:
    """Check that just those reports are there whose articles are done."""
    done = [record for record in records_of(journal).values() if record.status == "done"]
    assert tree(out) == {report.path: report.sha256 for record in done for report in record.outputs}


def failures(journal: Path) -> dict[str, str]:
    return {name: one.code for name, one in records_of(journal).items() if one.code}


def test_a_folder_that_may_not_be_written_any_more(
    batch: Batch, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "1").mkdir()
    locking = f"for path in ('0', '1', ''): os.chmod(os.path.join({str(out)!r}, path), 0o555)"
    code, stderr = batch(out, midway=locking)
    found = failures(out / NAME)
    assert code == 1
    assert 0 < len(found) < COUNT
    assert set(found.values()) == {"output-unwritable"}
    assert "article-005.txt.md: cannot be written: permission denied; choose another folder" in stderr
    assert f"{len(found)} failed (output-unwritable {len(found)})" in stderr
    check_whole(out, out / NAME)
    assert batch(out, "--resume")[0] == 5
    for path in ("", "0", "1"):
        (out / path).chmod(0o755)
    assert batch(out, "--resume")[0] == 0
    assert tree(out) == undisturbed
    assert len(records_of(out / NAME)) == COUNT


def test_an_article_that_vanishes(
    batch: Batch, articles: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    out, victim = tmp_path / "out", articles / "1" / "article-009.txt"
    data = victim.read_bytes()
    # the list has named it already
    names = [path.relative_to(articles).as_posix() for path in sorted(articles.rglob("article*"))]
    (articles / "list.txt").write_text("\n".join(names), "utf-8")
    code, stderr = batch(out, midway=f"os.unlink({str(victim)!r})", source=articles / "list.txt")
    assert (code, failures(out / NAME)) == (1, {"article-009.txt": "input-missing"})
    assert "article-009.txt: there is no such file" in stderr
    check_whole(out, out / NAME)
    victim.write_bytes(data)
    assert batch(out, "--resume", source=articles / "list.txt")[0] == 0
    assert tree(out) == undisturbed


def test_a_folder_of_articles_that_vanishes(
    batch: Batch, articles: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    out = tmp_path / "out"
    moving = f"os.rename({str(articles / '1')!r}, {str(tmp_path / 'away')!r})"
    code, stderr = batch(out, "--chunk", "1", midway=moving)
    found = failures(out / NAME)
    assert code == 1
    # those that were found before, and the folder itself where it was not opened yet
    assert found
    assert set(found.values()) <= {"input-missing", "input-unreadable"}
    assert "there is no such file" in stderr or "the folder cannot be read: no such file" in stderr
    check_whole(out, out / NAME)
    shutil.move(tmp_path / "away", articles / "1")
    assert batch(out, "--resume")[0] == 0
    assert tree(out) == undisturbed
    # the folder itself has no record any more
    assert len(records_of(out / NAME)) == COUNT


def test_a_source_that_is_gone_before_it_is_read(batch: Batch, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, stderr = batch(out, source=tmp_path / "nowhere")
    assert (code, out.exists()) == (3, False)
    assert stderr == (
        f"briefing: {tmp_path / 'nowhere'}: there is no such file;"
        " give a folder, a glob in quotation marks, or a list\n"
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full(
    batch: Batch, small_disk: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    journal = tmp_path / "journal.jsonl"
    code, stderr = batch(small_disk, "--journal", journal)
    assert code == 1
    assert set(failures(journal).values()) == {"output-unwritable"}
    assert "cannot be written: no space left on device" in stderr
    check_whole(small_disk, journal)
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    assert batch(small_disk, "--journal", journal, "--resume")[0] == 0
    assert tree(small_disk) == undisturbed
    assert len(records_of(journal)) == COUNT


def test_a_disk_that_is_too_full_for_the_journal(
    batch: Batch, small_disk: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    journal, out = small_disk / "journal.jsonl", tmp_path / "out"
    (small_disk / "filler").write_bytes(b"x" * 36 * 1024)
    code, stderr = batch(out, "--chunk", "1", "--journal", journal)
    assert code == 5
    assert stderr.splitlines()[-1] == (
        f"briefing: {journal}: the journal cannot be written: no space left on device;"
        " make room, or name another with --journal; then add --resume"
    )
    assert 0 < len(records_of(journal)) < COUNT
    # reports whose records had no room are whole, too
    assert tree(out).items() <= undisturbed.items()
    (small_disk / "filler").unlink()
    assert batch(out, "--journal", journal, "--resume")[0] == 0
    assert tree(out) == undisturbed
    assert len(records_of(journal)) == COUNT


def test_a_folder_that_may_not_be_written_is_told_before_anything_is_done(
    batch: Batch, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o555)
    assert batch(out) == (
        5,
        f"briefing: {out}: cannot be written: permission denied; choose another folder\n",
    )
