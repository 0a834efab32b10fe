"""Zip archives that articles come in: what they hold, and whether they are plainly small.

Imported when an article begins as an archive does: most are none, and `zipfile` takes a while to import.
"""

import lzma
import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

ZIP_FAULTS = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    KeyError,
)
"""What `zipfile` raises for archives that are damaged, encrypted or packed in a way that it does not know."""

WORD_MAIN = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|"
    r"ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml",
    re.IGNORECASE,
)
"""Media types of the part that holds a Word file's text: documents and templates, with or without macros."""

_OTHER_MAIN = re.compile(
    r"vnd\.(?:openxmlformats-officedocument\.(?:spreadsheetml|presentationml)|ms-excel|ms-powerpoint)"
    r"\.[\w.]{1,60}?\.main\+xml",
    re.IGNORECASE,
)
_TYPES_BYTES = 1_000_000

_HEAD_BYTES = 4096

_PACKED_BYTES, _UNPACKED_BYTES = 1_000_000, 2_000_000
_ENTRIES = 200


def told_by_parts(data: bytes) -> str:
    """Return what a ZIP archive is, by the parts that its format asks for."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
            kind = _beginning(archive, names.get("mimetype", ""), 100)
            types = _beginning(archive, names.get("[content_types].xml", ""), _TYPES_BYTES)
    except ZIP_FAULTS:
        return _told_without_contents(data)
    if kind.startswith(b"application/epub+zip"):
        return "epub"
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        return "odt" if b"text" in kind else "office"
    if "[content_types].xml" in names:
        # without zero bytes the letters of UTF-16 are those of ASCII
        told = types.replace(b"\0", b"").decode("latin-1")
        named = any(name.startswith("word/") for name in names) and not _OTHER_MAIN.search(told)
        return "docx" if named or WORD_MAIN.search(told) else "office"
    return "archive"


def _told_without_contents(data: bytes) -> str:
    """Return what an archive is that was cut off, and so has lost its table of contents."""
    if b"word/" in data:
        return "docx"
    if b"xl/w" in data or b"ppt/" in data:
        return "office"
    return "docx" if b"[Content_Types].xml" in data[:_HEAD_BYTES] else "damaged"


def _beginning(archive: ZipFile, name: str, size: int) -> bytes:
    """Return how a member begins; nothing where there is none that can be read."""
    try:
        with archive.open(name) as stream:
            return stream.read(size)
    except ZIP_FAULTS:
        return b""


def is_plain_archive(data: bytes) -> bool:
    """Whether a Word file is small, unpacked too.

    Its directory is believed: what unfolds beyond it is refused while it is unpacked.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            sizes = [entry.file_size for entry in archive.infolist()]
    except ZIP_FAULTS:
        return False
    return len(data) <= _PACKED_BYTES and len(sizes) <= _ENTRIES and sum(sizes) <= _UNPACKED_BYTES
