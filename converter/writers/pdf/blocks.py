"""Blocks into rows: each kind of block of a document, with its spaces, its structure and its destinations."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from converter.model.document import (
    Block,
    BoxBlock,
    Document,
    FigureBlock,
    HeadingBlock,
    Inline,
    ListBlock,
    MethodBlock,
    NotesBlock,
    TableBlock,
    Text,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Rule, Style, TextRole
from converter.notices import Notice
from converter.writers.pdf.embedding import UsedFonts
from converter.writers.pdf.images import raster
from converter.writers.pdf.inline import Notes, Word, WordMaker
from converter.writers.pdf.looks import Looks
from converter.writers.pdf.marks import Frame, Glyphs, Link, Picture, Rectangle, Row
from converter.writers.pdf.paragraph import Shape, set_lines
from converter.writers.pdf.rows import line_rows
from converter.writers.pdf.structure import Element
from converter.writers.pdf.table import TableMaker

_HEADINGS: dict[int, TextRole] = {1: "heading1", 2: "heading2", 3: "heading3"}
_BULLET_HANG, _NUMBER_HANG = 12.0, 18.0
_LABEL_GAP = 0.4
_PIXELS_PER_INCH = 120
_BAND_SPACE = 1.5


@dataclass(frozen=True, slots=True)
class Room:
    """The part of the text area's width that a block may use."""

    left: float
    right: float


