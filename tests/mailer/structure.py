"""What a reader of messages makes of one: the same for all who agree on it."""

import hashlib

from msgspec import Struct

Person = tuple[str, str]
"""Display name, or the empty text, and address."""


class Part(Struct, frozen=True):
    """A part that holds something.

    Attributes:
        media_type: in small letters, such as `text/plain`.
        name: of the file; empty: it is a body.
        sha256: of what it holds; the lines of a body end in a line feed.
    """

    media_type: str
    name: str
    sha256: str


class Structure(Struct, frozen=True):
    """A message, read.

    Attributes:
        headers: their names in order, in small letters, without those that servers add on the way.
        people: header → who stands there.
        subject: decoded.
        parts: those that hold something, in order.
    """

    headers: tuple[str, ...]
    people: dict[str, tuple[Person, ...]]
    subject: str
    parts: tuple[Part, ...]


ADDED = ("return-path", "delivered-to", "received")
"""Headers that servers write above a message on its way (RFC 5321 4.4), and Dovecot's own."""

PEOPLE = ("from", "reply-to", "to", "cc", "bcc")
"""Headers that name people."""


def part(media_type: str, name: str, data: bytes) -> Part:
    """Return the part that holds `data`."""
    data = data if name else data.replace(b"\r\n", b"\n")
    return Part(media_type, name, hashlib.sha256(data).hexdigest())


def as_made(delivered: bytes) -> bytes:
    """Return a message as it was before servers wrote above it, its lines ended as on the wire."""
    lines = delivered.replace(b"\r\n", b"\n").split(b"\n")
    below = 0
    while lines[below].partition(b":")[0].decode("latin-1").lower() in ADDED:
        below += 1
        while lines[below][:1] in {b" ", b"\t"}:
            below += 1
    return b"\r\n".join(lines[below:])
