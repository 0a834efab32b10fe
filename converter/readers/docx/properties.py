"""What a Word file says of itself: the core properties (ECMA-376 part 2, 8)."""

import re
from pathlib import PurePath

from msgspec import Struct

from converter.ooxml.xml import local
from converter.readers.docx.package import Package
from converter.readers.language import normal_tag
from converter.text import plain

_NO_TITLE = re.compile(
    r"(?:microsoft )?(?:word|office)?\W*(?:document|dokument|documento|untitled|title|template|normal)?\d*|"
    r".*\.(?:docx?|docm|dotx?|dotm|rtf|odt|tmp|pdf)",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:microsoft|ms|windows)?\W*(?:office|word)?\W*(?:user|author|admin\w*|owner|unknown|anonymous)?\d*|"
    r"python-docx|apache poi|docx4j|aspose.*|openoffice.*|libreoffice.*|un-named|test|pandoc|hp|dell|acer",
    re.IGNORECASE,
)
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|$)")
_NO_DATE = frozenset({"2013-12-23", "1601-01-01", "1970-01-01", "1900-01-01", "1980-01-01"})
"""Days that programs write down when they do not know: python-docx's own, and the zeros of various clocks."""


class Properties(Struct, frozen=True):
    """What is worth believing; an empty field is not told, or told by a program.

    Attributes:
        title: of the document.
        author: who made it.
        date: when, ISO 8601.
        language: BCP 47 tag.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""


def read_properties(package: Package) -> Properties:
    """Return the core properties of a file, which may have none.

    Raises:
        PartUnreadableError: it is damaged.
    """
    name = package.related("core-properties")
    if not name:
        return Properties()
    root = package.tree(name)
    told = {local(one): plain(one.text or "") for one in root}
    title, author = told.get("title", ""), told.get("creator", "")
    date = _DATE.match(told.get("created", ""))
    file_name = PurePath(package.where).stem.casefold()
    return Properties(
        title="" if _NO_TITLE.fullmatch(title) or title.casefold() == file_name else title,
        author="" if _NO_AUTHOR.fullmatch(author) else author,
        date="" if not date or date[1] in _NO_DATE else date[1],
        language=normal_tag(told.get("language", "")),
    )
