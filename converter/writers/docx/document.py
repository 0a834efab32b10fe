"""The main document: blocks become paragraphs and tables, in one pass (ECMA-376 17.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from converter.model.document import (
    Block,
    BoxBlock,
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
from converter.model.style import Length, TextRole
from converter.writers.docx.box import set_apart
from converter.writers.docx.drawing import Drawing, Media
from converter.writers.docx.formatting import rules, spacing
from converter.writers.docx.look import Look
from converter.writers.docx.numbering import LEVELS, Kind, Numbering, list_left, list_style, number_properties
from converter.writers.docx.paragraph import Paragraph
from converter.writers.docx.runs import Runs, bookmarked
from converter.writers.docx.styles import FIGURE_STYLE, ROLE_STYLES
from converter.writers.docx.tables import table_xml

_HEADINGS: Sequence[TextRole] = ("title", "heading1", "heading2", "heading3")
_KEEP_NEXT = {"keepNext": "<w:keepNext/>"}
# Pictures come without a size; 96 pixels to the inch is what browsers and Word assume.
_POINTS_PER_PIXEL = 0.75

Element = Paragraph | str
"""A paragraph, or mark-up that is complete: a table."""


@dataclass(slots=True)
class Body:
    """Writes the blocks of one document.

    Attributes:
        look: the style.
        runs: writes the words.
        numbering: of the document.
        media: of the document.
    """

    look: Look
    runs: Runs
    numbering: Numbering
    media: Media
    _bookmarks: int = 0

    def xml(self, blocks: Iterable[Block]) -> str:
        """Return the mark-up of `blocks`."""
        elements = self._elements(blocks)
        self._part_tables(elements)
        return "".join([element if isinstance(element, str) else element.xml() for element in elements])

    def _elements(self, blocks: Iterable[Block]) -> list[Element]:
        return [element for block in blocks for element in self._block(block)]

    def _block(self, block: Block) -> list[Element]:
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
                return set_apart(self._elements(block.blocks), self.look)
            case TitleBlock():
                return self._title(block)
            case MethodBlock():
                return self._method(block)
            case NotesBlock():
                return [self._heading(block.heading)]

    def _paragraph(self, role: TextRole, content: Iterable[Inline], **properties: str) -> Paragraph:
        left = self.look.text(role).indent
        return Paragraph(role, ROLE_STYLES[role].id, self.runs.xml(content), properties, left)

    def _text(self, block: TextBlock) -> Paragraph:
        paragraph = self._paragraph(block.role, block.content)
        if block.number is not None:
            paragraph.properties["numPr"] = number_properties(self.numbering.paragraph(block.number))
        return paragraph

    def _heading(self, block: HeadingBlock) -> Paragraph:
        paragraph = self._paragraph(_HEADINGS[block.level], block.content)
        paragraph.content = self._bookmarked(paragraph.content, block.anchor)
        return paragraph

    def _bookmarked(self, xml: str, anchor: str) -> str:
        self._bookmarks += 1
        return bookmarked(xml, self.runs.bookmarks[anchor], self._bookmarks)

    def _list(self, block: ListBlock) -> list[Element]:
        """Return one paragraph for each item; a numbered list counts anew."""
        kind: Kind = "bullet" if block.start is None else "number"
        number = None if block.start is None else self.numbering.start_list(block.role, block.start)
        paragraphs: list[Element] = []
        for item in block.items:
            paragraph = Paragraph(
                block.role,
                list_style(block.role, kind, item.depth),
                self.runs.xml(item.content),
                left=list_left(self.look, block.role, kind, item.depth),
                hang=self.look.hang(block.role, kind),
            )
            if number is not None:
                paragraph.properties["numPr"] = number_properties(number, min(item.depth, LEVELS - 1))
            paragraphs.append(paragraph)
        return paragraphs

    def _table(self, block: TableBlock) -> list[Element]:
        table = table_xml(block, self.look, self.runs, self.look.text("body").indent)
        return [self._paragraph("caption", block.caption, **_KEEP_NEXT), table] if block.caption else [table]

    def _figure(self, block: FigureBlock) -> list[Element]:
        """Return the picture at its own size, or as large as the column allows, and its caption."""
        page, image, left = self.look.style.page, block.image, self.look.text("caption").indent
        width, height = image.width_px * _POINTS_PER_PIXEL, image.height_px * _POINTS_PER_PIXEL
        scale = min(1, (page.text_width - left) / width, page.text_height * 0.75 / height)
        drawing = Drawing(
            self.media.add(self.runs.relationships, image.data, image.media_type),
            self.media.number(),
            Length(width * scale),
            Length(height * scale),
            block.alternative,
        )
        keep = _KEEP_NEXT if block.caption else {}
        picture = Paragraph("caption", FIGURE_STYLE, drawing.inline_xml(), dict(keep), left)
        return [picture, self._paragraph("caption", block.caption)] if block.caption else [picture]

    def _title(self, block: TitleBlock) -> list[Element]:
        """Return the title block; without facts its rules stand about the last line."""
        style = self.look.style
        title = self._paragraph("title" if block.level == 0 else "heading2", block.title)
        title.content = self._bookmarked(title.content, block.anchor)
        paragraphs = [title]
        if block.label:
            paragraphs.insert(0, self._paragraph("label", (Text(block.label),), **_KEEP_NEXT))
        if block.subtitle:
            paragraphs.append(self._paragraph("subtitle", block.subtitle))
        if block.facts:
            facts = style.separator.join(fact.text for fact in block.facts)
            paragraphs.append(self._paragraph("facts", (Text(facts),)))
            for paragraph in paragraphs[:-1]:
                paragraph.properties.update(_KEEP_NEXT)
        else:
            paragraphs[-1].properties.update(rules(self.look, below=style.title_rule_below))
        return list(paragraphs)

    def _method(self, block: MethodBlock) -> list[Element]:
        heading = self._heading(block.heading)
        heading.properties.update(rules(self.look, above=self.look.style.method_rule))
        return [heading, *map(self._text, block.paragraphs)]

    def _part_tables(self, elements: list[Element]) -> None:
        """Give the paragraph behind a table its distance from it, and a table that ends the text or meets another a paragraph."""
        for index in range(len(elements) - 1, -1, -1):
            if not isinstance(elements[index], str):
                continue
            following = elements[index + 1] if index + 1 < len(elements) else None
            if isinstance(following, Paragraph):
                space = max(self.look.text(following.role).space_before, self.look.text("body").leading)
                following.properties["spacing"] = spacing(self.look, following.role, before=Length(space))
            else:
                elements.insert(index + 1, Paragraph("table-cell", ROLE_STYLES["table-cell"].id, ""))
