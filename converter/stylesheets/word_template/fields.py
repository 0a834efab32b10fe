"""Words of a header or footer with the fields of ours in them.

Fields are written between two marks until the words are whole: braces of the words are none of ours.
"""

import re
from collections.abc import Collection

from converter.stylesheets.running import RUNNING_FIELDS

OPEN, CLOSE = "\ue000", "\ue001"
_MARKS = str.maketrans("", "", OPEN + CLOSE)
_BRACES = str.maketrans({"{": "(", "}": ")", OPEN: "{", CLOSE: "}"})
_MARKED = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_CODES = {
    "PAGE": "page",
    "NUMPAGES": "pages",
    "SECTIONPAGES": "pages",
    "TITLE": "title",
    "AUTHOR": "author",
    "DATE": "date",
    "CREATEDATE": "date",
    "SAVEDATE": "date",
    "PRINTDATE": "date",
}
_NAMED = frozenset({"DOCPROPERTY", "DOCVARIABLE", "MERGEFIELD", "STYLEREF"})
_OF_THE_FILE = frozenset({"FILENAME", "FILESIZE", "USERNAME", "USERINITIALS", "REVNUM", "TEMPLATE", "TIME"})
_BINDINGS = {"title": "title", "creator": "author", "PublishDate": "date"}


def known_as(name: str) -> str:
    """Return the name of a place or field as it is compared: Word's bookmarks have no hyphens."""
    return name.strip().casefold().replace("_", "-")


def cleaned(words: str) -> str:
    """Return words of the template as they may stand beside our fields."""
    return words.translate(_MARKS)


def _field(name: str) -> str:
    """Return the mark of a field, of ours or of a person's own."""
    return f"{OPEN}{known_as(name.translate(_MARKS))}{CLOSE}"


def _own(name: str) -> str | None:
    """Return the mark of the field of ours called `name`; `None` when there is none."""
    return _field(name) if known_as(name) in RUNNING_FIELDS else None


def of_instruction(instruction: str) -> str | None:
    """Return what stands for a field of Word (17.16.5); `None` where its last result does."""
    code, *arguments = [*instruction.replace('"', " ").split(), ""]
    code = code.upper()
    if code in _CODES:
        return _field(_CODES[code])
    if code in _NAMED:
        return _own(arguments[0]) if code == "DOCPROPERTY" else _field(arguments[0])
    return "" if code in _OF_THE_FILE else None


def of_control(tag: str, binding: str) -> str | None:
    """Return what stands for a content control; `None` where its words do.

    Args:
        tag: such as `brief:title`; one of ours that no header knows stands for nothing.
        binding: the path of the property that it shows (17.5.2.6).
    """
    if tag.casefold().startswith("brief:"):
        return _field(tag[len("brief:") :])
    last = re.findall(r"(\w+)(?:\[\d+\])?$", binding)
    return _own(_BINDINGS.get(last[0], "")) if last else None


def as_template(words: str, given: Collection[str]) -> str:
    """Return whole words as a template of ours; `{{title}}` is a field, one that nobody knows nothing.

    Args:
        words: with marks around fields.
        given: names of a person's own fields.
    """
    names = {name: name for name in RUNNING_FIELDS} | {known_as(name): name for name in given}
    marked = _PLACEHOLDER.sub(lambda match: _field(match[1]), words)
    found = _MARKED.sub(lambda match: f"{OPEN}{names[match[1]]}{CLOSE}" if match[1] in names else "", marked)
    return " ".join(found.translate(_BRACES).split())
