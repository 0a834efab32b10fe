"""Paragraphs: words into lines, and lines into glyphs at their places."""

import itertools
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from converter.model.style import Align
from converter.writers.pdf.bidi import Order
from converter.writers.pdf.embedding import UsedFonts
from converter.writers.pdf.hyphenation import MIN_WORD, hyphens
from converter.writers.pdf.inline import Chunk, Run, Word, chunks_of
from converter.writers.pdf.linebreak import (
    INFINITE,
    SHRINK,
    Measures,
    Place,
    Setting,
    balance_lines,
    break_lines,
)
from converter.writers.pdf.marks import Glyphs
from converter.writers.pdf.objects import NEGLIGIBLE, number

_HYPHEN_PENALTY = 400.0
# How loose lines may be before words are broken; then, with hyphens, first within limits and at last without.
_WITHOUT_HYPHENS: dict[Setting, float] = {"justified": 1.5, "ragged": 1.25}
_WITH_HYPHENS = (2.0, INFINITE)
_MOST_BARE = 1 / 3
"""So many of the places where a line may end can do without a space in a text that is justified."""
_Part = tuple[Chunk, float, int]
"""A chunk, the space behind it, and the level of that."""
_Cut = tuple[int, int]
_Name = tuple[int, _Cut | None]


class Line(Struct, frozen=True):
    """A set line: its glyphs, and how wide they are as set."""

    glyphs: list[Glyphs]
    width: float


class Shape(Struct, frozen=True):
    """What lines have to fit into.

    Attributes:
        left: where they begin.
        width: how wide they may be.
        first_line: further indent of the first; negative: it begins further left.
        align: how they lie in it.
        hyphenate: whether words may be broken.
        balance: whether they should be of like length, as in titles.
    """

    left: float
    width: float
    first_line: float = 0.0
    align: Align = "start"
    hyphenate: bool = False
    balance: bool = False


def set_lines(words: Sequence[Word], shape: Shape, used: UsedFonts) -> list[Line]:
    """Return `words` as lines; what they use of the fonts is noted in `used`."""
    words = _fitting(words, shape)
    if not words:
        return []
    if shape.align == "justify" and _is_tight(words):
        shape = replace(shape, align="start")
    measures = Measures(shape.width - shape.first_line, shape.width)
    ends = _line_ends(words, shape, measures)
    begins = [None, *ends[:-1]]
    return [
        _Setter(shape, measures.rest if index else measures.first, used).line(
            words, begin, end, last=index == len(ends) - 1
        )
        for index, (begin, end) in enumerate(zip(begins, ends, strict=True))
    ]


def _is_tight(words: Sequence[Word]) -> bool:
    """Tell whether lines end mostly where there is no space to stretch, as in Chinese and Thai."""
    bare = sum([word.space == 0.0 and word.penalty == 0.0 for word in words])
    return bare > _MOST_BARE * len(words)


def _line_ends(words: Sequence[Word], shape: Shape, measures: Measures) -> list[_Name]:
    if _is_one_line(words, measures.first):
        return [(len(words) - 1, None)]
    setting: Setting = "justified" if shape.align == "justify" else "ragged"
    places, names = _places(words, "without")
    if shape.balance:
        return [names[end] for end in balance_lines(places, measures)]
    ends = break_lines(places, measures, setting, _WITHOUT_HYPHENS[setting] if shape.hyphenate else INFINITE)
    if not ends:
        places, names = _places(words, "with")
        for tolerance in _WITH_HYPHENS:
            ends = ends or break_lines(places, measures, setting, tolerance)
    return [names[end] for end in ends]


def _is_one_line(words: Sequence[Word], measure: float) -> bool:
    """Tell whether `words` fit into one line as they are: every further line would cost more."""
    *others, last = words
    natural = sum([word.width + word.space for word in others]) + last.width
    return natural <= measure and -INFINITE not in [word.penalty for word in others]


def _places(words: Sequence[Word], hyphens: Literal["without", "with"]) -> tuple[list[Place], list[_Name]]:
    """Return where lines may end, and for each place the word and, inside it, its chunk and character."""
    places = [Place(0.0, 0.0, 0.0, 0.0)]
    names: list[_Name] = [(-1, None)]
    x = spaces = 0.0
    for index, word in enumerate(words):
        if hyphens == "with":
            for cut, width, hyphen in _cuts(word):
                at = x + width
                places.append(Place(at + hyphen, at, spaces, spaces, _HYPHEN_PENALTY, hyphen=True))
                names.append((index, cut))
        end, space = x + word.width, word.space
        x = end + space
        places.append(Place(end, x, spaces, spaces + space, word.penalty, word.hyphen))
        names.append((index, None))
        spaces += space
    return places, names


