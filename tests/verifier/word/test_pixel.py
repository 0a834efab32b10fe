import struct

import pytest

from converter.model.style import Color
from converter.verifier.word.pixel import one_color
from tests.verifier.word.making import chunk, png

TEAL = Color(0x10, 0x31, 0x2F)


@pytest.mark.parametrize(
    "picture",
    [
        png(0x10, 0x31, 0x2F),
        png(0x10, 0x31, 0x2F, 255, kind=6),
        png(0, kind=3, extra=chunk(b"PLTE", bytes((0x10, 0x31, 0x2F)))),
    ],
)
def test_a_picture_of_one_pixel_has_one_colour(picture: bytes) -> None:
    assert one_color(picture) == TEAL


def test_a_grey_pixel_is_grey() -> None:
    assert one_color(png(7, kind=0)) == one_color(png(7, 255, kind=4)) == Color(7, 7, 7)


@pytest.mark.parametrize(
    "picture",
    [
        png(1, 2, 3, size=(2, 1)),
        png(1, 2, 3, size=(1, 2)),
        png(1, 2, 3, 254, kind=6),
        png(0, kind=3),
        png(9, kind=3, extra=chunk(b"PLTE", bytes(3))),
        png(1, 2, 3, extra=chunk(b"tRNS", bytes(6))),
        png(1, 2, 3)[:40],
        png(1, 2, 3).replace(b"IDAT", b"iDAT"),
        png(1, 2, 3).replace(struct.pack(">IIB", 1, 1, 8), struct.pack(">IIB", 1, 1, 16)),
        png(1, 2, 3)[8:],
        b"\xff\xd8\xff\xe0",
        b"",
    ],
)
def test_of_any_other_picture_no_colour_is_told(picture: bytes) -> None:
    assert one_color(picture) is None
