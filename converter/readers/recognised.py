"""Encodings that are recognised by the look of their bytes: zeros, or escape sequences."""

from collections.abc import Iterator

from converter.readers.guess import is_plausible, reads_like_ideographs

_ESCAPES = (
    (b"\x1b$)C", ("iso2022_kr",)),
    (b"\x1b$", ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext")),
)
"""ISO 2022: an escape sequence → encodings that switch by it (RFC 1468, RFC 1557)."""

_FEW_ZEROS = 40
"""Where no more than one byte in so many is zero, the rest must be Chinese, Japanese or Korean."""

_MOST = 0.9
"""Share of the upper bytes of UTF-32 that are zero in any text."""


def by_zeros(data: bytes) -> tuple[str, str] | None:
    """Return text and encoding of UTF-16 or UTF-32 without a mark, `None` for anything else.

    In no other text do zero bytes stand, and here they stand on one side.
    """
    if b"\0" not in data:
        return None
    for encoding in _by_places(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        rare = text.count("\0") or data.count(0) <= len(data) // _FEW_ZEROS
        if is_plausible(text) and (not rare or reads_like_ideographs(text)):
            return text, encoding
    return None


def _by_places(data: bytes) -> Iterator[str]:
    places = [data[place::4].count(0) for place in range(4)]
    if len(data) % 4 == 0 and min(places[2:]) * 4 >= len(data) * _MOST:
        yield "utf-32-le"
    if len(data) % 4 == 0 and min(places[:2]) * 4 >= len(data) * _MOST:
        yield "utf-32-be"
    even, odd = places[0] + places[2], places[1] + places[3]
    if len(data) % 2 == 0 and odd > 20 * even:
        yield "utf-16-le"
    if len(data) % 2 == 0 and even > 20 * odd:
        yield "utf-16-be"


def by_escapes(data: bytes) -> tuple[str, str] | None:
    """Return text and encoding of e-mail in Japanese or Korean, `None` for anything else.

    These have seven bits, and escape sequences between their parts.
    """
    if b"\x1b$" not in data or not data.isascii():
        return None
    for encoding in next(encodings for escape, encodings in _ESCAPES if escape in data):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None
