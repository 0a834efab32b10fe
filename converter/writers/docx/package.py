"""The file as a whole: parts, relationships and content types in a zip archive (ECMA-376 part 2).

The archive is written here, not by `zipfile`, because most parts of a report are the same for every document
of one style: they are compressed once and copied as they are, which `zipfile` does not offer.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from msgspec import Struct, field

from converter.limits import LIMITS
from converter.model.document import PROVENANCE_NAMESPACE
from converter.writers.docx.markup import DECLARATION, escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

_RELATIONSHIP_TYPES: Final = {
    "core-properties": _PACKAGE + "relationships/metadata/core-properties",
    "article": f"{PROVENANCE_NAMESPACE}:article",
}
_DEFAULT_TYPES = {
    "jpeg": "image/jpeg",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
CONTENT_TYPES: Final = {
    "document": _WORD_TYPE + "document.main+xml",
    "styles": _WORD_TYPE + "styles+xml",
    "settings": _WORD_TYPE + "settings+xml",
    "fontTable": _WORD_TYPE + "fontTable+xml",
    "numbering": _WORD_TYPE + "numbering+xml",
    "endnotes": _WORD_TYPE + "endnotes+xml",
    "header": _WORD_TYPE + "header+xml",
    "footer": _WORD_TYPE + "footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "itemProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
"""What a part is, by the name of its file without number and suffix."""

_NO_TYPES: Final[Mapping[str, str]] = {}

# 1980-01-01 00:00:00, the first date that the format knows: the clock has no part in a report.
_DOS_DATE = 0x0021
_UTF_8: Final = 1 << 11
_STORED: Final = 0
_DEFLATED: Final = 8


class Part(NamedTuple):
    """A part of the package, ready for the archive.

    Attributes:
        name: path in the package, without the leading slash.
        data: as it stands in the archive.
        crc: CRC-32 of the uncompressed bytes.
        size_bytes: of the uncompressed bytes.
        method: how `data` is compressed (APPNOTE 4.4.5).
    """

    name: str
    data: bytes
    crc: int
    size_bytes: int
    method: Literal[0, 8]


def xml_part(name: str, xml: str) -> Part:
    """Return a part of mark-up, compressed; `xml` is without its declaration."""
    return binary_part(name, (DECLARATION + xml).encode())


def binary_part(name: str, content: bytes) -> Part:
    """Return a part of any bytes, compressed; but not so far that readers would take it for a bomb."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    if len(content) > max(len(packed) * LIMITS.zip_ratio, LIMITS.zip_small_bytes):
        return media_part(name, content)
    return Part(name, packed, zlib.crc32(content), len(content), _DEFLATED)


def media_part(name: str, content: bytes) -> Part:
    """Return a part that is compressed already, such as a picture."""
    return Part(name, content, zlib.crc32(content), len(content), _STORED)


def relationship_type(kind: str) -> str:
    """Return the type of a relationship in full (ECMA-376 part 1, 15; ours: `article`)."""
    return _RELATIONSHIP_TYPES.get(kind, _OFFICE + kind)


class Relationships(Struct):
    """What one part refers to (ECMA-376 part 2, clause 9.3).

    Attributes:
        prefix: ids are this and a number, from 1, in order of addition.
    """

    prefix: str = "rId"
    _ids: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, mode: Literal["Internal", "External"] = "Internal") -> str:
        """Return the id of the relationship of this `kind` (`styles`, `image`, …) to `target`."""
        return self._ids.setdefault((kind, target, mode), f"{self.prefix}{len(self._ids) + 1}")

    def items(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield id, type, target and mode of each, in order of addition."""
        for (kind, target, mode), id_ in self._ids.items():
            yield id_, relationship_type(kind), target, mode

    def parts(self, name: str) -> tuple[Part, ...]:
        """Return the relationships of the part `name` (empty: of the package) as a part, if there are any."""
        if not self._ids:
            return ()
        folder, _, file = name.rpartition("/")
        return (xml_part(f"{folder}/_rels/{file}.rels".lstrip("/"), self.xml()),)

    def xml(self) -> str:
        """Return the mark-up."""
        entries = "".join(
            f'<Relationship Id="{id_}" Type="{kind}" Target="{escape(target)}" TargetMode="{mode}"/>'
            for id_, kind, target, mode in self.items()
        )
        return f'<Relationships xmlns="{_PACKAGE}relationships">{entries}</Relationships>'


def assemble(parts: Iterable[Part], types: Mapping[str, str] = _NO_TYPES) -> bytes:
    """Return the archive: content types first, then the parts in the order given.

    Args:
        parts: of the file.
        types: what those are whose names do not say it, by name.
    """
    listed = list(parts)
    return zipped([_own_types(tuple(part.name for part in listed), tuple(types.items())), *listed])


@lru_cache(maxsize=64)
def _own_types(names: tuple[str, ...], types: tuple[tuple[str, str], ...]) -> Part:
    """List what each of our parts is; most reports have the same."""
    kinds = ((name, name.rpartition("/")[2].partition(".")[0].rstrip("0123456789")) for name in names)
    own = {
        name: CONTENT_TYPES[kind] for name, kind in kinds if kind in CONTENT_TYPES and name.endswith(".xml")
    }
    return content_types({**own, **dict(types)})


def content_types(types: Mapping[str, str]) -> Part:
    """Return the part that lists what each part is, by its name (ECMA-376 part 2, clause 10.1.2.2)."""
    defaults = "".join(
        f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in _DEFAULT_TYPES.items()
    )
    overrides = "".join(
        f'<Override PartName="/{escape(name)}" ContentType="{escape(kind)}"/>' for name, kind in types.items()
    )
    return xml_part(
        "[Content_Types].xml", f'<Types xmlns="{_PACKAGE}content-types">{defaults}{overrides}</Types>'
    )


def zipped(parts: Sequence[Part]) -> bytes:
    """Return an archive: local headers with their data, the central directory and its end (APPNOTE 4.3)."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        common = struct.pack(
            "<HHHHHIIIHH",
            20,
            0 if part.name.isascii() else _UTF_8,
            part.method,
            0,
            _DOS_DATE,
            part.crc,
            len(part.data),
            part.size_bytes,
            len(name),
            0,
        )
        local = b"PK\x03\x04" + common + name
        directory.append(
            b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name
        )
        files += (local, part.data)
        offset += len(local) + len(part.data)
    size = sum(map(len, directory))
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), size, offset, 0)
    return b"".join([*files, *directory, end])
