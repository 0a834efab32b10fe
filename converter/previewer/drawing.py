"""Pages as PNG files: one by one for the screen, or all of them on a contact sheet."""

import io
import textwrap
from collections.abc import Sequence
from itertools import chain

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from converter.model.style import FontFace
from converter.rasters import raster, rasters
from converter.stylesheets.fonts import find_family, lenders
from converter.stylesheets.stand_ins import SANS
from converter.writers.pdf.face import open_face

SCREEN_DPI = 144
"""Twice what a page has on a common screen: sharp there, and on finer ones."""

MOST_PAGES = 12
"""On a contact sheet; what matters of a style has been seen by then."""

MOST_WIDTH_PX = 2000
"""Of a contact sheet: wide enough to read by, small enough to send."""

_PAGE_WIDTH_PX, _GAP_PX = 620, 44
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3}
_MANY_COLUMNS = 4
_GROUND, _EDGE, _INK, _MUTED = (241, 242, 244), (212, 215, 219), (32, 36, 42), (88, 96, 106)
_SHADOW_PX, _SHADOW_STRENGTH = 9, 46
_NAME_PX, _DESCRIPTION_PX, _LINE_PX = 38, 21, 30
_BELOW_NAME_PX = 14
_NAME_RISE_PX, _DESCRIPTION_RISE_PX = 8, 6
"""How far letters stand above the place that is told, which keeps room for accents."""
_FEW_COLORS = 1 << 16
"""Up to so many a picture is type and flat grounds, which a palette of 256 holds; photographs have more."""


def page_png(pdf: bytes, index: int) -> bytes:
    """Return the page of `pdf` at `index`, from 0, for the screen.

    Raises:
        RasterError: it cannot be drawn.
    """
    # little compression: it goes no further than this machine, and somebody waits
    return _png(raster(pdf, index, SCREEN_DPI), compress_level=1)


def contact_sheet(pdf: bytes, name: str, description: str) -> bytes:
    """Return a PNG of the first `MOST_PAGES` pages of `pdf` side by side, at most `MOST_WIDTH_PX` wide.

    Args:
        pdf: the report.
        name: of the style, for the caption.
        description: of the style, for the caption; may be empty.

    Raises:
        RasterError: the file cannot be drawn.
    """
    drawn = list(rasters(pdf, SCREEN_DPI, MOST_PAGES))
    columns = _COLUMNS.get(len(drawn), _MANY_COLUMNS)
    width = min(_PAGE_WIDTH_PX, (MOST_WIDTH_PX - _GAP_PX * (columns + 1)) // columns)
    pages = [_scaled(page, width) for page in drawn]
    rows = [pages[start : start + columns] for start in range(0, len(pages), columns)]
    sheet_width = columns * width + (columns + 1) * _GAP_PX
    caption = _caption(name, description, sheet_width)
    height = caption.height + sum(max(page.height for page in row) + _GAP_PX for row in rows)
    sheet = Image.new("RGB", (sheet_width, height), _GROUND)
    sheet.paste(caption)
    top = caption.height
    for row in rows:
        for column, page in enumerate(row):
            _lay(page, sheet, _GAP_PX + column * (width + _GAP_PX), top)
        top += max(page.height for page in row) + _GAP_PX
    return _small_png(sheet)


def _scaled(page: Image.Image, width: int) -> Image.Image:
    """Return `page` so wide; drawn larger and reduced, type is smoother than drawn at once."""
    return page.resize((width, max(1, round(page.height * width / page.width))), Image.Resampling.LANCZOS)


def _lay(page: Image.Image, sheet: Image.Image, left: int, top: int) -> None:
    """Put `page` on `sheet` with a thin edge and a soft shadow below it."""
    room = 2 * _SHADOW_PX
    shade = Image.new("L", (page.width + 2 * room, page.height + 2 * room))
    shade.paste(_SHADOW_STRENGTH, (room, room, room + page.width, room + page.height))
    shade = shade.filter(ImageFilter.GaussianBlur(_SHADOW_PX))
    sheet.paste(_INK, (left - room, top - room + _SHADOW_PX // 3), shade)
    sheet.paste(_EDGE, (left - 1, top - 1, left + page.width + 1, top + page.height + 1))
    sheet.paste(page, (left, top))


def _caption(name: str, description: str, width: int) -> Image.Image:
    """Return what stands above the pages: the name, and the description on as many lines as it takes."""
    large, small = _font(name, 600, _NAME_PX), _font(description, 400, _DESCRIPTION_PX)
    room = width - 2 * _GAP_PX
    lines = _broken(description, small, room)
    height = _GAP_PX + _NAME_PX + _BELOW_NAME_PX + _LINE_PX * len(lines) + _GAP_PX // 2
    image = Image.new("RGB", (width, height), _GROUND)
    pen = ImageDraw.Draw(image)
    pen.text((_GAP_PX, _GAP_PX - _NAME_RISE_PX), _broken(name, large, room)[0], _INK, large)
    top = _GAP_PX + _NAME_PX + _BELOW_NAME_PX - _DESCRIPTION_RISE_PX
    for number, line in enumerate(lines):
        pen.text((_GAP_PX, top + number * _LINE_PX), line, _MUTED, small)
    return image


def _broken(text: str, font: ImageFont.FreeTypeFont, width: int) -> Sequence[str]:
    """Return `text` in lines that are at most about `width` pixels long."""
    letters = max(1, int(len(text) * width / max(font.getlength(text), 1)))
    return textwrap.wrap(text, letters) or [""]


def _font(text: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    """Return Source Sans Pro, or where it lacks letters of `text` the first of the lenders that has them."""
    own = next(face for face in _own_faces() if face.weight == weight and not face.italic)
    lent = (family.faces[0] for family in lenders())
    face = next((face for face in chain([own], lent) if _covers(face, text)), own)
    # without Raqm, which only some machines have: the same picture everywhere
    return ImageFont.truetype(face.path, size, face.index, layout_engine=ImageFont.Layout.BASIC)


def _own_faces() -> Sequence[FontFace]:
    family = find_family(SANS)
    return family.faces if family else ()


def _covers(face: FontFace, text: str) -> bool:
    return set(text) <= open_face(face.path, face.index).coverage


def _small_png(image: Image.Image) -> bytes:
    """Return a PNG with a palette where that holds the picture, which makes it a third as large."""
    if image.getcolors(_FEW_COLORS) is None:
        return _png(image, optimize=True)
    # maximum coverage keeps the rare colours, which are the accents
    few = image.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    return _png(few, optimize=True)


def _png(image: Image.Image, **options: int) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", **options)
    return file.getvalue()
