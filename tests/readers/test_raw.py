"""Getting an article's bytes."""

import os
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from converter.errors import InputError
from converter.limits import Limits
from converter.readers import original, raw
from converter.readers.original import Original
from converter.readers.raw import fetch, is_address


def test_a_file_comes_with_its_bytes_its_name_and_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.TXT").write_bytes(b"\xff\x00abc")
    original = fetch(str(tmp_path / "a.TXT"))
    assert original == Original(b"\xff\x00abc", "a.TXT", tmp_path)
    assert original.suffix == "txt"


def test_a_source_tells_hash_and_size_of_the_original_bytes() -> None:
    source = Original(b"abc", "a.md").source("text/markdown", "utf-8")
    assert source.sha256 == sha256(b"abc").hexdigest()
    assert (source.name, source.media_type) == ("a.md", "text/markdown")
    assert (source.size_bytes, source.encoding) == (3, "utf-8")


def test_a_hyphen_stands_for_standard_input() -> None:
    assert fetch("-", BytesIO(b"piped")) == Original(b"piped", "stdin")


def test_the_process_has_a_standard_input_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = BytesIO(b"typed")

    monkeypatch.setattr(sys, "stdin", Stdin)
    assert fetch("-").data == b"typed"


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert fetch(str(tmp_path / "b.txt")).data == b"abc"


def test_control_characters_in_a_name_do_not_reach_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\nb.txt"
    path.write_bytes(b"abc")
    assert fetch(str(path)).name == "a[31m b.txt"


def _refusal(location: str) -> InputError:
    with pytest.raises(InputError) as caught:
        fetch(location)
    assert caught.value.where == location
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_missing_file_is_told_with_the_name_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(b"abc")
    error = _refusal(str(tmp_path / "artcle.txt"))
    assert error.code == "input-missing"
    assert error.remedy == "did you mean article.txt?"


@pytest.mark.parametrize("name", ["none.txt", "none/none.txt", "a.txt/none.txt"])
def test_a_file_that_nothing_resembles_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert _refusal(str(tmp_path / name)).code == "input-missing"


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    assert _refusal(str(tmp_path)).code == "input-folder"


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert _refusal(str(tmp_path / "a.txt")).code == "input-empty"


@pytest.mark.skipif(os.name != "posix", reason="named pipes have a place in the file system on POSIX only")
def test_a_pipe_is_refused_before_it_can_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _refusal(str(tmp_path / "pipe")).code == "input-not-a-file"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    path.chmod(0)
    assert _refusal(str(path)).code == "input-unreadable"


def test_a_refusal_of_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_bytes(b"abc")
    monkeypatch.setattr(os, "open", refuse)
    assert _refusal(str(tmp_path / "a.txt")).code == "input-unreadable"


@pytest.mark.parametrize("location", ["a\x00b", "x" * 5000])
def test_a_name_that_no_file_can_have_is_told(location: str) -> None:
    assert _refusal(location).code == "input-unreadable"


@pytest.mark.parametrize("location", ["ftp://example.org/a.txt", "FTP://example.org", "file:///a.txt"])
def test_an_address_is_told_apart_from_a_path(location: str) -> None:
    assert _refusal(location).code == "input-address"
    assert not is_address("C:\\a.txt")
    assert not is_address("a/http:/b")


def test_what_is_larger_than_the_limit_is_refused_and_what_is_not_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (raw, original):
        monkeypatch.setattr(module, "LIMITS", Limits(input_bytes=10))
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    (tmp_path / "b.txt").write_bytes(b"x" * 10)
    assert _refusal(str(tmp_path / "a.txt")).code == "input-too-large"
    assert fetch(str(tmp_path / "b.txt")).data == b"x" * 10
    with pytest.raises(InputError, match="larger"):
        fetch("-", BytesIO(b"x" * 11))


def test_a_standard_input_that_cannot_be_read_is_told() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, f"Input/output error at {size}")

    with pytest.raises(InputError) as caught:
        fetch("-", Broken())
    assert caught.value.code == "input-unreadable"


@pytest.mark.skipif(not Path("/proc/kmsg").exists(), reason="a file that waits is there on Linux alone")
def test_a_file_that_waits_for_more_is_not_waited_for() -> None:
    try:
        assert fetch("/proc/kmsg").data
    except InputError as error:
        assert error.code in {"input-unreadable", "input-empty"}  # noqa: PT017 - it may hold something


def test_a_file_that_turns_into_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tmp_path / "a.txt"
    plain.write_text("a")
    looked = plain.stat()
    plain.unlink()
    os.mkfifo(plain)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: looked)
    with pytest.raises(InputError, match="nothing in it"):
        fetch(str(plain))
