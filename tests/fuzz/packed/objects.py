"""PDFs, changed inside their objects and streams (ISO 32000-1, 7.3 and 7.5)."""

import re
import zlib
from base64 import a85decode

from msgspec import Struct

from tests.fuzz.packed.trees import picked
from tests.fuzz.target import Chance, Change

_OBJECT = re.compile(
    rb"(?P<number>\d+) 0 obj\b(?P<head>.*?)(?:stream\r?\n(?P<stream>.*?)\r?\n?endstream\s*)?endobj", re.DOTALL
)
_TRAILER = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
_FILTER = re.compile(rb"/Filter\s*(?:\[[^\]]*\]|/\w+)")
_LENGTH = re.compile(rb"/Length\s+\d+(?:\s+\d+\s+R)?")
_VALUE = re.compile(rb"/[A-Za-z0-9]+|-?\d+(?:\.\d+)?|\d+ 0 R|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]+>")
_MOST_BYTES = 4_000_000


class _Object(Struct):
    """An object: what it says, and its stream as it is when it is unpacked; `None`: it has none."""

    head: bytes
    stream: bytes | None


def change_pdf(data: bytes, change: Change, chance: Chance) -> bytes:
    """Return a PDF in which one object was changed; rarely, its own bytes were."""
    trailers = _TRAILER.findall(data)
    objects = _objects(data)
    if len(objects) < 2 or not trailers or not chance.randrange(20):
        return change(data)
    number, other = picked(list(objects), chance), picked(list(objects), chance)
    match chance.randrange(12):
        case 0:
            del objects[number]
        case 1:
            objects[number] = objects[other]
        case 2 | 3:
            objects[number].head = change(objects[number].head)
        case 4 | 5 | 6 | 7:
            objects[number].head = _swapped(objects[number].head, objects[other].head, chance)
        case _:
            _change_stream(objects, number, change, chance)
    return _joined(objects, trailers[-1])


def _objects(data: bytes) -> dict[int, _Object]:
    found: dict[int, _Object] = {}
    for match in _OBJECT.finditer(data):
        head, stream = match["head"], match["stream"]
        plain = None if stream is None else _decoded(head, stream)
        if stream is not None and plain is not None:
            head, stream = _FILTER.sub(b"", head), plain
        found[int(match["number"])] = _Object(head, stream)
    return found


def _decoded(head: bytes, stream: bytes) -> bytes | None:
    """Return what a stream unfolds to; `None` where it is packed otherwise, or not at all."""
    filters = b"".join(_FILTER.findall(head))
    try:
        if b"ASCII85Decode" in filters:
            stream = a85decode(stream.partition(b"~>")[0])
        return zlib.decompressobj().decompress(stream, _MOST_BYTES) if b"FlateDecode" in filters else None
    except (ValueError, zlib.error):
        return None


def _change_stream(objects: dict[int, _Object], number: int, change: Change, chance: Chance) -> None:
    with_stream = [one for one, each in objects.items() if each.stream]
    chosen = objects[picked(with_stream, chance) if with_stream else number]
    if chosen.stream and chance.randrange(3):
        chosen.stream = _swapped(chosen.stream, chosen.stream, chance)
    elif chosen.stream:
        chosen.stream = change(chosen.stream)


def _swapped(text: bytes, other: bytes, chance: Chance) -> bytes:
    """Return `text` with one value replaced by a value of `other`, or by a number."""
    places = list(_VALUE.finditer(text))
    values = [*_VALUE.findall(other), b"0", b"-1", b"99999999999", b"1e9", b"null", b"[]", b"<<>>"]
    if not places:
        return text
    place = picked(places, chance)
    chosen: bytes = picked(values, chance)
    return text[: place.start()] + chosen + text[place.end() :]


def _joined(objects: dict[int, _Object], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, one in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj" % number + _written(one) + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    free = b"0000000000 65535 f \n"
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else free
    out += b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
    return bytes(out)


def _written(one: _Object) -> bytes:
    if one.stream is None:
        return one.head
    length = b"/Length %d" % len(one.stream)
    head = _LENGTH.sub(length, one.head) if _LENGTH.search(one.head) else one.head
    return b"%b\nstream\n%b\nendstream" % (head, one.stream)
