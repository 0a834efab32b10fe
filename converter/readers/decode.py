"""Bytes → characters: by what the file says, what the user says, what fits, and only then by a guess."""

import codecs
import re
from dataclasses import dataclass

from converter.errors import InputError, UsageError
from converter.notices import Notice
from converter.readers.guess import guesses, is_plausible

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_MOST_CONTROLS = 0.02
"""Share of control characters up to which something still counts as text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and by which encoding they were had (a name that Python knows)."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, encoding: str = "", where: str = "") -> Decoded:
    """Return `data` as characters, without a byte-order mark.

    In this order: a byte-order mark, the `encoding` the user named, UTF-16 without a mark, UTF-8, a guess.

    Raises:
        UsageError: `encoding-unknown` when nothing goes by the name of `encoding`.
        InputError: `encoding-wrong` when `data` is not in `encoding`, `input-binary` when it is no text.
    """
    named = _known(encoding) if encoding else ""
    decoded = _by_mark(data, named, where)
    if decoded is None and named:
        decoded = Decoded(_strictly(data, named, where), named)
    if decoded is None:
        decoded = _by_zeros(data) or _by_trial(data, where)
    if len(_CONTROLS.findall(decoded.text)) > _MOST_CONTROLS * len(decoded.text):
        raise _binary(where)
    return decoded


def _known(encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        codec = None
    # "rot13", "hex" and their like are codecs too, but of other things than text
    if codec is None or not codec._is_text_encoding:  # noqa: SLF001 - there is no public name for it
        raise UsageError(
            "encoding-unknown",
            f"no encoding goes by the name {encoding!r}",
            where="--encoding",
            remedy="name it as in utf-8, cp1252 or koi8-r, or leave the option out",
        )
    return codec.name


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        place = f" at byte {error.start + 1}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(
            "encoding-wrong",
            f"this is not {encoding}{place}",
            where=where,
            remedy="name another with --encoding, or leave the option out",
        ) from None


def _by_mark(data: bytes, named: str, where: str) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            decoded = _repaired(data[len(mark) :], encoding, where)
            if not named or codecs.lookup(named).name.startswith(encoding[:6].rstrip("-")):
                return decoded
            what = f"its byte-order mark says {encoding}, so it was not read as {named}"
            notice = Notice("encoding-overruled", what, where)
            return Decoded(decoded.text, encoding, (*decoded.notices, notice))
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """Recognise UTF-16 without a mark: in no other text do zero bytes stand, and here all on one side."""
    if b"\0" not in data or len(data) % 2:
        return None
    for encoding, zeros, others in (
        ("utf-16-le", data[1::2].count(0), data[0::2].count(0)),
        ("utf-16-be", data[0::2].count(0), data[1::2].count(0)),
    ):
        if zeros > max(20 * others, len(data) // 40):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return Decoded(text, encoding) if is_plausible(text) else None
    return None


def _by_trial(data: bytes, where: str) -> Decoded:
    if len(data) - len(data.translate(None, _CONTROL_BYTES)) > _MOST_CONTROLS * len(data):
        raise _binary(where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        repaired = _repaired(data, "utf-8", where)
    # One stray byte in a file of UTF-8 must not turn every accent of it into something else.
    wrong = repaired.text.count("\ufffd")
    right = len(repaired.text.encode("utf-8", "ignore")) - len(repaired.text) - 2 * wrong
    return repaired if right > 10 * wrong else _guessed(data, where)


def _repaired(data: bytes, encoding: str, where: str) -> Decoded:
    """Decode what can be decoded; the rest is shown as U+FFFD, and told."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    count = text.count("\ufffd")
    what = f"what is not {encoding} shows as \ufffd, first in line {line}: {count}"
    return Decoded(text, encoding, (Notice("encoding-damaged", what, where),))


def _guessed(data: bytes, where: str) -> Decoded:
    for encoding in guesses(data):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if not is_plausible(text):
            continue
        what = f"names no encoding and was read as {encoding}; --encoding sets another"
        return Decoded(text, encoding, (Notice("encoding-guessed", what, where),))
    raise _binary(where)


def _binary(where: str) -> InputError:
    return InputError(
        "input-binary",
        "this is not text, or in an encoding that cannot be told",
        where=where,
        remedy="give a text, or name its encoding with --encoding",
    )
