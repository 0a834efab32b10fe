"""Safe names and atomic publishing."""

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import OutputError
from converter.files import NAME_BYTES, Outcome, _flush_folder, ascii_slug, free_name, publish, slug

if TYPE_CHECKING:
    from collections.abc import Callable


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Strategic Dialogues Mark New Chapter",
            "strategic-dialogues-mark-new-chapter",
        ),
        ("../../etc/passwd", "etc-passwd"),
        ("Über «Öl» & Gas: 50 %", "über-öl-gas-50"),
        ("Հայաստան", "հայաստան"),
        ("हिन्दी", "हिन्दी"),
        ("con/../aux\x00", "con-aux"),
        ("Xenon – XX", "xenon-xx"),
    ],
)
def test_a_slug_keeps_letters_and_digits_of_any_script(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_name_that_is_taken_gets_the_first_number_that_is_free() -> None:
    assert free_name("a", ".pdf", ()) == "a.pdf"
    assert free_name("a", ".pdf", {"a.pdf", "a-2.pdf", "a-4.pdf"}) == "a-3.pdf"


def test_a_slug_that_is_too_long_is_cut_between_letters_and_ends_in_one() -> None:
    assert slug("é" * 60) == "é" * 40
    assert slug(f"a{'é' * 60}") == f"a{'é' * 39}"
    assert slug(f"{'a' * 78}x bb") == f"{'a' * 78}x"


def test_the_first_number_of_a_name_that_is_taken_is_two() -> None:
    assert free_name("a", ".pdf", {"a.pdf"}) == "a-2.pdf"


def test_what_has_no_letter_is_named_by_a_hash_of_what_is_given_or_of_itself() -> None:
    article, title = (sha256(data).hexdigest()[:8] for data in (b"the article", b"***"))
    assert slug("***", fallback=b"the article") == f"article-{article}"
    assert slug("***") == f"article-{title}"
    for name in (slug, ascii_slug):
        assert name("\ud800") == f"article-{sha256(b'?').hexdigest()[:8]}"


def test_a_slug_is_never_empty() -> None:
    assert slug("***", fallback=b"the article") == slug("!!!", fallback=b"the article")
    assert slug("***", fallback=b"the article").startswith("article-")
    assert slug("***", fallback=b"another") != slug("***", fallback=b"the article")


@given(st.text())
def test_a_slug_is_one_safe_component(title: str) -> None:
    for name in (slug(title), ascii_slug(title)):
        assert 0 < len(name.encode("utf-8")) <= NAME_BYTES
        assert name == Path(name).name
        assert name not in {".", ".."}
        assert not name.startswith(("-", "."))
        assert name.isprintable()
    assert ascii_slug(title).isascii()


def test_an_ascii_slug_drops_accents_and_names_other_scripts_by_a_hash() -> None:
    assert ascii_slug("Énergie – Übersicht") == "energie-ubersicht"
    assert ascii_slug("Հայաստան").startswith("article-")
    assert ascii_slug("Հայաստան") != ascii_slug("Україна")


def test_publishing_creates_then_leaves_alone_then_refuses_then_replaces(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new" / "folder" / "a.pdf"
    assert publish({path: b"one"}) == {path: Outcome.CREATED}
    assert publish({path: b"one"}) == {path: Outcome.UNCHANGED}
    with pytest.raises(OutputError, match="add --force") as caught:
        publish({path: b"two"})
    assert caught.value.code == "output-exists"
    told = f"{path}: a different file is there; add --force to replace it, or choose another name"
    assert str(caught.value) == told
    assert path.read_bytes() == b"one"
    assert publish({path: b"two"}, overwrite=True) == {path: Outcome.REPLACED}
    assert path.read_bytes() == b"two"
    assert names(path.parent) == ["a.pdf"]


def test_when_one_of_a_pair_cannot_be_written_neither_is(tmp_path: Path) -> None:
    docx, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    pdf.write_bytes(b"somebody's")
    with pytest.raises(OutputError):
        publish({docx: b"new", pdf: b"new"})
    assert names(tmp_path) == ["a.pdf"]
    assert pdf.read_bytes() == b"somebody's"


def test_a_move_that_fails_midway_takes_back_what_was_created(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docx, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    link = os.link

    def link_once(source: Path, target: Path) -> None:
        if target == pdf:
            pdf.write_bytes(b"somebody's")
            raise FileExistsError
        link(source, target)

    monkeypatch.setattr(os, "link", link_once)
    with pytest.raises(OutputError):
        publish({docx: b"new", pdf: b"new"})
    assert names(tmp_path) == ["a.pdf"]
    assert pdf.read_bytes() == b"somebody's"


def test_when_another_run_made_the_same_file_in_the_meantime_all_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(_source: Path, target: Path) -> None:
        target.write_bytes(b"new")
        raise FileExistsError

    monkeypatch.setattr(os, "link", link)
    assert publish({tmp_path / "a.pdf": b"new"}) == {tmp_path / "a.pdf": Outcome.UNCHANGED}
    with pytest.raises(OutputError, match="add --force"):
        publish({tmp_path / "b.pdf": b"other"})
    assert sorted(names(tmp_path)) == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize("obstacle", ["folder", "fifo", "link"])
def test_what_is_not_a_file_is_never_replaced(tmp_path: Path, obstacle: str) -> None:
    path, elsewhere = tmp_path / "a.pdf", tmp_path / "elsewhere"
    elsewhere.write_bytes(b"somebody's")
    makers: dict[str, Callable[[], None]] = {
        "folder": path.mkdir,
        "fifo": lambda: os.mkfifo(path),
        "link": lambda: path.symlink_to(elsewhere),
    }
    makers[obstacle]()
    with pytest.raises(OutputError) as caught:
        publish({path: b"new"}, overwrite=True)
    assert caught.value.code == "output-not-a-file"
    assert str(caught.value) == f"{path}: something that is not a file is there; choose another name"
    assert elsewhere.read_bytes() == b"somebody's"


def test_a_file_where_a_folder_should_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "reports").write_bytes(b"")
    path = tmp_path / "reports" / "a.pdf"
    with pytest.raises(OutputError) as caught:
        publish({path: b"new"})
    assert caught.value.code == "output-unwritable"
    assert str(caught.value) == f"{path}: cannot be written: not a directory; choose another folder"


def test_a_link_that_leads_nowhere_is_no_folder(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.symlink_to(tmp_path / "gone")
    with pytest.raises(OutputError) as caught:
        publish({folder / "a.pdf": b"new"})
    assert caught.value.code == "output-unwritable"
    assert str(caught.value) == f"{folder}: this is a file, not a folder; choose another place"


def _refuse(*_arguments: object, **_more: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(
    ("owner", "step"), [(os, "fsync"), (Path, "replace"), (Path, "lstat")], ids=["flush", "move", "look"]
)
def test_a_disk_that_refuses_is_one_line_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, step: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(owner, step, _refuse)
    with pytest.raises(OutputError) as caught:
        publish({path: b"new"}, overwrite=True)
    monkeypatch.undo()
    assert caught.value.code == "output-unwritable"
    assert str(caught.value) == f"{path}: cannot be written: no space left on device; choose another folder"
    assert (names(tmp_path), path.read_bytes()) == (["a.pdf"], b"old")


def test_what_was_taken_back_already_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docx, pdf = tmp_path / "a.docx", tmp_path / "a.pdf"
    link = os.link

    def link_once(source: Path, target: Path) -> None:
        if target == pdf:
            docx.unlink()
            pdf.mkdir()
            raise FileExistsError
        link(source, target)

    monkeypatch.setattr(os, "link", link_once)
    with pytest.raises(OutputError) as caught:
        publish({docx: b"new", pdf: b"new"})
    assert caught.value.code == "output-not-a-file"


def test_a_file_system_without_links_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", _refuse)
    path = tmp_path / "a.pdf"
    assert publish({path: b"new"}) == {path: Outcome.CREATED}
    assert (names(tmp_path), path.read_bytes()) == (["a.pdf"], b"new")


def test_a_folder_that_cannot_be_flushed_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", _refuse)
    _flush_folder(tmp_path)
    monkeypatch.undo()
    assert publish({tmp_path / "a.pdf": b"new"}) == {tmp_path / "a.pdf": Outcome.CREATED}


def test_what_the_caller_wrote_may_be_replaced_while_it_is_still_that(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    publish({path: b"one"})
    own = {path: sha256(b"one").hexdigest()}
    assert publish({path: b"two"}, own=own) == {path: Outcome.REPLACED}
    assert path.read_bytes() == b"two"
    with pytest.raises(OutputError, match="a different file is there"):
        publish({path: b"three"}, own=own)
    assert path.read_bytes() == b"two"
