"""Headers and footers: one line each, with its left, middle and right part."""

from collections.abc import Sequence

from converter.model.document import Document, Inline, PageField, RunningLine, Text
from converter.model.style import Style, TextRole
from converter.writers.pdf.embedding import UsedFonts
from converter.writers.pdf.inline import Word, WordMaker
from converter.writers.pdf.marks import Glyphs, Row
from converter.writers.pdf.paragraph import Align, Shape, set_lines
from converter.writers.pdf.stack import baseline

_GAP = 12.0
_ELLIPSIS = "…"


class RunningLines:
    """Sets the header and footer of each page; they are artifacts, not part of what is read."""

    def __init__(self, document: Document, style: Style, maker: WordMaker, used: UsedFonts) -> None:
        """Take what makes words and what notes the fonts."""
        self._document, self._style, self._maker, self._used = document, style, maker, used
        self._known: dict[tuple[RunningLine, TextRole], Row] = {}

    def header(self, index: int, count: int) -> Row:
        """Return the header of the page at `index` of `count`."""
        first = self._document.first_header
        return self._row(self._document.header if index or first is None else first, "header", index, count)

    def footer(self, index: int, count: int) -> Row:
        """Return the footer of the page at `index` of `count`."""
        first = self._document.first_footer
        return self._row(self._document.footer if index or first is None else first, "footer", index, count)

    def _row(self, line: RunningLine, role: TextRole, index: int, count: int) -> Row:
        """Return the line; its middle and right part have the room they need, the left part what is left."""
        filled = RunningLine(*(_filled(part, index, count) for part in (line.left, line.center, line.right)))
        if (filled, role) not in self._known:
            left, center, right = (
                self._maker.words(part, role, None) for part in (filled.left, filled.center, filled.right)
            )
            full = float(self._style.page.text_width)
            center_width, right_width = min(_width(center), full), min(_width(right), full)
            left_width = (
                max(full - right_width - _GAP * bool(right), 0.0)
                if not center
                else max((full - center_width) / 2 - _GAP, 0.0)
            )
            text = self._style.text[role]
            glyphs = [
                *self._part(self._cut(left, left_width, role), 0.0, full, "start"),
                *self._part(center, 0.0, full, "center"),
                *self._part(right, 0.0, full, "end"),
            ]
            self._known[filled, role] = Row(
                float(text.leading), baseline=baseline(text, self._maker.looks.look(role)), glyphs=glyphs
            )
        return self._known[filled, role]

    def _part(self, words: Sequence[Word], left: float, width: float, align: Align) -> list[Glyphs]:
        lines = set_lines(words, Shape(left, width, align=align), self._used)
        return lines[0].glyphs if lines else []

    def _cut(self, words: list[Word], width: float, role: TextRole) -> list[Word]:
        """Return as many of `words` as fit, with an ellipsis where some do not."""
        if _width(words) <= width:
            return words
        ellipsis = self._maker.label(_ELLIPSIS, role, None)
        while words and _width(words) + _width(ellipsis) > width:
            words = words[:-1]
        return [*words, *ellipsis] if words else []


def _width(words: Sequence[Word]) -> float:
    return sum(word.width + word.space for word in words)


def _filled(part: tuple[Inline, ...], index: int, count: int) -> tuple[Inline, ...]:
    """Return `part` with numbers in the place of fields."""
    numbers = {"page": index + 1, "pages": count}
    return tuple(
        Text(str(numbers[inline.kind])) if isinstance(inline, PageField) else inline for inline in part
    )
