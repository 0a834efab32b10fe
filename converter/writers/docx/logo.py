"""The style's logo, which begins the line of the first page's header."""

from io import BytesIO
from typing import NamedTuple

from converter.model.style import Length, Style
from converter.writers.pictures import media_type

# Of the text area's width: words in the middle of the header keep their place.
_WIDEST = 0.45


class Logo(NamedTuple):
    """A logo ready for the file.

    Attributes:
        data: bytes of the picture.
        media_type: PNG's or JPEG's.
        width: as shown.
        height: as shown.
        alternative: what it says to those who do not see it.
    """

    data: bytes
    media_type: str
    width: Length
    height: Length
    alternative: str


def read_logo(style: Style) -> Logo | None:
    """Return the logo as high as the style says, but less than half as wide as the text area.

    `None` when the style has none, or none that can be read.
    """
    if style.logo is None:
        return None
    # Pillow takes 30 ms to import, and only logos need it
    import PIL.Image

    try:
        with PIL.Image.open(BytesIO(style.logo.data), formats=("PNG", "JPEG")) as opened:
            opened.load()
            width_px, height_px = opened.size
    except (OSError, SyntaxError, ValueError, PIL.Image.DecompressionBombError):
        return None
    scale = min(style.logo.height / height_px, _WIDEST * style.page.text_width / width_px)
    return Logo(
        style.logo.data,
        media_type(style.logo.data),
        Length(width_px * scale),
        Length(height_px * scale),
        style.logo.alternative,
    )
