"""One font file: its measures, and words shaped by HarfBuzz.

Glyph numbers are those of the font file and stay so in the embedded subset. The PDF code of a shaped word is
therefore the same in every document, and is kept from one document to the next.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise

import uharfbuzz as hb
from msgspec import Struct

from converter.errors import StyleError
from converter.file_cache import remembered
from converter.writers.pdf.objects import NEGLIGIBLE, number

_POSTSCRIPT_NAME = 6
_CAP_HEIGHT = 88  # its offset in OS/2, from version 2 on
CACHED_WORDS = 50_000
"""So many words are remembered at most, for each way of shaping them."""
RISE = "\0"
"""Stands before and behind a rise in the code of a word: no array can hold that."""
Features = tuple[tuple[str, bool], ...]


class Shaped(Struct, frozen=True, eq=False):
    """A stretch of text as glyphs of one face.

    Attributes:
        face: whose glyphs they are.
        text: what was shaped.
        glyphs: glyph numbers, in the order of reading.
        clusters: for each glyph, the index in `text` of the first character it stands for.
        advances: for each glyph, how far it moves on, in thousandths of an em, kerning included.
        width: sum of the advances, in em.
        code: operands for the array of the operator TJ (ISO 32000-1 9.4.3), two bytes a glyph; a new rise
            above the baseline, in thousandths of an em, stands between two `RISE`.
        texts: for each glyph the text of its cluster, which it may share with others.
        in_order: whether those texts, one after the other, are the text.
    """

    face: "Face"
    text: str
    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    advances: tuple[float, ...]
    width: float
    code: str
    texts: Sequence[str]
    in_order: bool

    def edge(self, index: int) -> float:
        """Return the width in em of what stands for `text[:index]`, as shaped in the whole."""
        return (
            sum(
                advance
                for advance, cluster in zip(self.advances, self.clusters, strict=True)
                if cluster < index
            )
            / 1000
        )


class Face:
    """A face of a font, opened once and kept.

    Attributes:
        path: of the file.
        index: place in a collection.
        name: PostScript name.
        coverage: the characters it has glyphs for.
        ascent: of its tallest letters above the baseline, in em.
        descent: of its lowest below the baseline, in em, positive.
        cap_height: of its capitals, in em.
        italic_angle: in degrees counter-clockwise from the vertical.
        box: bounding box of all glyphs, in thousandths of an em.
        outlines: kind of its outlines, which decides how it is embedded.
    """

    def __init__(self, path: str, index: int) -> None:
        """Open the file.

        Raises:
            StyleError: `font-unreadable`.
        """
        self.path, self.index = path, index
        try:
            self.source = hb.Face(hb.Blob.from_file_path(path), index)
        except (hb.HarfBuzzError, OSError) as error:
            raise _unreadable(path) from error
        tables = self.source.table_tags
        if not self.source.glyph_count or not {"head", "hhea", "hmtx"} <= {*tables}:
            raise _unreadable(path)
        self._font = hb.Font(self.source)
        self._unit = 1000 / self.source.upem
        self._widths: dict[int, float] = {}
        self._shapers: dict[tuple[Features, str], Shaper] = {}
        self.outlines = "truetype" if "glyf" in tables else "cff"
        self.coverage = frozenset(map(chr, self.source.unicodes))
        self.name = _postscript_name(self.source) or f"Font{self.source.glyph_count}"
        self._read_metrics(tables)

    def _read_metrics(self, tables: list[str]) -> None:
        """Read what the font descriptor and the setting of lines need (OpenType: head, hhea, OS/2, post)."""
        unit = float(self._unit)
        ascent, descent = self._numbers("hhea", 4, "hh")
        self.ascent, self.descent = ascent * unit / 1000, -descent * unit / 1000
        self.box = [round(edge * unit) for edge in self._numbers("head", 36, "4h")]
        self.cap_height, self.italic_angle = 0.7, 0.0
        if "OS/2" in tables and len(self._table("OS/2")) > _CAP_HEIGHT + 1:
            self.cap_height = self._numbers("OS/2", _CAP_HEIGHT, "h")[0] * unit / 1000
        if "post" in tables:
            self.italic_angle = self._numbers("post", 4, "i")[0] / 65536

    def _numbers(self, tag: str, offset: int, form: str) -> tuple[int, ...]:
        return struct.unpack_from(f">{form}", self._table(tag), offset)

    def _table(self, tag: str) -> bytes:
        return bytes(self.source.reference_table(tag).data)

    def width(self, glyph: int) -> float:
        """Return the advance width of `glyph` in thousandths of an em, without kerning."""
        width = self._widths.get(glyph)
        if width is None:
            width = self._widths[glyph] = round(self._font.get_glyph_h_advance(glyph) * self._unit, 2)
        return width

    def shaper(self, features: Features, language: str) -> "Shaper":
        """Return what shapes words of `language` with `features` of OpenType switched on or off."""
        key = features, language
        if key not in self._shapers:
            self._shapers[key] = Shaper(self, features, language)
        return self._shapers[key]

    def shape(
        self, text: str, features: dict[str, bool], language: str, *, leftwards: bool = False
    ) -> Shaped:
        """Return `text`, which runs in one direction, as glyphs."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        buffer.language = language
        if leftwards:
            buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self._font, buffer, features)
        return self._shaped(text, buffer, leftwards=leftwards)

    def _shaped(self, text: str, buffer: hb.Buffer, *, leftwards: bool) -> Shaped:
        """Return the glyphs in the order of reading, which is also the order in which they are shown."""
        unit, x = self._unit, 0.0
        placed: list[tuple[int, int, float, float, float]] = []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True):
            advance = position.x_advance * unit
            at, rise = x + position.x_offset * unit, position.y_offset * unit
            placed.append((info.codepoint, info.cluster, advance, at, rise))
            x += advance
        if leftwards:
            placed.reverse()
        glyphs, clusters, advances, places, rises = zip(*placed, strict=True) if placed else [()] * 5
        return Shaped(
            self,
            text,
            glyphs,
            clusters,
            advances,
            x / 1000,
            self._code(glyphs, places, rises, x),
            _texts(text, clusters),
            all(one < other for one, other in pairwise(clusters)),
        )

    def _code(
        self, glyphs: tuple[int, ...], places: tuple[float, ...], rises: tuple[float, ...], end: float
    ) -> str:
        """Return the operands of TJ: glyphs in hexadecimal, and how far back each begins from where one is.

        Where a glyph stands higher or lower, its rise is written between two `RISE`.
        """
        parts, run, pen, risen = [], "", 0.0, 0.0
        for glyph, place, rise in zip(glyphs, places, rises, strict=True):
            back = pen - place
            moves, climbs = abs(back) >= NEGLIGIBLE, abs(rise - risen) >= NEGLIGIBLE
            if run and (moves or climbs):
                parts.append(f"<{run}>")
                run = ""
            if climbs:
                parts.append(f"{RISE}{number(rise)}{RISE}")
                risen = rise
            if moves:
                parts.append(number(back))
            run += f"{glyph:04x}"
            pen = place + self.width(glyph)
        parts.append(f"<{run}>")
        if risen:
            parts.append(f"{RISE}0{RISE}")
        if abs(pen - end) >= NEGLIGIBLE:
            parts.append(number(pen - end))
        return "".join(parts)


