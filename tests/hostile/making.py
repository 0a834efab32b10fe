"""What hostile files are made of: prose, pictures, archives and PDFs that lie about themselves."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.ooxml.making import p
from tests.readers.docx.making import package
from tests.readers.pdf.making import raw_pdf, stream

PROSE = (
    "The harbour of Lund reopened on Monday after ten years of work, and the first ferry left at noon.",
    "The council had voted for a new quay in 2018, two years after the old one had fallen into the sea.",
    "Ferry operators will probably move their night lines here, which would double the port's traffic.",
)
TEXT = "The quay of Lund\n\n" + "\n\n".join(PROSE) + "\n"
MARKDOWN = "# The quay of Lund\n\n" + "\n\n".join(PROSE) + "\n\n"
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in PROSE)
WORD = "".join(map(p, ("The quay of Lund", *PROSE)))


def page(body: str, head: str = "") -> str:
    """Return a web page with our prose and `body`."""
    return (
        f"<!doctype html><html lang=en><head><title>The quay of Lund</title>{head}</head>"
        f"<body><h1>The quay of Lund</h1>{PARAGRAPHS}{body}</body></html>"
    )


def word(body: str = "", **rest: object) -> dict[str, bytes]:
    """Return the parts of a Word file with our prose and `body`; `rest` as `package` takes it."""
    return package(WORD + body, **rest)  # type: ignore[arg-type]


def zeros(size_bytes: int, byte: bytes = b"\0", *, times: int = 1) -> bytes:
    """Return `size_bytes` of one byte as a zlib stream, packed so often, without holding them."""
    packer = zlib.compressobj(9)
    piece = byte * 1_000_000
    parts = [packer.compress(piece) for _ in range(size_bytes // len(piece))]
    packed = b"".join([*parts, packer.flush()])
    return packed if times == 1 else _packed(packed, times - 1)


def _packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def bomb(parts: Mapping[str, bytes], name: str, size_bytes: int, byte: bytes = b" ") -> bytes:
    """Return an archive of `parts`, in which the part `name` unfolds to `size_bytes`."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for each, data in parts.items():
            if each != name:
                archive.writestr(each, data)
        with archive.open(name, "w", force_zip64=True) as part:
            for _ in range(size_bytes // 1_000_000):
                part.write(byte * 1_000_000)
    return stream.getvalue()


def lying(archive: bytes, name: str, size_bytes: int) -> bytes:
    """Return `archive`, whose headers say that the part `name` unfolds to `size_bytes` and no more."""
    told = struct.pack("<I", size_bytes)
    central = archive.rfind(b"PK\x01\x02", 0, archive.rfind(name.encode()))
    return archive[: central + 24] + told + archive[central + 28 :]


def overlapping(entries: int, size_bytes: int) -> bytes:
    """Return an archive whose entries all share the bytes of one part."""
    packed = zeros(size_bytes, b" ")[2:-4]
    crc = zlib.crc32(b" " * size_bytes)
    local = (
        struct.pack("<4s5HIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(packed), size_bytes, 1, 0) + b"a"
    )
    directory = b""
    for number in range(entries):
        name = b"word/document.xml" if not number else b"word/%d.xml" % number
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(packed), size_bytes,
            len(name), 0, 0, 0, 0, 0, 0,
        ) + name  # fmt: skip
    end = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, len(directory), len(local + packed), 0
    )
    return local + packed + directory + end


def picture(width_px: int, height_px: int, *, honest: bool = True, chunks: bytes = b"") -> bytes:
    """Return a black PNG of one bit a pixel; if not `honest`, one with the data of a single row."""
    row = b"\0" * (width_px // 8 + 2)
    packer = zlib.compressobj(9)
    rows = height_px if honest else 1
    data = b"".join([*(packer.compress(row) for _ in range(rows)), packer.flush()])
    header = struct.pack(">IIBBBBB", width_px, height_px, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunks + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width_px: int, height_px: int) -> bytes:
    """Return the head of a JPEG file of that size, without its data."""
    frame = struct.pack(">BHHB", 8, height_px, width_px, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"


def progressive(width_px: int, height_px: int, scans: int) -> bytes:
    """Return a black JPEG that is told in so many scans, of some bytes each, that each go over all of it.

    A scan of the other frequencies is nothing but ends of bands, which skip up to 32,767 blocks (ITU-T T.81 G.1.2.2).
    """
    frame = struct.pack(">BHHB", 8, height_px, width_px, 1) + b"\x01\x11\x00"
    one_code = bytes([1] + [0] * 15)
    left, bits = -(-width_px // 8) * -(-height_px // 8), ""
    first = _segment(0xDA, b"\1\1\0\0\0\0") + b"\0" * (left // 8 + 1)
    while left > 0:
        bits += f"0{max(min(left, 32_767) - 16_384, 0):014b}"
        left -= 32_767
    bits += "1" * (-len(bits) % 8)
    ends = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)).replace(b"\xff", b"\xff\0")
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xDB, b"\0" + b"\1" * 64),
            _segment(0xC2, frame),
            _segment(0xC4, b"\x00" + one_code + b"\x00"),
            _segment(0xC4, b"\x10" + one_code + b"\xe0"),
            first,
            *([_segment(0xDA, b"\1\1\0\1\x3f\0") + ends] * (scans - 1)),
            b"\xff\xd9",
        )
    )


def _segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


LINES = "BT /F1 11 Tf 14 TL 72 760 Td " + "".join(f"({line}) Tj T* " for line in ("The quay", *PROSE)) + "ET"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(
    *objects: str, page: str = "", catalog: str = "", content: str = "", resources: str = "", root: str = ""
) -> bytes:
    """Return a PDF of one page with our prose; more `objects` are numbered from 6.

    Args:
        objects: in the syntax of PDF, a letter for each byte.
        page: more entries of the page.
        catalog: more entries of the catalogue.
        content: more of what is drawn.
        resources: more of the page's resources.
        root: the tree of pages, in place of the true one.
    """
    return raw_pdf(
        [
            f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            root or "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                f"/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>"
            ),
            stream(f"{LINES} {content}"),
            FONT,
            *objects,
        ]
    )


def endless_page() -> bytes:
    """Return a PDF of one page of A4 that draws 10 ** 20 squares: each of its forms draws the next ten times."""
    return pdf(*map(_form, range(1, 21)), resources="/XObject<</F1 6 0 R>>", content="/F1 Do")


def _form(number: int) -> str:
    content = "0 0 9 9 re f" if number == 20 else f"/F{number + 1} Do " * 10
    following = f"/Resources<</XObject<</F{number + 1} {6 + number} 0 R>>>>"
    return (
        f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]{following}/Length {len(content)}>>\n"
        f"stream\n{content}\nendstream"
    )


def packed_stream(data: bytes, filters: str, more: str = "") -> str:
    """Return a stream of packed `data` as an object."""
    return f"<</Length {len(data)}/Filter{filters}{more}>>\nstream\n{data.decode('latin-1')}\nendstream"
