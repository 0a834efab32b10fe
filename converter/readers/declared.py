"""What a text says of its own encoding: XML declarations, `meta` in HTML, mail headers, Emacs and Vim.

Names are understood as the web has it (WHATWG Encoding Standard 4.2): Latin-1 is windows-1252, Shift_JIS is
cp932, and so on.
"""

import codecs
import re
from collections.abc import Mapping

_HEAD = 1024
"""Bytes at either end in which an encoding is declared (HTML Living Standard 13.2.3.2)."""

_HEAD_LINES, _TAIL_LINES = 2, 5

_NAME = rb"([A-Za-z][\w.:-]{1,30})"
_XML = re.compile(rb"\s*<\?xml\s[^>]*?\bencoding\s*=\s*[\"']" + _NAME)
_META = re.compile(rb"<meta\s[^>]*?\bcharset\s*=\s*[\"']?\s*" + _NAME, re.IGNORECASE)
_MAIL = re.compile(
    rb"^Content-Type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)?;\s*charset=\"?" + _NAME, re.IGNORECASE | re.MULTILINE
)
_EMACS = re.compile(rb"-\*-.*?\bcoding:\s*" + _NAME + rb".*?-\*-")
_VIM = re.compile(rb"\b(?:vim?|ex):.*?\b(?:fileencoding|fenc)=" + _NAME)
_EMACS_LINE_END = re.compile(r"-(?:unix|dos|mac)$")

_ALIASES: Mapping[str, str] = {
    "windows-31j": "cp932",
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "x-euc-jp": "euc-jp",
    "x-gbk": "gb18030",
}
"""Name on the web → Python's, where Python does not know it."""

_NEVER = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""No text comes in these."""

_AS_THE_WEB: Mapping[str, str] = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Name in Python → the larger encoding that texts under this name are really in."""


def declared(data: bytes) -> str:
    """Return the encoding that `data` declares, by Python's name; empty when it declares none."""
    head = data[:_HEAD]
    lines = head.splitlines()[:_HEAD_LINES] + data[-_HEAD:].splitlines()[-_TAIL_LINES:]
    found = _XML.match(head) or _MAIL.search(head)
    if not found and head.lstrip().startswith(b"<"):
        found = _META.search(head)
    found = found or next(
        (match for line in lines if (match := _EMACS.search(line) or _VIM.search(line))), None
    )
    return known(found[1].decode("ascii", "replace")) if found else ""


def known(label: str) -> str:
    """Return the encoding that a document or a server means by `label`, by Python's name; empty for none.

    UTF-16 and UTF-32 are none: they have a mark or are seen by their zeros, and a page that can be read so
    far as to find this word in it is in neither.
    """
    bare = _EMACS_LINE_END.sub("", label.strip(" \t\"'").lower()).replace("iso-latin", "latin")
    name = codec_name(_ALIASES.get(bare, bare))
    return "" if name in _NEVER or name.startswith(("utf-16", "utf-32")) else _AS_THE_WEB.get(name, name)


def codec_name(label: str) -> str:
    """Return Python's own name of the encoding `label`; empty when there is none."""
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    # "rot13", "hex" and their like are codecs too, but of other things than text
    return codec.name if codec._is_text_encoding else ""  # noqa: SLF001 - there is no public name for it
