"""Paragraphs and tables in the order in which they stand, wherever they are wrapped (ECMA-376 17.2)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from converter.ooxml.package import Relationship
from converter.ooxml.xml import Element, attribute, child, local, value, whole_number
from converter.readers.docx.blocks import has_words
from converter.readers.docx.drawings import Diagram, Drawn, Embedded, Picture, TextBox, WordArt
from converter.readers.docx.fields import Fields
from converter.readers.docx.leftovers import Leftover
from converter.readers.docx.numbering import Numbering
from converter.readers.docx.package import Package, PartUnreadableError
from converter.readers.docx.parts import Drawing, Part, Words
from converter.readers.docx.pictures import Pictures
from converter.readers.docx.runs import Inline, InlineReader
from converter.readers.docx.styles import Style, Styles, outline_level
from converter.readers.docx.tables import read_table
from converter.readers.images import ImageRefusedError
from converter.readers.inline import Run

_WRAPPERS = frozenset({"customXml", "ins", "moveTo", "smartTag", "sdtContent", "Choice", "Fallback"})


class Surroundings(Struct, frozen=True):
    """What the paragraphs of a part refer to.

    Attributes:
        package: of the document.
        pictures: in it.
        relationships: of the part, by their ids.
        styles: of the document.
        numbering: its lists.
        leftovers: takes counts of what is not taken over.
        refused: takes counts of pictures that cannot be had, by the reason.
    """

    package: Package
    pictures: Pictures
    relationships: dict[str, Relationship]
    styles: Styles
    numbering: Numbering
    leftovers: Counter[Leftover]
    refused: Counter[str]


class Body:
    """Reads the blocks of one part.

    Paragraphs are numbered as they come, those in tables and text boxes too; a reader who searches for one
    finds it by its words, and by its number about where it stands.
    """

    def __init__(self, around: Surroundings, inline: InlineReader) -> None:
        """Begin with the first paragraph."""
        self._around = around
        self._inline = inline
        self._number = 0
        self._carried: list[Run] = []

    def read(self, elements: Iterable[Element]) -> Iterator[Part]:
        """Yield what the elements of a whole part hold, block by block."""
        yield from self.blocks(elements)
        if self._carried:
            yield Words("prose", self._carried, self._number)

    def deleted(self, element: Element) -> None:
        """Take note of a row or cell that tracked changes delete."""
        self._around.leftovers["deleted"] += has_words(element)
        self._pass_over(element)

    def covered(self) -> None:
        """Take note of words in a cell that nobody sees, since the one above covers it."""
        self._around.leftovers["covered"] += 1

    def blocks(self, elements: Iterable[Element]) -> Iterator[Part]:
        """Yield what stands in `elements`, such as a cell."""
        for element in elements:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from read_table(element, self._number + 1, self)
            elif name == "sdt":
                yield from self._control(element)
            elif name == "AlternateContent":
                yield from self._alternatives(element)
            elif name in _WRAPPERS:
                yield from self.blocks(element)
            elif name == "altChunk":
                self._around.leftovers["embedded"] += 1

    def _alternatives(self, element: Element) -> Iterator[Part]:
        for choice in element:
            parts = list(self.blocks(choice))
            if parts:
                yield from parts
                return

    def _control(self, control: Element) -> Iterator[Part]:
        properties = child(control, "sdtPr")
        if value(properties, "docPartObj", "docPartGallery") == "Table of Contents":
            self._around.leftovers["contents"] += 1
            self._pass_over(control)
        else:
            yield from self.blocks(control)

    def _pass_over(self, element: Element) -> None:
        """Take nothing out of `element`; its paragraphs count all the same."""
        self._number += sum(1 for _ in element.iter("{*}p"))
        self._inline.pass_over(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Part]:
        self._number += 1
        number = self._number
        properties = child(paragraph, "pPr")
        style_id = value(properties, "pStyle")
        style = self._around.styles.paragraph(style_id)
        inline = self._inline.read(paragraph, style)
        counted = self._count(properties, style_id, style)
        if style.role == "contents":
            self._around.leftovers["contents"] += bool(inline.text.strip())
            return
        if self._carried:
            self._carried += inline.runs
            inline.runs, self._carried = self._carried, []
        if _runs_on(properties):
            self._carried = inline.runs
        elif inline.text.strip():
            yield self._words(inline, properties, style, counted, number)
        for drawing in inline.drawings:
            yield from self._drawn(drawing, number)

    def _count(
        self, properties: Element | None, style_id: str, style: Style
    ) -> tuple[str, int, int | None] | None:
        """Return list, depth and number of an item; `None` for a paragraph in no list."""
        numbering = self._around.numbering
        list_id = value(properties, "numPr", "numId") or style.number_id
        if not numbering.knows(list_id):
            named = style.list_kind == "bullet" and not list_id
            return ("", style.list_depth, None) if named else None
        level = whole_number(value(properties, "numPr", "ilvl"))
        if level is None:
            level = numbering.level(list_id, style_id) or style.number_level or 0
        shown, count = numbering.count(list_id, level)
        return (list_id, max(level, style.list_depth), count) if shown else None

    def _words(
        self,
        inline: Inline,
        properties: Element | None,
        style: Style,
        counted: tuple[str, int, int | None] | None,
        number: int,
    ) -> Words:
        told = outline_level(properties)
        level = style.level if told is None else told
        words = Words("prose", inline.runs, number, size=inline.size, bold=inline.is_bold)
        if style.role == "title":
            words.kind = "title"
        elif level:
            words.kind, words.level = "heading", level
        elif style.role != "prose":
            words.kind = style.role
        elif counted:
            words.kind = "item"
            words.list_id, words.depth, words.count = counted
        return words

    def _drawn(self, drawing: Drawn, number: int) -> Iterator[Part]:
        match drawing:
            case Picture():
                yield from self._picture(drawing, number)
            case TextBox(blocks=blocks):
                yield from self._boxed(blocks)
            case Diagram(relationship=relationship):
                yield from self._diagram(relationship, number)
            case WordArt(text=text):
                yield Words("prose", [Run(text)], number)
            case Embedded():
                self._around.leftovers["embedded"] += 1

    def _boxed(self, blocks: Sequence[Element]) -> Iterator[Part]:
        carried, self._carried = self._carried, []
        fields, self._inline.fields = self._inline.fields, Fields()
        yield from self.blocks(blocks)
        self._carried, self._inline.fields = carried, fields

    def _picture(self, picture: Picture, number: int) -> Iterator[Part]:
        link = self._around.relationships.get(picture.relationship)
        image = None
        try:
            image = self._around.pictures.find(link)
        except ImageRefusedError as refusal:
            self._around.refused[str(refusal)] += 1
        yield Drawing(image, picture.alternative, number)

    def _diagram(self, relationship: str, number: int) -> Iterator[Part]:
        """Yield the words of a diagram as items of a list, in the order of its data model."""
        link = self._around.relationships.get(relationship)
        try:
            root = self._around.package.tree(link.target if link else "")
        except PartUnreadableError:
            self._around.leftovers["unreadable"] += 1
            return
        for point in root.iter("{*}pt"):
            text = " ".join("".join(t.text or "" for t in p.iter("{*}t")) for p in point.iter("{*}p"))
            if text.strip():
                yield Words("item", [Run(text)], number, list_id=relationship)


def _runs_on(properties: Element | None) -> bool:
    """Say whether the paragraph goes on in the next: its mark was deleted, or it is a dropped capital."""
    frame = child(properties, "framePr")
    dropped = frame is not None and attribute(frame, "dropCap") in {"drop", "margin"}
    return dropped or child(properties, "rPr", "del") is not None
