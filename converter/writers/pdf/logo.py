"""The style's logo, which begins the line of the first page's header."""

from converter.notices import Notice
from converter.writers.pdf.images import read_raster
from converter.writers.pdf.marks import Picture
from converter.writers.pdf.stack import Stack

# Of the text area's width: words in the middle of the header keep their place.
_WIDEST = 0.45


def read_logo(stack: Stack) -> Picture | None:
    """Return the logo as high as the style says, but less than half as wide as the text area.

    It is an artifact, as all of a header is (ISO 14289-1 7.8): it has no element, and its alternative text
    serves the formats whose headers are read out. One that cannot be read is left out with a notice.
    """
    logo = stack.style.logo
    if logo is None:
        return None
    raster = read_raster(logo.data)
    if raster is None:
        text = "the logo cannot be read and is left out; save it anew as PNG or JPEG"
        stack.notices.append(Notice("picture-unreadable", text, logo.path))
        return None
    scale = min(logo.height / raster.height_px, _WIDEST * stack.style.page.text_width / raster.width_px)
    return Picture(0.0, 0.0, raster.width_px * scale, raster.height_px * scale, raster, None)
