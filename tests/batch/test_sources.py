"""Folders, globs and stores as sources."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from converter.batch.sources import items, total
from converter.errors import InputError, UsageError
from tests.servers.ports import HOST, free_ports


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/deep/d.txt", ".hidden", ".git/x.txt", "out/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


@pytest.fixture
def store() -> Iterator[str]:
    from fsspec.implementations.memory import MemoryFileSystem

    files = MemoryFileSystem()
    for name in ("b.txt", "a.md", "sub/c.html", "sub/deep/d.txt", ".hidden", "out/e.txt"):
        files.pipe_file(f"/news/{name}", b"x")
    yield "memory://news"
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]


def ids(source: object, *skipped: object) -> list[str]:
    return [item.id for item in items(str(source), skipped=[str(one) for one in skipped])]


def test_a_folder_is_taken_with_all_below_it_in_one_order(folder: Path) -> None:
    assert ids(folder, folder / "out") == ["a.md", "b.txt", "sub/c.html", "sub/deep/d.txt"]


def test_a_file_may_be_passed_over_like_a_folder(folder: Path) -> None:
    assert ids(folder, folder / "out", folder / "sub" / "c.html") == ["a.md", "b.txt", "sub/deep/d.txt"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.txt", ["b.txt", "out/e.txt", "sub/deep/d.txt"]),
        ("sub/*", ["c.html"]),
        ("s?b/**", ["sub/c.html", "sub/deep/d.txt"]),
        ("[!b].*", ["a.md"]),
        ("[ab].*", ["a.md", "b.txt"]),
    ],
)
def test_a_glob_names_files_below_its_folder(
    folder: Path, store: str, pattern: str, found: list[str]
) -> None:
    assert ids(folder / pattern) == found
    assert ids(f"{store}/{pattern}") == found


def test_a_store_is_read_like_a_folder(store: str) -> None:
    assert ids(store, "memory://news/out") == ["a.md", "b.txt", "sub/c.html", "sub/deep/d.txt"]
    assert next(items(store)).location == "memory:///news/a.md"


def test_a_list_in_a_store_names_files_beside_it(store: str) -> None:
    from fsspec.implementations.memory import MemoryFileSystem

    MemoryFileSystem().pipe_file("/news/list.txt", b"sub/c.html\n")
    (found,) = items(f"{store}/list.txt")
    assert (found.id, found.location) == ("sub/c.html", "memory://news/sub/c.html")


def test_a_folder_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)
    found = [item for item in items(str(folder)) if item.fault[0]]
    assert [(one.id, one.fault[0]) for one in found] == [("sub/", "input-unreadable")]
    assert found[0].fault[1].endswith("sub: the folder cannot be read: permission denied; ask its owner")


def test_a_folder_is_read_when_its_turn_comes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    scandir = os.scandir

    def reading(path: str) -> object:
        read.append(path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", reading)
    assert len(list(islice(items(str(folder)), 2))) == 2
    assert read == [str(folder)]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match="there is no such file; give a folder, a glob in quotation marks, or a list"
    ):
        items(str(tmp_path / "nothing.txt"))


def test_an_address_that_nobody_knows_is_told() -> None:
    with pytest.raises(UsageError) as raised:
        items("nowhere://x")
    assert raised.value.code == "store-unknown"


def test_documents_are_counted_where_that_is_cheap(folder: Path) -> None:
    (folder / "list.txt").write_text("a\n\nb\n", "utf-8")
    assert total(str(folder / "sub"))() == 2
    assert total(str(folder / "list.txt"))() == 2
    assert total("-")() is None


def test_they_are_counted_as_they_are_taken(folder: Path) -> None:
    (folder / "list.csv").write_text("path\na\nb\n", "utf-8")
    assert total(str(folder / "list.csv"))() == 2
    assert total(str(folder), [str(folder / "out"), str(folder / "sub")])() == 3


def test_a_link_that_leads_nowhere_is_taken_and_one_to_a_folder_is_not(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert ids(tmp_path / "in") == ["gone"]


def test_what_another_batch_wrote_is_no_article_unless_it_is_named(folder: Path) -> None:
    (folder / "sub" / ".journal.jsonl.lock").touch()
    assert ids(folder, folder / "out") == ["a.md", "b.txt"]
    assert ids(folder / "sub") == ["c.html", "deep/d.txt"]


@pytest.mark.parametrize("name", ["empty", "*.docx", "list.txt", "list.csv"])
def test_a_source_with_nothing_in_it_is_told(folder: Path, name: str) -> None:
    (folder / "empty").mkdir()
    (folder / "list.txt").write_text("\n\n", "utf-8")
    (folder / "list.csv").write_text("path,title\n", "utf-8")
    with pytest.raises(InputError, match="there is no article in it") as raised:
        items(str(folder / name))
    assert (raised.value.code, raised.value.where) == ("source-empty", str(folder / name))


@pytest.mark.parametrize("name", ["a.md", "sub/c.html"])
def test_an_article_that_is_given_as_a_list_is_told(folder: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"this is an article, and no list of them; use: briefing convert"):
        items(str(folder / name))


def test_so_is_one_that_might_be_a_list_by_its_first_sentence(folder: Path) -> None:
    text = "Harbour of Lund reopens\n\nThe harbour of Lund reopened on Monday after ten years.\n"
    (folder / "article.txt").write_text(text, "utf-8")
    with pytest.raises(
        InputError, match=r"article\.txt:3:1: this is no path of an article; convert a single"
    ):
        list(items(str(folder / "article.txt")))


def test_a_file_may_be_called_like_a_sentence(folder: Path) -> None:
    name = "The harbour of Lund reopened on Monday.txt"
    (folder / name).write_text("x", "utf-8")
    (folder / "list.txt").write_text(f"{name}\n", "utf-8")
    assert ids(folder / "list.txt") == [name]


@pytest.mark.parametrize("source", ["", "*.txt"])
def test_a_column_of_texts_needs_a_list(folder: Path, source: str) -> None:
    with pytest.raises(UsageError, match="--text-column is for lists, and this is none"):
        items(str(folder / source), text_column="body")


def test_a_list_on_the_web_is_told() -> None:
    with pytest.raises(UsageError, match="a list is not read from the web"):
        items("https://example.org/list.csv")


def test_a_store_that_refuses_to_connect_is_told() -> None:
    (port,) = free_ports(1)
    with pytest.raises(InputError, match="refused") as raised:
        items(f"ftp://{HOST}:{port}/news")
    assert raised.value.code == "store-unreachable"


@pytest.mark.parametrize(("pattern", "found"), [("[^a].*", ["a.md"]), ("[a&&b].*", ["a.md", "b.txt"])])
def test_signs_within_brackets_stand_for_themselves(folder: Path, pattern: str, found: list[str]) -> None:
    assert ids(folder / pattern) == found


def test_a_range_that_runs_backwards_is_told(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"'\[z-a\]\*.txt' is no pattern: bad character range z-a; write"):
        items(str(folder / "[z-a]*.txt"))


def test_a_link_that_nobody_may_look_behind_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub" / "link").symlink_to("/proc/1/cwd")
    exists = os.path.exists

    def refusing(path: str) -> bool:
        if path.endswith("link"):
            raise PermissionError(13, "Permission denied")
        return exists(path)

    monkeypatch.setattr("os.path.exists", refusing)
    assert "link" in ids(folder / "sub")


def test_a_pattern_below_a_folder_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(InputError, match=r"nope/: there is no such folder; check its name"):
        items(str(folder / "nope" / "*.txt"))
