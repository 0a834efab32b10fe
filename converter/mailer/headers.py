"""Values of headers, in ASCII and folded, from any text (RFC 5322 2.2, RFC 2047).

Python's own message classes decode what looks like an encoded word before they write it, so that a title such
as `=?utf-8?q?x=0D=0ABcc:_v@example.org?=` becomes a header of its own (CVE-2024-6923). Here every text is
cleaned first, and encoded as a whole as soon as it is not plain; nothing is ever decoded.
"""

import re
from base64 import b64encode

from converter.text import plain

MOST = 200
"""Characters of a header's text; what is longer is cut behind a word, with an ellipsis."""

LINE_END = "\r\n"

_PLAIN = re.compile(r"[ -~]*")
_ATOMS = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+")
"""What a phrase may hold without quotation marks (RFC 5322 3.2.3)."""

_WIDTH = 76

_MOST_OF_A_WORD = 64
"""Characters; behind `Reply-To: ` and with a comma, they are a line of less than 76."""

_ENCODED_BYTES = 39
"""Bytes of text in an encoded word of so many characters, in base64."""


def one_line(text: str, most: int = MOST) -> str:
    """Return `text` on one line, in at most `most` characters, without what a header is not to hold.

    Invisible characters go; `=?`, with which an encoded word begins, is parted, for there are programs that
    decode twice.
    """
    line = plain(text).replace("=?", "= ?")
    if len(line) <= most:
        return line
    head = line[: most - 1]
    return (head.rpartition(" ")[0] if " " in head[most // 2 :] else head).rstrip() + "…"


def unstructured(name: str, text: str) -> str:
    """Return the value of a header such as Subject, folded.

    Args:
        name: of the header, whose length counts in its first line.
        text: of a `one_line`.
    """
    return _folded(name, text.split(" ") if _is_plain(text) else _encoded_words(text))


def phrase(text: str) -> str:
    """Return a display name: atoms, a quoted string, or else encoded words (RFC 5322 3.2.5)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    written = text if _ATOMS.fullmatch(text) else f'"{escaped}"'
    return written if _is_plain(written) else " ".join(_encoded_words(text))


def listed(name: str, values: list[str]) -> str:
    """Return the value of a header such as To: written mailboxes, parted by commas."""
    return _folded(name, ", ".join(values).split(" "))


def _is_plain(text: str) -> bool:
    """Whether `text` can stand as it is: nobody takes it for encoded, and its lines can be folded."""
    words = text.split(" ")
    return bool(_PLAIN.fullmatch(text)) and "=?" not in text and max(map(len, words)) <= _MOST_OF_A_WORD


def _encoded_words(text: str) -> list[str]:
    """Return `text` as encoded words of at most 75 characters, each of whole code points (RFC 2047 2)."""
    pieces = [b""]
    for character in text:
        encoded = character.encode()
        if len(pieces[-1]) + len(encoded) > _ENCODED_BYTES:
            pieces.append(b"")
        pieces[-1] += encoded
    return [f"=?utf-8?b?{b64encode(piece).decode('ascii')}?=" for piece in pieces]


def _folded(name: str, words: list[str]) -> str:
    """Return `words` in lines of at most 76 characters where that can be (RFC 5322 2.2.3)."""
    lines, room = [""], _WIDTH - len(name) - 2
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
            room = _WIDTH - 1
        lines[-1] += f" {word}" if lines[-1] else word
    return f"{LINE_END} ".join(lines)
