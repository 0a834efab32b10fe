"""Files that may lie under a whole page: how large their sheets are, and the sheets as pictures.

A page of a PDF is drawn as a picture; `docs/why/stationery.md` says why.
"""

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from converter.errors import InputError
from converter.limits import LIMITS
from converter.model.style import Length

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")

DPI = 300.0
"""How many dots a page of a PDF has to the inch of paper."""

PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG files begin."""

_JPEG, _SCAN = b"\xff\xd8\xff", b"\xff\xda"
_MOST_SHEETS = 2
_PALETTE = 256
_ORIENTATION = 0x0112
"""EXIF's tag for the way a picture was held; 1 is upright."""


class UnderlayError(Exception):
    """A file cannot lie under a page; carries what is wrong and what to do."""

    def __init__(self, what: str, remedy: str = "save it anew as PDF, PNG or JPEG") -> None:
        """Keep both parts apart."""
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy


class PageSheet(NamedTuple):
    """A page of a PDF, in points, or a picture, in pixels."""

    width: float
    height: float
    unit: str = "mm"

    def __str__(self) -> str:
        """Its size as people say it."""
        sides = (self.width, self.height) if self.unit == "pixels" else map(_mm, (self.width, self.height))
        return " x ".join(f"{side:.0f}" for side in sides) + f" {self.unit}"


def _mm(points: float) -> float:
    return Length(points).mm


def read_limited(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnderlayError: it cannot be read, or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.input_bytes + 1)
    except OSError:
        raise UnderlayError("cannot be read", "ask its owner") from None
    if len(data) > LIMITS.input_bytes:
        raise UnderlayError(f"is larger than {LIMITS.input_bytes // 1_000_000} MB", "make it smaller")
    return data


def sheets_of(data: bytes) -> list[PageSheet]:
    """Return the first two pages of a PDF, or the one sheet that a picture is.

    Raises:
        UnderlayError: `data` is none of these, damaged, protected or too large.
    """
    if data.startswith(PICTURES):
        return [_picture_sheet(data)]
    if not data.startswith(b"%PDF-"):
        raise UnderlayError("is not a PDF, PNG or JPEG file")
    return _guarded(_page_sheets, data)


@lru_cache(maxsize=4)
def drawn(data: bytes, index: int, dpi: float) -> bytes:
    """Return a sheet as PNG or JPEG, opaque and upright; the last four are remembered.

    Args:
        data: of the file.
        index: of the page in a PDF.
        dpi: of the page of a PDF; a picture keeps its pixels.

    Raises:
        UnderlayError: what shows only now to be damaged.
    """
    return _picture(data) if data.startswith(PICTURES) else _guarded(_page, data, index, dpi)


def _guarded(function: Callable[..., T], *arguments: object) -> T:
    """Return what `function` returns, called where it can be ended: no glance tells what a PDF holds.

    Raises:
        UnderlayError: it took too much time or memory; also what `function` raises.
    """
    # what styles without a PDF do without
    from converter.guard.guarding import guarded

    try:
        return guarded(function, *arguments, where="")
    except InputError as error:
        raise UnderlayError(error.what) from None


def _page_sheets(data: bytes) -> list[PageSheet]:
    # 60 ms to import, and only stationery needs it
    from converter.rasters import RasterError, page_sizes

    try:
        return [PageSheet(width, height) for width, height in page_sizes(data, _MOST_SHEETS)]
    except RasterError as error:
        raise UnderlayError(str(error), "save it anew, without a password") from None


def _page(data: bytes, index: int, dpi: float) -> bytes:
    from converter.rasters import RasterError, raster

    try:
        return _png(raster(data, index, dpi))
    except RasterError as error:
        raise UnderlayError(str(error)) from None


def _picture(data: bytes) -> bytes:
    import PIL.Image

    try:
        with PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            opened.load()
            if opened.format == "JPEG" and opened.mode in {"L", "RGB"} and _orientation(opened) == 1:
                return data
            return _png(_on_white(opened))
    except (OSError, SyntaxError, ValueError, PIL.Image.DecompressionBombError):
        raise UnderlayError("is damaged") from None


def _picture_sheet(data: bytes) -> PageSheet:
    import PIL.Image

    try:
        with PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            width, height = opened.size
            lying = _orientation(opened) > 4  # noqa: PLR2004 - 5 to 8 are turned to a side
    except (OSError, SyntaxError, ValueError, PIL.Image.DecompressionBombError):
        raise UnderlayError("is damaged") from None
    if excess := _excess(data, width * height):
        raise UnderlayError(excess, "make it smaller")
    return PageSheet(height, width, "pixels") if lying else PageSheet(width, height, "pixels")


def picture_excess(data: bytes) -> str:
    """Return why a PNG or JPEG is too much to be unfolded, as in "has more than 40 million pixels".

    Empty where it is not; what is no picture, or is damaged, is not looked into.
    """
    import PIL.Image

    try:
        with PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            return _excess(data, opened.width * opened.height)
    except PIL.Image.DecompressionBombError:
        return _excess(data, LIMITS.image_pixels + 1)
    except (OSError, SyntaxError, ValueError):
        return ""


def _excess(data: bytes, pixels: int) -> str:
    if pixels > LIMITS.image_pixels:
        return f"has more than {LIMITS.image_pixels // 1_000_000} million pixels"
    # each scan of a JPEG goes over all of it (ITU-T T.81 B.2.3); in a PNG the sign may stand by chance
    if data.startswith(_JPEG) and data.count(_SCAN) > LIMITS.image_scans:
        return f"is told in more than {LIMITS.image_scans} scans"
    return ""


def _orientation(picture: "Image") -> int:
    """Return how a JPEG was held; to look for that in a PNG would be to load it, and cameras write none."""
    return int(picture.getexif().get(_ORIENTATION, 1)) if picture.format == "JPEG" else 1


def _on_white(picture: "Image") -> "Image":
    """Return `picture` upright, in RGB, on white where one can see through it."""
    import PIL.Image
    import PIL.ImageOps

    upright = picture if _orientation(picture) == 1 else PIL.ImageOps.exif_transpose(picture)
    rgba = upright.convert("RGBA")
    white = PIL.Image.new("RGBA", rgba.size, "white")
    return PIL.Image.alpha_composite(white, rgba).convert("RGB")


def _png(picture: "Image") -> bytes:
    """Return an RGB picture as PNG: in grey where it has no colours, with a palette where it has few."""
    file = BytesIO()
    _fewest_channels(picture).save(file, "PNG")
    return file.getvalue()


def _fewest_channels(picture: "Image") -> "Image":
    from PIL import ImageChops

    red, green, blue = picture.split()
    if not (ImageChops.difference(red, green).getbbox() or ImageChops.difference(red, blue).getbbox()):
        return red
    if picture.getcolors(_PALETTE) is None:
        return picture
    few = picture.quantize(_PALETTE)
    exact = ImageChops.difference(few.convert("RGB"), picture).getbbox() is None
    return few if exact else picture
