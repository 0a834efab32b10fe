"""The parts of a Word file and what they refer to (ECMA-376 part 2), unpacked within limits."""

import re
from io import BytesIO
from zipfile import ZipFile

from msgspec import Struct

from converter.errors import InputError
from converter.limits import LIMITS
from converter.ooxml.package import Relationship, part_name, relationships_in, relationships_name
from converter.ooxml.xml import Element, MalformedError, attribute, declares_type, local, parse
from converter.readers.docx.salvage import salvaged
from converter.readers.zipped import WORD_MAIN, ZIP_FAULTS


class PartUnreadableError(Exception):
    """A part cannot be had; its text says why, as in "is missing"."""


class Part(Struct):
    """A part that is well-formed XML or at least there.

    Attributes:
        name: as in the archive, without a slash before it.
        data: its bytes, unpacked.
        relationships: by their id.
    """

    name: str
    data: bytes
    relationships: dict[str, Relationship]

    def related(self, kind: str) -> str:
        """Return the name of the first part of that kind that this one refers to; empty without one."""
        return next(
            (link.target for link in self.relationships.values() if link.kind == kind and not link.external),
            "",
        )


class Package:
    """A Word file; each part is unpacked when it is asked for.

    Attributes:
        where: its name, for messages.
        cut_off: whether it has only those parts that stand before a cut.
    """

    def __init__(self, data: bytes, where: str) -> None:
        """Open it.

        Raises:
            InputError: `input-broken`, or `input-bomb` when it would unfold beyond `LIMITS`.
        """
        self.where = where
        self.cut_off = False
        try:
            self._archive = ZipFile(BytesIO(data))
        except ZIP_FAULTS:
            self._archive = self._salvage(data)
        entries = self._archive.infolist()
        if len(entries) > LIMITS.zip_entries or sum(entry.file_size for entry in entries) > LIMITS.zip_bytes:
            raise self._bomb()
        self._entries = {part_name(entry.filename): entry for entry in entries}
        self._unpacked = 0
        if self.cut_off and self._main_name().lower() not in self._entries:
            raise self._damaged()

    def main(self) -> Part:
        """Return the document itself.

        Raises:
            InputError: `input-broken` when it is not to be found.
        """
        try:
            return self.part(self._main_name())
        except PartUnreadableError as error:
            raise self.broken(f"its text {error}") from None

    def related(self, kind: str) -> str:
        """Return the name of the first part of that kind that the package itself refers to, or nothing."""
        return Part("", b"", self._relationships("")).related(kind)

    def part(self, name: str) -> Part:
        """Return the part called `name`.

        Raises:
            PartUnreadableError: it cannot be had.
        """
        return Part(name, self.read(name), self._relationships(name))

    def tree(self, name: str) -> Element:
        """Return the root of the XML in the part called `name`.

        Raises:
            PartUnreadableError: it cannot be had, or is no XML.
        """
        try:
            return parse(self.read(name))
        except MalformedError:
            raise PartUnreadableError("is no XML") from None

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, counted while they unfold, since what its header says may be a lie.

        Raises:
            PartUnreadableError: it cannot be had.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            raise PartUnreadableError("is missing")
        room = LIMITS.zip_bytes - self._unpacked
        packed = max(entry.compress_size, 1)
        if entry.file_size > max(packed * LIMITS.zip_ratio, LIMITS.zip_small_bytes):
            raise PartUnreadableError("unfolds beyond measure")
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(room + 1)
        except ZIP_FAULTS:
            raise PartUnreadableError("is damaged") from None
        self._unpacked += len(data)
        if len(data) > room:
            raise PartUnreadableError("unfolds beyond measure")
        if declares_type(data):
            raise PartUnreadableError("defines entities of its own, which no part may")
        return data

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in lower case."""
        return tuple(self._entries)

    def _salvage(self, data: bytes) -> ZipFile:
        self.cut_off = True
        try:
            return ZipFile(BytesIO(salvaged(data)))
        except ZIP_FAULTS:
            raise self._damaged() from None

    def _damaged(self) -> InputError:
        return self.broken("it is damaged or was cut off")

    def broken(self, what: str) -> InputError:
        """Return the error for a file of which nothing can be read."""
        return InputError(
            "input-broken",
            f"this Word file cannot be read: {what}",
            where=self.where,
            remedy="open it in Word, let it be repaired and save it anew",
        )

    def _main_name(self) -> str:
        """Return the name of the part that holds the text, as a relationship says, a media type, or habit."""
        names = (self.related("officeDocument"), self._typed(WORD_MAIN), "word/document.xml")
        return next((name for name in names if name.lower() in self._entries), names[-1])

    def _typed(self, media_type: re.Pattern[str]) -> str:
        """Return the name of the first part of that media type, as the package tells it, or nothing."""
        try:
            types = self.tree("[Content_Types].xml")
        except PartUnreadableError:
            return ""
        return next(
            (
                attribute(one, "PartName").lstrip("/")
                for one in types
                if local(one) == "Override" and media_type.fullmatch(attribute(one, "ContentType"))
            ),
            "",
        )

    def _bomb(self) -> InputError:
        return InputError(
            "input-bomb",
            "this Word file would unfold to a size that no honest one has",
            where=self.where,
            remedy="ask where it came from; save it anew in Word if you trust it",
        )

    def _relationships(self, name: str) -> dict[str, Relationship]:
        try:
            return relationships_in(self.tree(relationships_name(name)), name)
        except PartUnreadableError:
            return {}
