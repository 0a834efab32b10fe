"""The parts of a file and what they refer to (ECMA-376 part 2), unpacked within limits."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from converter.ooxml.xml import Element, attribute, children, parse

_HABIT = "word/document.xml"


class Relationship(NamedTuple):
    """What a part refers to.

    Attributes:
        kind: last part of its type, such as `styles` or `image`.
        target: name of a part; an address where it is external.
        external: whether it lies outside the file.
    """

    kind: str
    target: str
    external: bool


class Package:
    """A file of parts."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Take the files of its archive, as `archives.unpack` returns them."""
        self._parts = {part_name(name): part for name, part in parts.items()}

    def main(self) -> str:
        """Return the name of the part that holds the text of a Word file.

        Raises:
            KeyError: there is none.
            MalformedError: as `tree`.
        """
        for name in (*self.related("", "officeDocument"), _HABIT):
            if name.lower() in self._parts:
                return name
        raise KeyError(_HABIT)

    def related(self, name: str, kind: str) -> list[str]:
        """Return the names of the parts of that kind that the part `name` refers to; empty name: the package.

        Raises:
            MalformedError: as `tree`.
        """
        links = self.relationships(name).values()
        return [link.target for link in links if link.kind == kind and not link.external]

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what the part `name` refers to, by id; empty name: the package.

        Raises:
            MalformedError: as `tree`.
        """
        return relationships_in(self.tree(relationships_name(name)), name)

    def tree(self, name: str) -> Element | None:
        """Return the root of the XML in the part `name`; `None` where there is no such part.

        Raises:
            MalformedError: it is no XML.
        """
        data = self.read(name)
        return None if data is None else parse(data)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of the part `name`; `None` where there is no such part."""
        return self._parts.get(name.lower())


def part_name(entry: str) -> str:
    """Return the name by which a part is found, which an archive has as `entry`.

    Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
    """
    return entry.replace("\\", "/").lstrip("/").lower()


def relationships_name(name: str) -> str:
    """Return the name of the part that says what the part `name` refers to (ECMA-376 part 2, 6.5.2)."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relationships_in(root: Element | None, name: str) -> dict[str, Relationship]:
    """Return what the part `name` refers to, by id.

    Args:
        root: of the part that says so; `None`: there is none, and so the part refers to nothing.
        name: of the part; empty: the package.
    """
    folder = posixpath.dirname(name)
    return {attribute(link, "Id"): _relationship(link, folder) for link in children(root, "Relationship")}


def _relationship(link: Element, folder: str) -> Relationship:
    target, external = attribute(link, "Target"), attribute(link, "TargetMode") == "External"
    kind = attribute(link, "Type").rpartition("/")[2]
    return Relationship(kind, target if external else _resolved(folder, target), external)


def _resolved(folder: str, target: str) -> str:
    """Return the name of the part that `target` names from `folder`."""
    path = unquote(target.replace("\\", "/").partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
