"""Targets: a folder, a store that puts whole objects, and one that needs a temporary name."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from converter.batch.records import Output
from converter.batch.targets import Target, target_of
from converter.errors import OutputError


@pytest.fixture(params=["folder", "memory", "file"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield {"folder": str(tmp_path), "memory": "memory://reports", "file": f"file://{tmp_path}"}[request.param]
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]


@pytest.fixture
def target(place: str) -> Target:
    return target_of(place)


def content(target: Target, name: str) -> bytes:
    return b"".join(target.lines(name))


def test_reports_are_there_whole(target: Target) -> None:
    target.publish({"a/x.md": b"one\ntwo", "a/x.json": b"{}"}, {})
    assert content(target, "a/x.md") == b"one\ntwo"
    assert list(target.names("a")) == ["x.json", "x.md"]
    assert target.holds(Output("a/x.md", "md", sha256(b"one\ntwo").hexdigest()))
    assert not target.holds(Output("a/y.md", "md", sha256(b"one\ntwo").hexdigest()))


def test_what_is_not_there_has_no_names_and_no_lines(target: Target) -> None:
    assert list(target.names("nowhere")) == []
    assert list(target.lines("nowhere")) == []
    target.remove("nowhere")


def test_the_same_again_is_no_error(target: Target) -> None:
    target.publish({"x": b"1"}, {})
    target.publish({"x": b"1"}, {})
    assert content(target, "x") == b"1"


def test_a_different_file_is_not_replaced_and_nothing_of_the_others_stays(target: Target) -> None:
    target.publish({"y": b"old"}, {})
    with pytest.raises(OutputError) as raised:
        target.publish({"x": b"new", "y": b"new"}, {})
    assert raised.value.code == "output-exists"
    assert (content(target, "x"), content(target, "y")) == (b"", b"old")


def test_what_an_earlier_run_wrote_is_replaced(target: Target) -> None:
    target.publish({"x": b"old"}, {})
    target.publish({"x": b"new"}, {"x": sha256(b"old").hexdigest()})
    assert content(target, "x") == b"new"


def test_a_different_file_is_replaced_on_request(target: Target, place: str) -> None:
    target.publish({"x": b"old"}, {})
    target_of(place, overwrite=True).publish({"x": b"new"}, {})
    assert content(target, "x") == b"new"


def test_checking_and_removing_leave_nothing(target: Target) -> None:
    target.check()
    target.publish({"a/x": b"1"}, {})
    target.remove("a/x")
    assert list(target.names("")) in ([], ["a"])
    assert list(target.names("a")) == []


def test_a_folder_is_swept_of_what_is_half_written(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".0123456789abcdef.briefing.tmp").write_bytes(b"ha")
    (tmp_path / "a" / ".own").write_bytes(b"x")
    target_of(str(tmp_path)).sweep()
    assert [path.name for path in (tmp_path / "a").iterdir()] == [".own"]


def test_a_store_is_asked_to_make_objects_only_where_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    target: Any = target_of("memory://reports")
    files = target._store._files
    target.check()
    put, modes = files.pipe_file, []

    def watched(path: str, data: bytes, mode: str = "overwrite") -> None:
        modes.append(mode)
        put(path, data, mode=mode)

    monkeypatch.setattr(files, "pipe_file", watched)
    target.publish({"x": b"1"}, {})
    target.publish({"x": b"1"}, {})
    with pytest.raises(OutputError):
        target.publish({"x": b"2"}, {})
    assert modes == ["create"] * 3
    MemoryFileSystem.store.clear()


@pytest.mark.parametrize("place", ["memory", "file"], indirect=True)
def test_what_a_store_says_is_told_and_nothing_stays(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target: Any = target_of(place)
    target.check()
    files = target._store._files
    put, puts = files.pipe_file, []

    def refusing(path: str, data: bytes, **options: object) -> None:
        puts.append(path)
        if len(puts) > 1:
            raise RuntimeError("503 Slow\nDown")
        put(path, data, **options)

    monkeypatch.setattr(files, "pipe_file", refusing)
    with pytest.raises(OutputError, match="cannot be written: 503 slow down"):
        target.publish({"x": b"1", "y": b"2"}, {})
    monkeypatch.undo()
    assert list(target.names("")) == []
