"""Whether the fonts of a style have what the style itself writes: bullets, labels, headers, footers.

An article's characters show only when a report is made; the writers tell which of them no font has.
"""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from converter.model.style import Style
from converter.stylesheets.fonts import usual_face
from converter.stylesheets.running import LINE
from converter.stylesheets.sfnt import lacks
from converter.stylesheets.shapes import Reading

_WRITES = re.compile(rf"bullets\.\d+|separator|date-format|labels\..+|{LINE.pattern}")
_FIELD = re.compile(r"\{[^{}]*\}")
_UNSEEN = frozenset({"Zs", "Cf", "Mn"})
"""Categories without ink of their own; marks are set with the letters that they stand on."""
_TWINS = frozenset("\u2010\u2011\u2212\u02bc")
"""Characters that writers set as another that looks the same."""


def check_characters(style: Style, reading: Reading) -> None:
    """Note characters that no font of `style` has, those lent included."""
    texts = {path: _written(node.text) for path, node in reading.written.items() if _WRITES.fullmatch(path)}
    missing = _missing({character for text in texts.values() for character in text}, style)
    if not missing:
        return
    for path, text in texts.items():
        for character in dict.fromkeys(character for character in text if character in missing):
            node = reading.written[path]
            reading.notice(
                "glyph-missing",
                node.place_of(node.text.find(character)),
                path,
                f"no font here has {_shown(character)}",
                "write another, or name a font that has it under typography.fonts",
            )


def _written(text: str) -> str:
    """Return what of `text` may be missing: neither fields nor ASCII, which every font has."""
    return "".join(character for character in _FIELD.sub("", text) if _may_be_missing(character))


def _may_be_missing(character: str) -> bool:
    return not (character.isascii() or character in _TWINS or unicodedata.category(character) in _UNSEEN)


def _shown(character: str) -> str:
    """Return a character as a message shows it; what has no name cannot be seen either."""
    name = unicodedata.name(character, "").lower()
    code = f"U+{ord(character):04X}"
    return f"{character} ({code}, {name})" if name else code


def _missing(characters: Iterable[str], style: Style) -> set[str]:
    """Return what none of the style's families has; each is asked for what the ones before it lack."""
    missing = set(characters)
    for face in map(usual_face, style.fonts):
        if not missing:
            break
        missing = lacks(Path(face.path), missing, face.index)
    return missing
