"""Guessing the encoding of a text that names none: the one in which its words read best.

Each encoding is judged by the languages that it was made for, so that a Polish encoding gains nothing by the
English words of a French text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from unicodedata import category, normalize

from converter.readers.fitness import fitness
from converter.readers.orthography import FREQUENT

_MOST_BYTES, _MOST_LINES = 6 * 1024, 200
"""How much of a text is looked at."""

_WESTERN = "en fr de es it pt nl sv da nb fi ca gl eu is ga af sq id ms sw tl cy"
_CENTRAL = "pl cs sk hu ro sl hr sr-Latn"
_CYRILLIC = "ru uk bg be mk sr"

ENCODINGS: Mapping[str, str] = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1251": _CYRILLIC,
    "cp1254": "tr",
    "cp1253": "el",
    "cp1255": "he",
    "cp1256": "ar fa ur",
    "cp1257": "lt lv et",
    "cp1258": "vi",
    "cp874": "th",
    "iso8859-2": _CENTRAL,
    "iso8859-15": _WESTERN,
    "mac-roman": _WESTERN,
    "koi8-r": "ru",
    "koi8-u": "uk",
    "iso8859-5": _CYRILLIC,
    "iso8859-6": "ar",
    "iso8859-7": "el",
    "cp866": "ru bg be",
    "cp850": _WESTERN,
    "cp852": _CENTRAL,
    "mac-cyrillic": "ru uk bg mk sr",
    "gb18030": "zh-Hans",
    "big5": "zh-Hant",
    "cp932": "ja",
    "euc-jp": "ja",
    "cp949": "ko",
}
"""Encoding → languages that it was made for, the most frequent first; what hardly anybody uses is out."""

_RARER, _MUCH_RARER = 8, 16
"""How much better a text must read in another encoding than in the most frequent one, and in a rare one."""

_RARE = frozenset({"cp850", "cp852", "cp866", "cp874", "iso8859-6"})

_JOINING = "’‘“”«»—–…·®™\\xad\u0300-\u036f\u064b-\u065f\u0e00-\u0e7f、。「」（），！？：；《》ー"
_COMMON = _JOINING + "‚„‹›•°§€£©¡¿"
_SIGN = rf"(?:[^\w\s\x00-\x7f{_JOINING}]|[¹²³])"
_LETTER = r"[^\W\d_¹²³]"
_IDEOGRAPHS = (
    ("\u0e00", "\u0e7f"),
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\uff61", "\uff9f"),
    ("\U00020000", "\U0003ffff"),
)
_FREQUENT, _INFREQUENT = 4, -2
"""What a character of Chinese, Japanese or Korean says for its language or against it."""

_UNLIKELY = frozenset({"Cc", "Cn", "Co", "Cs"})
_BLANK = frozenset("\t\n\v\f\r\x1b")
_MOST_UNLIKELY = 0.02


def guesses(data: bytes) -> Iterator[str]:
    """Yield encodings that `data` may be in, the likeliest first; by names that Python knows.

    It need not be in any of them.
    """
    telling = (line for line in _lines(data) if not line.isascii())
    sample = b"\n".join(islice(telling, _MOST_LINES))[:_MOST_BYTES]
    texts = {encoding: normalize("NFC", sample.decode(encoding, "replace")) for encoding in ENCODINGS}
    best: dict[str, int] = {}
    for encoding, text in texts.items():
        best[text] = max(_readability(text, encoding), best.get(text, -len(data) * 100))
    # of those that read it alike the most frequent comes first
    yield from sorted(ENCODINGS, key=lambda encoding: -best[texts[encoding]])


def is_plausible(text: str) -> bool:
    """Say whether hardly a character of `text` is a control, unassigned or private."""
    sample = text[:_MOST_BYTES]
    unlikely = sum(category(character) in _UNLIKELY and character not in _BLANK for character in sample)
    return unlikely <= _MOST_UNLIKELY * len(sample)


def reads_like_ideographs(text: str) -> bool:
    """Say whether `text` holds frequent characters of Chinese, Japanese or Korean rather than rare ones."""
    return max(_frequency(text[:_MOST_BYTES], language) for language in FREQUENT) > 0


def _lines(data: bytes) -> Iterator[bytes]:
    """Yield the lines of `data` one by one, without holding them all; a very long one in parts."""
    for found in re.finditer(rb"[^\r\n]{1,4096}", data):
        yield found[0]


def _readability(text: str, encoding: str) -> int:
    """Return how well `text`, had by `encoding`, reads: by its words, and by the signs at and in them."""
    languages = ENCODINGS[encoding].split()
    rarer = 0 if encoding == next(iter(ENCODINGS)) else _MUCH_RARER if encoding in _RARE else _RARER
    fits = _frequency(text, languages[0]) if languages[0] in FREQUENT else fitness(text, languages)
    return fits - sum(cost * len(slip.findall(text)) for slip, cost in _slips().items()) - rarer


@cache
def _slips() -> Mapping[re.Pattern[str], int]:
    """Return what speaks against an encoding, and how much; what is negative speaks for it."""
    capital = "".join(filter(str.isupper, map(chr, range(0xC0, 0x530))))
    return {
        # bytes that the encoding has not, controls, boxes
        re.compile("[\ufffd\x80-\x9f\u2500-\u25ff]"): 30,
        # a capital behind a small letter, two scripts side by side
        re.compile(rf"[a-z][{capital}]|[ß-ÿа-яёά-ώ][A-Z{capital}]"): 12,
        re.compile("[A-Za-z][\u0370-\U0003ffff]|[\u0370-\U0003ffff][A-Za-z]"): 12,
        # accents without a letter, and other signs that stood on keyboards only
        re.compile("[¤¦¨¬¯¸¶ˆ˜]"): 12,
        # a sign at or in a word, a no-break space instead of its first letter
        re.compile(rf"(?<={_LETTER}){_SIGN}|{_SIGN}(?={_LETTER})"): 12,
        re.compile(rf"(?<= )\xa0(?={_LETTER})"): 12,
        # a vowel sign of Thai without its consonant, a digit or an end of a word in the midst of one
        re.compile(
            "[\u0e40-\u0e44](?![\u0e01-\u0e2e])|[\u0e01-\u0e2e][\u0e50-\u0e5b]|\u0e2f(?=[\u0e01-\u0e2e])"
        ): 12,
        re.compile(
            "(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e39\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
        ): 12,
        re.compile(rf"[^\w\s\x00-\x7f{_COMMON}]|[¡¿](?!\w)"): 4,
        # signs where they belong
        re.compile(
            rf"(?<={_LETTER})’(?={_LETTER})|(?<!\w)[“„«](?=\w[^\n]{{0,200}}[“”»])|(?<=[\w.,!?])[”»](?!\w)"
            r"|\d ?€|[€£] ?\d|(?<=\s)[–—](?=\s)"
        ): -8,
    }


def _frequency(text: str, language: str) -> int:
    frequent = sum(character in FREQUENT[language] for character in text)
    return frequent * (_FREQUENT - _INFREQUENT) + _INFREQUENT * sum(map(_is_ideograph, text))


def _is_ideograph(character: str) -> bool:
    """Say whether `character` is Thai, Han or Hangul, or a Katakana of half width."""
    return any(first <= character <= last for first, last in _IDEOGRAPHS)
