"""Word files that were cut off."""

import struct
from io import BytesIO, RawIOBase
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from converter.errors import InputError
from converter.limits import LIMITS, Limits
from converter.readers.docx import read_docx
from converter.readers.docx.salvage import salvaged
from converter.readers.original import Original
from tests.ooxml.making import p, part
from tests.readers.docx.making import package
from tests.readers.reading import codes

PROSE = "The harbour of Lund reopened on Monday after ten years of work."
PARTS = package(p(PROSE))
MAIN = "word/document.xml"


class Pipe(RawIOBase):
    """A stream that cannot seek: what is written to it has its sizes behind the data."""

    written = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.written += bytes(data)
        return len(data)


def archived(method: int, *, piped: bool) -> tuple[bytes, int]:
    """Return a Word file, and where the data of its main part end."""
    seekable, pipe = BytesIO(), Pipe()
    with ZipFile(pipe if piped else seekable, "w", method) as archive:
        for name, data in PARTS.items():
            archive.writestr(name, data)
        info = archive.getinfo(MAIN)
    return pipe.written if piped else seekable.getvalue(), info.header_offset + 30 + len(
        MAIN
    ) + info.compress_size


def read(data: bytes) -> tuple[str, list[str]]:
    try:
        article = read_docx(Original(data, "a.docx"), "")
    except InputError as error:
        return "", [error.code]
    return article.text, codes(article)


@pytest.mark.parametrize(
    ("method", "piped"),
    [(ZIP_STORED, False), (ZIP_DEFLATED, False), (ZIP_DEFLATED, True), (ZIP_BZIP2, False)],
)
def test_a_file_that_was_cut_off_behind_its_text_is_read_and_told(method: int, *, piped: bool) -> None:
    data, end = archived(method, piped=piped)
    whole = read(data)
    assert whole == (PROSE, [])
    for cut in (end, end + 1, end + 12, end + 20, end + 100, len(data) - 30, len(data) - 1):
        text, told = read(data[:cut])
        assert (text, told[0]) == (PROSE, "file-cut-off")
    for cut in (10, 100, end // 2, end - 20, end - 1):
        assert read(data[:cut]) == ("", ["input-broken"])


def test_a_part_that_is_damaged_does_not_keep_the_others_back() -> None:
    data, end = archived(ZIP_DEFLATED, piped=True)
    damaged = bytearray(data[: end + 200])
    start = data.index(b"docProps/core.xml") + len("docProps/core.xml")
    damaged[start : start + 20] = b"\xff" * 20
    text, told = read(bytes(damaged))
    assert (text, told) == (PROSE, ["file-cut-off", "parts-unreadable"])


def test_a_text_that_is_not_what_was_written_is_refused() -> None:
    data, end = archived(ZIP_STORED, piped=False)
    assert read(data[:end].replace(b"Lund", b"Bonn")) == ("", ["input-broken"])


def test_the_first_of_two_parts_of_a_name_counts() -> None:
    data, end = archived(ZIP_DEFLATED, piped=False)
    other = BytesIO()
    with ZipFile(other, "w") as archive:
        archive.writestr(MAIN, part("document", "<w:body/>"))
    assert read(data[:end] + other.getvalue()[:-30])[0] == PROSE


def test_what_is_no_archive_has_nothing_to_be_saved() -> None:
    header = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, 0, 0, 1, 0)
    for data in (b"", b"PK\x03\x04", b"text", header, header + b"a", header[:-1], header + b"a\xff\xff"):
        assert salvaged(data) == b""


def test_a_part_of_any_size_is_whole_where_its_data_end() -> None:
    sizes = [0, 1, 65_535, 65_536, 65_537, 300_000]
    pipe = Pipe()
    with ZipFile(pipe, "w", ZIP_DEFLATED) as archive:
        for size in sizes:
            archive.writestr(f"{size}.txt", bytes(size))
        archive.writestr("rest.txt", bytes(range(256)) * 900)
        end = archive.getinfo("rest.txt").header_offset
    with ZipFile(BytesIO(salvaged(pipe.written[:end]))) as archive:
        assert [len(archive.read(name)) for name in archive.namelist()] == sizes
    last = pipe.written.index(b"PK\x07\x08", end)
    for cut, count in ((last, 7), (last - 1, 6)):
        with ZipFile(BytesIO(salvaged(pipe.written[:cut]))) as archive:
            assert (len(archive.namelist()), archive.testzip()) == (count, None)


def test_parts_that_unfold_beyond_all_measure_are_no_more_than_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number}.xml", bytes(LIMITS.zip_small_bytes))
        archive.writestr(MAIN, PARTS[MAIN])
    monkeypatch.setattr("converter.readers.docx.salvage.LIMITS", Limits(zip_bytes=3_000_000))
    with ZipFile(BytesIO(salvaged(stream.getvalue()[:-40]))) as archive:
        assert len(archive.namelist()) <= 6
