"""Archives from elsewhere are unpacked within limits."""

from io import BytesIO
from unittest.mock import patch
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
    with pytest.raises(ValueError, match="no archive, or a damaged one"):
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
    with patch.object(archives, "LIMITS", limits), pytest.raises(ValueError, match="unfolds beyond measure"):
        unpack(data)
