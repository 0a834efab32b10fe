"""What a PDF says, block by block, whether its tags or its looks told; and handing that to a builder."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct, field

from converter.model.article import Image, Origin
from converter.readers.builder import ArticleBuilder, Item
from converter.readers.inline import Content, Run

_WORDS = re.compile(r"\w+")


class Text(Struct):
    """A stretch of text.

    Attributes:
        kind: what it is.
        runs: what it says.
        page: index of the page on which it begins.
        level: of a heading, from 1; depth of an item, from 0.
        number: of an item, where it has one.
        label: of a note.
        opens: an item that begins a new list, whatever stood before it.
    """

    kind: Literal["heading", "paragraph", "item", "quote", "code", "note"]
    runs: list[Run]
    page: int
    level: int = 0
    number: int | None = None
    label: str = ""
    opens: bool = False

    @property
    def text(self) -> str:
        """Return its words without marks."""
        return "".join(run.text for run in self.runs)


class Rows(Struct):
    """A table."""

    rows: list[list[Content]]
    page: int
    header_rows: int = 0
    caption: list[Run] = field(default_factory=list)


class Picture(Struct):
    """A picture with words for those who do not see it."""

    image: Image | None
    page: int
    alternative: str = ""
    caption: list[Run] = field(default_factory=list)


Block = Text | Rows | Picture


def hand_over(blocks: Iterable[Block], builder: ArticleBuilder) -> None:
    """Add `blocks` to `builder`: items in lists, notes behind all else."""
    writer = _Writer(builder)
    notes: list[Text] = []
    places: dict[str, int] = {}
    for block in blocks:
        for label in _references(block):
            places.setdefault(label, len(places))
        if isinstance(block, Text) and block.kind == "note":
            notes.append(block)
        else:
            writer.add(block)
    writer.flush()
    for note in sorted(notes, key=lambda note: places.get(note.label, len(places))):
        builder.footnote(note.label, note.runs, _origin(note.page))


def _references(block: Block) -> Iterator[str]:
    """Yield the labels of the notes that a block refers to."""
    contents: list[Content] = [block.runs] if isinstance(block, Text) else []
    if isinstance(block, Rows):
        contents = [cell for row in block.rows for cell in row]
    for content in contents:
        if not isinstance(content, str):
            yield from (target for run in content for kind, target in run.marks if kind == "footnote")


def same_words(text: str, other: str) -> bool:
    """Say whether two texts differ in nothing but signs and capitals."""
    words = _WORDS.findall(text.casefold())
    return bool(words) and words == _WORDS.findall(other.casefold())


def without_start(runs: Sequence[Run], length: int) -> list[Run]:
    """Return `runs` without their first `length` characters."""
    kept: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:] or (not run.text and not length):
            kept.append(Run(run.text[cut:], run.marks))
    return kept


def _origin(page: int) -> Origin:
    return Origin("page", page + 1)


class _Writer:
    def __init__(self, builder: ArticleBuilder) -> None:
        self._builder = builder
        self._items: list[Text] = []
        self._quotes: list[Text] = []

    def add(self, block: Block) -> None:
        if not (isinstance(block, Text) and block.kind in ("item", "quote")):
            self.flush()
        origin = _origin(block.page)
        match block:
            case Rows():
                self._builder.table(
                    block.rows, header_rows=block.header_rows, caption=block.caption, origin=origin
                )
            case Picture():
                self._builder.figure(
                    block.image, alternative=block.alternative, caption=block.caption, origin=origin
                )
            case Text(kind="item"):
                self._flush_quotes()
                if block.opens:
                    self._flush_items()
                self._items.append(block)
            case Text(kind="quote"):
                self._flush_items()
                self._quotes.append(block)
            case Text(kind="heading"):
                self._builder.heading(block.runs, block.level, origin)
            case Text(kind="code"):
                self._builder.code(block.text, origin)
            case _:
                self._builder.paragraph(block.runs, origin)

    def flush(self) -> None:
        self._flush_items()
        self._flush_quotes()

    def _flush_items(self) -> None:
        if self._items:
            items = [Item(item.runs, item.level, item.number) for item in self._items]
            self._builder.item_list(items, _origin(self._items[0].page))
            self._items = []

    def _flush_quotes(self) -> None:
        if self._quotes:
            self._builder.quote([quote.runs for quote in self._quotes], _origin(self._quotes[0].page))
            self._quotes = []
