"""The tree of a Markdown text → blocks of an article."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from converter.model.article import Origin
from converter.readers.builder import ArticleBuilder, Item
from converter.readers.facts import Facts, dateline_date, read_byline
from converter.readers.growing import let_go
from converter.readers.images import ImageRefusedError, load_image
from converter.readers.inline import Content, Run
from converter.readers.markdown.inline import Inline, Picture
from converter.readers.markdown.markup import is_comment, visible_text
from converter.readers.markdown.spans import SpanReader
from converter.readers.markdown.tree import NO_LINE, WITH_WORDS, Block, all_of

_LISTS = frozenset({"bullet_list", "ordered_list"})
NEAR_HEAD = 3
"""Blocks among which a byline may stand."""

_SPACE = Run(" ")


class BlockWalk:
    """Hands the blocks of a tree to a builder.

    What the model does not nest is put behind one another: a list ends where an item holds more than its
    first paragraph, and goes on with the right number; a heading inside a list or a quotation is none.
    """

    def __init__(
        self, builder: ArticleBuilder, numbers: Sequence[int], folder: Path | None, spans: SpanReader
    ) -> None:
        """Begin.

        Args:
            builder: takes the blocks.
            numbers: of the text's lines, as in the original.
            folder: of its pictures.
            spans: reads what stands within the blocks.
        """
        self._builder = builder
        self._numbers = numbers
        self._folder = folder
        self._spans = spans
        self._notes: list[tuple[str, Content, Origin | None]] = []
        # Items and paragraphs of the list or quotation that is open
        self._items: list[Item] = []
        self._quote: list[Content] = []
        self._origin: Origin | None = None
        self._html: list[int] = []
        self._struck = 0
        self._refused: Counter[str] = Counter()

    def title(self, node: Block) -> None:
        """Make the words of `node`, a heading or a paragraph, the title."""
        inline = self._inline(node)
        self._builder.title(inline.runs)
        self._figures(inline.pictures, node)

    def take_byline(self, nodes: list[Block]) -> Facts:
        """Take out of `nodes` what, near the head, says nothing but who wrote the text, and when."""
        facts = Facts()
        for node in nodes[:NEAR_HEAD]:
            if node.kind == "paragraph":
                inline = self._spans.ahead(node)
                words = inline.words
                if len(nodes) > 1 and not inline.pictures and (told := read_byline(words.strip())):
                    nodes.remove(node)
                    facts |= told
                elif not facts.date:
                    facts |= Facts(date=dateline_date(words))
        return facts

    def blocks(self, nodes: Iterable[tuple[Block, int]]) -> None:
        """Add nodes, each with its level: 1 and more for a heading, 0 for any other block."""
        for node, level in nodes:
            if level:
                inline = self._inline(node)
                self._builder.heading(inline.runs, level, self._origin_of(node))
                self._figures(inline.pictures, node)
            else:
                self._block(node, quoted=False)

    def footnotes(self) -> None:
        """Add all footnotes in the order in which the text refers to them, those without a reference last."""
        for label, inline in let_go(self._spans.notes):
            self._notes.append((label, self._counted(inline, 1).content, None))
        places = {label: place for place, label in enumerate(self._spans.labels)}
        self._notes.sort(key=lambda note: places.get(note[0], len(places)))
        for label, content, origin in let_go(self._notes):
            self._builder.footnote(label, content, origin)

    def tell(self) -> None:
        """Add notices about all that was not taken over as it stood."""
        if self._html:
            what = f"HTML was reduced to its text, first in line {min(self._html)}: {len(self._html)}"
            self._builder.notice("html-reduced", what)
        if self._struck:
            what = f"what the source strikes out stands here as ordinary text: {self._struck}"
            self._builder.notice("strikethrough-lost", what)
        for reason, count in sorted(self._refused.items()):
            self._builder.notice("images-left-out", f"a picture was left out, since {reason}: {count}")

    def _origin_of(self, node: Block) -> Origin:
        return Origin("line", self._line(node))

    def _line(self, node: Block) -> int:
        """Return the number, in the original, of the line at which `node` or what holds it begins."""
        return 1 if node.line == NO_LINE else self._numbers[node.line]

    def _inline(self, node: Block) -> Inline:
        """Return what stands within `node`."""
        return self._counted(self._spans.read(node), self._line(node))

    def _counted(self, inline: Inline, line: int) -> Inline:
        self._html += [line] * inline.html
        self._struck += inline.struck
        return inline

    def _figures(self, pictures: Iterable[Picture], node: Block) -> None:
        """Add the `pictures` of `node`; those that cannot be had stay as their alternative text."""
        for picture in pictures:
            try:
                image = load_image(picture.address, self._folder)
            except ImageRefusedError as refusal:
                image = None
                self._refused[str(refusal)] += 1
            self._flush()
            self._builder.figure(
                image,
                alternative=picture.alternative,
                caption=picture.title,
                name=_file_name(picture.address),
                origin=self._origin_of(node),
            )

    def _block(self, node: Block, *, quoted: bool) -> None:
        match node.kind:
            case "paragraph" | "heading":
                self._paragraph(node, quoted=quoted)
            case "bullet_list" | "ordered_list":
                self._list(node, 0, quoted=quoted)
                self._flush()
            case "blockquote":
                for child in node.take_children():
                    self._block(child, quoted=True)
                if not quoted:
                    self._flush()
            case "fence" | "code_block":
                self._flush()
                self._builder.code(node.text, self._origin_of(node))
            case "html_block":
                self._markup(node)
            case "table":
                self._table(node)
            case "footnote_reference":
                self._notes.append((node.text, self._words(node), self._origin_of(node)))

    def _paragraph(self, node: Block, *, quoted: bool) -> None:
        inline = self._inline(node)
        if quoted:
            self._begin(self._quote, node)
            self._quote.append(inline.content)
        else:
            self._flush()
            self._builder.paragraph(inline.content, self._origin_of(node))
        self._figures(inline.pictures, node)

    def _list(self, node: Block, depth: int, *, quoted: bool) -> None:
        number = node.number if node.kind == "ordered_list" else None
        for index, item in enumerate(node.take_children()):
            # A paragraph that is all of an item stands for it.
            parts = [item] if item.kind == "paragraph" else [*item.take_children()]
            if parts and parts[0].kind == "paragraph":
                self._item(parts.pop(0), depth, None if number is None else number + index)
            for child in let_go(parts):
                if child.kind in _LISTS:
                    self._list(child, depth + 1, quoted=quoted)
                else:
                    self._block(child, quoted=quoted)

    def _item(self, node: Block, depth: int, number: int | None) -> None:
        inline = self._inline(node)
        if self._items and depth < self._items[0].depth:
            self._flush()
        self._begin(self._items, node)
        self._items.append(Item(inline.content, depth, number))
        self._figures(inline.pictures, node)

    def _table(self, node: Block) -> None:
        self._flush()
        rows: list[Sequence[Content]] = []
        pictures: list[Picture] = []
        for row in (row for part in node.take_children() for row in part.take_children()):
            cells = [self._inline(cell) for cell in row.children]
            rows.append([cell.content for cell in cells])
            pictures.extend(picture for cell in cells for picture in cell.pictures)
        self._builder.table(let_go(rows), origin=self._origin_of(node))
        self._figures(pictures, node)

    def _markup(self, node: Block) -> None:
        self._flush()
        if not is_comment(node.text):
            self._html.append(self._line(node))
        for text in visible_text(node.text):
            self._builder.paragraph(text, self._origin_of(node))

    def _words(self, node: Block) -> Content:
        """Return all that `node` says, whatever its blocks, as one stretch."""
        runs: list[Run] = []
        for child in all_of(node.children):
            if child.kind in WITH_WORDS:
                inline = self._inline(child)
                runs += [
                    *inline.runs,
                    _SPACE,
                    *(Run(f"{picture.alternative} ") for picture in inline.pictures),
                ]
            elif child.kind in {"fence", "code_block"}:
                runs += [Run(child.text, (("code", ""),)), _SPACE]
            elif child.kind == "html_block":
                runs += [Run(f"{text} ") for text in visible_text(child.text)]
        return Inline(runs).content

    def _begin(self, pending: Sequence[object], node: Block) -> None:
        """Let `pending`, the list or the quotation, begin with `node` if it is empty; the other one ends."""
        if not pending:
            self._flush()
            self._origin = self._origin_of(node)

    def _flush(self) -> None:
        if self._items:
            self._builder.item_list(let_go(self._items), self._origin)
        if self._quote:
            self._builder.quote(let_go(self._quote), self._origin)
        self._items, self._quote = [], []


def _file_name(address: str) -> str:
    try:
        return "" if address.startswith("data:") else PurePosixPath(unquote(urlsplit(address).path)).name
    except ValueError:
        # brackets that are no IPv6 address
        return ""
