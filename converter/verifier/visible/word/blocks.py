"""The paragraphs and tables of the parts of a Word file, in the order in which they are read."""

from collections.abc import Iterator
from typing import NamedTuple

from converter.notices import Notice
from converter.ooxml.xml import Element, child, integer, local, within
from converter.verifier.visible.shown import Place, Shown
from converter.verifier.visible.texts import as_read, smuggled
from converter.verifier.visible.word import graphics, hiding
from converter.verifier.visible.word.runs import Content, Runs, words
from converter.verifier.word.document import Document
from converter.verifier.word.sections import Section
from converter.verifier.word.story import Cell, Paragraph, Story, cells_of
from converter.verifier.word.styles import told_attribute

_WRAPPERS = frozenset(
    {
        "AlternateContent",
        "Choice",
        "Fallback",
        "customXml",
        "ins",
        "moveTo",
        "sdt",
        "sdtContent",
        "smartTag",
    }
)
_REMOVED = frozenset({"del", "moveFrom"})
_DEEPEST_HEADING = 6
_BODY_LEVEL = 9


class Around(NamedTuple):
    """What is around a block.

    Attributes:
        story: it is part of.
        place: of it, as in `Shown`.
        role: of all it holds; empty: each has its own.
        cells: around it, the outermost first.
        section: it hangs on; `None`: its own.
        ground: of the text box around it, as in `hiding`.
        references: numbers of the note that it is.
    """

    story: Story
    place: Place
    role: str = ""
    cells: tuple[Cell, ...] = ()
    section: Section | None = None
    ground: object = None
    references: tuple[int, ...] = ()

    def hidden(self) -> "Around":
        """Return the same for what is not seen."""
        return self._replace(place="hidden")


