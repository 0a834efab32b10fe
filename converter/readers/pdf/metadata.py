"""What a PDF says of itself: title, author, date, language (ISO 32000-2 14.3.3 and 7.7.2)."""

import ctypes
import re

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

from converter.text import plain

_FILE = re.compile(
    r".*\.(?:docx?|dotx?|odt|rtf|txt|pdf|indd|qxd|qxp|xlsx?|pptx?|html?|tex|dvi|md|pages|p65|fm|ps|eps|wpd)",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|powerpoint presentation|adobe \w+|openoffice|libreoffice)\b",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"(?:(?:untitled|unnamed)(?: (?:document|presentation|spreadsheet|page))?|unknown|no ?title|title|"
    r"document|new document|doc|print|layout|about:blank|slide|"
    r"(?:microsoft )?word document|powerpoint presentation|ohne titel|unbenannt(?:es dokument)?|dokument|"
    r"(?:document )?sans titre|"
    r"(?:documento )?senza titolo|(?:documento )?sin t[ií]tulo|без (?:имени|названия))[ _-]*\d*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:unknown|anonymous|\(?anonymous\)?|user|admin(?:istrator)?|owner|root|author|default|pc|home|test|"
    r"unspecified|\(?unspecified\)?|benutzer|none|n/?a)\d*",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST_LANGUAGE = 64


class Metadata(Struct, frozen=True):
    """What was found; an empty field says nothing useful."""

    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""


def read_metadata(document: pypdfium2.PdfDocument, name: str) -> Metadata:
    """Return the metadata of the document in file `name` without what programs put there by themselves."""
    title = plain(document.get_metadata_value("Title"))
    author = plain(document.get_metadata_value("Author"))
    return Metadata(
        title if _is_title(title, name) else "",
        "" if _NOBODY.fullmatch(author) else author,
        _date(document.get_metadata_value("CreationDate")),
        _language(document),
    )


def _is_title(title: str, name: str) -> bool:
    junk = _FILE.fullmatch(title) or _PROGRAM.match(title) or _NAMELESS.fullmatch(title)
    stem = name.rpartition(".")[0] or name
    # A single word, or words held together by signs, is how files are called.
    return bool(title) and not junk and title != stem and " " in title.replace("\u00a0", " ")


def _date(value: str) -> str:
    match = _DATE.match(value)
    if not match:
        return ""
    year, month, day = match.groups()
    valid = "1900" <= year <= "2199" and "01" <= month <= "12" and "01" <= day <= "31"
    return f"{year}-{month}-{day}" if valid else ""


def _language(document: pypdfium2.PdfDocument) -> str:
    buffer = (ctypes.c_ushort * _LONGEST_LANGUAGE)()
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    size = raw.FPDFCatalog_GetLanguage(document.raw, pointer, ctypes.sizeof(buffer))
    if not 0 < size <= ctypes.sizeof(buffer):
        return ""
    tag = bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\0").strip()
    return tag.replace("_", "-") if _LANGUAGE.fullmatch(tag) else ""
