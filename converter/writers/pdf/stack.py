"""The stack of rows that blocks are laid out on: spaces, what stays together, and where text begins."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from converter.model.style import Rule, Style, TextRole, TextStyle
from converter.writers.pdf.embedding import UsedFonts
from converter.writers.pdf.fonts import Look
from converter.writers.pdf.inline import Notes, Word, WordMaker
from converter.writers.pdf.looks import Looks
from converter.writers.pdf.marks import Frame, Glyphs, Rectangle, Row
from converter.writers.pdf.paragraph import Line, Shape, set_lines
from converter.writers.pdf.structure import Element

if TYPE_CHECKING:
    from converter.notices import Notice

_LABEL_GAP = 0.4
_LINES_BELOW_HEADING = 2


class Room(Struct, frozen=True):
    """The part of the text area that a block may use: its edges, and what surrounds it there."""

    left: float
    right: float
    frame: Frame | None = None


class Label(Struct, frozen=True):
    """A bullet or number, and how far left of the text it stands."""

    words: Sequence[Word]
    hang: float


class Stack:
    """Rows, from the top of the report to its end.

    Attributes:
        rows: what has been laid out.
        style: how it looks.
        words: what turns inlines into words.
        notes: the references of the document.
        used: what notes the fonts.
        parent: the element of the structure to which blocks belong.
        room: the width that blocks may use.
        notices: what could not be done as the document asks.
        new_page: whether the next row begins a page.
    """

    def __init__(
        self, style: Style, looks: Looks, notes: Notes, language: str, direction: Literal["ltr", "rtl"]
    ) -> None:
        """Begin with nothing."""
        self.rows: list[Row] = []
        self.style, self.notes = style, notes
        self.words = WordMaker(looks, notes, language, direction)
        self.used = UsedFonts()
        self.parent = Element("Document")
        self.room = Room(0.0, float(style.page.text_width))
        self.notices: list[Notice] = []
        self.new_page = False
        self._space = 0.0
        self._lines_to_keep = 0
        self._role: TextRole | None = None

    def push(self, rows: Sequence[Row], before: float, after: float, *, keep_with_next: bool = False) -> None:
        """Append the rows of one block; of the spaces between it and the one before, the larger counts.

        Args:
            rows: of the block.
            before: space above it, in points.
            after: space below it.
            keep_with_next: whether it stands on one page with the two lines that follow it.
        """
        if not rows:
            return
        rows[0].gap = max(before, self._space)
        rows[0].new_page, self.new_page = self.new_page, False
        for row in rows:
            row.frame = row.frame or self.room.frame
            if self._lines_to_keep:
                row.keep = max(row.keep, 1)
                self._lines_to_keep -= 1
        if keep_with_next:
            for row in rows[1:]:
                row.keep = max(row.keep, 1)
            self._lines_to_keep = _LINES_BELOW_HEADING
        self._space, self._role = after, None
        self.rows += rows

    def add_space(self, space: float) -> None:
        """Let there be at least so much space, in points, before what follows."""
        self._space = max(self._space, space)

    def let_go(self) -> None:
        """Let what follows begin a page, whatever wanted to stay with it."""
        self._lines_to_keep = 0

    def add_rule(self, rule: Rule, before: float, after: float, *, keep_with_next: bool = False) -> None:
        """Append a line over the whole width, if it has a width at all."""
        if rule.width > 0:
            line = Rectangle(0.0, 0.0, float(self.style.page.text_width), rule.width, rule.color)
            self.push([Row(rule.width, rectangles=(line,))], before, after)
            self._lines_to_keep = max(self._lines_to_keep, 1 if keep_with_next else 0)

    def paragraph(  # noqa: PLR0913 - each says one thing of the paragraph
        self,
        words: Sequence[Word],
        role: TextRole,
        *,
        label: Label | None = None,
        depth: int = 0,
        keep_with_next: bool = False,
        balance: bool = False,
    ) -> list[Row]:
        """Append a paragraph and return its rows; there are none where it has no words.

        Args:
            words: in order.
            role: how it is set.
            label: hangs to the left of it.
            depth: how many times the label's room further right than usual it begins.
            keep_with_next: whether it stays with what follows, even where its style does not say so.
            balance: whether its lines should be of like length.
        """
        text = self.style.text[role]
        hang = label.hang if label else 0.0
        left = max(float(text.indent), self.room.left + hang) + depth * hang
        # words that run against the page have their label where they begin: at the other side
        turned = label is not None and any(word.order and word.order.is_turned for word in words[:1])
        shape = Shape(
            left - hang if turned else left,
            self.room.right - left,
            0.0 if label or (text.flush_opening and role != self._role) else float(text.first_line),
            text.align,
            hyphenate=text.hyphenate,
            balance=balance,
        )
        rows = line_rows(set_lines(words, shape, self.used), text, self.words.looks.look(role))
        if label and rows:
            glyphs = self._label(label, left)
            for one in glyphs if turned else ():
                one.x = left - hang + self.room.right - one.x - one.width
            rows[0].glyphs = [*glyphs, *rows[0].glyphs]
        keep = keep_with_next or text.keep_with_next
        self.push(rows, float(text.space_before), float(text.space_after), keep_with_next=keep)
        self._role = role if rows else self._role
        return rows

    def hang(self, role: TextRole, otherwise: float) -> float:
        """Return how far a label stands left of its text: as the style hangs first lines, or `otherwise`."""
        own = -float(self.style.text[role].first_line)
        return own if own > 0 else otherwise

    def _label(self, label: Label, left: float) -> list[Glyphs]:
        """Return the label's glyphs, in the room that it has left of `left`."""
        width = sum(word.width + word.space for word in label.words)
        gap = _LABEL_GAP * label.words[0].chunks[0].run.look.size
        begin = max(left - max(label.hang, width + gap), 0.0)
        lines = set_lines(label.words, Shape(begin, max(width, label.hang) + gap), self.used)
        return [glyphs for line in lines for glyphs in line.glyphs]


def line_rows(lines: Sequence[Line], text: TextStyle, look: Look) -> list[Row]:
    """Return a row for each line, as high as the leading.

    The first two lines of a paragraph stay together, and so do its last two.
    """
    rows = [Row(float(text.leading), baseline=baseline(text, look), glyphs=line.glyphs) for line in lines]
    if len(rows) > 1:
        rows[1].keep = rows[-1].keep = 2
    return rows


def baseline(text: TextStyle, look: Look) -> float:
    """Return how far below the top of a line its baseline lies, with the letters in the middle of it."""
    return (float(text.leading) - look.ascent - look.descent) / 2 + look.ascent
