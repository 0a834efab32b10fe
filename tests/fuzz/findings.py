"""Inputs as text: a finding is written so, and so it stays in the repository as a regression.

The first line says what it was, the second names the target, the third how the rest is written: `text` (a
Python literal of bytes, in pieces) or `packed` (compressed, in base 85), whichever reads better.
"""

import ast
import zlib
from base64 import b85decode, b85encode
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

NAME = "finding-{}"
"""Name of a finding as it came, before it is made small."""

FOLDER = Path(__file__).parent / "regressions"

_PIECE = 100
_MOST_ESCAPED = 0.4


class Regression(NamedTuple):
    """An input that was answered wrongly once.

    Attributes:
        what: it was, on one line.
        target: that reads it.
        data: the input.
    """

    what: str
    target: str
    data: bytes


def key_of(signature: str) -> str:
    """Return a short name for a cause."""
    return sha256(signature.encode()).hexdigest()[:8]


def as_text(regression: Regression) -> str:
    """Return the file of a regression."""
    escaped = sum(not 32 <= byte < 127 and byte not in b"\r\n\t" for byte in regression.data)
    if escaped <= _MOST_ESCAPED * len(regression.data):
        kind, body = "text", [repr(piece) for piece in _pieces(regression.data)]
    else:
        packed = b85encode(zlib.compress(regression.data, 9)).decode("ascii")
        kind, body = "packed", [packed[at : at + _PIECE] for at in range(0, len(packed), _PIECE)]
    return "".join(f"{line}\n" for line in (regression.what, regression.target, kind, *body))


def from_text(text: str) -> Regression:
    """Return what `as_text` wrote."""
    what, target, kind, *body = text.splitlines()
    if kind == "text":
        return Regression(what, target, b"".join(ast.literal_eval(line) for line in body))
    return Regression(what, target, zlib.decompress(b85decode("".join(body))))


def regressions() -> dict[str, Regression]:
    """Return every regression by the name of its file."""
    return {path.stem: from_text(path.read_text("ascii")) for path in sorted(FOLDER.glob("*.txt"))}


def _pieces(data: bytes) -> list[bytes]:
    """Return `data` in pieces of at most a line's length, at the ends of lines where there are some."""
    lines = data.splitlines(keepends=True)
    return [line[at : at + _PIECE] for line in lines for at in range(0, len(line), _PIECE)]
