"""Blocks into rows: each kind of block of a document, with its spaces, its structure and its destinations."""

from collections.abc import Sequence
from typing import assert_never

from converter.model.document import (
    Block,
    BoxBlock,
    ContentsBlock,
    EndNote,
    FigureBlock,
    HeadingBlock,
    ListBlock,
    MethodBlock,
    NotesBlock,
    TableBlock,
    TextBlock,
    TitleBlock,
)
from converter.notices import Notice
from converter.writers.pdf.contents import OpenEntry, add_contents
from converter.writers.pdf.images import read_raster
from converter.writers.pdf.lists import NUMBER_HANG, add_list
from converter.writers.pdf.marks import Frame, Link, Picture, Row
from converter.writers.pdf.stack import Label, Room, Stack
from converter.writers.pdf.table import add_table
from converter.writers.pdf.titles import HEADINGS, add_heading, add_title, plain

_PIXELS_PER_INCH = 120
_LINES_OF_CAPTION = 3


class Blocks:
    """Lays out blocks one after the other.

    Attributes:
        stack: what has been laid out.
        band_height: how far down from the paper's upper edge a band of colour reaches behind the title block.
        entries: of the contents, which lack their numbers.
    """

    def __init__(self, stack: Stack) -> None:
        """Begin behind what `stack` holds."""
        self.stack = stack
        self.band_height = 0.0
        self.entries: list[OpenEntry] = []

    def add(self, blocks: Sequence[Block]) -> None:
        """Lay out `blocks` behind what is there."""
        for block in blocks:
            self._add(block)

    def _add(self, block: Block) -> None:  # noqa: C901 - one for each kind
        match block:
            case TitleBlock():
                self.band_height = max(self.band_height, add_title(self.stack, block))
            case HeadingBlock():
                add_heading(self.stack, block)
            case TextBlock():
                _add_text(self.stack, block)
            case ListBlock():
                add_list(self.stack, block)
            case TableBlock():
                add_table(self.stack, block)
            case FigureBlock():
                _add_figure(self.stack, block)
            case BoxBlock():
                self._add_box(block)
            case ContentsBlock():
                self.entries += add_contents(self.stack, block)
            case MethodBlock():
                self._add_method(block)
            case NotesBlock():
                _add_notes(self.stack, block)
            case _:
                assert_never(block)

    def _add_box(self, block: BoxBlock) -> None:
        """Add blocks inside the frame that the style draws around them."""
        stack, box = self.stack, self.stack.style.box
        if box is None:
            self.add(block.blocks)
            return
        outer, first = stack.room, len(stack.rows)
        padding = float(box.padding)
        inset = box.rule.width + (padding if box.fill or box.rule.width else 0.0)
        left, right = float(box.indent), outer.right
        above = padding if box.fill else 0.0
        frame = Frame(left, right - left, box.fill, box.rule.width, box.rule.color, above, outer=outer.frame)
        stack.room = Room(left + inset, right - above, frame)
        self.add(block.blocks)
        stack.room = outer
        if len(stack.rows) > first:
            stack.add_space(above)

    def _add_method(self, block: MethodBlock) -> None:
        """Add source and method below a hairline."""
        heading = self.stack.style.text[HEADINGS[block.heading.level]]
        rule, leading = self.stack.style.method_rule, float(heading.leading)
        self.stack.add_rule(rule, 1.5 * leading, float(heading.space_after), keep_with_next=True)
        add_heading(self.stack, block.heading)
        self.add(block.paragraphs)


def _add_text(stack: Stack, block: TextBlock) -> None:
    """Add a paragraph, with its number where it has one."""
    parent = stack.parent.child("BlockQuote") if block.role == "quote" else stack.parent
    element = parent.child("P")
    label = None
    if block.number is not None:
        words = stack.words.label(f"{block.number}.", block.role, element.child("Lbl"))
        label = Label(words, stack.hang(block.role, NUMBER_HANG))
    inner = element.child("Code") if block.role == "code" else element
    stack.paragraph(stack.words.words(block.content, block.role, inner), block.role, label=label)


def _add_figure(stack: Stack, block: FigureBlock) -> None:
    """Add a picture, scaled down where it must be, and its caption below it."""
    caption, page = stack.style.text["caption"], stack.style.page
    element = stack.parent.child("Figure", alternative=block.alternative)
    raster = read_raster(block.image.data)
    if raster is None:
        stack.notices.append(_unreadable(block))
    else:
        left = max(float(caption.indent), stack.room.left)
        width, height = (pixels * 72 / _PIXELS_PER_INCH for pixels in (raster.width_px, raster.height_px))
        room = float(page.text_height) - (
            _LINES_OF_CAPTION * float(caption.leading) if block.caption else 0.0
        )
        scale = min(1.0, (stack.room.right - left) / width, room / height)
        picture = Picture(left, 0.0, width * scale, height * scale, raster, element)
        space = float(stack.style.text["body"].leading) / 2
        stack.push(
            [Row(height * scale, pictures=(picture,))], space, space, keep_with_next=bool(block.caption)
        )
    if block.caption:
        words = stack.words.words(block.caption, "caption", element.child("Caption"))
        stack.paragraph(words, "caption")
        stack.let_go()
        stack.add_space(float(stack.style.text["body"].leading) / 2)


def _unreadable(block: FigureBlock) -> Notice:
    name = block.alternative or plain(block.caption) or "without a description"
    return Notice(
        "picture-unreadable",
        f"the picture {name!r} cannot be read and is left out; save it anew as PNG or JPEG",
    )


def _add_notes(stack: Stack, block: NotesBlock) -> None:
    add_heading(stack, block.heading)
    for note in block.notes:
        _add_note(stack, note)


def _add_note(stack: Stack, note: EndNote) -> None:
    """Add an end-note; its number leads back to where it was first referred to."""
    element = stack.parent.child("Note", identifier=f"note-{note.number}")
    label_element, link = element.child("Lbl"), None
    if stack.notes.met(note.number):
        label_element = label_element.child("Link")
        link = Link(f"#reference-{note.number}", label_element, str(note.number), underlined=False)
    label = Label(
        stack.words.label(f"{note.number}.", "reference", label_element, link),
        stack.hang("reference", NUMBER_HANG),
    )
    words = stack.words.words(note.content, "reference", element.child("P"))
    rows = stack.paragraph(words, "reference", label=label)
    if rows:
        rows[0].anchors += (f"note-{note.number}",)
