"""Pictures: whose bytes may be had, and how large they are."""

import struct
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.limits import Limits
from converter.model.article import Image
from converter.readers import images
from converter.readers.images import ImageRefusedError, load_image, parse_image
from tests.hostile.making import progressive


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\0\0\0rest"


def jpeg(width: int, height: int, marker: int = 0xC0) -> bytes:
    application = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9
    frame = bytes([0xFF, marker]) + struct.pack(">HBHH", 17, 8, height, width)
    return b"\xff\xd8" + application + b"\xff\xff" + b"\xff\x01" + frame + b"rest"


def _reason(address: str, folder: Path | None = None) -> str:
    with pytest.raises(ImageRefusedError) as caught:
        load_image(address, folder)
    return str(caught.value)


def test_a_png_tells_its_size() -> None:
    assert parse_image(png(30, 20)) == Image(png(30, 20), "image/png", 30, 20)


@pytest.mark.parametrize("marker", [0xC0, 0xC1, 0xC2, 0xCF])
def test_a_jpeg_tells_its_size_in_any_of_its_frames(marker: int) -> None:
    data = jpeg(30, 20, marker)
    assert parse_image(data) == Image(data, "image/jpeg", 30, 20)


@pytest.mark.parametrize(
    "data",
    [
        png(30, 20)[:20],
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IDAT", 1, 1),
        jpeg(30, 20)[:24],
        b"\xff\xd8\x00\x00",
        b"\xff\xd8" + b"\xff\xe0\0\0" * 3,
        b"\xff\xd8\xff",
    ],
)
def test_a_damaged_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ImageRefusedError, match="damaged"):
        parse_image(data)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>"])
def test_other_formats_are_refused(data: bytes) -> None:
    with pytest.raises(ImageRefusedError, match="neither PNG nor JPEG"):
        parse_image(data)


@pytest.mark.parametrize(("width", "height"), [(0, 5), (5, 0), (8000, 5001)])
def test_a_picture_without_or_with_too_many_pixels_is_refused(width: int, height: int) -> None:
    with pytest.raises(ImageRefusedError, match="megapixels"):
        parse_image(png(width, height))


@given(st.sampled_from([png(3, 2), jpeg(3, 2)]), st.data())
def test_any_bytes_are_a_picture_or_refused(start: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(2, len(start)))
    tail = data.draw(st.binary(max_size=40))
    try:
        image = parse_image(start[:cut] + tail)
    except ImageRefusedError:
        return
    assert image.width_px > 0
    assert image.height_px > 0


def test_a_picture_beneath_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a b.png").write_bytes(png(3, 2))
    for address in ("img/a%20b.png", "./img/a b.png", "img/../img/a%20b.png?x=1#y"):
        assert load_image(address, tmp_path).width_px == 3


def test_a_picture_inside_the_text_is_read() -> None:
    data = b64encode(jpeg(3, 2)).decode()
    for head in ("data:image/jpeg;base64,", "DATA:;BASE64,", "data:image/jpeg;name=a.jpg;base64,"):
        assert load_image(head + data, None).height_px == 2


@pytest.mark.parametrize("address", ["data:image/png;base64,@@@", "data:image/png;base64,a"])
def test_damaged_data_are_refused(address: str) -> None:
    assert _reason(address) == "its data are damaged"


@pytest.mark.parametrize("address", ["https://x.org/a.png", "//x.org/a.png", "file:///a.png", "data:,a"])
def test_nothing_is_fetched(address: str) -> None:
    assert _reason(address, Path()) == "it lies in the web and is not fetched"


def test_a_picture_outside_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(3, 2))
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "link.png").symlink_to(tmp_path / "a.png")
    for address in ("../a.png", "%2e%2e/a.png", str(tmp_path / "a.png"), "link.png"):
        assert _reason(address, inner) == "it lies outside the article's folder"


def test_a_picture_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert _reason("none.png", tmp_path) == "there is no such file"
    assert _reason(".", tmp_path) == "there is no such file"
    assert _reason("a\x00.png", tmp_path) == "it cannot be read"
    assert _reason("x" * 5000, tmp_path) == "it cannot be read"


def test_standard_input_has_no_folder() -> None:
    assert _reason("a.png") == "standard input has no folder in which it could lie"


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "LIMITS", Limits(input_bytes=10))
    (tmp_path / "a.png").write_bytes(png(3, 2))
    assert "larger" in _reason("a.png", tmp_path)


def test_a_jpeg_that_is_told_in_very_many_scans_is_refused() -> None:
    assert parse_image(progressive(64, 64, 500)).width_px == 64
    with pytest.raises(ImageRefusedError, match="more than 500 scans"):
        parse_image(progressive(64, 64, 501))
