"""Pieces: the smallest parts of an article that can stand in a briefing.

A piece is a sentence, or a block that is taken over whole: a quotation, a list of short items, a table, a
figure. Some cannot stand alone: a sentence that opens with "This" or "However" needs the one before it, a
quotation the words that introduce it, an introduction that ends in a colon what it introduces.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from converter.model.article import Article, Heading, ItemList, Quote
from converter.model.briefing import Verbatim, Whole
from converter.outliner.features import DANGLING, Kind, Reading
from converter.outliner.words import count

PROSE_WORDS = 8
"""Items of a list stand for themselves when they have so many words on average."""

_COLONS = (":", "：")
_QUOTE_MARKS = tuple("“\"«„「『‘'")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a whole block.

    Attributes:
        line: as it will stand in the briefing.
        block: index into `Article.blocks`.
        sentences: indices of the sentences it holds; none for tables, figures, code and notes.
        words: its length.
        kind: of its first sentence.
        needs: indices of the pieces without which it may not stand.
        lost: whether it leans on something that is not there: it opens a text under a heading.
    """

    line: Verbatim | Whole
    block: int
    sentences: tuple[int, ...]
    words: int
    kind: Kind = "statement"
    needs: tuple[int, ...] = ()
    lost: bool = False


def pieces_of(article: Article, reading: Reading) -> tuple[Piece, ...]:
    """Return the pieces of `article` in reading order; together they are all of it but title and headings."""
    pieces = list(_pieces(article, reading))
    needs: list[set[int]] = [set() for _ in pieces]
    lost = [False] * len(pieces)
    before: int | None = None
    for index, piece in enumerate(pieces):
        if before is not None and _parted(article, pieces[before].block, piece.block):
            before = None
        if before == index - 1 and before is not None and _introduces(article, pieces[before]):
            needs[before].add(index)
            needs[index].add(before)
        elif _leans(article, reading, piece):
            lost[index] = before is None
            needs[index].update([] if before is None else [before])
        if piece.sentences and piece.kind != "fragment":
            before = index
    return tuple(
        replace(piece, needs=tuple(sorted(needs[index])), lost=lost[index])
        for index, piece in enumerate(pieces)
    )


def _pieces(article: Article, reading: Reading) -> Iterator[Piece]:
    by_block = {
        block: tuple(indices)
        for block, indices in groupby(
            range(len(reading.sentences)), key=lambda index: reading.sentences[index].block
        )
    }
    for number, block in enumerate(article.blocks):
        sentences = by_block.get(number, ())
        if isinstance(block, Heading):
            continue
        if (
            not sentences
            or isinstance(block, Quote)
            or (isinstance(block, ItemList) and _short(article, block))
        ):
            length = sum(reading.lengths[index] for index in sentences) or count(article.slice(block.span))
            yield Piece(Whole(number), number, sentences, length)
            continue
        for index in sentences:
            sentence = reading.sentences[index]
            line = Verbatim((sentence.span,), sentence)
            yield Piece(line, number, (index,), reading.lengths[index], reading.kinds[index])


def _short(article: Article, block: ItemList) -> bool:
    return sum(count(article.slice(item.span)) for item in block.items) < PROSE_WORDS * len(block.items)


def _parted(article: Article, first: int, second: int) -> bool:
    """Say whether a heading stands between two blocks."""
    return any(isinstance(block, Heading) for block in article.blocks[first + 1 : second])


def _introduces(article: Article, piece: Piece) -> bool:
    # Armenian writes a colon where others write a full stop.
    return (
        bool(piece.sentences)
        and not article.language.startswith("hy")
        and _text(article, piece).endswith(_COLONS)
    )


def _leans(article: Article, reading: Reading, piece: Piece) -> bool:
    if not piece.sentences:
        return False
    if isinstance(article.blocks[piece.block], Quote):
        return not any(cue == "attribution" for index in piece.sentences for _, _, cue in reading.cues[index])
    opens = any(position == 0 and cue == DANGLING for position, _, cue in reading.cues[piece.sentences[0]])
    return opens and not _text(article, piece).startswith(_QUOTE_MARKS)


def _text(article: Article, piece: Piece) -> str:
    span = article.blocks[piece.block].span if isinstance(piece.line, Whole) else piece.line.sentence.span
    return article.slice(span)
