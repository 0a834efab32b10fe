"""The blocks of a document as HTML, inside the landmarks of a page."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from converter.model.document import (
    Block,
    BoxBlock,
    Cell,
    ContentsBlock,
    ContentsEntry,
    Document,
    EndNote,
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
from converter.writers.html.inlines import Provenance, content, is_foreign
from converter.writers.html.label import label
from converter.writers.html.markup import Markup, element, lines, text

T = TypeVar("T")


class Page:
    """Writes the body of a page."""

    def __init__(self, document: Document, separator: str) -> None:
        """Take the document, and what stands between the facts of its title block."""
        self._document = document
        self._separator = separator
        self._provenance = Provenance(document)

    def body(self, logo: Markup | None = None) -> Markup:
        """Return `body`: header, contents, main and footer.

        The title block is the header, the sections are main, method and references the footer.
        """
        opening, contents, main, closing = [], [], [], []
        for block in self._document.blocks:
            if isinstance(block, TitleBlock) and not block.level:
                opening.append(block)
            elif isinstance(block, ContentsBlock):
                contents.append(block)
            elif isinstance(block, MethodBlock | NotesBlock):
                closing.append(block)
            else:
                main.append(block)
        mark = self._document.mark
        labels = [label(mark)] if mark else []
        parts = [*labels, *([logo] if logo else []), *map(self._title, opening)]
        header = element("header", *parts, class_="title-block")
        return element(
            "body",
            lines(
                header,
                *map(self._block, contents),
                element("main", lines(*(self._section(blocks) for blocks in _sections(main)))),
                element("footer", lines(*map(self._block, closing), *labels)),
            ),
        )

    def _section(self, blocks: Sequence[Block]) -> Markup:
        """Return `blocks` as a section named by its heading, where it begins with one."""
        markup = lines(*map(self._block, blocks))
        first = blocks[0]
        if isinstance(first, HeadingBlock | TitleBlock):
            return element("section", markup, aria_labelledby=first.anchor)
        return markup

    def _block(self, block: Block) -> Markup:  # noqa: C901 - one for each kind
        match block:
            case TitleBlock():
                markup = element("div", self._title(block), class_="title-block")
            case HeadingBlock():
                markup = self._heading(block, block.level + 1)
            case TextBlock():
                markup = self._paragraph(block)
            case ListBlock():
                markup = self._list(block)
            case TableBlock():
                markup = self._table(block)
            case FigureBlock():
                markup = self._figure(block)
            case BoxBlock():
                markup = element("div", lines(*map(self._block, block.blocks)), class_="box")
            case ContentsBlock():
                markup = self._contents(block)
            case MethodBlock():
                markup = self._closing(block.heading, [*map(self._paragraph, block.paragraphs)], "sources")
            case NotesBlock():
                markup = self._notes(block)
        return markup

    def _title(self, block: TitleBlock) -> Markup:
        title, tag = ("heading1", "h2") if block.level else ("title", "h1")
        parts = [element("p", text(block.label), class_="label")] if block.label else []
        parts.append(
            element(tag, self._content(block.title), id=block.anchor, class_=_class(title, block.title))
        )
        if block.subtitle:
            parts.append(element("p", self._content(block.subtitle), class_="subtitle"))
        if block.facts:
            facts = [element("bdi", text(fact.text), data_fact=fact.kind) for fact in block.facts]
            between = text(self._separator)
            parts.append(element("p", Markup(between.join(facts)), class_="facts"))
        return lines(*parts)

    def _heading(self, block: HeadingBlock, level: int) -> Markup:
        """Return a heading: `level` says where it stands in the page, its class how it looks."""
        look = _class(f"heading{block.level}", block.content)
        return element(f"h{level}", self._content(block.content), id=block.anchor, class_=look)

    def _paragraph(self, block: TextBlock) -> Markup:
        words, look = self._content(block.content), _class(block.role, block.content)
        if block.role == "code":
            return element("pre", words, class_=look)
        if block.role == "quote":
            return element("blockquote", element("p", words, class_=look))
        if block.number is None:
            return element("p", words, class_=look)
        number = element("span", text(f"{block.number}."), class_="number")
        return element("p", number, text(" "), words, class_=f"{look} numbered")

    def _list(self, block: ListBlock) -> Markup:
        return lines(*self._lists(block.items, block.role))

    def _lists(self, items: Sequence[Item], role: str) -> Iterator[Markup]:
        """Yield `items` as lists, one for each run of bullets or of numbers."""
        entries = _families(items, [item.depth for item in items])
        for numbered, run in groupby(entries, key=lambda entry: entry[0].number is not None):
            if numbered:
                yield self._numbered(list(run), role)
            else:
                yield element("ul", lines(*(self._entry(entry, role) for entry in run)), class_=role)

    def _numbered(self, entries: Sequence[Sequence[Item]], role: str) -> Markup:
        """Return a numbered list; a number that does not follow the one before it is said."""
        numbers = [entry[0].number or 0 for entry in entries]
        expected = (numbers[0], *(number + 1 for number in numbers))
        parts = (
            self._entry(entry, role, None if number == count else str(number))
            for entry, number, count in zip(entries, numbers, expected, strict=False)
        )
        start = None if numbers[0] == 1 else str(numbers[0])
        return element("ol", lines(*parts), class_=role, start=start)

    def _entry(self, entry: Sequence[Item], role: str, value: str | None = None) -> Markup:
        """Return an item; deeper ones become lists inside it."""
        words = self._content(entry[0].content)
        inner = self._lists(entry[1:], role) if entry[1:] else ()
        direction = "auto" if is_foreign(entry[0].content) else None
        return element("li", words, *inner, dir=direction, value=value)

    def _table(self, table: TableBlock) -> Markup:
        parts = [element("caption", self._content(table.caption), class_="caption")] if table.caption else []
        if table.header_rows:
            rows = table.rows[: table.header_rows]
            parts.append(element("thead", lines(*(self._row(row, "th", "col") for row in rows))))
        if body := table.rows[table.header_rows :]:
            parts.append(element("tbody", lines(*(self._row(row, "td") for row in body))))
        return element("table", lines(*parts))

    def _row(self, cells: Sequence[Cell], tag: str, scope: str | None = None) -> Markup:
        return element(
            "tr",
            *(
                element(
                    tag,
                    self._content(cell.content),
                    scope=scope,
                    class_=_class("end" if cell.align == "end" else "", cell.content),
                )
                for cell in cells
            ),
        )

    def _figure(self, block: FigureBlock) -> Markup:
        image = block.image
        picture = element(
            "img",
            src=data_address(image.media_type, image.data),
            alt=block.alternative,
            width=str(image.width_px),
            height=str(image.height_px),
            **self._provenance.attributes(block.record),
        )
        caption = (
            [element("figcaption", self._content(block.caption), class_="caption")] if block.caption else []
        )
        return element("figure", picture, *caption)

    def _contents(self, block: ContentsBlock) -> Markup:
        parts = self._heading(block.heading, 2), self._entries(block.entries)
        return element("nav", lines(*parts), role="doc-toc", aria_labelledby=block.heading.anchor)

    def _entries(self, entries: Sequence[ContentsEntry]) -> Markup:
        """Return `entries` as a list; those of deeper levels become lists inside it."""
        made = []
        for entry, *inner in _families(entries, [entry.level for entry in entries]):
            look = _class(f"contents{entry.level}", entry.content)
            link = element("a", self._content(entry.content), href=f"#{entry.anchor}", class_=look)
            made.append(element("li", link, *([self._entries(inner)] if inner else [])))
        return element("ol", lines(*made), class_="contents")

    def _closing(
        self, heading: HeadingBlock, parts: Sequence[Markup], name: str, role: str | None = None
    ) -> Markup:
        """Return source and method, or the references: they stand beside the sections of the report."""
        markup = lines(self._heading(heading, 2), *parts)
        return element("section", markup, class_=name, role=role, aria_labelledby=heading.anchor)

    def _notes(self, block: NotesBlock) -> Markup:
        notes = element("ol", lines(*map(self._note, block.notes)))
        return self._closing(block.heading, [notes], "references", "doc-endnotes")

    def _note(self, note: EndNote) -> Markup:
        number = text(f"{note.number}.")
        back = element("a", number, class_="number", href=f"#ref.{note.number}", role="doc-backlink")
        words = self._content(note.content)
        return element("li", back, text(" "), words, id=f"note.{note.number}", class_="reference numbered")

    def _content(self, inlines: Sequence[Inline]) -> Markup:
        return content(inlines, self._provenance)


def _families(members: Sequence[T], depths: Sequence[int]) -> list[Sequence[T]]:
    """Part `members` before each that is no deeper than the first; the deeper ones are inside it."""
    heads = [index for index, depth in enumerate(depths) if depth <= depths[0]]
    return [members[head:end] for head, end in pairwise([*heads, len(members)])]


def _class(look: str, inlines: Sequence[Inline]) -> str | None:
    """Return the classes of a paragraph: how it looks, and whether its words bring their own direction."""
    return " ".join(filter(None, (look, "foreign" if is_foreign(inlines) else ""))) or None


def data_address(media_type: str, data: bytes) -> str:
    """Return an address that holds `data` itself."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Part `blocks` before each heading of level 1 and each article of a digest."""
    sections: list[list[Block]] = []
    for block in blocks:
        if not sections or (isinstance(block, HeadingBlock | TitleBlock) and block.level == 1):
            sections.append([])
        sections[-1].append(block)
    return sections
