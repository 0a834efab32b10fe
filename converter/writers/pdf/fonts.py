"""From what a style asks for to the faces that set it, and what becomes of characters that a face lacks."""

import unicodedata
from collections.abc import Iterable
from copy import copy
from functools import lru_cache

from msgspec import Struct

from converter.model.style import Color, FontFace, FontFamily
from converter.notices import Notice
from converter.writers.pdf.face import CACHED_WORDS, Features, Shaped, Shaper, open_face

# Where a face lacks these, one that looks the same does; the text that is copied stays what it was.
_TWINS = {
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2212": "\u2013",
    "\u02bc": "\u2019",
}
# Marks that have no width and no ink of their own; a face without them loses nothing.
_UNSEEN = frozenset("\u200c\u200d\u200e\u200f\u061c\ufe0e\ufe0f")
_SHOWN_CHARACTERS = 8


class Piece(Struct, frozen=True, eq=False):
    """Part of a word that one face sets.

    Attributes:
        shaped: its glyphs.
        actual: the text it stands for, where the glyphs do not say so; otherwise `None`.
        missing: characters that no font has, for which a replacement is shown.
    """

    shaped: Shaped
    actual: str | None = None
    missing: str = ""


class Look:
    """How a stretch of text is set: faces in order of preference, size, colour and the rest.

    Attributes:
        size: in points.
        color: of the glyphs.
        tracking: points added behind each glyph.
        rise: points above the baseline.
        space: width of a word space, in points.
        space_piece: a word space.
        soft_hyphen: a hyphen that is seen but not copied.
        ascent: of the first face, in points.
        descent: of the first face, in points.
        language: BCP 47 tag.
    """

    def __init__(  # noqa: PLR0913 - each is one property of the text
        self,
        faces: tuple[FontFace, ...],
        size: float,
        color: Color,
        *,
        tracking: float = 0,
        rise: float = 0,
        capitals: bool = False,
        features: Features = (),
        language: str = "",
    ) -> None:
        """Open the first face; others are opened when it lacks something."""
        self.size, self.color, self.tracking, self.rise, self.language = size, color, tracking, rise, language
        self._capitals = capitals
        self._faces = faces
        self._features = features
        self._shapers: dict[int, Shaper] = {}
        first = open_face(faces[0].path, faces[0].index)
        self._words: dict[str, tuple[Piece, ...]] = {}
        self._leftwards: dict[str, tuple[Piece, ...]] = {}
        self.space = self._shaper(0)(" ").width * size + tracking
        self.space_piece = self.pieces(" ")[0]
        self.soft_hyphen = Piece(self._shaper(0)("-"), "\u00ad")
        self.ascent, self.descent = first.ascent * size, first.descent * size

    def in_color(self, color: Color) -> "Look":
        """Return the same in another colour."""
        other = copy(self)
        other.color = color
        return other

    def pieces(self, word: str, *, leftwards: bool = False) -> tuple[Piece, ...]:
        """Return `word` as pieces that one face sets each; the same object for the same word again."""
        words = self._leftwards if leftwards else self._words
        pieces = words.get(word)
        if pieces is None:
            if len(words) >= CACHED_WORDS:
                words.clear()
            pieces = words[word] = tuple(self._shape(word, leftwards=leftwards))
        return pieces

    def _shaper(self, place: int) -> Shaper:
        """Return what shapes with the face at `place`."""
        shaper = self._shapers.get(place)
        if shaper is None:
            face = open_face(self._faces[place].path, self._faces[place].index)
            shaper = self._shapers[place] = face.shaper(self._features, self.language)
        return shaper

    def _coverage(self, place: int) -> frozenset[str]:
        return self._shaper(place).face.coverage

    def width(self, piece: Piece) -> float:
        """Return the width of `piece` in points."""
        return piece.shaped.width * self.size + len(piece.shaped.glyphs) * self.tracking

    def _shape(self, word: str, *, leftwards: bool) -> Iterable[Piece]:
        shown = word.upper() if self._capitals else word
        actual = word if shown != word else None
        if self._coverage(0).issuperset(shown):
            return [Piece(self._shaper(0)(shown, leftwards=leftwards), actual)]
        pieces = [self._piece(run, place, leftwards=leftwards) for place, run in self._runs(shown)]
        return (
            pieces
            if actual is None
            else [
                Piece(piece.shaped, actual if piece is pieces[0] else "", piece.missing) for piece in pieces
            ]
        )

    def _runs(self, word: str) -> list[tuple[int, str]]:
        """Split `word` into runs of characters with the place of the face that has them; -1: none has."""
        runs: list[tuple[int, str]] = []
        for character in word:
            place = self._place(character)
            joins = unicodedata.combining(character) or character in _UNSEEN
            if runs and (runs[-1][0] == place or (joins and runs[-1][0] >= 0)):
                runs[-1] = runs[-1][0], runs[-1][1] + character
            else:
                runs.append((place, character))
        return runs

    def _place(self, character: str) -> int:
        twin = _TWINS.get(character, character)
        for place in range(len(self._faces)):
            coverage = self._coverage(place)
            if character in coverage or twin in coverage:
                return place
        return -1

    def _piece(self, run: str, place: int, *, leftwards: bool) -> Piece:
        coverage = self._coverage(max(place, 0))
        if place < 0:
            shown = "\ufffd" if "\ufffd" in coverage else "?"
            unseen = not run.strip("".join(_UNSEEN))
            return Piece(self._shaper(0)(" " if unseen else shown * len(run)), run, "" if unseen else run)
        shown = "".join(_shown(character, coverage) for character in run)
        shaped = self._shaper(place)(shown, leftwards=leftwards)
        return Piece(shaped, run if shown != run else None)


