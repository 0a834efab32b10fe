"""Bytes → characters: by what the file says, what the user says, what fits, and only then by a guess."""

import codecs
import re
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from converter.errors import InputError, UsageError
from converter.notices import Notice
from converter.readers.declared import codec_name, declared, known
from converter.readers.guess import guesses, is_plausible
from converter.readers.recognised import by_escapes, by_zeros

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

_MOST_DAMAGED = 0.01
"""Share of characters that may be missing in an encoding that is guessed."""

_TWICE = re.compile("[ÂÃâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_FEWEST_TWICE = 3


class Decoded(Struct, frozen=True):
    """Characters, and by which encoding they were had (a name that Python knows)."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, encoding: str = "", where: str = "", charset: str = "") -> Decoded:
    """Return `data` as characters, without a byte-order mark.

    In this order: a byte-order mark, the `encoding` the user named, UTF-16 or UTF-32 without a mark, ISO
    2022, the `charset` that a server named, what the text itself declares, UTF-8, a guess.

    Args:
        data: a text.
        encoding: what the user named; empty for nothing.
        where: what notices and errors say of the place.
        charset: what the server named; it may be wrong or unknown.

    Raises:
        UsageError: `encoding-unknown` when nothing goes by the name of `encoding`.
        InputError: `encoding-wrong` when `data` is not in `encoding`, `input-binary` when it is no text.
    """
    named = _named(encoding) if encoding else ""
    decoded = _by_mark(data, named, where)
    if decoded is None and named:
        decoded = Decoded(_strictly(data, named, where), named)
    if decoded is None:
        decoded = _by_look(data) or _by_trial(data, where, charset)
    if sum(1 for _ in _CONTROLS.finditer(decoded.text)) > _MOST_CONTROLS * len(decoded.text):
        raise _binary(where)
    return decoded


def _named(encoding: str) -> str:
    if name := codec_name(encoding):
        return name
    raise UsageError(
        "encoding-unknown",
        f"no encoding goes by the name {encoding!r}",
        where="--encoding",
        remedy="name it as in utf-8, cp1252 or koi8-r, or leave the option out",
    )


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
            return replace(decoded, notices=(*decoded.notices, Notice("encoding-overruled", what, where)))
    return None


def _by_look(data: bytes) -> Decoded | None:
    text, encoding = by_zeros(data) or by_escapes(data) or ("", "")
    return Decoded(text, encoding) if encoding else None


def _by_trial(data: bytes, where: str, charset: str) -> Decoded:
    if len(data) - len(data.translate(None, _CONTROL_BYTES)) > _MOST_CONTROLS * len(data):
        raise _binary(where)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    told, notices = _told(data, charset, where, utf_8=bool(text) and not data.isascii())
    if told:
        return Decoded(data.decode(told), told, notices)
    found = Decoded(text, "utf-8", _twice(text, where)) if text else _by_repair(data, where)
    return replace(found, notices=(*notices, *found.notices))


def _told(data: bytes, charset: str, where: str, *, utf_8: bool) -> tuple[str, tuple[Notice, ...]]:
    """Return the encoding that the server or the text names, if it fits, and notices of what does not.

    Old encodings fit nearly anything, while a text that has accents and is sound UTF-8 is nothing else.
    """
    notices: list[Notice] = []
    for said, name in (("its server", known(charset)), ("the text", declared(data))):
        if not name or name.startswith("utf-8"):
            continue
        if not utf_8 and _fits(data, name):
            return name, tuple(notices)
        if not data.isascii():
            what = f"{said} says that it is {name}, which it is not; --encoding settles it"
            notices.append(Notice("encoding-overruled", what, where))
    return "", tuple(notices)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        return is_plausible(data.decode(encoding))
    except UnicodeError:
        return False


def _by_repair(data: bytes, where: str) -> Decoded:
    repaired = _repaired(data, "utf-8", where)
    # One stray byte in a file of UTF-8 must not turn every accent of it into something else.
    wrong = repaired.text.count("\ufffd")
    right = len(repaired.text.encode("utf-8", "ignore")) - len(repaired.text) - 2 * wrong
    return repaired if right > 10 * wrong or (right and _is_cut_off(data)) else _guessed(data, where)


def _is_cut_off(data: bytes) -> bool:
    """Say whether all that is not UTF-8 in `data` is its last character, of which bytes are missing."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


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
        found = _repaired(data, encoding, where)
        damaged = found.text.count("\ufffd")
        if damaged > _MOST_DAMAGED * len(found.text) or not is_plausible(found.text):
            continue
        what = f"names no encoding and was read as {encoding}; --encoding sets another"
        return replace(found, notices=(Notice("encoding-guessed", what, where), *found.notices))
    raise _binary(where)


def _twice(text: str, where: str) -> tuple[Notice, ...]:
    """Say that `text` seems to have been encoded twice, as in "Ã©" for "é"; it stays as it is."""
    found = [match[0] for match in islice(_TWICE.finditer(text), _FEWEST_TWICE)]
    if len(found) < _FEWEST_TWICE:
        return ()
    what = f"it seems to have been saved in a wrong encoding before: {', '.join(map(repr, found))}, …"
    return (Notice("encoding-doubled", what, where),)


def _binary(where: str) -> InputError:
    return InputError(
        "input-binary",
        "this is not text, or in an encoding that cannot be told",
        where=where,
        remedy="give a text, or name its encoding with --encoding",
    )
