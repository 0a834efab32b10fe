"""Words of a header or footer with the fields of ours in them.

Fields are written between two marks until the words are whole: braces of the words are none of ours.
"""

import re

OPEN, CLOSE = "\ue000", "\ue001"
_MARKS = str.maketrans("", "", OPEN + CLOSE)
_BRACES = str.maketrans({"{": "(", "}": ")", OPEN: "{", CLOSE: "}"})
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_KNOWN = frozenset({"title", "source", "date", "author", "marking", "page", "pages"})
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


def field(name: str) -> str | None:
    """Return the field of ours called `name`; `None` when there is none."""
    name = name.casefold()
    return f"{OPEN}{name}{CLOSE}" if name in _KNOWN else None


def of_instruction(instruction: str) -> str | None:
    """Return what stands for a field of Word (17.16.5); `None` where its last result does."""
    code, *arguments = [*instruction.replace('"', " ").split(), ""]
    code = code.upper()
    if code in _CODES:
        return field(_CODES[code])
    if code in _NAMED:
        known = field(arguments[0])
        return known if known or code == "DOCPROPERTY" else ""
    return "" if code in _OF_THE_FILE else None


def of_control(tag: str, binding: str) -> str | None:
    """Return what stands for a content control; `None` where its words do.

    Args:
        tag: such as `brief:title`; one of ours that no header knows stands for nothing.
        binding: the path of the property that it shows (17.5.2.6).
    """
    if tag.casefold().startswith("brief:"):
        return field(tag[len("brief:") :].strip()) or ""
    last = re.findall(r"(\w+)(?:\[\d+\])?$", binding)
    return field(_BINDINGS.get(last[0], "")) if last else None


def as_template(words: str) -> str:
    """Return whole words as a template of ours; `{{title}}` is a field, one that nobody knows nothing."""
    found = _PLACEHOLDER.sub(lambda match: field(match[1]) or "", words)
    return " ".join(found.translate(_BRACES).split())