class Shaper:
    """Shapes words with one face, one set of features and one language, and remembers them."""

    def __init__(self, face: Face, features: Features, language: str) -> None:
        """Begin with nothing remembered."""
        self.face = face
        self._features = dict(features)
        self._language = language
        self._words: dict[str, Shaped] = {}
        self._leftwards: dict[str, Shaped] = {}

    def __call__(self, text: str, *, leftwards: bool = False) -> Shaped:
        """Return `text` as glyphs; the same object for the same text and direction."""
        words = self._leftwards if leftwards else self._words
        shaped = words.get(text)
        if shaped is None:
            if len(words) >= CACHED_WORDS:
                words.clear()
            shaped = self.face.shape(text, self._features, self._language, leftwards=leftwards)
            words[text] = shaped
        return shaped


def _texts(text: str, clusters: Sequence[int]) -> Sequence[str]:
    """Return the text of each cluster: `text` itself, which takes no room, where each is one character."""
    if len(clusters) == len(text) and all(index == at for index, at in enumerate(clusters)):
        return text
    following = dict(pairwise(sorted({*clusters, len(text)})))
    return tuple(text[at : following[at]] for at in clusters)


@remembered(256)
def open_face(path: str, index: int) -> Face:
    """Return the face at `index` of the file at `path`, opened once.

    Raises:
        StyleError: `font-unreadable`.
    """
    return Face(path, index)


def _postscript_name(face: hb.Face) -> str:
    name = face.get_name(_POSTSCRIPT_NAME) or ""
    return "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in "-_"))


def _unreadable(path: str) -> StyleError:
    return StyleError(
        "font-unreadable",
        "cannot be read as a font",
        where=path,
        remedy="name a TrueType or OpenType file (.ttf, .otf, .ttc)",
    )
