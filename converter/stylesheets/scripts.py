"""Which scripts the fonts of a style cover, and what covers those that they do not."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from converter.model.style import FontFamily, Style
from converter.stylesheets.fonts import lender_package, usual_face
from converter.stylesheets.sfnt import lacks


class Script(NamedTuple):
    """A script, or a kind of signs.

    Attributes:
        name: in English.
        sample: characters that its texts cannot do without, from the corners of what fonts have of it.
        lender: family that lends them where a style's own fonts have none.
    """

    name: str
    sample: str
    lender: str

    @property
    def package(self) -> str:
        """The package of Debian and Ubuntu that holds the lender."""
        return lender_package(self.lender)


SCRIPTS = (
    Script("Latin", "AzÀçŁőßŸ", "DejaVu Serif"),
    Script("Greek", "ΑΩαωά", "DejaVu Serif"),
    Script("Cyrillic", "АЯаяЖїґ", "DejaVu Serif"),
    Script("Arabic", "ابجنوپک", "Noto Naskh Arabic"),
    Script("Hebrew", "אבשת", "Noto Serif Hebrew"),
    Script("Armenian", "ԱՖաև", "Noto Serif Armenian"),
    Script("Georgian", "აბჰ", "Noto Serif Georgian"),
    Script("Devanagari", "अकतहमि", "Noto Serif Devanagari"),
    Script("Thai", "กขฮเ", "Noto Serif Thai"),
    Script("Chinese", "中文国國", "Noto Sans CJK SC"),
    Script("Japanese", "日本のカ", "Noto Sans CJK JP"),
    Script("Korean", "한국어", "Noto Sans CJK KR"),
    Script("arrows and mathematics", "→⇒∑√≠≤", "DejaVu Sans"),
    Script("symbols", "✓★☐☎⏱🗎", "Noto Sans Symbols 2"),
)
"""Those in which reports are tried, beginning with those of most fonts."""


class Coverage(NamedTuple):
    """How far the fonts of a style cover a script.

    Attributes:
        script: the script.
        families: names of those that its text is set in, in the order in which they are asked.
        missing: characters of its sample that none has.
    """

    script: Script
    families: tuple[str, ...]
    missing: str


def coverage(style: Style) -> tuple[Coverage, ...]:
    """Return how far the fonts of `style`, those lent included, cover each script."""
    return tuple(_coverage(script, style) for script in SCRIPTS)


def _coverage(script: Script, style: Style) -> Coverage:
    missing = set(script.sample)
    families: dict[str, None] = {}
    for family in _asked(style, script):
        face = usual_face(family)
        still = lacks(Path(face.path), missing, face.index) if missing else missing
        if len(still) < len(missing):
            families[family.name] = None
        missing = still
    return Coverage(script, tuple(families), "".join(sign for sign in script.sample if sign in missing))


def _asked(style: Style, script: Script) -> Iterable[FontFamily]:
    """Return the style's families as they are asked: that of running text, then the others.

    Of the families for Chinese, Japanese and Korean, whose glyphs differ for a character, that of the script
    goes first.
    """
    base = style.text["body"].family

    def turn(family: FontFamily) -> tuple[bool, bool]:
        is_han = " CJK " in family.name
        return family.name != base, is_han and family.name != script.lender

    return sorted(style.fonts, key=turn)