def _cuts(word: Word) -> list[tuple[_Cut, float, float]]:
    """Return where `word` may be broken: chunk and character, the width before it, and that of the hyphen."""
    cuts: list[tuple[_Cut, float, float]] = []
    if word.compound:
        return cuts
    before = 0.0
    for index, chunk in enumerate(word.chunks):
        text, look = chunk.piece.shaped.text, chunk.run.look
        if chunk.piece.actual is None and len(text) >= MIN_WORD and not chunk.level % 2:
            for at in hyphens(text, look.language):
                width = before + chunk.piece.shaped.edge(at) * look.size + at * look.tracking
                cuts.append(((index, at), width, look.width(look.pieces("-")[0])))
        before += chunk.width
    return cuts


def _fitting(words: Sequence[Word], shape: Shape) -> Sequence[Word]:
    """Return `words` with those that no line can take cut into parts that one can."""
    width = shape.width
    if not words or max([word.width for word in words]) <= width:
        return words
    return [
        part
        for word in words
        for part in (
            [word] if _widest_part(word, hyphenate=shape.hyphenate) <= width else _parts(word, width)
        )
    ]


def _widest_part(word: Word, *, hyphenate: bool) -> float:
    """Return how wide a line must be to take `word`, broken where it may be."""
    cuts = _cuts(word) if hyphenate else []
    begins = [0.0, *(before for _, before, _ in cuts)]
    ends = [*(before + hyphen for _, before, hyphen in cuts), word.width]
    return max(end - begin for begin, end in zip(begins, ends, strict=True))


def _parts(word: Word, width: float) -> list[Word]:
    parts = [Word([], 0.0, order=word.order)]
    for chunk in word.chunks:
        for piece in _characters(chunk):
            if parts[-1].chunks and parts[-1].width + piece.width > width:
                parts.append(Word([], 0.0, order=word.order))
            parts[-1].chunks.append(piece)
            parts[-1].width += piece.width
    parts[-1].space, parts[-1].space_level = word.space, word.space_level
    parts[-1].penalty, parts[-1].hyphen = word.penalty, word.hyphen
    return parts


def _characters(chunk: Chunk) -> list[Chunk]:
    """Return `chunk` letter by letter where its glyphs allow it."""
    if chunk.piece.actual is not None:
        return [chunk]
    clusters = sorted({*chunk.piece.shaped.clusters, len(chunk.piece.shaped.text)})
    texts = [chunk.piece.shaped.text[begin:end] for begin, end in itertools.pairwise(clusters)]
    return [part for text in texts for part in chunks_of(chunk.run, text, chunk.level)]


