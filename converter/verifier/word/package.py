"""The parts of a Word file and what they refer to (ECMA-376 part 2), unpacked within limits."""

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from converter.archives import BombError, unpack
from converter.errors import InputError
from converter.verifier.word.xml import Element, attribute, children, parse

_ZIP = b"PK"


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
    """A Word file.

    Attributes:
        where: its name, for messages.
    """

    def __init__(self, data: bytes, where: str = "") -> None:
        """Open it.

        Raises:
            InputError: `input-unsupported` when it is no archive, `input-broken` when it is a damaged one, or
                `input-bomb` when it would unfold beyond `LIMITS`.
        """
        self.where = where
        if not data.startswith(_ZIP):
            raise self._foreign()
        try:
            parts = unpack(data)
        except BombError:
            raise self._bomb() from None
        except ValueError:
            raise self._broken("it is damaged or was cut off") from None
        # Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
        self._parts = {name.replace("\\", "/").lstrip("/").lower(): part for name, part in parts.items()}

    def main(self) -> str:
        """Return the name of the part that holds the text.

        Raises:
            InputError: `input-unsupported` when there is none.
        """
        linked = self.related("", "officeDocument")
        name = next((one for one in (*linked, "word/document.xml") if one.lower() in self._parts), None)
        if name is None:
            raise self._foreign()
        return name

    def related(self, name: str, kind: str) -> list[str]:
        """Return the names of the parts of that kind that the part `name` refers to; empty name: the package.

        Raises:
            InputError: as `tree`.
        """
        links = self.relationships(name).values()
        return [link.target for link in links if link.kind == kind and not link.external]

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what the part `name` refers to, by id; empty name: the package.

        Raises:
            InputError: as `tree`.
        """
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {attribute(link, "Id"): _relationship(link, folder) for link in children(root, "Relationship")}

    def tree(self, name: str) -> Element | None:
        """Return the root of the XML in the part `name`; `None` where there is no such part.

        Raises:
            InputError: `input-broken` when it is no XML.
        """
        data = self._parts.get(name.lower())
        if data is None:
            return None
        try:
            return parse(data)
        except ValueError:
            raise self._broken(f"{name} is not well-formed") from None

    def read(self, name: str) -> bytes | None:
        """Return the bytes of the part `name`; `None` where there is no such part."""
        return self._parts.get(name.lower())

    def _foreign(self) -> InputError:
        return InputError(
            "input-unsupported",
            "this is no Word file that can be checked",
            where=self.where,
            remedy="give a .docx; older and encrypted files must be saved as one first",
        )

    def _broken(self, what: str) -> InputError:
        return InputError(
            "input-broken",
            f"this Word file cannot be read: {what}",
            where=self.where,
            remedy="open it in Word, let it be repaired and save it anew",
        )

    def _bomb(self) -> InputError:
        return InputError(
            "input-bomb",
            "this Word file would unfold to a size that no honest one has",
            where=self.where,
            remedy="ask where it came from",
        )


def _relationship(link: Element, folder: str) -> Relationship:
    target = attribute(link, "Target")
    external = attribute(link, "TargetMode") == "External"
    if not external:
        path = unquote(target.replace("\\", "/").partition("#")[0])
        target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    return Relationship(attribute(link, "Type").rpartition("/")[2], target, external)
