"""Whether an element of a page is seen, by its style and what it inherits (CSS 2.2 and later)."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from converter.model.style import BLACK, WHITE, Color
from converter.verifier.word.colors import contrast

_LEAST_POINTS = 3.0
_LEAST_CONTRAST = 1.2
_LEAST_OPACITY = 0.05
_FAR_POINTS = 500.0
_HEX = re.compile(r"#([0-9a-f]{3,8})")
_FUNCTION = re.compile(r"rgba?\(([^)]*)\)")
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+")
_LENGTH = re.compile(r"(-?[0-9]*\.?[0-9]+)(px|pt|pc|in|cm|mm|q|rem|em|ex|ch|%|vw|vh)?")
_SHORTHAND = re.compile(r"(?:^|\s)(-?[0-9]*\.?[0-9]+(?:px|pt|pc|in|cm|mm|q|rem|em|ex|ch|%))(?:/|\s)")
_POINTS = {"px": 0.75, "pt": 1.0, "pc": 12.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "q": 0.709, "": 0.75}
_NAMES = {"white": "ffffff", "black": "000000", "snow": "fffafa", "ivory": "fffff0", "ghostwhite": "f8f8ff"}
_MEDIUM = 12.0
_SHORT, _LONG, _WITH_ALPHA = 3, 6, 8


class Look(NamedTuple):
    """How the words right in an element look.

    Attributes:
        there: whether the element is shown at all; what is in it is not, where it is not.
        visible: `visibility`, which what is in it may change.
        size: in points.
        color: of the words; `None`: not known.
        ground: behind them; `None`: not known, or a picture.
    """

    there: bool = True
    visible: bool = True
    size: float = _MEDIUM
    color: Color | None = BLACK
    ground: Color | None = WHITE

    @property
    def seen(self) -> bool:
        """Whether words that look so are seen."""
        if not (self.there and self.visible) or self.size < _LEAST_POINTS:
            return False
        return (
            self.color is None or self.ground is None or contrast(self.color, self.ground) >= _LEAST_CONTRAST
        )


def look_of(says: Mapping[str, str], around: Look) -> Look:
    """Return how an element looks of which its styles say this, within one that looks like `around`."""
    visibility = says.get("visibility", "").lower()
    color, clear = _color(says.get("color", ""), around.color)
    ground, _ = _color(says.get("background-color", says.get("background", "")), around.ground, last=True)
    return Look(
        around.there and not clear and not _is_away(says),
        around.visible if visibility in {"", "inherit"} else visibility not in {"hidden", "collapse"},
        _size(says, around.size),
        color,
        ground,
    )


def _is_away(says: Mapping[str, str]) -> bool:
    """Tell whether an element is not shown, clear, cut away, or off the page."""
    if says.get("display", "").lower() == "none" or says.get("clip-path", "").startswith(
        ("inset(5", "inset(100")
    ):
        return True
    opacity = _NUMBER.match(says.get("opacity", ""))
    if opacity and float(opacity[0]) / (100 if "%" in says["opacity"] else 1) < _LEAST_OPACITY:
        return True
    if re.search(r"scale[xy]?\(\s*0*\.?0*\s*[,)]", says.get("transform", "").lower()):
        return True
    fixed = says.get("position", "").lower() in {"absolute", "fixed", "relative"}
    if fixed and says.get("clip", "").replace(" ", "").startswith(("rect(0", "rect(1px")):
        return True
    names = [*(["left", "top"] if fixed else []), "text-indent", "margin-left"]
    if any((_points(says.get(name, "")) or 0) < -_FAR_POINTS for name in names):
        return True
    cut = says.get("overflow", "").lower() in {"hidden", "clip"}
    sides = (_points(says.get(name, "")) for name in ("width", "height"))
    return cut and any(side is not None and side < 1 for side in sides)


def _size(says: Mapping[str, str], around: float) -> float:
    shorthand = _SHORTHAND.search(says.get("font", ""))
    text = says.get("font-size", shorthand[1] if shorthand else "").lower()
    found = _LENGTH.fullmatch(text)
    if not found:
        return around
    number, unit = float(found[1]), found[2] or ""
    shares = {"em": around, "rem": _MEDIUM, "%": around / 100, "ex": around / 2, "ch": around / 2}
    return number * (shares.get(unit) or _POINTS.get(unit, _MEDIUM))


def _points(text: str) -> float | None:
    found = _LENGTH.fullmatch(text.lower())
    if not found:
        return None
    return float(found[1]) * _POINTS.get(found[2] or "", _MEDIUM)


def _color(text: str, around: Color | None, *, last: bool = False) -> tuple[Color | None, bool]:
    """Return a colour, and whether it is clear; `last`: of a ground, through which a clear one lets shine."""
    text = text.lower().strip()
    if not text or text in {"inherit", "currentcolor"}:
        return around, False
    if text in {"transparent", "none", "initial", "unset"}:
        return around, text == "transparent" and not last
    digits = _NAMES.get(text.split()[0]) or (found[1] if (found := _HEX.search(text)) else "")
    if len(digits) in {_SHORT, _SHORT + 1}:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) in {_LONG, _WITH_ALPHA}:
        clear = digits[_LONG:] == "00"
        return (around if clear else Color(*bytes.fromhex(digits[:_LONG]))), clear and not last
    function = _FUNCTION.search(text)
    parts = _NUMBER.findall(function[1]) if function and "%" not in function[1] else []
    if len(parts) >= _SHORT:
        clear = len(parts) > _SHORT and float(parts[_SHORT]) < _LEAST_OPACITY
        color = Color(*(min(255, round(abs(float(one)))) for one in parts[:_SHORT]))
        return (around if clear else color), clear and not last
    return None, False
