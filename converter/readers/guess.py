"""Guessing the encoding of a text that names none: the one in which its words read best."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import category, normalize

from converter.readers.language import fitness

_MOST_BYTES, _MOST_LINES = 64 * 1024, 2_000
"""How much of a text is looked at; a guess must then fit the whole."""

_LATIN = ("cp1252", "cp1250", "cp1254", "iso8859-2", "mac-roman", "cp1257", "cp1258", "cp850")
"""Encodings of languages that are mostly written with ASCII letters, the most frequent first."""

_OTHERS = (
    *("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "cp1253", "iso8859-7", "cp1255"),
    *("cp1256", "iso8859-6", "cp874", "gb18030", "big5", "cp932", "euc-jp", "cp949"),
)
"""Encodings of other scripts. What hardly anybody writes texts in is not guessed."""

_RARER = 8
"""How much better a text must read in another encoding than in the most frequent one."""

_SIGN = "[^\\w\\s\\x00-\\x7f’‘“”«»—–…·\\xad\\u0300-\\u036f]"
_ODD = re.compile(rf"(?<=[^\W\d_]){_SIGN}(?=[^\W\d_])|[\ufffd\x80-\x9f]")
_ODD_SIGN = 12
"""What a sign in the midst of a word says against an encoding."""

_UNLIKELY = frozenset({"Cc", "Cn", "Co", "Cs"})
_BLANK = frozenset("\t\n\v\f\r\x1b")
_MOST_UNLIKELY = 0.02

_ASCII = bytes(range(128))
_NOT_ASCII_LETTER = bytes(byte for byte in range(256) if not (byte < len(_ASCII) and chr(byte).isalpha()))


def guesses(data: bytes) -> Iterator[str]:
    """Yield encodings that `data` may be in, the likeliest first; by names that Python knows.

    It need not be in any of them.
    """
    telling = (line for line in data.splitlines() if not line.isascii())
    sample = b"\n".join(islice(telling, _MOST_LINES))[:_MOST_BYTES]
    if len(sample.translate(None, _NOT_ASCII_LETTER)) > len(sample.translate(None, _ASCII)):
        yield from sorted(_LATIN, key=lambda encoding: -_fitness(sample, encoding))
    # 40 ms to import, and needed for old encodings only
    from charset_normalizer import from_bytes

    for match in from_bytes(sample, cp_isolation=[codecs.lookup(encoding).name for encoding in _OTHERS]):
        yield codecs.lookup(match.encoding).name


def is_plausible(text: str) -> bool:
    """Say whether hardly a character of `text` is a control, unassigned or private."""
    sample = text[:_MOST_BYTES]
    unlikely = sum(category(character) in _UNLIKELY and character not in _BLANK for character in sample)
    return unlikely <= _MOST_UNLIKELY * len(sample)


def _fitness(sample: bytes, encoding: str) -> int:
    """Return how well `sample` reads in `encoding`: by its words, and without signs in the midst of them."""
    text = normalize("NFC", sample.decode(encoding, "replace"))
    rarer = 0 if encoding == _LATIN[0] else _RARER
    return fitness(text) - _ODD_SIGN * len(_ODD.findall(text)) - rarer
