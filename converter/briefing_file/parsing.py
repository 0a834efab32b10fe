"""The text of a briefing file → what it says, each part with its line and column."""

import re
from datetime import date
from typing import NoReturn

from msgspec import Struct

from converter.errors import InputError, StyleError
from converter.model.briefing import Details
from converter.suggestions import suggest
from converter.text import collapse
from converter.yaml_source import Entry, Mapping, Node, Place, Scalar, Sequence
from converter.yaml_source import parse as parse_yaml

VERSION = "1"

_KEYS = (
    "briefing",
    "source",
    "outline",
    "language",
    "title",
    "author",
    "date",
    "marking",
    "sections",
    "left",
)
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_SECTION = re.compile(r"[\w-]{1,40}")


class FileLine(Struct, frozen=True):
    """A line as it was written.

    Attributes:
        at: its place in the article, such as `p4s2`; empty for a note.
        text: its words; empty where only the place was written.
        author: who changed or wrote it.
        place: where it stands in the file.
    """

    at: str
    text: str
    author: str
    place: Place


class FileSection(Struct, frozen=True):
    """A section as it was written; `title` and `panel`, the kind of a panel, are empty where none was."""

    key: str
    title: str
    panel: str
    lines: tuple[FileLine, ...]
    place: Place


class BriefingFile(Struct, frozen=True):
    """A briefing file as it was written; `restore` brings it together with its article.

    Attributes:
        source: name of the article's file, which stands beside this one, or its address.
        sha256: of the article's original bytes.
        outline: name of the outline; empty when none is named.
        language: BCP 47 tag of the article; empty when none is named.
        details: title, author, date and marking.
        sections: in the file's order; their keys differ.
        place: of the SHA-256.
    """

    source: str
    sha256: str
    outline: str
    language: str
    details: Details
    sections: tuple[FileSection, ...]
    place: Place


def is_briefing_file(text: str) -> bool:
    """Say whether `text` is a briefing file: its first key is `briefing`."""
    for line in text.removeprefix("\ufeff").splitlines():
        if line.strip() and not line.startswith(("#", "---", "%")):
            return bool(re.match(r"briefing\s*:\s+\S+\s*(#.*)?$", line))
    return False


def parse(text: str, file: str) -> BriefingFile:
    """Return what the briefing file `text` says; `file` names it in errors.

    Raises:
        InputError: `briefing-invalid`, `briefing-version`, or what `yaml_source.parse` finds, each with the
            line and column.
    """
    try:
        root = parse_yaml(text, file)
    except StyleError as error:
        raise InputError(error.code, error.what, where=error.where, remedy=error.remedy) from None
    top = _Keys(root, _KEYS)
    if (version := top.text("briefing")) != VERSION:
        what = f"is version {version[:20]!r}; this program reads version {VERSION}"
        raise InputError("briefing-version", what, where=str(top.place("briefing")))
    source = _Keys(top.required("source"), ("name", "sha256"))
    if not _SHA256.fullmatch(source.text("sha256")):
        fail(source.place("sha256"), "is no SHA-256", "outline the article anew")
    return BriefingFile(
        source=source.text("name"),
        sha256=source.text("sha256").lower(),
        outline=top.optional("outline"),
        language=top.optional("language"),
        details=_details(top),
        sections=_sections(top.required("sections")),
        place=source.place("sha256"),
    )


def fail(place: Place, what: str, remedy: str = "") -> NoReturn:
    """Say what is wrong at `place`.

    Raises:
        InputError: `briefing-invalid`.
    """
    raise InputError("briefing-invalid", what, where=str(place), remedy=remedy)


class _Keys:
    """The values of a mapping by key."""

    def __init__(self, node: Node, known: tuple[str, ...]) -> None:
        if not isinstance(node, Mapping):
            fail(node.place, f"keys are missing here: {', '.join(known)}")
        for entry in node.entries:
            if entry.key.text not in known:
                fail(
                    entry.key.place,
                    f"the key {entry.key.text[:40]!r} is not known",
                    suggest(entry.key.text, known),
                )
        self._node = node
        self._values = {entry.key.text: entry.value for entry in node.entries}

    def required(self, key: str) -> Node:
        if key not in self._values:
            fail(self._node.place, f"the key {key!r} is missing", "outline the article anew")
        return self._values[key]

    def place(self, key: str) -> Place:
        return self.required(key).place

    def text(self, key: str) -> str:
        text = _text(self.required(key))
        if not text:
            fail(self.place(key), f"{key!r} has no value")
        return text

    def optional(self, key: str) -> str:
        return _text(self._values[key]) if key in self._values else ""


def _text(node: Node) -> str:
    if not isinstance(node, Scalar):
        fail(node.place, "one text is wanted here", "put it in quotation marks")
    return "" if node.is_null else collapse(node.text)


def _details(top: _Keys) -> Details:
    written = top.optional("date")
    if written:
        try:
            date.fromisoformat(written)
        except ValueError:
            fail(top.place("date"), f"{written[:40]!r} is no date", "write it like 2026-11-23")
    return Details(
        title=top.optional("title"),
        author=top.optional("author"),
        date=written,
        marking=top.optional("marking"),
    )


def _sections(node: Node) -> tuple[FileSection, ...]:
    if not isinstance(node, Mapping) or not node.entries:
        fail(node.place, "there is no section", "write one, such as 'summary:'")
    return tuple(map(_section, node.entries))


def _section(entry: Entry) -> FileSection:
    key = entry.key.text
    if not _SECTION.fullmatch(key):
        fail(entry.key.place, f"{key[:40]!r} is no key of a section", "use letters, digits and hyphens")
    keys = _Keys(entry.value, ("title", "panel", "lines"))
    lines = keys.required("lines")
    if isinstance(lines, Scalar) and lines.is_null:
        lines = Sequence((), lines.place)
    if not isinstance(lines, Sequence):
        fail(lines.place, "a list of lines is wanted here", "begin each with '- '")
    return FileSection(
        key, keys.optional("title"), keys.optional("panel"), tuple(map(_line, lines.items)), entry.key.place
    )


def _line(node: Node) -> FileLine:
    if isinstance(node, Scalar) and not node.is_null:
        return FileLine(node.text, "", "", node.place)
    if not isinstance(node, Mapping) or not node.entries:
        fail(node.place, "this is no line", "write '- p4s2' or '- note: Your comment'")
    first, *others = node.entries
    for entry in others:
        if entry.key.text != "by":
            what = f"the key {entry.key.text[:40]!r} cannot stand here"
            fail(entry.key.place, what, "begin each line with '- '; only 'by' may stand below its words")
    text = _text(first.value)
    if not text:
        fail(first.key.place, f"{first.key.text[:40]} has no words", "delete the line to drop it")
    author = _text(others[0].value) if others else ""
    return FileLine("" if first.key.text == "note" else first.key.text, text, author, first.key.place)
