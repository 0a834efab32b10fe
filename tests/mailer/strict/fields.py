"""Lines and header fields (RFC 5322 2)."""

import base64
import binascii
import re

_FIELD = re.compile(r"([!-9;-~]+): ((?:[^\r\n]|\r\n[ \t])*)")


class StrictError(Exception):
    """A message is not as an RFC wants it."""


def require(condition: object, clause: str) -> None:
    """Raise `StrictError` with `clause` unless `condition` holds."""
    if not condition:
        raise StrictError(clause)


def check_lines(data: bytes) -> None:
    """Look at the lines of a message."""
    require(data.endswith(b"\r\n"), "RFC 5322 2.3: the last line ends")
    require(not re.search(rb"\r(?!\n)|(?<!\r)\n", data), "RFC 5322 2.3: CR and LF together alone")
    require(not re.search(rb"[^\t\r\n -~]", data), "RFC 5322 2.1: printable ASCII")
    require(all(len(line) <= 998 for line in data.split(b"\r\n")), "RFC 5322 2.1.1: 998 characters")


def entity(data: bytes, most: int = 998) -> tuple[list[tuple[str, str]], bytes]:
    """Return the header fields of an entity, in lines of at `most` so many characters, and its body."""
    head, empty, body = data.partition(b"\r\n\r\n")
    require(empty, "RFC 5322 2.1: an empty line ends the headers")
    fields = []
    for field in re.split(r"\r\n(?![ \t])", head.decode("ascii")):
        found = _FIELD.fullmatch(field)
        require(found, f"RFC 5322 2.2: a field is a name, a colon, a body: {field[:60]!r}")
        for line in field.split("\r\n"):
            require(line.strip(), "RFC 5322 3.2.2: no line of spaces alone")
            limit = 76 if "=?" in line else most
            require(len(line) <= limit, f"RFC 2047 2, RFC 5322 2.1.1: a line of {len(line)} characters")
        if found:
            require(found[2].strip(), f"an empty {found[1]}")
            fields.append((found[1], found[2]))
    return fields, body


def unfolded(value: str) -> str:
    """Return the body of a field on one line (RFC 5322 2.2.3)."""
    return re.sub(r"\r\n(?=[ \t])", "", value).strip(" \t")


def utf8(data: bytes, clause: str) -> str:
    """Return `data` as text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise StrictError(clause) from None


def of_base64(text: str) -> bytes:
    """Return what `text` encodes; nothing but base64 may be in it."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise StrictError("RFC 4648 4") from None
    require(base64.b64encode(data).decode() == text, "RFC 4648 3.5: no bits beyond the end")
    return data
