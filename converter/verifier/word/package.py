"""The parts of a Word file and what they refer to (ECMA-376 part 2), unpacked within limits."""

import posixpath
import zlib
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from converter.errors import InputError
from converter.limits import LIMITS
from converter.verifier.word.xml import Element, attribute, children, parse

_FAULTS = (BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
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
    """A Word file; each part is unpacked when it is asked for.

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
            self._archive = ZipFile(BytesIO(data))
        except _FAULTS:
            raise self._broken("it is damaged or was cut off") from None
        entries = self._archive.infolist()
        self._room = LIMITS.zip_bytes
        if len(entries) > LIMITS.zip_entries or sum(entry.file_size for entry in entries) > self._room:
            raise self._bomb()
        # Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}

    def main(self) -> str:
        """Return the name of the part that holds the text.

        Raises:
            InputError: `input-unsupported` when there is none.
        """
        linked = self.related("", "officeDocument")
        name = next((one for one in (*linked, "word/document.xml") if one.lower() in self._entries), None)
        if name is None:
            raise self._foreign()
        return name

    def related(self, name: str, kind: str) -> list[str]:
        """Return the names of the parts of that kind that the part `name` refers to; empty name: the package.

        Raises:
            InputError: as `read`.
        """
        links = self.relationships(name).values()
        return [link.target for link in links if link.kind == kind and not link.external]

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return what the part `name` refers to, by id; empty name: the package.

        Raises:
            InputError: as `read`.
        """
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {attribute(link, "Id"): _relationship(link, folder) for link in children(root, "Relationship")}

    def tree(self, name: str) -> Element | None:
        """Return the root of the XML in the part `name`; `None` where there is no such part.

        Raises:
            InputError: as `read`, and `input-broken` when it is no XML.
        """
        data = self.read(name)
        if data is None:
            return None
        try:
            return parse(data)
        except ValueError:
            raise self._broken(f"{name} is not well-formed") from None

    def read(self, name: str) -> bytes | None:
        """Return the bytes of the part `name`; `None` where there is no such part.

        They are counted while they unfold, since what the archive says of their size may be a lie.

        Raises:
            InputError: `input-broken` when they are damaged, `input-bomb` when they unfold beyond measure.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.file_size > max(max(entry.compress_size, 1) * LIMITS.zip_ratio, LIMITS.zip_small_bytes):
            raise self._bomb()
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(self._room + 1)
        except _FAULTS:
            raise self._broken(f"{name} is damaged") from None
        self._room -= len(data)
        if self._room < 0:
            raise self._bomb()
        return data

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
