"""Blocks, one after the other → the canonical text and an `Article` of spans."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from converter.links import safe_link
from converter.model.article import (
    Article,
    Block,
    Code,
    Figure,
    Footnote,
    Heading,
    Image,
    ItemList,
    ListItem,
    Mark,
    Origin,
    Paragraph,
    Quote,
    Source,
    Span,
    Table,
)
from converter.notices import Notice
from converter.readers.growing import GrowingText
from converter.readers.inline import Content, set_line
from converter.text import clean_text

Separator = Literal["\n\n", "\n", "\t"]

_MOST_FILLED, _FILLED_PER_CELL = 1_000, 20
"""Cells that a table may have: so many, and so many more for each cell that is given. A row of 100,000 cells
above as many rows of one would have ten thousand million."""


class Item(NamedTuple):
    """An item of a list, as a reader hands it in; see `ListItem`."""

    content: Content
    depth: int = 0
    number: int | None = None


class ArticleBuilder:
    """Takes the blocks of a document in reading order; blocks without a word are left out.

    Whatever a reader hands in is cleaned here (`converter.text.clean_text`), white space is collapsed except
    in code, and links that no report may carry lose their address; one notice each says how much that was.
    """

    def __init__(self, source: Source) -> None:
        """Begin with nothing."""
        self.blocks: list[Block] = []
        self.notices: list[Notice] = []
        self._source = source
        self._text = GrowingText()
        self._marks: list[Mark] = []
        self._removed: Counter[str] = Counter()
        self._refused_links = 0
        self._wordless_figures = 0
        self._title: Span | None = None

    def title(self, content: Content) -> None:
        """Begin the text with the title; it must come before the first block."""
        if self._text.length:
            raise ValueError("the title stands at the head of the text")
        self._title = self._add(content)

    def heading(self, content: Content, level: int, origin: Origin | None = None) -> None:
        """Add a heading; `level` counts from 1, below the title, and stays within 6."""
        if span := self._add(content):
            self.blocks.append(Heading(span, min(max(level, 1), 6), origin))

    def paragraph(self, content: Content, origin: Origin | None = None) -> None:
        """Add running prose."""
        if span := self._add(content):
            self.blocks.append(Paragraph(span, origin))

    def item_list(self, items: Iterable[Item], origin: Origin | None = None) -> None:
        """Add a list."""
        added: list[ListItem] = []
        for content, depth, number in items:
            if span := self._add(content, "\n" if added else "\n\n"):
                added.append(ListItem(span, depth, number))
        if added:
            self.blocks.append(ItemList(_around([item.span for item in added]), tuple(added), origin))

    def quote(self, paragraphs: Iterable[Content], origin: Origin | None = None) -> None:
        """Add a block quotation."""
        spans = [span for content in paragraphs if (span := self._add(content))]
        if spans:
            self.blocks.append(Quote(_around(spans), tuple(spans), origin))

    def code(self, text: str, origin: Origin | None = None) -> None:
        """Add preformatted text; its line ends and spaces stay, empty lines at its ends do not."""
        cleaned = clean_text(text)
        self._removed.update(dict(cleaned.removed))
        lines = [line.rstrip(" \t") for line in cleaned.text.split("\n")]
        if any(lines):
            self.blocks.append(Code(self._put("\n".join(lines).strip("\n"), "\n\n"), origin))

    def table(
        self,
        rows: Iterable[Sequence[Content]],
        *,
        header_rows: int = 1,
        caption: Content = "",
        origin: Origin | None = None,
    ) -> None:
        """Add a table; short rows are filled up with empty cells, and rows without a word left out.

        Where that would make far more cells than there are, another table begins.
        """
        table: list[list[Span | None]] = []
        columns = given = 0
        for number, row in enumerate(rows, 1):
            columns, given = max(columns, len(row)), given + len(row)
            if table and columns * (len(table) + 1) > _MOST_FILLED + _FILLED_PER_CELL * given:
                self._add_table(table, header_rows, None, origin)
                table, header_rows, columns, given = [], 0, len(row), len(row)
            if any(cells := self._cells(row, "\n" if table else "\n\n")):
                table.append(cells)
            elif number <= header_rows:
                header_rows -= 1
        if not table:
            self.paragraph(caption, origin)
            return
        self._add_table(table, header_rows, self._add(caption, "\n"), origin)

    def figure(
        self,
        image: Image | None,
        *,
        alternative: str = "",
        caption: Content = "",
        name: str = "",
        origin: Origin | None = None,
    ) -> None:
        """Add a picture; where it has neither caption nor alternative text, its `name` stands in the text."""
        alternative = set_line(alternative).text
        told = self._add(caption)
        if span := told or self._add(alternative) or self._add(name):
            self.blocks.append(Figure(span, image, alternative, told, origin))
        else:
            self._wordless_figures += 1

    def footnote(self, label: str, content: Content, origin: Origin | None = None) -> None:
        """Add a note of the source."""
        if span := self._add(content):
            self.blocks.append(Footnote(span, label, origin))

    def removed(self, counts: Mapping[str, int]) -> None:
        """Count characters that a reader's own cleaning removed, by category."""
        self._removed.update(counts)

    def notice(self, code: str, text: str) -> None:
        """Add what the user should know, about the document as a whole."""
        self.notices.append(Notice(code, text, self._source.name))

    def build(self, *, byline: str = "", date: str = "", language: str = "", publisher: str = "") -> Article:
        """Return the article; `date` is ISO 8601 and `language` a BCP 47 tag, or empty."""
        if self._removed:
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self._removed.items()))
            self.notice("characters-removed", f"characters that no report can carry were removed: {kinds}")
        if self._refused_links:
            what = f"links to no address of the web were left out, their words stay: {self._refused_links}"
            self.notice("links-left-out", what)
        if self._wordless_figures:
            what = f"pictures that have neither words nor a name were left out: {self._wordless_figures}"
            self.notice("images-left-out", what)
        return Article(
            source=self._source,
            text=self._text.whole(),
            title=self._title,
            blocks=tuple(self.blocks),
            marks=tuple(self._marks),
            byline=set_line(byline).text,
            date=date,
            language=language,
            notices=tuple(self.notices),
            publisher=set_line(publisher).text,
        )

    def _add_table(
        self, table: list[list[Span | None]], header_rows: int, caption: Span | None, origin: Origin | None
    ) -> None:
        columns = max(map(len, table))
        whole = _around([span for cells in table for span in cells if span] + ([caption] if caption else []))
        filled = tuple((*cells, *[None] * (columns - len(cells))) for cells in table)
        self.blocks.append(Table(whole, filled, min(max(header_rows, 0), len(table)), caption, origin))

    def _cells(self, row: Sequence[Content], separator: Separator) -> list[Span | None]:
        cells: list[Span | None] = []
        for content in row:
            cells.append(self._add(content, "\t" if any(cells) else separator))
        return cells

    def _add(self, content: Content, separator: Separator = "\n\n") -> Span | None:
        """Put content behind what there is; `None` when it has no characters."""
        line = set_line(content)
        self._removed.update(line.removed)
        if not line.text:
            return None
        span = self._put(line.text, separator)
        self._marks.extend(mark for mark in (self._placed(mark, span.start) for mark in line.marks) if mark)
        return span

    def _put(self, text: str, separator: Separator) -> Span:
        if self._text.length:
            self._text.add(separator)
        start = self._text.length
        self._text.add(text)
        return Span(start, self._text.length)

    def _placed(self, mark: Mark, start: int) -> Mark | None:
        """Return `mark` with offsets in the whole text, or `None` for a link that no report may carry."""
        target = mark.target
        if mark.kind == "link":
            allowed = safe_link(target)
            # An anchor of the source is none of ours.
            if allowed is None or allowed.startswith("#"):
                self._refused_links += 1
                return None
            target = allowed
        return Mark(Span(mark.span.start + start, mark.span.end + start), mark.kind, target)


def _around(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
