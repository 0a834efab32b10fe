"""The elements of a page's structure tree → blocks whose lines are not yet joined to text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import takewhile
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from converter.model.article import Image
from converter.readers.pdf.characters import ARTIFACT, Word
from converter.readers.pdf.line import Line
from converter.readers.pdf.lines import read_lines
from converter.readers.pdf.structure import Element

Kind = Literal["heading", "paragraph", "item", "quote", "code", "note", "table", "picture"]

HEADING = re.compile(r"H([1-9]?)|Title")
_CELLS = frozenset({"TH", "TD"})
_ROWS = frozenset({"THead", "TBody", "TFoot"})
_INLINE = frozenset(
    ("Span", "Link", "Reference", "Em", "Strong", "Quote", "Annot", "Sub", "Lbl", "BibEntry", "Ruby", "RB")
) | {"RT", "RP", "Warichu", "WT", "WP", "NonStruct", "Private"}
_MELTED = _INLINE | {"P", "LBody", "Div", "Caption"}
"""What adds its words to the item, note or cell that holds it."""

_NUMBER = re.compile(r"\(?(\d{1,6})[.)]?")
_MOST_CELLS = 1000


class Draft(Struct):
    """A block before its lines become text, so that it can still go on over the end of a page.

    Attributes:
        kind: what it is.
        page: index of the page on which it begins.
        lines: of its text, or of a table's or picture's caption.
        level: of a heading, from 0 for a title; depth of an item.
        number: of an item.
        label: of a note or an item, as it stands there.
        rows: of a table: lines of each cell.
        opens: an item that begins a list.
        header_rows: how many of them are headings.
        alternative: of a picture.
        image: the picture itself, if it can be had.
    """

    kind: Kind
    page: int
    lines: list[Line] = field(default_factory=list)
    level: int = 0
    number: int | None = None
    label: str = ""
    rows: list[list[list[Line]]] = field(default_factory=list)
    opens: bool = False
    header_rows: int = 0
    alternative: str = ""
    image: Image | None = None

    @property
    def text(self) -> str:
        """Return its lines with spaces between."""
        return " ".join(line.text for line in self.lines)


class PageDrafts:
    """Makes the drafts of a page; every word of it goes into one of them, once."""

    def __init__(self, page: int, words: Iterable[Word], images: Mapping[int, Image]) -> None:
        """Begin with all words of the page that are content, and its pictures by their marked content."""
        self._page = page
        self._images = images
        self._words: dict[int, list[Word]] = {}
        for word in words:
            if word.mcid != ARTIFACT:
                self._words.setdefault(word.mcid, []).append(word)
        self._makers: dict[str, Callable[[Element], Iterator[Draft]]] = {
            "L": self._whole_list,
            "Table": self._table,
            "Figure": self._picture,
            "Formula": self._picture,
            "BlockQuote": self._quote,
            "Code": partial(self._text, "code"),
            **dict.fromkeys(("P", "Caption", "TOCI"), partial(self._text, "paragraph")),
            **dict.fromkeys(("Note", "FENote", "Footnote", "Endnote"), self._note),
        }

    def make(self, root: Element) -> list[Draft]:
        """Return the drafts of all elements, and at the end those of what no element holds."""
        drafts = list(self._container(root, 0))
        for words in self._words.values():
            drafts += [Draft("paragraph", self._page, [line]) for line in read_lines(words, self._page)]
        return drafts

    def _container(self, element: Element, depth: int) -> Iterator[Draft]:
        loose: list[Element | int] = []
        for child in element.children:
            if isinstance(child, int) or _is_inline(child):
                loose.append(child)
            else:
                yield from self._text("paragraph", Element("P", loose))
                loose = []
                yield from self._element(child, depth)
        yield from self._text("paragraph", Element("P", loose))

    def _element(self, element: Element, depth: int) -> Iterator[Draft]:
        kind = element.kind
        if match := HEADING.fullmatch(kind):
            level = 0 if kind == "Title" else int(match[1] or depth + 1)
            yield from self._text("heading", element, level)
        elif kind == "Artifact":
            self._take(element, None)
        elif make := self._makers.get(kind):
            yield from make(element)
        elif _is_inline(element):
            yield from self._text("paragraph", element)
        else:
            yield from self._container(element, depth + (kind == "Sect"))

    def _quote(self, element: Element) -> Iterator[Draft]:
        for draft in self._container(element, 0):
            yield replace(draft, kind="quote") if draft.kind == "paragraph" else draft

    def _whole_list(self, element: Element) -> Iterator[Draft]:
        for index, draft in enumerate(self._list(element, 0)):
            yield replace(draft, opens=True) if index == 0 else draft

    def _text(self, kind: Kind, element: Element, level: int = 0) -> Iterator[Draft]:
        """Yield what `element` says itself, and behind it the blocks that it holds."""
        if lines := self._lines(self._take(element, _INLINE)):
            yield Draft(kind, self._page, lines, level)
        yield from self._rest(element, _INLINE)

    def _rest(self, element: Element, melted: frozenset[str]) -> Iterator[Draft]:
        """Yield the blocks within `element` that `_take` left out."""
        for child in element.children:
            if isinstance(child, Element):
                if child.kind in melted:
                    yield from self._rest(child, melted)
                else:
                    yield from self._element(child, 0)

    def _take(self, element: Element, melted: frozenset[str] | None) -> list[Word]:
        """Take the words of an element and of those of kinds `melted` within, `None` for all."""
        words: list[Word] = []
        for child in element.children:
            if isinstance(child, int):
                words += self._words.pop(child, ())
            elif melted is None or child.kind in melted:
                taken = self._take(child, melted)
                refers = child.kind == "Reference"
                words += [replace(word, refers=True) for word in taken] if refers else taken
        if element.actual and words:
            # ISO 32000-2 14.9.4: it stands for all that the element draws.
            return [replace(words[0], text=element.actual.strip(), right=words[-1].right, broken=False)]
        return words

    def _lines(self, words: list[Word]) -> list[Line]:
        return read_lines(words, self._page) if words else []

    def _list(self, element: Element, depth: int) -> Iterator[Draft]:
        for child in element.children:
            if isinstance(child, int):
                yield from self._text("paragraph", Element("P", [child]))
            elif child.kind == "L":
                yield from self._list(child, depth + 1)
            elif child.kind == "LI":
                yield from self._item(child, depth)
            else:
                yield from self._element(child, depth)

    def _item(self, element: Element, depth: int) -> Iterator[Draft]:
        label = self._label(element)
        lines = self._lines(self._take(element, _MELTED))
        if lines:
            match = _NUMBER.fullmatch(label)
            number = int(match[1]) if match else None
            yield Draft("item", self._page, lines, depth, number, label)
        for draft in self._rest(element, _MELTED):
            if draft.kind == "item":
                yield replace(draft, level=draft.level + depth + 1, opens=False)
            else:
                yield draft

    def _label(self, element: Element) -> str:
        """Take the label of an item or note."""
        labels = (child for child in element.children if isinstance(child, Element) and child.kind == "Lbl")
        return " ".join(word.text for label in labels for word in self._take(label, None))

    def _note(self, element: Element) -> Iterator[Draft]:
        label = self._label(element)
        if lines := self._lines(self._take(element, _MELTED)):
            yield Draft("note", self._page, lines, label=label.strip("[]().:"))
        yield from self._rest(element, _MELTED)

    def _picture(self, element: Element) -> Iterator[Draft]:
        captions = [
            child for child in element.children if isinstance(child, Element) and child.kind == "Caption"
        ]
        lines = self._lines([word for caption in captions for word in self._take(caption, None)])
        inside = self._lines(self._take(element, None))
        image = next((self._images[child] for child in element.numbers if child in self._images), None)
        if element.alternative or lines:
            yield Draft("picture", self._page, lines, alternative=element.alternative, image=image)
        if inside:
            yield Draft("paragraph", self._page, inside)

    def _table(self, element: Element) -> Iterator[Draft]:
        table = Draft("table", self._page)
        headers: list[bool] = []
        for row in _rows(element):
            if row.kind != "TR":
                table.lines += self._lines(self._take(row, None))
                continue
            cells: list[list[Line]] = []
            kinds: list[str] = []
            for cell in row.children:
                if isinstance(cell, Element) and cell.kind in _CELLS:
                    kinds.append(cell.kind)
                    cells.append(self._lines(self._take(cell, None)))
                    cells += [[]] * min(cell.spans - 1, _MOST_CELLS - len(cells))
            table.rows.append(cells)
            headers.append(bool(kinds) and set(kinds) == {"TH"})
        table.header_rows = len(list(takewhile(bool, headers)))
        if any(any(cells) for cells in table.rows) or table.lines:
            yield table


def _is_inline(element: Element) -> bool:
    """Say whether an element is part of a paragraph: it is of such a kind, and so is all that it holds."""
    return all(part.kind in _INLINE for part in element.walk())


def _rows(element: Element) -> Iterator[Element]:
    """Yield rows and captions of a table."""
    for child in element.children:
        if isinstance(child, Element):
            if child.kind in _ROWS:
                yield from _rows(child)
            else:
                yield child