class Blocks:
    """Lays out blocks one after the other.

    Attributes:
        rows: what has been laid out.
        used: the fonts.
        root: the structure's root.
        band_height: of the band of colour behind the title block, from the paper's upper edge.
        notices: what could not be done as the document asks.
    """

    def __init__(self, document: Document, style: Style) -> None:
        """Begin with an empty structure."""
        self.rows: list[Row] = []
        self.band_height = 0.0
        self.notices: list[Notice] = []
        self.used = UsedFonts()
        self.looks = Looks(style, document.language)
        self.root = Element("Document")
        self._style = style
        self._page = style.page
        self._notes = Notes(_note_texts(document.blocks))
        self.words = WordMaker(self.looks, self._notes, document.language)
        self._room = Room(0.0, style.page.text_width)
        self._parent = self.root
        self._frame: Frame | None = None
        self._after = 0.0
        self._lines_to_keep = 0
        self._new_page = False
        self._levels: set[int] = set()

    def add(self, blocks: Sequence[Block]) -> None:
        """Lay out `blocks` behind what is there."""
        for block in blocks:
            self._add(block)

    def _add(self, block: Block) -> None:
        match block:
            case TitleBlock():
                self._title(block)
            case HeadingBlock():
                self._heading(block)
            case TextBlock():
                self._text(block)
            case ListBlock():
                self._list(block)
            case TableBlock():
                self._table(block)
            case FigureBlock():
                self._figure(block)
            case BoxBlock():
                self._box(block)
            case MethodBlock():
                self._method(block)
            case NotesBlock():
                self._end_notes(block)
            case _:
                assert_never(block)

    # ------------------------------------------------------------------------------------------- rows

    def _push(
        self, rows: Sequence[Row], before: float, after: float, *, keep_with_next: bool = False
    ) -> None:
        """Append the rows of one block; of the spaces between it and the one before, the larger counts."""
        if not rows:
            return
        rows[0].gap = max(rows[0].gap, before, self._after)
        rows[0].new_page = self._new_page
        self._new_page = False
        for row in rows:
            row.frame = row.frame or self._frame
            if self._lines_to_keep:
                row.keep = max(row.keep, 1)
                self._lines_to_keep -= 1
        if keep_with_next:
            for row in rows[1:]:
                row.keep = max(row.keep, 1)
            self._lines_to_keep = 2
        self._after = after
        self.rows += rows

    def _paragraph(  # noqa: PLR0913 - what a paragraph is made of
        self,
        content: Sequence[Inline],
        role: TextRole,
        element: Element,
        *,
        label: Sequence[Word] = (),
        hang: float = 0.0,
        depth: int = 0,
        keep_with_next: bool = False,
        anchor: str = "",
        bookmark: tuple[int, str] | None = None,
        balance: bool = False,
    ) -> None:
        """Lay out a paragraph, its label hanging to the left of it."""
        text = self._style.text[role]
        left = max(float(text.indent), self._room.left + hang) + depth * hang
        first_line = 0.0 if label else float(text.first_line)
        shape = Shape(
            left,
            self._room.right - left,
            first_line,
            text.align,
            hyphenate=text.hyphenate and not balance,
            balance=balance,
        )
        lines = set_lines(self.words.words(content, role, element), shape, self.used)
        rows = line_rows(lines, text, self.looks.look(role))
        if label and rows:
            rows[0].glyphs = [*self._label(label, left, hang), *rows[0].glyphs]
        if rows:
            rows[0].anchors += [anchor] if anchor else []
            rows[0].bookmark = bookmark
        self._push(
            rows, text.space_before, text.space_after, keep_with_next=keep_with_next or text.keep_with_next
        )

    def _label(self, words: Sequence[Word], left: float, hang: float) -> list[Glyphs]:
        """Return a bullet or number in the room that hangs left of `left`."""
        width = sum(word.width + word.space for word in words)
        begin = min(left - hang, left - width - _LABEL_GAP * words[0].chunks[0].run.look.size)
        lines = set_lines(words, Shape(max(begin, 0.0), max(width, hang) + 1), self.used)
        return [glyphs for line in lines for glyphs in line.glyphs]

    def _hang(self, role: TextRole, otherwise: float) -> float:
        """Return how far a label stands left of its text: as the style hangs first lines, or `otherwise`."""
        own = -float(self._style.text[role].first_line)
        return own if own > 0 else otherwise

    def _rule(self, rule: Rule, before: float, after: float, *, keep: int = 0) -> None:
        """Append a line over the whole width, if the style has one here."""
        if rule.width > 0:
            row = Row(
                rule.width,
                keep=keep,
                rectangles=[Rectangle(0.0, 0.0, self._page.text_width, rule.width, rule.color)],
            )
            self._push([row], before, after)

    # ----------------------------------------------------------------------------------------- blocks

    def _title(self, block: TitleBlock) -> None:
        """Lay out label, title, subtitle, and the facts between two lines, on the cover that the style asks for."""
        cover = self._style.cover
        if block.level and cover.kind == "page" and self.rows:
            self._new_page = True
        first = len(self.rows)
        if block.label:
            self._paragraph((Text(block.label),), "label", self._parent.child("P"), keep_with_next=True)
        role: TextRole = "heading2" if block.level else "title"
        element = self._parent.child("H2" if block.level else "Title")
        bookmark = (block.level, _plain(block.title)) if block.level else None
        self._paragraph(
            block.title,
            role,
            element,
            anchor=block.anchor,
            bookmark=bookmark,
            balance=True,
            keep_with_next=True,
        )
        if block.subtitle:
            self._paragraph(
                block.subtitle, "subtitle", self._parent.child("P"), balance=True, keep_with_next=True
            )
        self._facts(block)
        if not block.level and cover.kind == "band":
            self._clear_band(first)
        self._new_page = not block.level and cover.kind == "page"

    def _facts(self, block: TitleBlock) -> None:
        space = float(self._style.text["facts"].space_after)
        self._rule(self._style.title_rule_above, self._after, space, keep=1)
        if block.facts:
            line = self._style.separator.join(
                fact.text.replace(" ", "\u00a0") if len(fact.text) < 40 else fact.text for fact in block.facts
            )
            self._paragraph((Text(line),), "facts", self._parent.child("P"))
        self._rule(self._style.title_rule_below, space, space, keep=1)

    def _clear_band(self, first: int) -> None:
        """Let the band of colour reach below the title block, and leave it before anything else begins."""
        used = float(self._page.top) + sum(row.gap + row.height for row in self.rows[first:])
        leading = float(self._style.text["body"].leading)
        self.band_height = max(float(self._style.cover.height), used + leading)
        self._after = max(self._after, self.band_height - used + _BAND_SPACE * leading)

    def _heading(self, block: HeadingBlock) -> None:
        role = _HEADINGS[block.level]
        element = self._parent.child(f"H{block.level}")
        self._paragraph(
            block.content,
            role,
            element,
            anchor=block.anchor,
            bookmark=(block.level, _plain(block.content)),
            balance=True,
            keep_with_next=True,
        )

    def _text(self, block: TextBlock) -> None:
        parent = self._parent.child("BlockQuote") if block.role == "quote" else self._parent
        element = parent.child("P")
        if block.role == "code":
            element = element.child("Code")
        label: list[Word] = []
        if block.number is not None:
            label = self.words.label(f"{block.number}.", block.role, element.child("Lbl"))
        self._paragraph(
            block.content,
            block.role,
            element,
            label=label,
            hang=self._hang(block.role, _NUMBER_HANG) if label else 0.0,
        )

    def _list(self, block: ListBlock) -> None:
        lists = [
            self._parent.child(
                "L", attributes=f"<</O/List/ListNumbering/{'Disc' if block.start is None else 'Decimal'}>>"
            )
        ]
        bodies: list[Element] = []
        counts: list[int] = []
        hang = self._list_hang(block)
        for item in block.items:
            depth = min(item.depth, len(lists))
            del lists[depth + 1 :], counts[depth + 1 :], bodies[depth + 1 :]
            if depth == len(lists):
                lists.append((bodies[-1] if bodies else lists[-1]).child("L"))
            if depth >= len(counts):
                counts += [0] * (depth + 1 - len(counts))
            counts[depth] += 1
            entry = lists[depth].child("LI")
            label = self.words.label(
                self._list_label(block, depth, counts[depth]), block.role, entry.child("Lbl")
            )
            body = entry.child("LBody")
            bodies[depth:] = [body]
            self._paragraph(item.content, block.role, body, label=label, hang=hang, depth=depth)

    def _list_hang(self, block: ListBlock) -> float:
        hang = self._hang(block.role, _BULLET_HANG if block.start is None else _NUMBER_HANG)
        if block.start is None:
            return hang
        widest = self.words.label(f"{block.start + len(block.items)}.", block.role, None)
        return max(hang, widest[0].width + _LABEL_GAP * float(self._style.text[block.role].size))

    def _list_label(self, block: ListBlock, depth: int, count: int) -> str:
        if block.start is not None and depth == 0:
            return f"{block.start + count - 1}."
        if block.start is not None:
            return f"{count}."
        return self._style.bullets[min(depth, len(self._style.bullets) - 1)]

    def _table(self, block: TableBlock) -> None:
        element = self._parent.child("Table")
        if block.caption:
            self._paragraph(block.caption, "caption", element.child("Caption"), keep_with_next=True)
        room = Room(max(float(self._style.text["caption"].indent), self._room.left), self._room.right)
        rows = TableMaker(self._style, self.words, self.used).rows(
            block, element, room.left, room.right, self._frame
        )
        space = float(self._style.text["body"].leading) / 3
        self._push(rows, space, 2 * space)

    def _figure(self, block: FigureBlock) -> None:
        caption = self._style.text["caption"]
        picture = raster(block.image)
        element = self._parent.child("Figure", alternative=block.alternative)
        if picture is None:
            self.notices.append(_unreadable(block))
        else:
            left = max(float(caption.indent), self._room.left)
            width, height = (
                pixels * 72 / _PIXELS_PER_INCH for pixels in (picture.width_px, picture.height_px)
            )
            room = float(self._page.text_height) - (3 * float(caption.leading) if block.caption else 0.0)
            scale = min(1.0, (self._room.right - left) / width, room / height)
            mark = Picture(left, 0.0, width * scale, height * scale, picture, element)
            space = float(self._style.text["body"].leading) / 2
            self._push(
                [Row(height * scale, pictures=[mark])], space, space, keep_with_next=bool(block.caption)
            )
        if block.caption:
            self._paragraph(block.caption, "caption", element.child("Caption"))

    def _box(self, block: BoxBlock) -> None:
        box = self._style.box
        if box is None:
            self.add(block.blocks)
            return
        room, frame, first = self._room, self._frame, len(self.rows)
        left, width = float(box.indent), float(self._page.text_width - box.indent)
        self._frame = Frame(
            left,
            width,
            box.fill,
            box.rule.width,
            box.rule.color,
            float(box.padding) if box.fill else 0.0,
            outer=frame,
        )
        has_edge = box.fill is not None or box.rule.width > 0
        self._room = Room(
            left + box.rule.width + (box.padding if has_edge else 0.0),
            room.right - (box.padding if box.fill else 0.0),
        )
        self.add(block.blocks)
        if len(self.rows) > first and self._frame.padding:
            self._after = max(self._after, float(box.padding))
        self._room, self._frame = room, frame

    def _method(self, block: MethodBlock) -> None:
        heading = self._style.text[_HEADINGS[block.heading.level]]
        self._rule(self._style.method_rule, 1.5 * float(heading.leading), float(heading.space_after))
        if self._style.method_rule.width > 0:
            self._lines_to_keep = 1
        self._heading(block.heading)
        self.add(block.paragraphs)

    def _end_notes(self, block: NotesBlock) -> None:
        self._heading(block.heading)
        hang = self._hang("reference", _NUMBER_HANG)
        for note in block.notes:
            element = self._parent.child("Note", identifier=f"note-{note.number}")
            label_element = element.child("Lbl")
            link = None
            if self._notes.met(note.number):
                linked = label_element.child("Link")
                link, label_element = (
                    Link(f"#reference-{note.number}", linked, str(note.number), underlined=False),
                    linked,
                )
            label = self.words.label(f"{note.number}.", "reference", label_element, link)
            self._paragraph(
                note.content,
                "reference",
                element.child("P"),
                label=label,
                hang=hang,
                anchor=f"note-{note.number}",
            )


def _note_texts(blocks: Sequence[Block]) -> dict[int, str]:
    return {
        note.number: _plain(note.content)
        for block in blocks
        if isinstance(block, NotesBlock)
        for note in block.notes
    }


def _unreadable(block: FigureBlock) -> Notice:
    name = block.alternative or _plain(block.caption) or "without a description"
    return Notice(
        "picture-unreadable",
        f"the picture {name!r} cannot be read and is left out; save it anew as PNG or JPEG",
    )


def _plain(content: Sequence[Inline]) -> str:
    return "".join(inline.text for inline in content if isinstance(inline, Text))
