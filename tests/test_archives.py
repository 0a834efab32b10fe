"""Archives from elsewhere are unpacked within limits."""

from io import BytesIO
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipExtFile, ZipFile, ZipInfo

import pytest

from converter import archives
from converter.archives import unpack
from converter.limits import Limits


def archive(**files: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as opened:
        for name, data in files.items():
            # without the clock: the bytes are part of the names of tests
            opened.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return made.getvalue()


def test_files_come_in_their_order() -> None:
    assert list(unpack(archive(b=b"two", a=b"one")).items()) == [("b", b"two"), ("a", b"one")]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 rubbish", archive(a=b"words" * 99)[:-40]],
    ids=["nothing", "rubbish", "half of one"],
)
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^no archive, or a damaged one$"):
        unpack(data)


def test_a_damaged_file_is_refused() -> None:
    data = bytearray(archive(a=bytes(range(256))))
    data[45] ^= 0xFF
    with pytest.raises(ValueError, match="damaged"):
        unpack(bytes(data))


@pytest.mark.parametrize(
    "limits",
    [
        Limits(zip_bytes=999),
        Limits(zip_entries=1),
        Limits(zip_small_bytes=10, zip_ratio=2),
    ],
)
def test_what_unfolds_beyond_measure_is_refused(limits: Limits) -> None:
    data = archive(a=bytes(600), b=bytes(600))
    assert len(unpack(data)) == 2
    with (
        patch.object(archives, "LIMITS", limits),
        pytest.raises(ValueError, match=r"^unfolds beyond measure$"),
    ):
        unpack(data)


def _unpacked(data: bytes, limits: Limits) -> bool:
    with patch.object(archives, "LIMITS", limits):
        try:
            return bool(unpack(data))
        except archives.BombError:
            return False


def test_what_just_fits_is_unpacked_and_one_more_is_not() -> None:
    data = archive(a=bytes(600), b=bytes(400))
    for room, fits in ((1_000, True), (999, False)):
        assert _unpacked(data, Limits(zip_bytes=room)) is fits
    for entries, fits in ((2, True), (1, False)):
        assert _unpacked(data, Limits(zip_entries=entries)) is fits
    for small, fits in ((600, True), (599, False)):
        assert _unpacked(data, Limits(zip_ratio=1, zip_small_bytes=small)) is fits


def test_the_ratio_is_that_of_what_unfolds_to_what_is_packed() -> None:
    data = archive(a=bytes(range(256)) * 40)
    with ZipFile(BytesIO(data)) as opened:
        packed = opened.infolist()[0].compress_size
    ratio = -(-10_240 // packed)
    for times, fits in ((ratio, True), (ratio - 1, False)):
        assert _unpacked(data, Limits(zip_ratio=times, zip_small_bytes=1_000)) is fits


def test_a_file_is_read_no_further_than_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    read = ZipExtFile.read

    def counting(stream: ZipExtFile, size: int = -1) -> bytes:
        asked.append(size)
        return read(stream, size)

    monkeypatch.setattr(ZipExtFile, "read", counting)
    assert not _unpacked(archive(a=bytes(5_000)), Limits(zip_bytes=100))
    assert asked == [101]
