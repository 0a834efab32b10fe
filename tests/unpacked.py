"""Everything that is inside a report, taken apart by other programs than made it."""

import re
from base64 import b64decode
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pypdfium2
from lxml import etree

from converter.model.report import Report

_BASE64 = re.compile(r"base64(?:,|\": \")([A-Za-z0-9+/=]+)")
_META = "//meta[@name='briefing-provenance']/@content"
_COMMENT = re.compile(r"<!-- briefing-provenance (.*) -->\n\Z")
_TAG = re.compile(r"<[^<>]*>")
_ITEM = re.compile(r"customXml/item\d+\.xml")


def unpacked(report: Report) -> dict[str, bytes]:
    """Return every part of `report` by a name: parts of archives, streams and strings, what is in base64."""
    if report.format == "docx":
        return dict(_parts(report.data))
    if report.format == "pdf":
        return dict(_objects(report.data))
    text = report.data.decode()
    packed = {f"base64 {number}": b64decode(found[1]) for number, found in enumerate(_BASE64.finditer(text))}
    return {"text": text.encode(), "unescaped": unescape(text).encode(), **packed}


def everything(report: Report) -> str:
    """Return all of it as text, with what JSON writes as escapes written out."""
    return "\n".join(_plain(data) for data in unpacked(report).values())


def texts(data: bytes) -> Iterator[str]:
    """Yield every text in a file of any format, in what is packed in it, and so on.

    Names of parts and headers of messages are among them; of mark-up there is also what stands between tags.
    """
    if data.startswith(b"PK"):
        for name, part in _parts(data):
            yield name
            yield from texts(part)
    elif data.startswith(b"%PDF-"):
        for name, part in _objects(data):
            yield name
            yield from texts(part)
        yield from _words_of_pages(data)
    elif b"\r\nMIME-Version: 1.0\r\n" in data:
        yield from _of_message(data)
    else:
        text = data.decode("utf-8", "replace")
        yield _plain(data)
        yield unescape(_TAG.sub("", text))
        for found in _BASE64.finditer(text):
            yield from texts(b64decode(found[1]))


def words(report: Report) -> str:
    """Return the words of a PDF's pages, with the no-break spaces that extraction makes plain."""
    return "\n".join(_words_of_pages(report.data)).replace("¶ ", "¶\u00a0")


def letters(data: bytes) -> str:
    """Return all texts in a file without white space, since words are broken and parted by their formats."""
    return "\n".join("".join(text.split()) for text in texts(data))


def provenance(report: Report) -> bytes:
    """Return the provenance in `report`, as a program finds it; empty where there is none."""
    parts = unpacked(report)
    match report.format:
        case "docx":
            items = [etree.fromstring(data) for name, data in parts.items() if _ITEM.fullmatch(name)]
            return next(((item.text or "").encode() for item in items if "urn:briefing" in item.tag), b"")
        case "pdf":
            return parts.get("file provenance.json", b"")
        case "html":
            found = etree.HTML(report.data.decode()).xpath(_META)
            return str(found[0]).encode() if isinstance(found, list) and found else b""
        case "md":
            comment = _COMMENT.search(report.data.decode())
            return comment[1].encode() if comment else b""
        case _:
            value = report.data.decode().rpartition('  "provenance": ')[2].removesuffix("\n}\n")
            return b"" if value == "null" else value.encode()


def _parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _of_message(data: bytes) -> Iterator[str]:
    message = message_from_bytes(data, EmailMessage, policy=policy.default)
    yield data.decode("ascii")
    for part in message.walk():
        yield from (f"{name}: {value}" for name, value in part.items())
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            yield from texts(content)


def _words_of_pages(data: bytes) -> Iterator[str]:
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        yield page.get_textpage().get_text_bounded()
    pdf.close()


def _objects(data: bytes) -> Iterator[tuple[str, bytes]]:
    with pikepdf.open(BytesIO(data)) as pdf:
        for name, file in pdf.attachments.items():
            yield f"file {name}", file.get_file().read_bytes()
        for number, each in enumerate(pdf.objects):
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") not in {"/Image", "/Type1C"}:
                yield f"stream {number}", each.read_bytes()
            yield f"object {number}", b"\n".join(_strings(each))


def _strings(each: pikepdf.Object) -> Iterator[bytes]:
    """Yield the strings in an object that do not stand in another, written out."""
    if isinstance(each, pikepdf.String):
        yield str(each).encode()
    elif isinstance(each, pikepdf.Array):
        for inner in each:
            if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
                yield from _strings(inner)
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        for inner in each.values():
            if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
                yield from _strings(inner)


def _plain(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
