"""Pictures from inside the input or beneath the article's own folder; nothing is ever fetched."""

import base64
import binascii
import re
import struct
from pathlib import Path
from urllib.parse import unquote

from converter.limits import LIMITS
from converter.model.article import Image

_DATA = re.compile(r"data:[\w.+/-]*(?:;[\w.+-]+=[^;,]*)*;base64,", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]+:|//", re.IGNORECASE)
_HEAD = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# ITU-T T.81 table B.1: start-of-frame markers; C4, C8 and CC are something else
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = b"\xff\xda"
"""Begins a scan (B.2.3); in one, FF is followed by 00."""
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})


class ImageRefusedError(Exception):
    """A picture that cannot be had; its text says why, as in "it lies in the web"."""


def load_image(address: str, folder: Path | None) -> Image:
    """Return the picture at `address`: a `data:` URI, or a path beneath `folder`.

    Raises:
        ImageRefusedError: it lies elsewhere, is missing, neither PNG nor JPEG, or beyond `LIMITS`.
    """
    if match := _DATA.match(address):
        try:
            return parse_image(base64.b64decode(unquote(address[match.end() :]), validate=True))
        except (binascii.Error, ValueError):
            raise ImageRefusedError("its data are damaged") from None
    if _ELSEWHERE.match(address):
        raise ImageRefusedError("it lies in the web and is not fetched")
    if folder is None:
        raise ImageRefusedError("standard input has no folder in which it could lie")
    return parse_image(_read_beneath(folder, unquote(re.split(r"[?#]", address, maxsplit=1)[0])))


def is_at_hand(address: str, folder: Path | None) -> bool:
    """Say whether a picture at `address` could be had without fetching it."""
    if _DATA.match(address):
        return address[:_HEAD].lower().startswith(("data:image/png", "data:image/jpeg", "data:image/jpg"))
    return folder is not None and bool(address) and not _ELSEWHERE.match(address)


def parse_image(data: bytes) -> Image:
    """Return a PNG or JPEG file's bytes with its size, told by its content.

    Raises:
        ImageRefusedError: it is something else, damaged, or has too many pixels or scans.
    """
    try:
        if data.startswith(_PNG):
            image = Image(data, "image/png", *_png_size(data))
        elif data.startswith(_JPEG):
            image = Image(data, "image/jpeg", *_jpeg_size(data))
        else:
            raise ImageRefusedError("it is neither PNG nor JPEG")
    except (struct.error, IndexError):
        raise ImageRefusedError("it is damaged") from None
    if not 0 < image.width_px * image.height_px <= LIMITS.image_pixels:
        raise ImageRefusedError(f"it has more than {LIMITS.image_pixels // 1_000_000} megapixels, or none")
    if image.media_type == "image/jpeg" and data.count(_SCAN) > LIMITS.image_scans:
        raise ImageRefusedError(f"it is told in more than {LIMITS.image_scans} scans")
    return image


def _read_beneath(folder: Path, name: str) -> bytes:
    try:
        root = folder.resolve()
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise ImageRefusedError("it lies outside the article's folder")
        if not path.is_file():
            raise ImageRefusedError("there is no such file")
        if path.stat().st_size > LIMITS.input_bytes:
            raise ImageRefusedError(f"it is larger than {LIMITS.input_bytes // 1_000_000} MB")
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        raise ImageRefusedError("it cannot be read") from None


def _png_size(data: bytes) -> tuple[int, int]:
    """PNG (third edition) 11.2.1: the header chunk is the first."""
    length, kind, width, height = struct.unpack_from(">I4sII", data, len(_PNG))
    if (length, kind) != (13, b"IHDR"):
        raise ImageRefusedError("it is damaged")
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """ITU-T T.81 B.2.2: height and width stand in the frame header, behind segments of stated lengths."""
    offset = 2
    while True:
        if data[offset] != 0xFF:  # noqa: PLR2004 - every marker begins so
            raise ImageRefusedError("it is damaged")
        marker = data[offset + 1]
        if marker == 0xFF:  # noqa: PLR2004 - fill bytes
            offset += 1
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, offset + 5)
            return width, height
        elif marker in _STANDALONE:
            offset += 2
        else:
            (length,) = struct.unpack_from(">H", data, offset + 2)
            offset += 2 + length
