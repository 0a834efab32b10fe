"""Headers and footers: one line each, with its left, middle and right part, and the label of a mark."""

from collections.abc import Sequence

from msgspec.structs import replace

from converter.model.document import Document, Inline, PageField, RunningLine, Text
from converter.model.style import Align, Color, HandlingMark, RunningKind, Style, TextRole
from converter.writers.pdf.embedding import UsedFonts
from converter.writers.pdf.flow import Placed
from converter.writers.pdf.inline import Word, WordMaker
from converter.writers.pdf.marks import Glyphs, Picture, Rectangle, Row
from converter.writers.pdf.paragraph import Shape, set_lines
from converter.writers.pdf.stack import baseline

_GAP = 12.0
_ELLIPSIS = "…"


class RunningLines:
    """Sets the header and footer of each page; they are artifacts, not part of what is read."""

    def __init__(
        self,
        document: Document,
        style: Style,
        maker: WordMaker,
        used: UsedFonts,
        logo: Picture | None = None,
    ) -> None:
        """Take what makes words, what notes the fonts, and what begins the first header."""
        self._document, self._style, self._maker, self._used = document, style, maker, used
        self._logo = logo
        self._known_label: Row | None = None
        self._known: dict[tuple[RunningLine, TextRole, Picture | None], Row] = {}

    @property
    def lowering(self) -> float:
        """How much lower than the top margin the logo lets the first page's text begin, in points."""
        if self._logo is None:
            return 0.0
        page, gap = self._style.page, self._style.text["body"].leading
        return max(page.header + self._strip("header", self._logo).height + gap - page.top, 0.0)

    def header(self, index: int, count: int) -> Row:
        """Return the header of the page at `index` of `count`."""
        first = self._document.first_header
        line = self._document.header if index or first is None else first
        row = self._row(line, "header", index, count, None if index else self._logo)
        return row if index else self._opening(row, self._style.cover.header)

    def footer(self, index: int, count: int) -> Row:
        """Return the footer of the page at `index` of `count`."""
        first = self._document.first_footer
        line = self._document.footer if index or first is None else first
        row = self._row(line, "footer", index, count)
        return row if index else self._opening(row, self._style.cover.footer)

    def label(self, line: RunningKind, edge: float) -> Placed | None:
        """Return the label of the handling mark above the header or below the footer; `None`: none.

        Args:
            line: which.
            edge: y of the header's upper or the footer's lower edge.
        """
        mark = self._document.mark
        if mark is None or line not in mark.lines:
            return None
        return Placed(
            self._label(mark), edge + (-mark.strip if line == "header" else mark.strip - mark.height)
        )

    def _label(self, mark: HandlingMark) -> Row:
        """Return the label, which is the same on every page."""
        if self._known_label:
            return self._known_label
        look = self._maker.looks.mark(mark)
        words = self._maker.alone(mark.text, look)
        full, width = float(self._style.page.text_width), _width(words) + 2 * mark.padding
        left = {"left": 0.0, "center": (full - width) / 2, "right": full - width}[mark.position]
        if self._document.direction == "rtl":
            # the page is mirrored, and the mark is not
            left = full - width - left
        base = (mark.height - look.ascent - look.descent) / 2 + look.ascent
        self._known_label = Row(
            mark.height,
            baseline=base,
            rectangles=(Rectangle(left, 0.0, width, mark.height, mark.ground),),
            glyphs=self._part(words, left + mark.padding, width, "start"),
        )
        return self._known_label

    def _row(
        self, line: RunningLine, role: TextRole, index: int, count: int, logo: Picture | None = None
    ) -> Row:
        """Return the line, kept for the next page that says the same."""
        filled = RunningLine(*(_filled(part, index, count) for part in (line.left, line.center, line.right)))
        if (filled, role, logo) not in self._known:
            row = self._known[filled, role, logo] = self._strip(role, logo)
            row.glyphs = self._glyphs(filled, role, logo.width + _GAP if logo else 0.0)
        return self._known[filled, role, logo]

    def _opening(self, row: Row, color: Color | None) -> Row:
        """Return the line as the ground of a cover asks for it; `None`: as on other pages."""
        if color is None:
            return row
        glyphs = [replace(glyphs, look=glyphs.look.in_color(color)) for glyphs in row.glyphs]
        return replace(row, glyphs=glyphs)

    def _strip(self, role: TextRole, logo: Picture | None) -> Row:
        """Return the line without words; a logo stands on its baseline."""
        text = self._style.text[role]
        alone = baseline(text, self._maker.looks.look(role))
        if logo is None:
            return Row(float(text.leading), baseline=alone)
        lowered = max(alone, logo.height)
        standing = replace(logo, y=lowered - logo.height)
        return Row(float(text.leading) - alone + lowered, baseline=lowered, pictures=(standing,))

    def _glyphs(self, line: RunningLine, role: TextRole, begin: float) -> list[Glyphs]:
        """Return the words; those in the middle and right have the room they need, the left what is left.

        Args:
            line: without fields.
            role: how it is set.
            begin: where words may begin, in points from the left margin.
        """
        full = float(self._style.page.text_width)
        left, center, right = (
            self._maker.words(part, role, None) for part in (line.left, line.center, line.right)
        )
        center, right = (self._cut(part, full - begin, role) for part in (center, right))
        middle = (full - _width(center)) / 2
        end = middle - _GAP if center else full - _width(right) - _GAP * bool(right)
        return [
            *self._part(self._cut(left, end - begin, role), begin, full - begin, "start"),
            *self._part(center, max(begin - middle, 0.0), full, "center"),
            *self._part(right, begin, full - begin, "end"),
        ]

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
