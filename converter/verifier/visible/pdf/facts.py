"""What a PDF says of itself: the information dictionary, and the XMP packet (ISO 32000-1 14.3).

PDFium has no call for XMP. A packet is found where it stands in the file, as the standard wants it to be
found (ISO 16684-1 7.3.2), or in a stream that is marked as metadata and compressed. Of several the last is
taken: a file that was changed has its newest parts at its end.
"""

import ctypes
import re
import zlib
from collections.abc import Iterator, Mapping

import pypdfium2
from lxml import etree
from pypdfium2 import raw

from converter.limits import LIMITS
from converter.verifier.visible.pdf.pdfium import text_of

_PACKET = re.compile(rb"<\?xpacket begin=.*?<\?xpacket end=", re.DOTALL)
_METADATA = re.compile(rb"/Type\s*/Metadata\b|/Subtype\s*/XML\b")
_STREAM = re.compile(rb"stream\r?\n")
_NEAR = 400
"""Bytes between the type of a stream and its content, at most."""
_LARGEST = LIMITS.zip_small_bytes
_DC = "{http://purl.org/dc/elements/1.1/}"
_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_A = "{http://www.aiim.org/pdfa/ns/id/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_DIGEST = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)


def read_facts(document: pypdfium2.PdfDocument, data: bytes) -> dict[str, str]:
    """Return `title`, `author`, `generator`, `language`, `conformance`, `claims-sha256`, `tagged` (`yes`).

    `info-title`, `info-author` and `info-generator` are those of the information dictionary where it says
    something else than XMP.
    """
    facts = _of_packet(next(reversed(list(_packets(data))), b""))
    for name, key in (("title", "Title"), ("author", "Author"), ("generator", "Creator")):
        said = document.get_metadata_value(key)
        if said and facts.setdefault(name, said) != said:
            facts[f"info-{name}"] = said
    if language := language_of(document):
        facts["language"] = language
    if raw.FPDFCatalog_IsTagged(document.raw):
        facts["tagged"] = "yes"
    return facts


def language_of(document: pypdfium2.PdfDocument) -> str:
    """Return the language that the document says it is in, a BCP 47 tag; empty: none."""
    return text_of(raw.FPDFCatalog_GetLanguage, document.raw)


def asks_for_leftwards(document: pypdfium2.PdfDocument) -> bool:
    """Say whether the document asks for its pages from right to left (ISO 32000-1 12.2, `Direction`)."""
    buffer = ctypes.create_string_buffer(8)
    raw.FPDF_VIEWERREF_GetName(document.raw, b"Direction", buffer, len(buffer))
    return buffer.value == b"R2L"


def _packets(data: bytes) -> Iterator[bytes]:
    """Yield the packets in the order of the file."""
    found = [(match.start(), match[0]) for match in _PACKET.finditer(data)]
    for match in _METADATA.finditer(data):
        begin = _STREAM.search(data, match.end(), match.end() + _NEAR)
        if begin and not data.startswith(b"<?xpacket", begin.end()):
            packet = _PACKET.search(_unpacked(data, begin.end()))
            if packet:
                found.append((match.start(), packet[0]))
    return iter([packet for _, packet in sorted(found)])


def _unpacked(data: bytes, begin: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data[begin : begin + _LARGEST], _LARGEST)
    except zlib.error:
        return b""


def _of_packet(packet: bytes) -> dict[str, str]:
    begin, end = packet.find(b"<x:xmpmeta"), packet.rfind(b"<?xpacket end")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(packet[begin:end], parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    said = dict(_properties(root))
    standards = [
        f"PDF/UA-{said[f'{_UA}part']}" if f"{_UA}part" in said else "",
        f"PDF/A-{said[f'{_A}part']}{said.get(f'{_A}conformance', '')}" if f"{_A}part" in said else "",
    ]
    facts = {
        "title": said.get(f"{_DC}title", ""),
        "author": said.get(f"{_DC}creator", ""),
        "generator": said.get(f"{_XMP}CreatorTool", ""),
        "conformance": ", ".join(filter(None, standards)),
        "claims-sha256": _digest(said),
    }
    return {name: text for name, text in facts.items() if text}


def _properties(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield properties with their text; of arrays the items together."""
    for description in root.iter("{*}Description"):
        yield from ((str(name), str(value)) for name, value in description.attrib.items())
        for element in description:
            if isinstance(element.tag, str):
                items = [item.text or "" for item in element.iter("{*}li")]
                yield element.tag, ", ".join(items) if items else (element.text or "").strip()


def _digest(said: Mapping[str, str]) -> str:
    """Return the SHA-256 that a property says it is, whatever its namespace."""
    named = (text for name, text in said.items() if "sha256" in name.lower())
    return next((text.lower() for text in named if _DIGEST.fullmatch(text)), "")
