"""A page as a reader sees it: paragraphs in order, what runs along at its edges, and what is hidden."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pypdfium2
from msgspec import Struct, field
from pypdfium2 import raw

from converter.verifier.visible.pdf import pdfium
from converter.verifier.visible.pdf.annotations import Remark
from converter.verifier.visible.pdf.document import broken, too_long
from converter.verifier.visible.pdf.glyphs import read_glyphs
from converter.verifier.visible.pdf.lines import Line, clean, most_run_leftwards, read_lines, read_text
from converter.verifier.visible.pdf.paragraphs import Paragraph, tagged, untagged
from converter.verifier.visible.pdf.saying import agree
from converter.verifier.visible.pdf.seen import find_hidden
from converter.verifier.visible.pdf.shapes import disguised
from converter.verifier.visible.pdf.sources import read_sources
from converter.verifier.visible.pdf.tags import Tags, read_tags
from converter.verifier.visible.pdf.words import Word, read_words
from converter.verifier.visible.shown import Place

_MOST = 50_000
"""Characters of one page: in the smallest type that is read there is room for fewer."""
_EDGE = 0.25
"""Part of the page's height in which headers stand; as much is for footers."""


class Piece(Struct, eq=False):
    """A paragraph, or its part on one page.

    Attributes:
        text: as read.
        line: on which it begins, from 1.
        place: see `Shown`.
        paragraph: where it stands; `None` for what is only said, such as alternative texts.
        role: see `Shown`.
    """

    text: str
    line: int
    place: Place
    paragraph: Paragraph | None
    role: str = ""


class Page(Struct):
    """A page.

    Attributes:
        pieces: in the order of reading.
        rows: its lines, across all columns, from the top to the bottom.
        lies: what marks say, and what the glyphs say, where they do not agree.
        disguises: letters that look like others than they say, by the name of their font.
    """

    pieces: list[Piece] = field(default_factory=list)
    rows: Sequence[Line] = field(default_factory=list)
    lies: list[tuple[str, str]] = field(default_factory=list)
    disguises: dict[str, str] = field(default_factory=dict)


class Context(Struct, frozen=True):
    """What is known before a page is read.

    Attributes:
        number: of the page, from 1.
        before: the lines of the page before, of which a table may repeat some.
        leftwards: whether the document says that it runs from right to left.
        turned: whether it asks for its pages from right to left.
    """

    number: int
    before: Sequence[Line]
    leftwards: bool
    turned: bool


def read_page(page: pypdfium2.PdfPage, remarks: Iterable[Remark], context: Context) -> Page:
    """Return what stands on a page.

    Args:
        page: opened.
        remarks: what its annotations say.
        context: what is known of it.

    Raises:
        InputError: `input-broken`, `pdf-too-long`.
    """
    sources = read_sources(pdfium.address(page.raw))
    text_page = raw.FPDFText_LoadPage(page.raw)
    if not text_page:
        raise broken(f"page {context.number} cannot be read")
    try:
        if pdfium.count_chars(pdfium.address(text_page)) > _MOST:
            raise too_long("has a page of too many characters", _MOST)
        glyphs = read_glyphs(pdfium.address(text_page), sources.texts, leftwards=context.turned)
        disguises = disguised(pdfium.address(text_page), glyphs)
    finally:
        raw.FPDFText_ClosePage(text_page)
    find_hidden(page, glyphs)
    found, tags = read_words(glyphs, sources.texts), read_tags(page)
    result, order = _assembled(page, found.words, tags, context)
    result.lies, result.disguises = [*found.lies, *_lies(tags, found.words)], disguises
    tops = {word.source.mcid: word.baseline for word in found.words} | sources.pictures
    for mcid, text in tags.alternatives.items():
        result.pieces.append(Piece(clean(text), order.at(tops.get(mcid, 0.0)), "body", None, "alternative"))
    drawn = {piece.text for piece in result.pieces}
    for remark in remarks:
        if remark.text not in drawn:
            place: Place = "body" if remark.seen else "hidden"
            result.pieces.append(Piece(remark.text, order.at(remark.top), place, None))
    result.pieces.sort(key=order.key)
    return result


def _lies(tags: Tags, words: Sequence[Word]) -> list[tuple[str, str]]:
    """Return what elements say that they stand for, and what they show, where these do not agree."""
    shown = {
        numbers: " ".join(word.text for word in words if word.source.mcid in numbers)
        for numbers in tags.actual
    }
    return [
        (actual, shown[numbers])
        for numbers, actual in tags.actual.items()
        if not agree(actual, shown[numbers])
    ]


