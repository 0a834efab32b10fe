"""What colour the part of a picture has that lies behind a text."""

from io import BytesIO

import pytest
from PIL import Image

from converter.model.style import Color
from converter.verifier.word.pictures import Part, color_of
from tests.hostile.making import progressive

RED, WHITE = (255, 0, 0), (255, 255, 255)


def letterhead(kind: str = "PNG", mode: str = "RGB") -> bytes:
    """Return a white picture whose upper quarter is red."""
    image = Image.new("RGB", (80, 80), WHITE)
    image.paste(RED, (0, 0, 80, 20))
    file = BytesIO()
    image.convert(mode).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "P"])
@pytest.mark.parametrize(
    ("part", "color"),
    [
        (Part(0, 0.25, 1, 1), Color(*WHITE)),
        (Part(0.1, 0, 0.9, 0.25), Color(*RED)),
        (Part(0, 0, 1, 1), None),
        (Part(0.2, 0.2, 0.3, 0.3), None),
        (Part(0.5, 0.5, 0.5, 0.5), Color(*WHITE)),
        (Part(0, 0, 0, 0), Color(*RED)),
    ],
)
def test_a_part_of_one_colour_is_a_ground_of_it(mode: str, part: Part, color: Color | None) -> None:
    assert color_of(letterhead(mode=mode), part) == color


def test_the_noise_of_a_jpeg_is_no_second_colour() -> None:
    assert color_of(letterhead("JPEG"), Part(0, 0.5, 1, 1)) == Color(*WHITE)
    assert color_of(letterhead("JPEG"), Part(0, 0, 1, 1)) is None


@pytest.mark.parametrize("data", [b"", b"no picture", letterhead()[:60], letterhead(mode="RGBA")])
def test_what_cannot_be_seen_has_no_colour(data: bytes) -> None:
    assert color_of(data, Part(0, 0.5, 1, 1)) is None


def test_a_picture_that_is_told_in_very_many_scans_is_not_unfolded() -> None:
    whole = Part(0, 0, 1, 1)
    assert color_of(progressive(64, 64, 3), whole) is not None
    assert color_of(progressive(64, 64, 501), whole) is None
