"""A Word template's parts, of which the sound ones are of use even where others are damaged."""

from msgspec import Struct

from converter.ooxml import package
from converter.ooxml.package import Relationship
from converter.ooxml.xml import Element, MalformedError, child
from converter.word_template import template_parts, unreadable


class Part(Struct):
    """A part that is XML.

    Attributes:
        name: as in the archive, without a slash before it.
        root: its tree.
        related: id → what it refers to inside the file; what lies outside is not kept.
    """

    name: str
    root: Element
    related: dict[str, Relationship]


class Package(Struct):
    """An opened template.

    Attributes:
        path: as given.
        main: the document.
    """

    path: str
    main: Part
    _files: "_Files"

    def related(self, kind: str) -> Part | None:
        """Return the part of that kind that the document refers to, such as `styles`; `None` without one."""
        links = self.main.related.values()
        return self.part(next((link.target for link in links if link.kind == kind), ""))

    def property_part(self, kind: str) -> Part | None:
        """Return a part with properties of the file, such as `core-properties`; `None` without one."""
        return self.part(self._files.first(kind))

    def part(self, name: str) -> Part | None:
        """Return a part by its name; `None` where it is missing or damaged: the rest can be of use."""
        try:
            return self._files.part(name)
        except (KeyError, MalformedError):
            return None

    def data(self, name: str) -> bytes:
        """Return the bytes of a part; none where it is missing."""
        return self._files.read(name) or b""


def open_package(path: str) -> Package:
    """Return the template at `path`, a .docx, .dotx, .docm or .dotm file.

    Raises:
        StyleError: `template-missing` when it cannot be read, `template-unreadable` when it is no Word file.
    """
    files = _Files(template_parts(path))
    try:
        main = files.document()
    except (KeyError, ValueError) as error:
        raise unreadable(path) from error
    return Package(path, main, files)


class _Files(package.Package):
    """The parts as they are, be they sound or not."""

    def first(self, kind: str) -> str:
        """Return the name of the first part of that kind that the package refers to; empty without one."""
        return next(iter(self.related("", kind)), "")

    def document(self) -> Part:
        """Return the document, which only a relationship tells from other parts.

        Raises:
            KeyError: there is none of Word.
            MalformedError: it is no XML.
        """
        found = self.part(self.first("officeDocument"))
        if child(found.root, "body") is None:
            raise KeyError("body")
        return found

    def part(self, name: str) -> Part:
        """Return a part.

        Raises:
            KeyError: it is missing.
            MalformedError: it is no XML.
        """
        root = self.tree(name)
        if root is None:
            raise KeyError(name)
        links = self.relationships(name)
        return Part(name, root, {key: link for key, link in links.items() if not link.external})