def _assembled(
    page: pypdfium2.PdfPage, words: Sequence[Word], tags: Tags, context: Context
) -> tuple[Page, "_Order"]:
    """Return the page, and the order of its lines."""
    seen = [word for word in words if word.seen]
    leftwards = context.leftwards or any(word.leftwards for word in seen)
    in_tags = [word for word in seen if not word.source.artifact and word.source.mcid in tags.blocks]
    known = set(map(id, in_tags))
    _, bottom, _, top = page.get_bbox()
    edges = _Edges(bottom, top, in_tags)
    body, running = tagged(in_tags, tags.blocks, leftwards=leftwards), list[Paragraph]()
    for paragraph in untagged((word for word in seen if id(word) not in known), leftwards=leftwards):
        aside = edges.hold(paragraph) or _repeats(paragraph, context.before)
        (running if aside else body).append(paragraph)
    rows = read_lines((word for paragraph in body for word in paragraph.words), leftwards=leftwards)
    order = _Order(rows, leftwards=leftwards and _stand_leftwards(body, seen))
    hidden = untagged((word for word in words if not word.seen), leftwards=leftwards)
    kinds: tuple[tuple[Place, list[Paragraph]], ...] = (
        ("running", running),
        ("body", body),
        ("hidden", hidden),
    )
    pieces = [order.piece(each, place) for place, found in kinds for each in order.sorted(found)]
    return Page(pieces, rows), order


def _repeats(paragraph: Paragraph, before: Iterable[Line]) -> bool:
    """Say whether a paragraph outside the tags only repeats lines of earlier pages: the head of a table."""
    if not all(word.source.artifact for word in paragraph.words):
        return False
    said = {read_text([line]) for line in before}
    return all(read_text([line]) in said for line in paragraph.lines)


class _Edges:
    """Where headers and footers stand: outside of all that the tags hold, near the page's edges."""

    def __init__(self, bottom: float, top: float, words: Iterable[Word]) -> None:
        baselines = [word.baseline for word in words]
        height = top - bottom
        self._above = max([top - _EDGE * height, *baselines])
        self._below = min([bottom + _EDGE * height, *baselines])
        self._known = bool(baselines)

    def hold(self, paragraph: Paragraph) -> bool:
        """Say whether a paragraph is marked as no content, and stands where such stands."""
        return all(
            word.source.artifact and (word.baseline > self._above or word.baseline < self._below)
            for word in paragraph.words
        )


def _stand_leftwards(paragraphs: Iterable[Paragraph], words: Iterable[Word]) -> bool:
    """Say whether what stands side by side, as cells do, is to be read from right to left.

    A page that may run either way is read in the order in which it is drawn.
    """
    firsts = sorted((each.lines[0] for each in paragraphs), key=lambda line: (-line.baseline, line.left))
    beside = [(one, other) for one, other in pairwise(firsts) if one.stands_with(other)]
    against = sum(one.words[0].order > other.words[0].order for one, other in beside)
    return 2 * against > len(beside) if beside else most_run_leftwards(words)


class _Order:
    """Puts paragraphs in order by the lines of the page."""

    def __init__(self, rows: Sequence[Line], *, leftwards: bool) -> None:
        self._rows, self._leftwards = rows, leftwards
        self._numbers = {id(word): number for number, row in enumerate(rows, 1) for word in row.words}

    def sorted(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        return sorted(paragraphs, key=self._key)

    def _key(self, paragraph: Paragraph) -> tuple[float, float, float]:
        first = paragraph.lines[0]
        row = self._numbers.get(id(first.words[0]), 0)
        return row, 0 if row else -first.baseline, -first.right if self._leftwards else first.left

    def piece(self, paragraph: Paragraph, place: Place) -> Piece:
        first, block = paragraph.lines[0], paragraph.block
        line = self._numbers.get(id(first.words[0])) or self.at(first.baseline)
        if place == "body" and block and block.note:
            place = "note"
        role = block.role if block else ""
        return Piece(read_text(paragraph.lines), line, place, paragraph, role)

    def key(self, piece: Piece) -> tuple[int, int]:
        """Return the place of a piece on the page: headers first, footers last."""
        if piece.place == "running" and piece.paragraph:
            baseline = piece.paragraph.lines[0].baseline
            return (0, 0) if not self._rows or baseline > self._rows[0].baseline else (len(self._rows) + 1, 0)
        return piece.line, piece.paragraph is None or piece.place == "hidden"

    def at(self, height: float) -> int:
        """Return the number of the line at, or above, a height in points."""
        return max(sum(row.baseline >= height for row in self._rows), 1)
