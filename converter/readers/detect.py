"""Which format is it? Content first, name second; and what to do about formats that are not read."""

import re

from converter.errors import InputError

_HEAD_BYTES = 4096

_SIGNATURES: tuple[tuple[str, re.Pattern[bytes]], ...] = tuple(
    (name, re.compile(pattern, re.DOTALL))
    for name, pattern in (
        ("pdf", rb".{0,1019}%PDF-"),  # ISO 32000-2 Annex I: within the first 1024 bytes
        ("doc", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),  # [MS-CFB] 2.2
        ("rtf", rb"\{\\rtf"),
        (
            "image",
            rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|BM....\0{4}|....ftyp",
        ),
        ("archive", rb"\x1f\x8b\x08|7z\xbc\xaf\x27\x1c|BZh[1-9]1AY|\xfd7zXZ\0|Rar!\x1a\x07"),
    )
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream that holds a Word file behind a password ([MS-OFFCRYPTO] 2.3.4.4)."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# HTML Living Standard 13.1: byte-order mark, comments and white space, then the DOCTYPE or the html element
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?xml.{0,200}?\?>|<!--.{0,2000}?-->)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_MESSAGE = re.compile(rb"(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*){0,60}?MIME-Version:[ \t]*1\.0", re.IGNORECASE)
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32), 127])
_MOST_CONTROLS = 0.02
_TAG = re.compile(
    rb"</(?:p|div|h[1-6]|li|ul|ol|table|article|section|span|a|b|i|em|strong)>|<(?:p|br|hr)\b[^>]*>",
    re.IGNORECASE,
)
_FEWEST_TAGS = 3

_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:.{0,500}\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_HEADING = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?\s*|\n[ \t]*\r?\n)#{1,6} [^\n]+(?:\n(?!#)|\Z)")
_SIGNS = (
    re.compile(rb"\[[^\]\n]{1,200}\]\((?:https?:|#)[^)\s]{1,500}\)"),
    re.compile(rb"\*\*[^\s*][^*\n]{0,200}\*\*"),
    re.compile(rb"^(?:```|~~~)", re.MULTILINE),
    re.compile(rb"^\|.{1,500}\|[ \t]*\r?\n\|[ \t:|-]+\|[ \t]*\r?$", re.MULTILINE),
)

_BY_HAND = "open it, copy the article's text and save that as a .txt file"
_PANDOC = "convert it first, as with: pandoc FILE -o article.md"
_NOT_READ = {
    "doc": ("an old Office file", "open it in Word or LibreOffice and save it as .docx"),
    "encrypted": ("protected by a password", "open it, remove the password and save it"),
    "rtf": ("an RTF file", _PANDOC),
    "odt": ("an OpenDocument text", _PANDOC),
    "epub": ("an e-book", _PANDOC),
    "office": ("a spreadsheet or a presentation", _BY_HAND),
    "image": ("a picture", "recognise its text first, as with: tesseract FILE article"),
    "message": ("an e-mail message or a web archive", _BY_HAND),
    "archive": ("an archive", "unpack it and give the article in it"),
    "damaged": ("a damaged archive or Word file", "get it anew, nothing in it can be read"),
}
"""Formats that we recognise: what to call them, and how to get from there to one that is read."""


def told_by_content(data: bytes) -> str:
    """Return the name of the format that `data` carries a signature of; empty when it carries none."""
    head = data[:_HEAD_BYTES]
    for name, signature in _SIGNATURES:
        if signature.match(head):
            return "encrypted" if name == "doc" and _ENCRYPTED in data else name
    if head.startswith(_ZIP):
        from converter.readers.zipped import told_by_parts

        return told_by_parts(data)
    if _MESSAGE.match(head):
        return "message"
    # Without zero bytes the letters of UTF-16 are those of ASCII.
    return "html" if _HTML.match(head.replace(b"\0", b"")) else ""


def looks_binary(data: bytes) -> bool:
    """Say whether `data` begins with more control characters than any text in a byte-wise encoding."""
    head = data[:_HEAD_BYTES]
    return len(head) - len(head.translate(None, _CONTROL_BYTES)) > _MOST_CONTROLS * len(head)


def looks_like_html(data: bytes) -> bool:
    """Say whether a text without a telling name is a piece of a page: it opens with a tag, and has more."""
    head = data[: 4 * _HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and len(_TAG.findall(head)) >= _FEWEST_TAGS


def looks_like_markdown(data: bytes) -> bool:
    """Say whether a text without a telling name carries more than chance's share of Markdown."""
    head = data[: 16 * _HEAD_BYTES]
    headings = len(_HEADING.findall(head))
    opens_with_heading = (match := _HEADING.search(head)) is not None and not head[: match.start()].strip()
    signs = 2 * bool(_FRONT_MATTER.match(head)) + opens_with_heading + min(headings, 2)
    # A sign alone may be chance.
    return signs + sum(len(sign.findall(head)) for sign in _SIGNS) >= 2  # noqa: PLR2004


def not_read(format: str, where: str) -> InputError:  # noqa: A002 - the word of the command line
    """Return the error for an article of a `format` that `told_by_content` knows and no reader reads."""
    what, remedy = _NOT_READ[format]
    if format == "encrypted":
        return InputError("input-encrypted", f"this is {what}", where=where, remedy=remedy)
    if format == "damaged":
        return InputError("input-broken", f"this is {what}", where=where, remedy=remedy)
    return InputError("input-unsupported", f"this is {what}", where=where, remedy=remedy)
