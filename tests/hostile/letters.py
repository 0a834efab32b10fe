"""Encodings that lie, and characters that no text needs."""

import random

from tests.hostile.case import REPORT, article
from tests.hostile.making import MARKDOWN, PROSE, TEXT, page, word
from tests.ooxml.making import p, zipped

_CYRILLIC = (
    "Новый причал\n\n" + "Порт на реке снова принимает суда, и новый причал открылся в понедельник. " * 4
)
_TEXT_OR_BINARY = (REPORT, "input-binary")


def _noise(size_bytes: int) -> bytes:
    return random.Random(11).randbytes(size_bytes)  # noqa: S311 - it protects nothing


CASES = (
    *(
        article(f"text, {encoding} without a mark", "a.txt", TEXT.encode(encoding), *_TEXT_OR_BINARY)
        for encoding in ("utf-7", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037", "idna")
        if encoding != "idna"
    ),
    *(
        article(f"text, {encoding}", "a.txt", _CYRILLIC.encode(encoding))
        for encoding in ("koi8-r", "cp1251", "cp866", "iso8859-5", "utf-16", "utf-32", "utf-8-sig")
    ),
    article("text, +ADw-script in UTF-7", "a.html", page("<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>", "<meta charset=utf-7>")),
    article("text, a slash in two bytes too many", "a.txt", TEXT.encode() + b"..\xc0\xaf..\xe0\x80\xaf \xf0\x80\x80\xaf\n"),
    article("text, surrogates in UTF-8", "a.txt", TEXT.encode() + b"\xed\xa0\x80 \xed\xb0\x80 \xed\xa0\xbd\xed\xb8\x80\n"),
    article("text, a lone surrogate in UTF-16", "a.txt", TEXT.encode("utf-16") + b"\x00\xd8a\0"),
    article("text, beyond Unicode", "a.txt", TEXT.encode() + b"\xf4\x90\x80\x80 \xf8\x88\x80\x80\x80 \xff\xfe\n"),
    article("text, UTF-8 and Latin-1 mixed", "a.txt", TEXT.encode() + "café ".encode() * 9 + "café ".encode("latin-1") * 9),
    article("text, encodings that change in a line", "a.txt", TEXT.encode() + _CYRILLIC.encode("cp1251") + _CYRILLIC.encode() + _CYRILLIC.encode("koi8-r")),
    article("text, two marks", "a.txt", b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode()),
    article("text, the mark of UTF-16 and then UTF-8", "a.txt", b"\xff\xfe" + TEXT.encode(), *_TEXT_OR_BINARY),
    article("text, a mark alone", "a.txt", b"\xef\xbb\xbf", "input-empty", REPORT),
    article("text, NULs between words", "a.txt", TEXT.replace(" ", "\0"), *_TEXT_OR_BINARY),
    article("text, a NUL in the title", "a.txt", "The qu\0ay\n\n" + TEXT),
    article("text, nothing but NULs", "a.txt", b"\0" * 1_000, "input-binary", "input-empty"),
    article("text, nothing but spaces", "a.txt", " \t\n" * 100, "input-empty", REPORT),
    article("text, nothing that is seen", "a.txt", "\u200b\u00ad\ufeff\u2060" * 100, "input-empty", REPORT),
    article("text, nothing but accents", "a.txt", "\u0301\u0316" * 100),
    article("text, all 256 bytes", "a.txt", bytes(range(256)) * 8, *_TEXT_OR_BINARY),
    article("text, noise", "a.txt", _noise(100_000), *_TEXT_OR_BINARY),
    article("text, noise called Markdown", "a.md", _noise(100_000), *_TEXT_OR_BINARY),
    article("text, noise called HTML", "a.html", _noise(100_000), *_TEXT_OR_BINARY),
    article("text, noise without a name", "a", _noise(100_000), *_TEXT_OR_BINARY, "input-unsupported"),
    article("text, escapes of ISO-2022", "a.txt", TEXT.encode() + "港口は月曜日に再開した。".encode("iso2022_jp") * 9),
    article("text, HZ", "a.txt", TEXT.encode() + "港口星期一重新开放。".encode("hz") * 9),
    article("text, backslashes of Shift JIS", "a.txt", ("表示ソ能、十" * 40).encode("shift_jis")),
    article("text, non-characters", "a.txt", TEXT + "\ufdd0\ufffe\uffff\U0001fffe\U0010ffff\n"),
    article("text, C1 controls", "a.txt", TEXT + "\x80\x81\x85\x90\x9b31m\x9d\x9f\n"),
    article("text, escapes for a terminal in the title", "a.txt", "\x1b]0;owned\x07\x1b[31mThe quay\x1b[2J\n\n" + TEXT),
    article("text, direction overridden", "a.txt", "The quay\u202egnp.exe\n\n" + TEXT + "\u202e\u2066\u2067\u2068\u2069\u202c"),
    article("text, tags of Unicode", "a.txt", TEXT + "\U000e0041\U000e0042 \U0001f3f4\U000e0067\U000e0062\U000e007f"),
    article("text, variation selectors that carry data", "a.txt", TEXT + "a" + "".join(map(chr, range(0xE0100, 0xE01F0)))),
    article("text, private use and unassigned", "a.txt", TEXT + "\ue000\uf8ff\U000f0000\U0010fffd\u0378\U0003ffff"[:5]),
    article("text, line ends of every kind", "a.txt", TEXT + "a\rb\r\nc\u2028d\u2029e\x85f\x0bg\x0ch\n\ri"),
    article("text, separators of ASCII", "a.txt", TEXT + "a\x1cb\x1dc\x1ed\x1fe"),
    article("text, signs that grow when composed", "a.txt", TEXT + "\ufdfa\u0344\U0001d160\u2126\u212b\uac00\u1100\u1161" * 50),
    article("text, Zalgo", "a.txt", TEXT + "".join(c + "\u0300\u0316\u0330\u0301\u0340" * 8 for c in PROSE[0])),
    article("html, says UTF-16 and is ASCII", "a.html", page("", "<meta charset=utf-16>")),
    article("html, says a charset that is none", "a.html", page("", "<meta charset='zlib'><meta charset='../../x'>")),
    article("html, says Shift JIS and is UTF-8", "a.html", page("<p>表示ソ能</p>", "<meta charset=shift_jis>")),
    article("html, an XML declaration of EBCDIC", "a.html", "<?xml version='1.0' encoding='cp037'?>" + page("")),
    article("html, two charsets", "a.html", page("<p>café</p>", "<meta charset=latin-1><meta charset=utf-8>").encode("latin-1")),
    article("html, NULs in tags", "a.html", page("<p>a</p>").replace("<p", "<\0p")),
    article("markdown, a NUL in front matter", "a.md", f'---\ntitle: a\0b\nauthor: "\\0\\x1b\\uD800"\n---\n{MARKDOWN}'),
    article("word, a part in UTF-16", "a.docx", zipped({**word(), "word/document.xml": word()["word/document.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16")})),
    article("word, a part in UTF-7", "a.docx", zipped({**word(), "word/document.xml": word()["word/document.xml"].replace(b"UTF-8", b"UTF-7")}), REPORT, "input-broken"),
    article("word, a part that is no UTF-8", "a.docx", zipped({**word(), "word/document.xml": word()["word/document.xml"].replace(b"quay", b"q\xff\xfey")}), REPORT, "input-broken"),
    article("word, control characters by number", "a.docx", zipped(word(p("a&#7;b&#x1b;[31m"))), REPORT, "input-broken"),
    article("word, letters that XML allows and nobody sees", "a.docx", zipped(word(p("a&#x202e;b&#x200b;c&#xfeff;d&#x7f;e&#xe0041;f")))),
    *(
        article(f"option, --encoding {name}", "a.txt", TEXT, "encoding-unknown", "encoding-wrong", REPORT, options=("--encoding", name))
        for name in ("zlib", "base64", "rot13", "undefined", "utf-7", "unicode_escape", "idna", "../../x", "\u202e", "punycode", "mbcs")
    ),
)  # fmt: skip
