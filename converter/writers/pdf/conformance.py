"""The standards that a file says it keeps: PDF/UA-1 (ISO 14289-1) and PDF/A-3a or -2a (ISO 19005-3, -2).

Tags, fonts, destinations and metadata are the same for every file; what is added here is the claim, and what
only PDF/A asks for: a profile that says which colours are meant.
"""

import struct
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, cast, get_args

from converter.model.document import PROVENANCE, PROVENANCE_NAMESPACE, Block, BoxBlock, FigureBlock
from converter.model.style import Style
from converter.notices import Notice
from converter.writers.pdf.objects import DEFLATED, Objects, deflated

Standard = Literal["ua-1", "a-3a", "a-2a"]
_DEFAULT: tuple[Standard, ...] = ("ua-1", "a-3a")
_PARTS = {"a-3a": 3, "a-2a": 2}


def claims(style: Style, blocks: Iterable[Block]) -> tuple[tuple[Standard, ...], tuple[Notice, ...]]:
    """Return the standards that the file may claim of those that `style` asks for, and why not the others.

    PDF/UA needs words for each picture (ISO 14289-1 7.3); all else is kept by every file.
    """
    asked = style.pdf.get("conformance", _DEFAULT)
    wanted = tuple(standard for standard in get_args(Standard) if standard in cast("Sequence[str]", asked))
    silent = [figure for figure in _figures(blocks) if not figure.alternative.strip()]
    if "ua-1" not in wanted or not silent:
        return wanted, ()
    names = ", ".join(_name(figure, number) for number, figure in enumerate(silent, 1))
    notice = Notice(
        "conformance-not-claimed",
        f"the PDF does not claim PDF/UA-1, since these pictures have no alternative text: {names}; "
        "describe them in the article",
    )
    return tuple(standard for standard in wanted if standard != "ua-1"), (notice,)


def _figures(blocks: Iterable[Block]) -> Iterable[FigureBlock]:
    for block in blocks:
        if isinstance(block, FigureBlock):
            yield block
        elif isinstance(block, BoxBlock):
            yield from _figures(block.blocks)


def _name(figure: FigureBlock, number: int) -> str:
    caption = "".join(getattr(inline, "text", "") for inline in figure.caption)
    return f"“{caption}”" if caption else f"picture {number} without caption"


def identification(standards: Sequence[Standard]) -> str:
    """Return the claims as properties of XMP (ISO 14289-1 5, ISO 19005-3 6.6.4)."""
    parts = []
    for standard in standards:
        if standard == "ua-1":
            parts.append('<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>')
        else:
            parts.append(
                '<pdfaid:part xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
                f"{_PARTS[standard]}</pdfaid:part>"
                '<pdfaid:conformance xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">A</pdfaid:conformance>'
            )
    return "\n".join(parts)


def described(standards: Sequence[Standard], provenance_sha256: str) -> str:
    """Return the SHA-256 of what the file claims as a property of XMP, and what PDF/A asks to be described.

    Properties that XMP does not define are described in the file itself (ISO 19005-3 6.6.2.3).
    """
    schemas = [_UA] if len(standards) > 1 and "ua-1" in standards else []
    told = ""
    if provenance_sha256:
        told = (
            f'<briefing:sha256 xmlns:briefing="{PROVENANCE_NAMESPACE}">{provenance_sha256}</briefing:sha256>'
        )
        schemas += [_PROVENANCE] if standards else []
    return told + (_SCHEMAS.format("".join(schemas)) if schemas else "")


_DESCRIPTION = (
    '<rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>{}</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>{}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>{}</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>{}</pdfaProperty:name>"
    "<pdfaProperty:valueType>{}</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>{}</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
)
"""Of a schema with one property: title, namespace and prefix, and the property's name, type and meaning."""

_SCHEMAS = (
    '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    "<rdf:Bag>{}</rdf:Bag></pdfaExtension:schemas>"
)
_UA = _DESCRIPTION.format(
    "PDF/UA identification schema",
    "http://www.aiim.org/pdfua/ns/id/",
    "pdfuaid",
    "part",
    "Integer",
    "Part of ISO 14289 that the file keeps",
)
_PROVENANCE = _DESCRIPTION.format(
    "Provenance of a briefing",
    PROVENANCE_NAMESPACE,
    "briefing",
    "sha256",
    "Text",
    f"SHA-256 of the file {PROVENANCE} that travels inside",
)


def add_output_intent(objects: Objects) -> str:
    """Add the profile of sRGB and return the output intent that names it (ISO 32000-1 14.11.5)."""
    profile = objects.add_stream(f"/N 3{DEFLATED}", _packed_profile(), "as it is")
    name = "sRGB IEC61966-2.1"
    return (
        "<</Type/OutputIntent/S/GTS_PDFA1"
        f"/OutputConditionIdentifier({name})/Info({name})/DestOutputProfile {profile}>>"
    )


@cache
def _packed_profile() -> bytes:
    return deflated(srgb_profile())


@cache
def srgb_profile() -> bytes:
    """Return a profile of sRGB (IEC 61966-2-1) as ICC.1:2004-10 has it, made of its published numbers."""
    curve = (
        b"para"
        + bytes(4)
        + struct.pack(">HH", 3, 0)
        + _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    )
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"chad": b"sf32"
        + bytes(4)
        + _fixed(1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.7141),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data, places = b"", b"", dict[bytes, int]()
    begin = 128 + 4 + 12 * len(tags)
    for tag, content in tags.items():
        if content not in places:
            places[content] = begin + len(data)
            data += content + bytes(-len(content) % 4)
        table += tag + struct.pack(">II", places[content], len(content))
    header = struct.pack(
        ">I4xI4s4s4s12x4s4x4xI4x8xI12s4x16x28x",
        begin + len(data),
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        b"acsp",
        0,
        0,
        _fixed(0.9642, 1.0, 0.8249),
    )
    return header + struct.pack(">I", len(tags)) + table + data


def _fixed(*values: float) -> bytes:
    """Return numbers as s15Fixed16Number."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*values)


def _text(text: str) -> bytes:
    """Return a multiLocalizedUnicodeType with one English text."""
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
