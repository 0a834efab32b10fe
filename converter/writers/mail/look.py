"""How a message looks: a `Style` as inline declarations, which are all that every mail client keeps.

Lengths are pixels. They stand in the proportion that they have on paper, with running text of at least 16 px;
indents count from the edge of running text, for a message has no margin to hang headings in.
"""

import re

from converter.model.style import WHITE, Rule, Style, TextRole, TextStyle
from converter.writers.html.css import string
from converter.writers.mail.colors import Colors
from converter.writers.mail.wording import Direction

_LEAST_PX, _PX_PER_PT = 16, 4 / 3
_WIDEST_TITLE = 1.75
"""Of running text: the size of titles on a phone."""

_SAFE = {
    "serif": "Georgia,Times New Roman,serif",
    "sans-serif": "Segoe UI,Helvetica Neue,Arial,sans-serif",
    "monospace": "Consolas,Menlo,monospace",
}
"""What stands in for a family that a reader's device lacks, without quotation marks."""

PAPER = WHITE
"""The ground of the whole message."""


_NARROW = """\
.wrap{padding:16px!important}\
.wide,.wide tbody,.wide caption,.wide tr,.wide td{display:block!important;width:auto!important}\
.wide thead{display:none!important}\
.wide tr{padding:8px 0!important;border-bottom:1px solid #888!important}\
.wide td{padding-top:2px!important;padding-bottom:2px!important;border:0!important}\
.wide td{text-align:start!important}\
.label{display:inline!important}"""


class Look:
    """Turns what a style says into declarations."""

    def __init__(self, style: Style) -> None:
        """Take the style."""
        self.style = style
        self._body = style.text["body"]
        self._px_per_pt = max(_PX_PER_PT, _LEAST_PX / self._body.size)

    def px(self, length: float) -> str:
        """Return a length in whole pixels."""
        return f"{round(length * self._px_per_pt)}px" if length else "0"

    def text(self, role: TextRole) -> dict[str, str]:
        """Return how the letters of `role` look, colour and place excepted."""
        text = self.style.text[role]
        slant = "italic " if text.italic else ""
        size, leading = self.px(text.size), self.px(max(text.leading, 1.1 * text.size))
        return {
            "font": f"{slant}{text.weight} {size}/{leading} {self.family(text)}",
            "letter-spacing": self.px(text.tracking) if text.tracking > 0 else "",
            "text-transform": "uppercase" if text.capitals == "all" else "",
        }

    def family(self, text: TextStyle) -> str:
        """Return the families of `text`, in order of preference."""
        words = text.family.split(" ")
        name = text.family if all(re.fullmatch("[A-Za-z][A-Za-z-]*", word) for word in words) else ""
        return f"{name or string(text.family)},{_SAFE[self.generic(text)]}"

    def generic(self, text: TextStyle) -> str:
        """Return what kind of family `text` is set in, as CSS calls it."""
        return next((font.generic for font in self.style.fonts if font.name == text.family), "serif")

    def indent(self, role: TextRole) -> float:
        """Return the indent of `role` from the edge of running text, in points."""
        return max(0.0, self.style.text[role].indent - self._body.indent)

    def margin(
        self, before: float = 0.0, after: float = 0.0, start: float = 0.0, direction: Direction = "ltr"
    ) -> str:
        """Return margins above, below and at the start, in points, in the order of CSS; none at the end."""
        left, right = (start, 0.0) if direction == "ltr" else (0.0, start)
        sides = [self.px(length) for length in (before, right, after, left)]
        return " ".join(sides) if any(length > 0 for length in (before, after, start)) else "0"

    def line(self, rule: Rule) -> str:
        """Return a line, of a pixel at least; `none` where there is none."""
        return (
            f"{max(1, round(rule.width * self._px_per_pt))}px solid {rule.color.css}"
            if rule.width
            else "none"
        )

    def line_class(self, rule: Rule, colors: Colors) -> str:
        """Return the class of what has lines of `rule`; empty where there are none."""
        return colors.line(rule.color) if rule.width else ""

    def narrow_rules(self) -> str:
        """Return the rules of narrow screens, on which no title is larger than is good for it."""
        title = min(self.style.text["title"].size, _WIDEST_TITLE * self._body.size)
        size, leading = self.px(title), self.px(1.2 * title)
        return f"{_NARROW}.title{{font-size:{size}!important;line-height:{leading}!important}}"
