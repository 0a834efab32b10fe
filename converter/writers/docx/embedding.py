"""Fonts inside the file, where their licences allow it: obfuscated, as ECMA-376 17.8.1 wants them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

from converter.model.style import FontFamily
from converter.notices import Notice
from converter.writers.docx.look import Look
from converter.writers.docx.package import Part, Relationships, binary_part
from converter.writers.docx.typeface import Typeface, typeface

_OBFUSCATED_BYTES = 32
_SLOTS = {
    (False, False): "embedRegular",
    (True, False): "embedBold",
    (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}


class Embedding(Struct):
    """The fonts that travel with the documents of one look.

    Attributes:
        elements: name of a font → its `w:embedRegular`, … in the order of CT_Font.
        parts: the fonts' files and the font table's relationships.
        notices: fonts that may not be embedded.
    """

    elements: dict[str, str] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def embed(look: Look) -> Embedding:
    """Return the fonts of `look`: all four faces of the body's, of the others those that a role is set in."""
    made, relationships = Embedding(), Relationships()
    for face in dict.fromkeys(_faces(look)):
        if not face.embeddable:
            text = f"the licence or kind of the font {face.family} does not let it travel in a Word file"
            made.notices.append(Notice("font-not-embedded", text, face.path))
            continue
        data = Path(face.path).read_bytes()
        key = sha256(data).digest()[:16]
        name = f"word/fonts/font{len(made.parts) + 1}.odttf"
        made.parts.append(binary_part(name, obfuscated(data, key)))
        id_ = relationships.add("font", name.removeprefix("word/"))
        slot = _SLOTS[face.bold, face.italic]
        element = f'<w:{slot} r:id="{id_}" w:fontKey="{_braced(key)}"/>'
        made.elements[face.family] = made.elements.get(face.family, "") + element
    made.parts += relationships.parts("word/fontTable.xml")
    return made


def obfuscated(data: bytes, key: bytes) -> bytes:
    """Return the bytes of a font, the first 32 mixed with `key`, last byte first; twice gives them back."""
    mask = key[::-1] * 2
    head = bytes(byte ^ other for byte, other in zip(data, mask, strict=False))
    return head + data[_OBFUSCATED_BYTES:]


def _braced(key: bytes) -> str:
    """Return `key` as a globally unique identifier (ECMA-376 22.9.2.4)."""
    digits = key.hex().upper()
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def _faces(look: Look) -> Iterator[Typeface]:
    """Yield faces in the order in which a font lists them: regular, bold, italic, both."""
    body = look.fonts["body"]
    faces = [font.face for font in look.fonts.values() if font.face]
    if body.family:
        faces += [face for face in _all(body.family) if face.family == body.name]
    order = list(_SLOTS)
    yield from sorted(faces, key=lambda face: (face.family, order.index((face.bold, face.italic))))


def _all(family: FontFamily) -> list[Typeface]:
    return [typeface(face.path, face.index) for face in family.faces]
