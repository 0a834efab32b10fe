"""A Word template's parts (ECMA-376 part 2), unpacked within limits and without asking any other file."""

import posixpath
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from converter.errors import StyleError
from converter.limits import LIMITS
from converter.stylesheets.word_template.xml import Element, attribute, parse

_FAULTS = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
"""What `zipfile` raises for what is no archive, damaged, encrypted or packed in ways it does not know."""


class _Relationship(NamedTuple):
    """What a part refers to; `kind` is the last part of its type, `target` the name of a part."""

    kind: str
    target: str


@dataclass(slots=True)
class Part:
    """A part that is XML.

    Attributes:
        name: as in the archive, without a slash before it.
        root: its tree.
        related: id → what it refers to inside the file; what lies outside is not kept.
    """

    name: str
    root: Element
    related: dict[str, _Relationship]

    def first(self, kind: str) -> str:
        """Return the name of the first part of that kind; empty without one."""
        return next((found.target for found in self.related.values() if found.kind == kind), "")


@dataclass(slots=True)
class Package:
    """An opened template.

    Attributes:
        path: as given.
        main: the document.
    """

    path: str
    main: Part
    _archive: ZipFile = field(repr=False)
    _top: Part = field(repr=False)

    def related(self, kind: str) -> Part | None:
        """Return the part of that kind that the document refers to, such as `styles`; `None` without one."""
        return self.part(self.main.first(kind))

    def property_part(self, kind: str) -> Part | None:
        """Return a part with properties of the file, such as `core-properties`; `None` without one."""
        return self.part(self._top.first(kind))

    def part(self, name: str) -> Part | None:
        """Return a part by its name; `None` where it is missing or damaged: the rest can be of use."""
        try:
            return _part(self._archive, name) if name else None
        except (*_FAULTS, etree.XMLSyntaxError):
            return None

    def data(self, name: str) -> bytes:
        """Return the bytes of a part; none where it is missing or damaged."""
        try:
            return self._archive.read(name)
        except _FAULTS:
            return b""


def open_package(path: str) -> Package:
    """Return the template at `path`, a .docx, .dotx, .docm or .dotm file.

    Raises:
        StyleError: `template-missing` when it cannot be read, `template-unreadable` when it is no Word file.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise StyleError(
            "template-missing", "the Word template cannot be read", where=path, remedy="check its path"
        ) from error
    try:
        archive = ZipFile(BytesIO(data))
        _check(archive)
        top = Part("", etree.Element("package"), _relationships(archive, ""))
        main = _part(archive, top.first("officeDocument"))
        if main.root.find("{*}body") is None:
            raise ValueError("no document of Word")
    except (*_FAULTS, etree.XMLSyntaxError) as error:
        raise StyleError(
            "template-unreadable",
            "this is no Word template",
            where=path,
            remedy="give it a file that Word has saved as .docx or .dotx",
        ) from error
    return Package(path, main, archive, top)


def _check(archive: ZipFile) -> None:
    """Refuse what unfolds into more than a template can be."""
    entries = archive.infolist()
    if len(entries) > LIMITS.zip_entries or sum(entry.file_size for entry in entries) > LIMITS.zip_bytes:
        raise ValueError("too large")


def _part(archive: ZipFile, name: str) -> Part:
    return Part(name, parse(archive.read(name)), _relationships(archive, name))


def _relationships(archive: ZipFile, name: str) -> dict[str, _Relationship]:
    folder, base = posixpath.split(name)
    try:
        root = parse(archive.read(posixpath.join(folder, "_rels", f"{base}.rels")))
    except KeyError:
        return {}
    return {
        attribute(one, "Id"): _Relationship(
            attribute(one, "Type").rpartition("/")[2], _target(folder, attribute(one, "Target"))
        )
        for one in root.iterfind("{*}Relationship")
        if attribute(one, "TargetMode") != "External"
    }


def _target(folder: str, written: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(written))).lstrip("/")
