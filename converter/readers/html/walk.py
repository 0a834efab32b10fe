"""Elements of a page → blocks of an article (HTML Living Standard 4.3, 4.4, 4.9)."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from converter.readers.builder import ArticleBuilder, Item
from converter.readers.html.head import Head
from converter.readers.html.inline import EMBEDDED, Inline, InlineReader
from converter.readers.html.notes import Notes
from converter.readers.html.tables import Rows, arranges, read_rows
from converter.readers.html.tree import Element, shown, text_of
from converter.readers.images import ImageRefusedError, load_image
from converter.readers.inline import Content, Run

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_COUNT = re.compile("[0-9]{1,8}")
_OPENERS = frozenset({"p", "div", "span", *_HEADINGS})
"""What may hold the first words of an item."""

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CONTAINERS = frozenset({
    "html", "body", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address",
    "hgroup", "details", "summary", "center", "fieldset", "dl", "dt", "dd", "search", "tbody", "thead",
    "tfoot", "tr", "td", "th", "li", "figcaption", "caption",
})  # fmt: skip
BLOCKS = frozenset({*_HEADINGS, *_LISTS, *_CONTAINERS, "p", "blockquote", "pre", "table", "figure", "hr"})


class _OpenItem(Struct):
    """An item of a list while it is read: the words gathered for it, and whether it has been added."""

    depth: int
    number: int | None
    words: Inline = field(default_factory=Inline)
    taken: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.taken and not _has_words(self.words)


class BlockWalk:
    """Hands the blocks of a page to a builder.

    What the model does not nest is put behind one another, as in Markdown: a list ends where an item holds
    more than its first paragraph, and goes on with the right number.
    """

    def __init__(
        self, builder: ArticleBuilder, folder: Path | None, base: str, head: Head, notes: Notes
    ) -> None:
        """Begin.

        Args:
            builder: takes the blocks.
            folder: of pictures; `None` where none can be had.
            base: what relative links are relative to.
            head: tells what is left out at the head of the article.
            notes: of the page.
        """
        self._builder = builder
        self._folder = folder
        self._head = head
        self._notes = notes
        self._noted: list[tuple[str, list[Run]]] = []
        self._inline = InlineReader(base, notes.labels)
        self._refused: Counter[str] = Counter()
        # the list or quotation that is open, and the words that stand loose between blocks
        self._items: list[Item] = []
        self._quote: list[Content] | None = None
        self._loose = Inline()
        self._levels: dict[int, int] = {}

    def blocks(self, root: Element) -> None:
        """Add all blocks in `root`, its notes last."""
        headings = [one for one in root.iter(*_HEADINGS) if not self._head.repeats_title(text_of(one))]
        found = sorted({_HEADINGS[str(one.tag)] for one in headings})
        self._levels = {level: index for index, level in enumerate(found, 1)}
        self._children(root)
        self._flush()
        for label, runs in self._noted:
            self._builder.footnote(label, runs)

    def tell(self) -> None:
        """Add notices about all that was not taken over."""
        for reason, count in sorted(self._refused.items()):
            self._builder.notice(
                "images-left-out", f"a picture was left out with its words, since {reason}: {count}"
            )
        if self._inline.embedded:
            kinds = ", ".join(f"{count} {name}" for name, count in sorted(self._inline.embedded.items()))
            self._builder.notice(
                "objects-left-out", f"what is neither words nor a picture was left out: {kinds}"
            )

    def _children(self, element: Element) -> None:
        """Add the blocks in `element`; inline elements and text between them make paragraphs."""
        self._inline.text(element.text, self._loose)
        for inner in element:
            if isinstance(inner.tag, str):
                if inner.tag in BLOCKS or _holds_block(inner):
                    self._paragraphs()
                    if shown(inner):
                        self._block(inner)
                else:
                    self._inline.read(inner, self._loose)
            self._inline.text(inner.tail, self._loose)
        self._paragraphs()

    def _block(self, element: Element) -> None:
        tag = str(element.tag)
        if element in self._notes.elements:
            self._note(element)
        elif tag in _HEADINGS:
            self._heading(element)
        elif tag in _LISTS:
            self._list(element, 0)
            self._end_list()
        elif tag == "blockquote":
            self._quotation(element)
        elif tag == "pre":
            self._end_list()
            self._builder.code(text_of(element))
        elif tag == "table" and not arranges(element):
            self._table(element)
        elif tag == "figure":
            self._figure(element)
        elif tag in EMBEDDED and tag != "form":
            self._inline.embedded[tag] += 1
        else:
            self._children(element)

    def _heading(self, element: Element) -> None:
        inline = self._read(element)
        words = " ".join("".join(run.text for run in inline.runs).split())
        if self._quote is not None or self._items:
            self._paragraph(inline.runs)
        elif not self._head.repeats_title(words):
            self._builder.heading(inline.runs, self._levels.get(_HEADINGS[str(element.tag)], 1))
        self._pictures(inline)

    def _note(self, element: Element) -> None:
        self._noted.append((self._notes.elements[element], self._read(element).runs))

    def _list(self, element: Element, depth: int) -> None:
        number = _start(element) if element.tag == "ol" else None
        self._stray(element.text, depth)
        for item in element:
            if isinstance(item.tag, str) and shown(item):
                if item in self._notes.elements:
                    self._note(item)
                elif item.tag in _LISTS:
                    self._list(item, depth + 1)
                else:
                    number = _number(item, number)
                    self._item(item, depth, number)
                    number = number if number is None else number + 1
            self._stray(item.tail, depth)

    def _stray(self, text: str | None, depth: int) -> None:
        """Add words that stand in a list but in no item of it, which browsers show all the same."""
        if text and text.strip():
            self._items.append(Item(text, depth))

    def _item(self, element: Element, depth: int, number: int | None) -> None:
        """Add an item: its first words make it; lists in it are deeper, other blocks stand behind it."""
        item = _OpenItem(depth, number)
        self._inline.text(element.text, item.words)
        for inner in element:
            if isinstance(inner.tag, str) and shown(inner):
                if inner.tag in _LISTS:
                    self._take(item)
                    self._list(inner, depth + 1)
                elif not (inner.tag in BLOCKS or _holds_block(inner)):
                    self._inline.read(inner, item.words)
                elif item.is_empty and inner.tag in _OPENERS and not any(map(_holds_block, inner)):
                    self._inline.children(inner, item.words)
                else:
                    self._take(item)
                    self._block(inner)
            self._inline.text(inner.tail, item.words)
        self._take(item)

    def _take(self, item: "_OpenItem") -> None:
        """Add the words gathered so far: the first make the item, others stand behind it."""
        words, item.words = item.words, Inline()
        if _has_words(words):
            if item.taken:
                self._paragraph(words.runs)
            else:
                if self._items and item.depth < self._items[0].depth:
                    self._end_list()
                self._items.append(Item(words.runs, item.depth, item.number))
            item.taken = True
        self._pictures(words)

    def _quotation(self, element: Element) -> None:
        if self._quote is not None:
            self._children(element)
            return
        self._end_list()
        self._quote = []
        self._children(element)
        self._end_quote()
        self._quote = None

    def _table(self, element: Element) -> None:
        self._flush()
        inside = Inline()

        def cell(content: Element) -> list[Run]:
            inline = self._read(content)
            inside.pictures.extend(inline.pictures)
            return inline.runs

        rows: Rows = read_rows(element, cell)
        caption = next((self._read(one).runs for one in element if one.tag == "caption"), [])
        self._builder.table(rows.cells, header_rows=rows.headers, caption=caption)
        self._pictures(inside)

    def _figure(self, element: Element) -> None:
        """Add the pictures of a figure, the last with the caption, then what else stands in it."""
        captions = [one for one in element.iter("figcaption") if shown(one)]
        pictures = [one for one in element.iter("img") if shown(one)]
        caption = [run for one in captions for run in self._read(one).runs]
        for picture in pictures:
            self._picture(picture, caption if picture is pictures[-1] else [])
        for done in (*pictures, *captions) if pictures else ():
            done.set("hidden", "")
        self._children(element)

    def _picture(self, picture: Element, caption: Sequence[Run] = ()) -> None:
        """Add a picture; one that cannot be had goes with its words, which say little without it."""
        alternative = picture.get("alt") or ""
        if not alternative.strip() and not any(run.text.strip() for run in caption):
            # decoration (HTML Living Standard 4.8.4.4.3), or of a meaning that nobody can know
            return
        try:
            image = load_image(picture.get("src") or "", self._folder)
        except ImageRefusedError as refusal:
            self._refused[str(refusal)] += 1
            return
        self._end_list()
        self._end_quote()
        self._builder.figure(image, alternative=alternative, caption=caption)

    def _pictures(self, inline: Inline) -> None:
        for picture in inline.pictures:
            self._picture(picture)

    def _read(self, element: Element) -> Inline:
        """Return all the words in `element`, with spaces where blocks part them."""
        inline = Inline()
        self._spaced(element, inline)
        return inline

    def _spaced(self, element: Element, inline: Inline) -> None:
        self._inline.text(element.text, inline)
        for inner in element:
            if isinstance(inner.tag, str) and shown(inner):
                if inner.tag in BLOCKS or _holds_block(inner):
                    inline.runs.append(Run(" "))
                    self._spaced(inner, inline)
                    inline.runs.append(Run(" "))
                else:
                    self._inline.read(inner, inline)
            self._inline.text(inner.tail, inline)

    def _paragraphs(self) -> None:
        """Add the words that stand loose."""
        loose, self._loose = self._loose, Inline()
        for stretch in loose.stretches():
            self._paragraph(stretch)
        self._pictures(loose)

    def _paragraph(self, runs: list[Run]) -> None:
        if self._quote is not None:
            self._quote.append(runs)
        elif not self._head.takes("".join(run.text for run in runs)):
            self._end_list()
            self._builder.paragraph(runs)

    def _end_list(self) -> None:
        items, self._items = self._items, []
        if items:
            if self._quote:
                self._end_quote()
            self._builder.item_list(items)

    def _end_quote(self) -> None:
        if self._quote:
            self._builder.quote(self._quote)
            self._quote = []

    def _flush(self) -> None:
        self._paragraphs()
        self._end_list()
        self._end_quote()


def _holds_block(element: Element) -> bool:
    return next(iter(element.iter(*BLOCKS)), None) is not None


def _has_words(inline: Inline) -> bool:
    return any(run.text.strip() for run in inline.runs)


def _start(element: Element) -> int:
    told = (element.get("start") or "").strip()
    return int(told) if _COUNT.fullmatch(told) else 1


def _number(item: Element, number: int | None) -> int | None:
    told = (item.get("value") or "").strip()
    return int(told) if number is not None and _COUNT.fullmatch(told) else number
