"""The tree of a Markdown text → blocks of an article."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from converter.model.article import Origin
from converter.readers.builder import ArticleBuilder, Item
from converter.readers.facts import Facts, dateline_date, read_byline
from converter.readers.images import ImageRefusedError, load_image
from converter.readers.inline import Content, Run
from converter.readers.markdown.inline import Inline, Picture, read_inline
from converter.readers.markdown.markup import is_comment, visible_text

_LISTS = frozenset({"bullet_list", "ordered_list"})
_NEAR_HEAD = 3
"""Blocks among which a byline may stand."""

_SPACE = Run(" ")


class BlockWalk:
    """Hands the blocks of a tree to a builder.

    What the model does not nest is put behind one another: a list ends where an item holds more than its
    first paragraph, and goes on with the right number; a heading inside a list or a quotation is none.
    """

    def __init__(
        self, builder: ArticleBuilder, numbers: Sequence[int], folder: Path | None, labels: Sequence[str]
    ) -> None:
        """Begin.

        Args:
            builder: takes the blocks.
            numbers: of the text's lines, as in the original.
            folder: of its pictures.
            labels: of the footnotes, by their identifiers.
        """
        self._builder = builder
        self._numbers = numbers
        self._folder = folder
        self._labels = labels
        self._notes: list[tuple[str, list[Run], Origin | None]] = []
        # Items and paragraphs of the list or quotation that is open
        self._items: list[Item] = []
        self._quote: list[Content] = []
        self._origin: Origin | None = None
        self._html: list[int] = []
        self._struck = 0
        self._refused: Counter[str] = Counter()

    def title(self, node: SyntaxTreeNode) -> None:
        """Make the words of `node`, a heading or a paragraph, the title."""
        inline = self._inline(node)
        self._builder.title(inline.runs)
        self._figures(inline.pictures, node)

    def take_byline(self, nodes: list[SyntaxTreeNode]) -> Facts:
        """Take out of `nodes` what, near the head, says nothing but who wrote the text, and when."""
        facts = Facts()
        for node in nodes[:_NEAR_HEAD]:
            if node.type == "paragraph":
                inline = read_inline(_children(node), self._labels)
                words = "".join(run.text for run in inline.runs)
                if len(nodes) > 1 and not inline.pictures and (told := read_byline(words.strip())):
                    nodes.remove(node)
                    facts |= told
                elif not facts.date:
                    facts |= Facts(date=dateline_date(words))
        return facts

    def blocks(self, nodes: Iterable[tuple[SyntaxTreeNode, int]]) -> None:
        """Add nodes, each with its level: 1 and more for a heading, 0 for any other block."""
        for node, level in nodes:
            if level:
                inline = self._inline(node)
                self._builder.heading(inline.runs, level, self._origin_of(node))
                self._figures(inline.pictures, node)
            else:
                self._block(node, quoted=False)

    def footnotes(self, in_text: Iterable[tuple[str, Sequence[Token]]]) -> None:
        """Add all footnotes in the order in which the text refers to them, those without a reference last.

        `in_text` are label and content of those that stand in the text itself.
        """
        notes = [*self._notes, *((label, self._read(tokens, 1).runs, None) for label, tokens in in_text)]
        places = {label: place for place, label in enumerate(self._labels)}
        for label, runs, origin in sorted(notes, key=lambda note: places.get(note[0], len(places))):
            self._builder.footnote(label, runs, origin)

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

    def _origin_of(self, node: SyntaxTreeNode) -> Origin | None:
        return Origin("line", self._line(node)) if node.map else None

    def _line(self, node: SyntaxTreeNode) -> int:
        """Return the number, in the original, of the line at which `node` or what holds it begins."""
        place: SyntaxTreeNode | None = node
        while place and not place.map:
            place = place.parent
        return self._numbers[place.map[0]] if place and place.map else 1

    def _inline(self, node: SyntaxTreeNode) -> Inline:
        """Return what the inline node within `node` holds."""
        return self._read(_children(node), self._line(node))

    def _read(self, tokens: Sequence[Token], line: int) -> Inline:
        inline = read_inline(tokens, self._labels)
        self._html += [line] * inline.html
        self._struck += inline.struck
        return inline

    def _figures(self, pictures: Iterable[Picture], node: SyntaxTreeNode) -> None:
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

    def _block(self, node: SyntaxTreeNode, *, quoted: bool) -> None:
        match node.type:
            case "paragraph" | "heading":
                self._paragraph(node, quoted=quoted)
            case "bullet_list" | "ordered_list":
                self._list(node, 0, quoted=quoted)
                self._flush()
            case "blockquote":
                for child in node.children:
                    self._block(child, quoted=True)
                if not quoted:
                    self._flush()
            case "fence" | "code_block":
                self._flush()
                self._builder.code(node.content, self._origin_of(node))
            case "html_block":
                self._markup(node)
            case "table":
                self._table(node)
            case "footnote_reference":
                self._notes.append((str(node.meta["label"]), self._words(node), self._origin_of(node)))

    def _paragraph(self, node: SyntaxTreeNode, *, quoted: bool) -> None:
        inline = self._inline(node)
        if quoted:
            self._begin(self._quote, node)
            self._quote.append(inline.runs)
        else:
            self._flush()
            self._builder.paragraph(inline.runs, self._origin_of(node))
        self._figures(inline.pictures, node)

    def _list(self, node: SyntaxTreeNode, depth: int, *, quoted: bool) -> None:
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for index, item in enumerate(node.children):
            rest = item.children
            if rest and rest[0].type == "paragraph":
                self._item(rest[0], depth, None if number is None else number + index)
                rest = rest[1:]
            for child in rest:
                if child.type in _LISTS:
                    self._list(child, depth + 1, quoted=quoted)
                else:
                    self._block(child, quoted=quoted)

    def _item(self, node: SyntaxTreeNode, depth: int, number: int | None) -> None:
        inline = self._inline(node)
        if self._items and depth < self._items[0].depth:
            self._flush()
        self._begin(self._items, node)
        self._items.append(Item(inline.runs, depth, number))
        self._figures(inline.pictures, node)

    def _table(self, node: SyntaxTreeNode) -> None:
        self._flush()
        rows: list[list[Content]] = []
        pictures: list[Picture] = []
        for row in (row for part in node.children for row in part.children):
            cells = [self._inline(cell) for cell in row.children]
            rows.append([cell.runs for cell in cells])
            pictures.extend(picture for cell in cells for picture in cell.pictures)
        self._builder.table(rows, origin=self._origin_of(node))
        self._figures(pictures, node)

    def _markup(self, node: SyntaxTreeNode) -> None:
        self._flush()
        if not is_comment(node.content):
            self._html.append(self._line(node))
        for text in visible_text(node.content):
            self._builder.paragraph(text, self._origin_of(node))

    def _words(self, node: SyntaxTreeNode) -> list[Run]:
        """Return all that `node` says, whatever its blocks, as one stretch."""
        runs: list[Run] = []
        for child in node.walk(include_self=False):
            if child.children and child.children[0].type == "inline":
                inline = self._inline(child)
                runs += [
                    *inline.runs,
                    _SPACE,
                    *(Run(f"{picture.alternative} ") for picture in inline.pictures),
                ]
            elif child.type in {"fence", "code_block"}:
                runs += [Run(child.content, (("code", ""),)), _SPACE]
            elif child.type == "html_block":
                runs += [Run(f"{text} ") for text in visible_text(child.content)]
        return runs

    def _begin(self, pending: Sequence[object], node: SyntaxTreeNode) -> None:
        """Let `pending`, the list or the quotation, begin with `node` if it is empty; the other one ends."""
        if not pending:
            self._flush()
            self._origin = self._origin_of(node)

    def _flush(self) -> None:
        if self._items:
            self._builder.item_list(self._items, self._origin)
        if self._quote:
            self._builder.quote(self._quote, self._origin)
        self._items, self._quote = [], []


def _children(node: SyntaxTreeNode) -> Sequence[Token]:
    """Return the inline tokens of a block that holds text."""
    token = node.children[0].token
    return token.children or () if token else ()


def _file_name(address: str) -> str:
    try:
        return "" if address.startswith("data:") else PurePosixPath(unquote(urlsplit(address).path)).name
    except ValueError:
        # brackets that are no IPv6 address
        return ""