def _shown(character: str, coverage: frozenset[str]) -> str:
    """Return what stands for `character` in a face: itself, its twin, or nothing for a mark without ink."""
    if character in coverage:
        return character
    twin = _TWINS.get(character, "")
    return twin if twin in coverage else ""


@lru_cache(maxsize=256)
def family_faces(
    families: tuple[FontFamily, ...], name: str, weight: int, *, italic: bool, language: str = ""
) -> tuple[FontFace, ...]:
    """Return the faces that set text of family `name`: its own first, then one of each other family.

    The face of a family nearest to the wanted weight and slant is taken; slant counts more. Of the families
    for Chinese, Japanese and Korean, whose glyphs differ for a character, that of the `language` goes first.
    """
    own = [family for family in families if family.name == name]
    others = [family for family in families if family.name != name]
    region = _REGIONS.get(language) or _REGIONS.get(language.partition("-")[0], "")
    if region:
        others.sort(key=lambda family: not family.name.endswith(f"CJK {region}"))
    return tuple(_nearest(family, weight, italic=italic) for family in own + others)


_REGIONS = {"ja": "JP", "ko": "KR", "zh": "SC", "zh-Hant": "TC", "zh-TW": "TC", "zh-HK": "TC"}


def _nearest(family: FontFamily, weight: int, *, italic: bool) -> FontFace:
    def distance(face: FontFace) -> tuple[bool, int, int]:
        return face.italic != italic, abs(face.weight - weight), -face.weight

    return min(family.faces, key=distance)


def missing_notices(missing: Iterable[str]) -> tuple[Notice, ...]:
    """Return one notice for each script whose characters in `missing` no font of the style has."""
    scripts: dict[str, dict[str, None]] = {}
    for character in missing:
        scripts.setdefault(_script(character), {})[character] = None
    if "Japanese" in scripts and "Chinese" in scripts:
        # kanji are called Chinese, and one font has both
        scripts["Japanese"] |= scripts.pop("Chinese")
    return tuple(_notice(script, list(characters)) for script, characters in scripts.items())


def _named(character: str) -> str:
    code = f"U+{ord(character):04X}"
    return f"{character} ({code})" if character.isprintable() else code


def _notice(script: str, characters: list[str]) -> Notice:
    shown = ", ".join(map(_named, characters[:_SHOWN_CHARACTERS]))
    more = f" and {len(characters) - _SHOWN_CHARACTERS} more" if len(characters) > _SHOWN_CHARACTERS else ""
    font = _FONTS.get(script, f"Noto Sans {script}")
    return Notice(
        "glyph-missing",
        f"no font of the style has the {script} characters {shown}{more}; the PDF shows a replacement; "
        f"add a font that has them to typography.fonts, such as {font}",
    )


_FONTS = {
    "Chinese": "Noto Sans CJK SC",
    "Japanese": "Noto Sans CJK JP",
    "Korean": "Noto Sans CJK KR",
    "emoji": "Noto Emoji",
    "symbol": "Noto Sans Symbols 2",
    "Greek": "Noto Sans",
    "Cyrillic": "Noto Sans",
    "Latin": "Noto Sans",
}
_SCRIPT_WORDS = {"Cjk": "Chinese", "Hiragana": "Japanese", "Katakana": "Japanese", "Hangul": "Korean"}
_FULL_WIDTH, _IDEOGRAPHIC_SIGNS = range(0xFF00, 0xFFF0), range(0x3000, 0x3040)
_EMOJI = range(0x1F300, 0x1FB00)


def _script(character: str) -> str:
    """Return the English name of the script of `character`, from its Unicode name."""
    if ord(character) in _EMOJI:
        return "emoji"
    if ord(character) in _FULL_WIDTH or ord(character) in _IDEOGRAPHIC_SIGNS:
        return "Chinese"
    if not unicodedata.category(character).startswith(("L", "M")):
        return "symbol"
    word = unicodedata.name(character, "UNKNOWN").split()[0].partition("-")[0].capitalize()
    return _SCRIPT_WORDS.get(word, word)
