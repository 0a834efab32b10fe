"""The main document: blocks become paragraphs and tables, in one pass (ECMA-376 17.2)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from converter.model.document import (
    Block,
    BoxBlock,
    ContentsBlock,
    FigureBlock,
    HeadingBlock,
    Inline,
    Item,
    ListBlock,
    MethodBlock,
    NotesBlock,
    TableBlock,
    TextBlock,
    TitleBlock,
)
from converter.model.style import Length, TextRole
from converter.writers.docx.box import (
    Elements,
    box_left,
    box_right,
    inner_edge,
    set_apart,
    table_place,
    table_space,
)
from converter.writers.docx.contents import entries, marked, parted
from converter.writers.docx.drawing import Drawing, Media
from converter.writers.docx.formatting import (
    NONE,
    indent,
    picture_spacing,
    rule_borders,
    spaced,
    spacing,
)
from converter.writers.docx.lines import LineMarks, lines_of_cells
from converter.writers.docx.look import Look
from converter.writers.docx.numbering import LEVELS, Lists, Numbering, lists_of, number_properties, wide_hang
from converter.writers.docx.paragraph import Paragraph
from converter.writers.docx.runs import Runs, bookmarked
from converter.writers.docx.stylenames import CONTENTS_HEADING, FIGURE_STYLE, ROLE_STYLES
from converter.writers.docx.tables import table_xml
from converter.writers.docx.titleblock import title_paragraphs

_HEADINGS: Sequence[TextRole] = ("title", "heading1", "heading2", "heading3")
_KEEP_NEXT = {"keepNext": "<w:keepNext/>"}
_PIXELS_PER_INCH = 120
_CAPTION_LINES = 3


class Body(Struct):
    """Writes the blocks of one document.

    Attributes:
        look: the style.
        runs: writes the words.
        numbering: of the document.
        media: of the document.
        lines: marks the lines.
        numbers: of bookmarks, one after the other.
    """

    look: Look
    runs: Runs
    numbering: Numbering
    media: Media
    lines: LineMarks
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _boxed: bool = False

    def __post_init__(self) -> None:
        """Let the words of lines be marked."""
        self.runs = replace(self.runs, around=self.lines.around)

    def xml(self, blocks: Iterable[Block]) -> str:
        """Return the mark-up of `blocks`."""
        front, sections, back = parted(tuple(blocks))
        elements = self._elements(front)
        if sections:
            inside = self._elements(sections, front[-1])
            elements += marked(inside, next(self.numbers))
        elements += self._elements(back)
        self._set_off_tables(elements)
        self._set_flush(elements)
        return "".join([element if isinstance(element, str) else element.xml() for element in elements])

    def _elements(self, blocks: Iterable[Block], before: Block | None = None) -> Elements:
        elements: Elements = []
        for block in blocks:
            made = self._block(block)
            if self._begins_page(before, block) and isinstance(made[0], Paragraph):
                made[0].properties["pageBreakBefore"] = "<w:pageBreakBefore/>"
            elements += made
            before = block
        return elements

    def _block(self, block: Block) -> Elements:  # noqa: C901, PLR0911 - one for each kind
        match block:
            case TextBlock():
                return [self._text(block)]
            case HeadingBlock():
                return [self._heading(block)]
            case ListBlock():
                return self._list(block)
            case TableBlock():
                return self._table(block)
            case FigureBlock():
                return self._figure(block)
            case BoxBlock():
                return self._box(block)
            case TitleBlock():
                return self._title(block)
            case ContentsBlock():
                return self._contents(block)
            case MethodBlock():
                return self._method(block)
            case NotesBlock():
                # the notes themselves are a part of their own, which Word shows behind the last paragraph
                return [self._heading(block.heading)]

    def _box(self, block: BoxBlock) -> Elements:
        self._boxed = True
        elements = self._elements(block.blocks)
        self._boxed = False
        return set_apart(elements, self.look)

    def _paragraph(self, role: TextRole, content: Iterable[Inline]) -> Paragraph:
        left = box_left(self.look, role) if role == "lead" else self.look.text(role).indent
        return Paragraph(role, ROLE_STYLES[role].id, self.runs.xml(content), left=left)

    def _text(self, block: TextBlock) -> Paragraph:
        paragraph = self._paragraph(block.role, block.content)
        return paragraph if block.number is None else self._numbered(paragraph, block.number)

    def _numbered(self, paragraph: Paragraph, number: int) -> Paragraph:
        """Number a paragraph through the report; in the box it has a place of its own."""
        hang = self.look.hang(paragraph.role, "number")
        edge = inner_edge(self.look) if paragraph.role == "lead" else NONE
        paragraph.left, paragraph.hang = Length(max(paragraph.left, edge + hang)), hang
        paragraph.properties["numPr"] = number_properties(self.numbering.paragraph(number))
        if paragraph.role == "lead":
            paragraph.properties["ind"] = indent(paragraph.left, self._right(paragraph), -hang)
        self._widen(paragraph, number)
        return paragraph

    def _heading(self, block: HeadingBlock) -> Paragraph:
        return self._anchored(self._paragraph(_HEADINGS[block.level], block.content), block.anchor)

    def _anchored(self, paragraph: Paragraph, anchor: str) -> Paragraph:
        paragraph.content = bookmarked(paragraph.content, self.runs.bookmarks[anchor], next(self.numbers))
        return paragraph

    def anchor_xml(self, anchor: str) -> str:
        """Return a bookmark without words, for blocks whose heading stands elsewhere."""
        return bookmarked("", self.runs.bookmarks[anchor], next(self.numbers))

    def _list(self, block: ListBlock) -> Elements:
        """Return one paragraph for each item; numbers that do not follow one another begin a new count."""
        paragraphs = []
        highest = max(item.number or 0 for item in block.items)
        role = lists_of(block.role, "number").role
        hangs = {"bullet": self.look.hang(role, "bullet"), "number": wide_hang(self.look, role, highest)}
        # for each level: the count that is open, and the number it comes to next
        counts: list[tuple[int, int | None]] = [(0, None)] * LEVELS
        for item in block.items:
            lists = lists_of(block.role, "bullet" if item.number is None else "number")
            level = _level(item)
            paragraph = self._item(item, lists, level, hangs[lists.kind])
            counts[level + 1 :] = [(0, None)] * (LEVELS - level - 1)
            if item.number is None:
                counts[level] = (0, None)
            else:
                number_id, expected = counts[level]
                if item.number != expected:
                    number_id = self.numbering.start_list(lists, level, item.number)
                counts[level] = (number_id, item.number + 1)
                paragraph.properties["numPr"] = number_properties(number_id, level)
            paragraphs.append(paragraph)
        return list(paragraphs)

    def _item(self, item: Item, lists: Lists, level: int, hang: Length) -> Paragraph:
        """Return an item; where the list's numbers need more room than others, it says so itself."""
        left = lists.left(self.look, level, hang)
        made = Paragraph(lists.role, lists.style(level), self.runs.xml(item.content), left=left, hang=hang)
        if hang > lists.hang(self.look):
            made.properties["ind"] = indent(left, self._right(made), -hang)
        return made

    def _widen(self, paragraph: Paragraph, number: int) -> None:
        """Let a number of three digits or more begin further to the left."""
        hang = wide_hang(self.look, paragraph.role, number)
        if hang > paragraph.hang:
            paragraph.hang = hang
            paragraph.properties["ind"] = indent(paragraph.left, self._right(paragraph), -hang)

    def _right(self, paragraph: Paragraph) -> Length:
        return box_right(self.look) if paragraph.role == "lead" else NONE

    def _table(self, block: TableBlock) -> Elements:
        place = table_place(self.look, self.look.text("caption").indent, boxed=self._boxed)
        above: Elements = []
        if block.caption:
            caption = self._paragraph("caption", block.caption)
            caption.properties.update(_KEEP_NEXT)
            above.append(caption)
        # a bookmark holds the table as a whole: in cells, Word has them hold columns (17.13.6.2)
        table = table_xml(block, self.look, replace(self.runs, around=None), place)
        return [*above, self.lines.around([*lines_of_cells(block)], table)]

    def _figure(self, block: FigureBlock) -> Elements:
        """Return the picture, at its own size or as large as column and page allow, and its caption."""
        caption, page, image = self.look.text("caption"), self.look.style.page, block.image
        width, height = (size * 72 / _PIXELS_PER_INCH for size in (image.width_px, image.height_px))
        room = page.text_height - _CAPTION_LINES * caption.leading
        scale = min(1.0, (page.text_width - caption.indent) / width, room / height)
        drawing = Drawing(
            self.media.add(self.runs.relationships, image.data, image.media_type),
            self.media.number(),
            Length(width * scale),
            Length(height * scale),
            block.alternative,
        )
        picture = Paragraph("caption", FIGURE_STYLE.id, self._pictured(block, drawing), left=caption.indent)
        if not block.caption:
            return [picture]
        picture.properties.update(_KEEP_NEXT)
        below = self._paragraph("caption", block.caption)
        after = Length(max(caption.space_after, self.look.text("body").leading / 2))
        below.properties["spacing"] = spacing(self.look, "caption", after=after)
        return [picture, below]

    def _pictured(self, block: FigureBlock, drawing: Drawing) -> str:
        return self.lines.around([] if block.record is None else [block.record], drawing.inline_xml())

    def _title(self, block: TitleBlock) -> Elements:
        return list(title_paragraphs(block, self.look, self.runs, next(self.numbers)))

    def _begins_page(self, before: Block | None, block: Block) -> bool:
        """Tell whether `block` follows a cover page, or opens an article of a digest that has one."""
        if self.look.style.cover.kind != "page" or before is None:
            return False
        follows = isinstance(before, TitleBlock) and before.level == 0
        return follows or (isinstance(block, TitleBlock) and block.level > 0)

    def _contents(self, block: ContentsBlock) -> Elements:
        heading = self._heading(block.heading)
        heading.style = CONTENTS_HEADING.id
        return [heading, *entries(block, self.look, self.runs)]

    def _method(self, block: MethodBlock) -> Elements:
        """Return source and method; its hairline spans the text area wherever the heading stands."""
        heading, text = self._heading(block.heading), self.look.text(_HEADINGS[block.heading.level])
        rule, space = self.look.style.method_rule, max(text.space_before, text.space_after)
        if rule.width:
            heading.properties.update(rule_borders(self.look, above=rule, space_pt=space))
            heading.properties["ind"] = indent(NONE, first_line=text.indent)
            before = Length(1.5 * text.leading)
            heading.properties["spacing"] = spacing(self.look, heading.role, before=before)
        return [heading, *map(self._text, block.paragraphs)]

    def _set_off_tables(self, elements: Elements) -> None:
        """Give what follows a table its distance; Word wants a paragraph between tables and at the end."""
        for index in range(len(elements) - 1, -1, -1):
            if not isinstance(elements[index], str):
                continue
            following = elements[index + 1] if index + 1 < len(elements) else None
            if not isinstance(following, Paragraph):
                following = Paragraph("table-cell", ROLE_STYLES["table-cell"].id, "")
                elements.insert(index + 1, following)
            if not following.set_off:
                following.properties["spacing"] = spaced(
                    self._spacing(following), "before", table_space(self.look)
                )
            if index:
                self._set_off_above(elements[index - 1])

    def _set_off_above(self, before: Paragraph | str) -> None:
        """Give a table the distance that it cannot ask for itself; in a frame, the frame has said it."""
        if isinstance(before, str) or "pBdr" in before.properties:
            return
        own = self._spacing(before)
        wanted = spaced(own, "after", Length(self.look.text("body").leading / 3))
        if wanted != own:
            before.properties["spacing"] = wanted

    def _set_flush(self, elements: Elements) -> None:
        """Let the first of several paragraphs go without a first line's indent, where its style says so."""
        for before, element in pairwise(("", *elements)):
            if not isinstance(element, Paragraph) or element.hang:
                continue
            follows = isinstance(before, Paragraph) and before.role == element.role
            if self.look.text(element.role).flush_opening and not follows:
                element.properties.setdefault("ind", '<w:ind w:firstLine="0"/>')

    def _spacing(self, paragraph: Paragraph) -> str:
        """Return the `w:spacing` that a paragraph has, by itself or by its style."""
        if direct := paragraph.properties.get("spacing"):
            return direct
        if paragraph.style == FIGURE_STYLE.id:
            return picture_spacing(self.look)
        return spacing(self.look, paragraph.role)


def _level(item: Item) -> int:
    """Return the level of Word's lists for `item`; the deepest serves all below it."""
    return min(item.depth, LEVELS - 1)