class _Setter:
    """Sets one line: joins glyphs of one face, stretches spaces, moves to the place."""

    def __init__(self, shape: Shape, measure: float, used: UsedFonts) -> None:
        self._shape, self._measure, self._used = shape, measure, used
        self._glyphs: list[Glyphs] = []
        self._codes: list[str] = []
        self._run: Run | None = None
        self._x = self._ink_end = 0.0

    def line(self, words: Sequence[Word], begin: _Name | None, end: _Name, *, last: bool) -> Line:
        """Return the line from behind `begin` to `end`."""
        content = self._content(words, begin, end)
        spaces = sum([space for _, space, _ in content])
        natural = sum([chunk.width for chunk, _, _ in content]) + spaces
        extra = self._measure - natural
        ends_short = last or (end[1] is None and words[end[0]].penalty == -INFINITE)
        justified = spaces > 0 and self._shape.align == "justify" and (extra < 0 or not ends_short)
        factor = max(extra / spaces, -SHRINK) if justified else 0.0
        width = natural + factor * spaces
        self._x = self._begin(width)
        before = words[end[0]]
        if before.order:
            parted = end[1] is None and (before.space > 0 or before.penalty == -INFINITE)
            self._place(content, factor, before.order, parted=parted)
            return Line(self._glyphs, width)
        for chunk, space, _ in content:
            self._add(chunk)
            if space:
                self._space(space, factor)
        if end[1] is None and (before.space or before.penalty == -INFINITE):
            self._space(0.0, 0.0)
        self._flush()
        return Line(self._glyphs, width)

    def _begin(self, width: float) -> float:
        shape = self._shape
        share = {"start": 0.0, "justify": 0.0, "center": 0.5, "end": 1.0}[shape.align]
        return shape.left + shape.width - self._measure + share * (self._measure - width)

    def _place(self, content: Sequence[_Part], factor: float, order: Order, *, parted: bool) -> None:
        """Set a line in which something runs from right to left: in the order of reading, each at its place.

        Every word is a run of glyphs of its own, and so is every space; a line that is `parted` from the next
        ends with one, for those who copy.
        """
        items: list[Chunk] = []
        for chunk, space, level in content:
            items.append(chunk)
            if space:
                items.append(Chunk(chunk.run, chunk.run.look.space_piece, space * (1 + factor), level))
        places = [0.0] * len(items)
        x = self._x
        for index in order.visual([chunk.level for chunk in items]):
            places[index] = x
            x += items[index].width
        column = 2 * self._shape.left + self._shape.width
        for chunk, place in zip(items, places, strict=True):
            self._glyphs.append(self._made(chunk, column - place - chunk.width if order.is_turned else place))
        if items and parted:
            blank = Chunk(items[-1].run, items[-1].run.look.space_piece, 0.0)
            self._glyphs.append(self._made(blank, self._glyphs[-1].x))

    def _made(self, chunk: Chunk, x: float) -> Glyphs:
        """Return the glyphs of `chunk` at their place."""
        font, actual = self._used.use(chunk.piece)
        run, first = chunk.run, chunk.run is not self._run
        self._run, code = run, chunk.piece.shaped.code
        anchor = run.anchor if first else ""
        return Glyphs(x, chunk.width, run.look, font, code, run.element, actual, run.link, anchor)

    def _content(self, words: Sequence[Word], begin: _Name | None, end: _Name) -> list[_Part]:
        """Return the line's chunks, each with the space behind it and the level of that."""
        first = 0 if begin is None else begin[0] + (begin[1] is None)
        content: list[_Part] = []
        for index in range(first, end[0] + 1):
            chunks = words[index].chunks
            cut_begin = begin[1] if begin is not None and index == begin[0] else None
            cut_end = end[1] if index == end[0] else None
            if cut_begin or cut_end:
                chunks = _part(chunks, cut_begin, cut_end)
            content += [(chunk, 0.0, 0) for chunk in chunks]
            if index != end[0]:
                content[-1] = content[-1][0], words[index].space, words[index].space_level
        return content

    def _add(self, chunk: Chunk) -> None:
        font, actual = self._used.use(chunk.piece)
        current = self._glyphs[-1] if self._glyphs else None
        if (
            current is None
            or self._run is not chunk.run
            or current.font != font
            or actual is not None
            or current.actual is not None
        ):
            self._flush()
            run = chunk.run
            self._glyphs.append(
                Glyphs(
                    self._x,
                    0.0,
                    run.look,
                    font,
                    "",
                    run.element,
                    actual,
                    run.link,
                    run.anchor if self._run is not run else "",
                )
            )
            self._run = run
        self._codes.append(chunk.piece.shaped.code)
        self._x += chunk.width
        self._ink_end = self._x

    def _space(self, width: float, factor: float) -> None:
        """Add a space `width` wide, stretched by `factor`; one without a width only parts what is copied."""
        run = self._run
        if run is None or not self._glyphs:
            return
        look = run.look
        piece = look.space_piece
        font, _ = self._used.use(piece)
        current = self._glyphs[-1]
        if current.actual is not None or current.font != font:
            self._flush()
            self._glyphs.append(Glyphs(self._x, 0.0, look, font, "", run.element, None, run.link))
        self._codes.append(piece.shaped.code)
        set_width = width * (1 + factor)
        adjustment = (look.space - set_width) * 1000 / look.size
        if width and abs(adjustment) >= NEGLIGIBLE:
            self._codes.append(number(adjustment))
        self._x += set_width

    def _flush(self) -> None:
        if self._glyphs and self._codes:
            current = self._glyphs[-1]
            current.code = "".join(self._codes).replace("><", "")
            current.width = max(self._ink_end - current.x, 0.0)
            self._codes = []


def _part(chunks: list[Chunk], begin: _Cut | None, end: _Cut | None) -> list[Chunk]:
    """Return what stands between two cuts of a word, with a hyphen at the second."""
    first, low = begin or (0, 0)
    last, high = end or (len(chunks) - 1, None)
    parts: list[Chunk] = []
    for index in range(first, last + 1):
        chunk = chunks[index]
        text = chunk.piece.shaped.text[low if index == first else 0 : high if index == last else None]
        parts += [chunk] if text == chunk.piece.shaped.text else chunks_of(chunk.run, text, chunk.level)
    if end is not None:
        parts.append(_hyphen(chunks[last]))
    return parts


def _hyphen(chunk: Chunk) -> Chunk:
    """Return a hyphen that is seen but is a soft hyphen to those who copy or listen."""
    look = chunk.run.look
    return Chunk(chunk.run, look.soft_hyphen, look.width(look.soft_hyphen), chunk.level)