class Blocks:
    """Reads stories one after the other.

    Attributes:
        shown: what was found.
        notices: what could not be read.
        notes: the notes that are referred to, in order, as kind and id.
        comments: ids of the comments that something refers to.
        objects: parts with words of their own, in the order in which they stand.
    """

    def __init__(self, document: Document, hidden: hiding.Hiding) -> None:
        """Take the document, and what tells which of it is not seen."""
        self._document = document
        self._hiding = hidden
        self._read: set[Element] = set()
        self._runs = Runs(document.formatting, hidden, self._read)
        self._lines: dict[Element, int] = {}
        self.shown: list[Shown] = []
        self.notices: list[Notice] = []
        self.notes: list[tuple[str, str]] = []
        self.comments: set[str] = set()
        self._starts: dict[str, int] = {}

    @property
    def struck(self) -> bool:
        """Whether words that are seen are struck through."""
        return self._runs.struck

    def start(self, kind: str, number: int) -> None:
        """Let the notes of `kind` (`footnotes`, `endnotes`) be numbered from `number`."""
        self._starts[kind] = number

    def read(self, root: Element, around: Around) -> None:
        """Read the blocks in `root`, and what stands there but is not shown."""
        self._blocks(root, around)
        self._runs.fields.open.clear()
        self._leftovers(root)

    def number(self, kind: str, index: int) -> int:
        """Return the number of the note of `kind` that is referred to as the one `index`, from 0."""
        return self._starts.get(kind, 1) + index

    # ------------------------------------------------------------------------------------------ blocks

    def _blocks(self, parent: Element, around: Around) -> None:
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, around)
            elif name == "tbl":
                self._table(element, around)
            elif name in _WRAPPERS:
                self._blocks(element, around)
            elif name in _REMOVED:
                self._blocks(element, around.hidden())
            elif name == "altChunk":
                self._chunk(element, around)

    def _table(self, table: Element, around: Around) -> None:
        for cell in cells_of(table):
            row = next(cell.element.iterancestors("{*}tr"))
            inner = around._replace(cells=(*around.cells, cell))
            self._blocks(cell.element, inner.hidden() if hiding.is_deleted_row(row) else inner)

    def _paragraph(self, element: Element, around: Around) -> None:
        line = self._lines[element] = len(self._lines) + 1
        paragraph = Paragraph(element, around.story.part, line, around.cells)
        section = around.section or self._hiding.section(element)
        seen = around.place != "hidden" and not self._hiding.of_paragraph(paragraph, section)
        in_contents = self._runs.fields.in_contents
        content = self._runs.content(paragraph, around.ground, seen=seen)
        in_contents = in_contents or self._runs.fields.in_contents
        references = around.references + tuple(self._references(content))
        role = around.role or self._role(paragraph)
        text = "".join(content.seen)
        if in_contents:
            text = without_page(text)
        self._add(text, line, around.place, role, references)
        for pieces in content.unseen:
            self._add("".join(pieces), line, "hidden", role)
        self.comments.update(content.comments)
        inner = around._replace(role="", section=section, references=())
        for graphic, is_seen in content.graphics:
            self._graphic(graphic, inner, line, seen=is_seen and seen)

    def _references(self, content: Content) -> Iterator[int]:
        for reference in content.references:
            if isinstance(reference, int):
                yield reference
                continue
            kind = reference[0]
            number = self.number(kind, sum(1 for other, _ in self.notes if other == kind))
            self.notes.append(reference)
            yield number

    def _graphic(self, graphic: Element, around: Around, line: int, *, seen: bool) -> None:
        section = around.section or self._hiding.section(graphic)
        for one in graphics.said(graphic, self._document, around.story, section, seen=seen):
            self._add(one.text, line, around.place if one.seen else "hidden", one.role)
            if one.role == "object":
                self._unread(one.text)
        if around.story is self._document.body and graphics.lies_over(graphic):
            self.notices.append(
                Notice("shape-over-text", "a drawing lies over the text and may cover some", str(line))
            )
        for box in graphics.boxes(graphic, section, seen=seen):
            inner = around._replace(cells=(), ground=box.ground)
            self._blocks(box.content, inner if box.seen else inner.hidden())

    def _chunk(self, element: Element, around: Around) -> None:
        """Take a file of another format that Word puts in when it opens this one (17.17.2)."""
        link = self._document.links(around.story).get(next(iter(map(str, element.values())), ""))
        name = link.target.rpartition("/")[2] if link else "altChunk"
        self._add(name, len(self._lines) or 1, around.place, "object")
        self._unread(name)

    def _unread(self, name: str) -> None:
        self.notices.append(
            Notice("object-unread", f"{name} is shown in this report, but what it says cannot be checked")
        )

    # --------------------------------------------------------------------------------------- what is seen

    def _add(self, raw: str, line: int, place: Place, role: str, references: tuple[int, ...] = ()) -> None:
        text = as_read(raw)
        if text or references:
            self.shown.append(Shown(text, None, line, place, role, references))
        secret = smuggled(raw)
        if secret:
            self.shown.append(Shown(as_read(secret), None, line, "hidden", role))

    def _role(self, paragraph: Paragraph) -> str:
        layers = self._document.formatting.paragraph_layers(paragraph)
        level = integer(told_attribute(layers, "outlineLvl", "val"))
        if level is not None and 0 <= level < _BODY_LEVEL:
            return f"heading{min(level + 1, _DEEPEST_HEADING)}"
        if hiding.is_item(layers):
            return "item"
        if any("caption" in name for name in self._document.styles.names(paragraph.style)):
            return "caption"
        return "cell" if paragraph.cells else "paragraph"

    # ------------------------------------------------------------------------------------- what is not seen

    def _leftovers(self, root: Element) -> None:
        """Take the words that were not come by: Word does not show them, whatever holds them."""
        line = 1
        for element in within(root, "p", "t", "delText", "AlternateContent"):
            name = local(element)
            if name == "p":
                line = self._lines.get(element, line)
            elif name == "AlternateContent":
                self._alternatives(element, line)
            elif element not in self._read:
                self._read.add(element)
                self._add(element.text or "", line, "hidden", "")

    def _alternatives(self, holder: Element, line: int) -> None:
        """Take the words of the alternatives that are not shown, but for those that say the same."""
        shown = as_read(words(holder))
        for other in self._document.package.left_out.get(holder, ()):
            text = words(other)
            if as_read(text) != shown:
                self._add(text, line, "hidden", "")


def without_page(text: str) -> str:
    """Return an entry of the contents without the number of its page, which stands behind a tab."""
    head, tab, tail = text.rpartition("\t")
    return head if tab and tail.strip().isalnum() else text


def note_number(properties: Element | None) -> int:
    """Return the number of the first note as `w:footnotePr` or `w:endnotePr` say."""
    found = child(properties, "numStart")
    return 1 if found is None else integer(next(iter(map(str, found.values())), "")) or 1
