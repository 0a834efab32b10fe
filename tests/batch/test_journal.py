"""The journal."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from converter.batch.journal import Journal
from converter.batch.records import Output, Record
from converter.errors import ConverterError, InputError, OutputError, UsageError

DONE = Record(
    *("k" * 32, "in/ü\udcff.txt", "5" * 64, "c" * 32, "1.0", "done"),
    outputs=(Output("ü.md", "md", "6" * 64),),
)
FAILED = replace(DONE, key="f" * 32, status="failed", code="input-empty", text="empty", outputs=())


def written(path: Path, *records: Record) -> bytes:
    with Journal(path, resume=True) as journal:
        journal.write(records)
    return path.read_bytes()


def test_what_is_written_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "journal.jsonl"
    written(path, DONE, FAILED)
    with Journal(path, resume=True) as journal:
        assert journal.prior(DONE.key) == DONE
        assert journal.prior("0" * 32) is None
        assert list(journal.records()) == [DONE, FAILED]


def test_a_record_longer_than_a_block_is_found_again(tmp_path: Path) -> None:
    long = replace(FAILED, text="é" * 10_000)
    written(tmp_path / "j", long, DONE)
    with Journal(tmp_path / "j", resume=True) as journal:
        assert list(journal.records()) == [long, DONE]


@pytest.mark.parametrize("cut", [1, 10, 100])
def test_a_torn_last_line_is_cut_off(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "j"
    whole = written(path, DONE, FAILED)
    path.write_bytes(whole[:-cut])
    with Journal(path, resume=True) as journal:
        assert list(journal.records()) == [DONE]
    assert path.read_bytes() == DONE.line()
    assert written(path, FAILED) == whole


@pytest.mark.parametrize("line", [b"{}\n", b"nothing\n", b'{"outputs": 3}\n', b"\xff\n", b"[]\n"])
def test_a_broken_line_before_the_last_is_told(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "j"
    path.write_bytes(DONE.line() + line + FAILED.line())
    with pytest.raises(InputError) as raised:
        Journal(path, resume=True)
    assert (raised.value.code, raised.value.where) == ("journal-broken", f"{path}:2")


def test_a_journal_is_not_gone_on_with_unasked(tmp_path: Path) -> None:
    before = written(tmp_path / "j", DONE)
    with pytest.raises(UsageError) as raised:
        Journal(tmp_path / "j")
    assert raised.value.code == "journal-exists"
    assert (tmp_path / "j").read_bytes() == before


def test_a_journal_may_be_begun_anew(tmp_path: Path) -> None:
    written(tmp_path / "j", DONE)
    with Journal(tmp_path / "j", anew=True) as journal:
        assert journal.prior(DONE.key) is None


def test_the_last_record_of_a_document_counts_and_the_others_go(tmp_path: Path) -> None:
    path = tmp_path / "j"
    written(path, DONE, FAILED)
    again = replace(DONE, key=FAILED.key, attempt=2)
    written(path, again)
    with Journal(path, resume=True) as journal:
        assert journal.prior(FAILED.key) == again
        journal.tidy()
        assert list(journal.records()) == [DONE, again]
        journal.write([replace(FAILED, key="0" * 32)])
    assert [Record.of_line(line).attempt for line in path.read_bytes().splitlines()] == [1, 2, 1]
    assert [one.name for one in tmp_path.iterdir()] == ["j"]


def test_a_document_that_is_met_again_is_known(tmp_path: Path) -> None:
    with Journal(tmp_path / "j") as journal:
        assert journal.meet("a", "x") is None
        assert journal.meet("a", "y") == "x"
        assert journal.meet("a", "y") == "x"


def test_a_folder_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(OutputError) as raised:
        Journal(tmp_path / "file" / "j")
    assert raised.value.code == "journal-unwritable"


def test_a_disk_that_takes_half_a_line_leaves_none_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal(tmp_path / "j") as journal:
        journal.write([DONE])
        whole = journal._file.write
        taken: list[int] = []

        def half(data: bytes) -> int:
            if taken:
                raise OSError(28, "No space left on device")
            taken.append(whole(data[:10]))
            return 10

        file = journal._file
        monkeypatch.setattr(journal, "_file", _Refusing(file, half))
        with pytest.raises(ConverterError, match="the journal cannot be written: no space left on device"):
            journal.write([FAILED])
    assert (tmp_path / "j").read_bytes() == DONE.line()


class _Refusing:
    """A file with another way to write."""

    def __init__(self, file: object, write: object) -> None:
        self._file, self.write = file, write

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


def test_a_folder_that_can_be_read_again_has_no_record_any_more(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    folders = [Record(key * 32, f"in/{key}/", "", "", "0", "failed", "input-unreadable") for key in "ab"]
    with Journal(path) as journal:
        journal.write(folders)
    with Journal(path, resume=True) as journal:
        journal.meet("b" * 32, "")
        journal.tidy()
    with Journal(path, resume=True) as journal:
        assert [record.source for record in journal.records()] == ["in/b/"]
