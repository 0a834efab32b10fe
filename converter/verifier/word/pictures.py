"""Pictures behind a page: whether the part that lies behind a text has one colour."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from converter.limits import LIMITS
from converter.model.style import Color

if TYPE_CHECKING:
    from PIL.Image import Image

_SCAN = b"\xff\xda"
"""Begins a scan of a JPEG (ITU-T T.81 B.2.3), which goes over all of it."""

_NOISE = 8
"""By how much a channel may differ within one colour: JPEG keeps none exactly."""


class Part(NamedTuple):
    """A part of a picture: each side as a share of its width or height, from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


def color_of(picture: bytes, part: Part) -> Color | None:
    """Return the one colour of a part of a PNG or JPEG; `None` where it has several or cannot be read."""
    image = _decoded(picture)
    if image is None:
        return None
    box = (
        int(part.left * image.width),
        int(part.top * image.height),
        max(round(part.right * image.width), int(part.left * image.width) + 1),
        max(round(part.bottom * image.height), int(part.top * image.height) + 1),
    )
    extremes = image.crop(box).getextrema()
    channels = [extreme for extreme in extremes if isinstance(extreme, tuple)]
    if any(high - low > _NOISE for low, high in channels):
        return None
    red, green, blue = (int(low + high) // 2 for low, high in channels)
    return Color(red, green, blue)


# A page has one or two; each takes some 30 MB.
@lru_cache(maxsize=2)
def _decoded(picture: bytes) -> "Image | None":
    """Return an opaque picture; `None` for all others, and where it is too much to be unfolded."""
    if picture.count(_SCAN) > LIMITS.image_scans and picture.startswith(b"\xff\xd8"):
        return None
    # 30 ms to import, and most files have no such picture
    import PIL.Image

    try:
        with PIL.Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > LIMITS.image_pixels or opened.has_transparency_data:
                return None
            return opened.convert("RGB")
    except (OSError, SyntaxError, ValueError, PIL.Image.DecompressionBombError):
        return None
