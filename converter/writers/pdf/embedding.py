"""The fonts of one document: the glyphs it uses, and the subsets that hold them (ISO 32000-1 9.6 to 9.9)."""

from collections.abc import Sequence

import uharfbuzz as hb

from converter.file_cache import remembered
from converter.writers.pdf.face import Face
from converter.writers.pdf.fonts import Piece
from converter.writers.pdf.objects import DEFLATED, Objects, Reference, deflated, number

# Tables that a PDF reader does not look at; shaping is done, and the encoding is by glyph number.
_DROPPED = (
    "BASE",
    "DSIG",
    "GDEF",
    "GPOS",
    "GSUB",
    "JSTF",
    "MATH",
    "OS/2",
    "STAT",
    "cmap",
    "kern",
    "meta",
    "name",
    "post",
)
_ITALIC, _SYMBOLIC = 1 << 6, 1 << 2
_STEM = 80


class UsedFonts:
    """The faces that a document uses, numbered in order of first use, and their glyphs.

    Attributes:
        missing: characters that no font has, in order of first use.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers: dict[Face, int] = {}
        self._texts: list[dict[int, str]] = []
        self._known: dict[Piece, tuple[int, str | None]] = {}
        self.missing: dict[str, None] = {}

    def use(self, piece: Piece) -> tuple[int, str | None]:
        """Take note of `piece`; return the number of its face and the text to be said beside its glyphs.

        That text is `None` where the glyphs alone say it, each by the one text it stands for (ToUnicode).
        """
        known = self._known.get(piece)
        if known is None:
            known = self._known[piece] = self._note(piece)
        return known

    def _note(self, piece: Piece) -> tuple[int, str | None]:
        shaped, actual = piece.shaped, piece.actual
        font = self._numbers.setdefault(shaped.face, len(self._numbers))
        if font == len(self._texts):
            self._texts.append({0: ""})
        texts = self._texts[font]
        says_itself = shaped.in_order
        for glyph, text in zip(shaped.glyphs, shaped.texts, strict=True):
            if texts.setdefault(glyph, text) != text:
                says_itself = False
        self.missing.update(dict.fromkeys(piece.missing))
        if actual is None and not says_itself:
            actual = shaped.text
        return font, actual

    def add_to(self, objects: Objects) -> dict[str, Reference]:
        """Add all fonts to the file; return them by the names that pages call them: F0, F1, …."""
        return {
            f"F{font}": _add_font(objects, face, self._texts[font], f"{_tag(font)}+{face.name}")
            for face, font in self._numbers.items()
        }


def _add_font(objects: Objects, face: Face, texts: dict[int, str], name: str) -> Reference:
    """Add a composite font whose codes are glyph numbers (9.7.4, Identity-H); return a reference to it."""
    glyphs = tuple(sorted(texts))
    truetype = face.outlines == "truetype"
    length, data = _subset(face, glyphs)
    entry = f"/Length1 {length}" if truetype else "/Subtype/OpenType"
    file = objects.add_stream(f"{entry}{DEFLATED}", data, "as it is")
    descriptor = objects.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC | (_ITALIC if face.italic_angle else 0)}"
        f"/FontBBox[{' '.join(map(str, face.box))}]/ItalicAngle {number(face.italic_angle)}/StemV {_STEM}"
        f"/Ascent {round(face.ascent * 1000)}/Descent {-round(face.descent * 1000)}"
        f"/CapHeight {round(face.cap_height * 1000)}/{'FontFile2' if truetype else 'FontFile3'} {file}>>"
    )
    kind = "CIDFontType2/CIDToGIDMap/Identity" if truetype else "CIDFontType0"
    descendant = objects.add(
        f"<</Type/Font/Subtype/{kind}/BaseFont/{name}/FontDescriptor {descriptor}/W{_widths(face, glyphs)}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    )
    return objects.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant}]"
        f"/ToUnicode {objects.add_stream('', _to_unicode(texts))}>>"
    )


def _tag(font: int) -> str:
    """Return the six capitals that mark a subset (9.6.4), another for each font of the file."""
    letters = ""
    for _ in range(6):
        font, digit = divmod(font, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


@remembered(64)
def _subset(face: Face, glyphs: tuple[int, ...]) -> tuple[int, bytes]:
    """Return the font file with these glyphs alone, under the numbers they have: its length, and compressed.

    Faces of headings and facts set much the same letters in one report as in the next.
    """
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    data = bytes(hb.subset(face.source, wanted).blob.data)
    return len(data), deflated(data)


def _widths(face: Face, glyphs: Sequence[int]) -> str:
    """Return the array W (9.7.4.3): runs of neighbouring glyphs with their widths."""
    runs: list[tuple[int, list[float]]] = []
    for glyph in glyphs:
        if not runs or glyph != runs[-1][0] + len(runs[-1][1]):
            runs.append((glyph, []))
        runs[-1][1].append(face.width(glyph))
    return "[" + "".join(f"{first}[{' '.join(map(number, widths))}]" for first, widths in runs) + "]"


def _to_unicode(texts: dict[int, str]) -> bytes:
    """Return the CMap from glyphs to text (9.10.3), in UTF-16, at most a hundred glyphs a section."""
    entries = [
        f"<{glyph:04x}><{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(texts.items()) if text
    ]
    sections = [entries[begin : begin + 100] for begin in range(0, len(entries), 100)]
    body = "\n".join(
        f"{len(section)} beginbfchar\n" + "\n".join(section) + "\nendbfchar" for section in sections
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n{body}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
