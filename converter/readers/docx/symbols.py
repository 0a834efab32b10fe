"""Characters of symbol fonts as Unicode has them (ECMA-376 17.3.3.30)."""

import sys

from converter.ooxml.xml import hexadecimal

_PRIVATE = 0xF000
"""Word moves the characters of symbol fonts up to here, into the private use area."""

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SIGNS = {
    "symbol": {
        0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
        0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪",
        0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
    },
    "wingdings": {
        0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
        0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """Return the character with the hexadecimal `code` of a symbol font; nothing where it is not known."""
    number = hexadecimal(code)
    if number is None or number > sys.maxunicode:
        return ""
    low = number - _PRIVATE if number >= _PRIVATE else number
    family = font.lower()
    if family == "symbol" and chr(low) in _GREEK:
        return _GREEK[chr(low)]
    known = _SIGNS.get(family, {}).get(low)
    if known:
        return known
    plain = family not in _SIGNS and number < _PRIVATE
    return chr(number) if plain else ""
