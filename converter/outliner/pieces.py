"""Pieces: the smallest parts of an article that can stand in a briefing.

A piece is a sentence, or a block that is taken over whole: a quotation, a list of short items, a table, a
figure. Some cannot stand alone: a sentence that opens with "This" or "However" needs the one before it, one
that is followed by "But" needs that, quoted words need what says whose they are, an introduction that ends in
a colon what it introduces.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from converter.model.article import Article, Heading, ItemList, Quote, Span
from converter.model.briefing import Verbatim, Whole
from converter.outliner.headings import stretches
from converter.outliner.leaning import Leaning
from converter.outliner.reading import Kind, Reading
from converter.outliner.trimming import Trimmer, without
from converter.outliner.words import count

PROSE_WORDS = 8
"""Items of a list stand for themselves when they have so many words on average."""

_COLONS = (":", "：")


class Piece(Struct, frozen=True):
    """A sentence or a whole block.

    Attributes:
        line: as it will stand in the briefing.
        block: index into `Article.blocks`.
        sentences: indices of the sentences it holds; none for tables, figures, code and notes.
        words: its length.
        kind: of its first sentence.
        needs: indices of the pieces without which it may not stand.
        lost: whether it leans on something that is not there: it opens a text under a heading.
        cuts: what may be left out inside it where there is no room for the whole.
        cut_words: how many words that saves.
        connective: an additive opening that goes where the sentence before it is not taken.
    """

    line: Verbatim | Whole
    block: int
    sentences: tuple[int, ...]
    words: int
    kind: Kind = "statement"
    needs: tuple[int, ...] = ()
    lost: bool = False
    cuts: tuple[Span, ...] = ()
    cut_words: int = 0
    connective: Span | None = None


def pieces_of(article: Article, reading: Reading, trimmer: Trimmer | None = None) -> tuple[Piece, ...]:
    """Return the pieces of `article` in reading order; together they are all of it but title and headings.

    Args:
        article: what was read.
        reading: its sentences.
        trimmer: finds what may be left out of a sentence; without it, nothing may.
    """
    pieces = list(_pieces(article, reading, trimmer))
    leaning = Leaning(reading)
    under = stretches(article)
    needs: list[set[int]] = [set() for _ in pieces]
    lost = [False] * len(pieces)
    before: int | None = None
    for index, piece in enumerate(pieces):
        if before is not None and under[pieces[before].block] != under[piece.block]:
            before = None
        for one, other in _ties(article, leaning, pieces, index, before):
            if other is None:
                lost[one] = True
            else:
                needs[one].add(other)
        if piece.sentences and piece.kind != "fragment":
            before = index
    return tuple(
        replace(piece, needs=tuple(sorted(needs[index])), lost=lost[index])
        if needs[index] or lost[index]
        else piece
        for index, piece in enumerate(pieces)
    )


def _ties(
    article: Article, leaning: Leaning, pieces: Sequence[Piece], index: int, before: int | None
) -> Iterator[tuple[int, int | None]]:
    """Yield which piece needs which, as far as the piece `index` and the one `before` it go."""
    piece = pieces[index]
    if before is not None and before == index - 1 and _introduces(article, pieces[before]):
        yield before, index
        yield index, before
    elif piece.sentences and _is_anonymous(article, leaning, piece):
        after = index + 1
        speaker = after < len(pieces) and pieces[after].block == piece.block and pieces[after].sentences
        opens = index == 0 or pieces[index - 1].block != piece.block
        yield index, after if opens and speaker and leaning.attributes(speaker[0]) else before
        if not opens and before is not None and leaning.goes_on(piece.sentences[0]):
            yield before, index
    elif piece.sentences and not piece.connective and not isinstance(piece.line, Whole):
        if leaning.leans(piece.sentences[0]) or (before is not None and leaning.answers(piece.sentences[0])):
            yield index, before
        if before is not None and leaning.qualifies(piece.sentences[0]):
            yield index, before
            yield before, index


def _is_anonymous(article: Article, leaning: Leaning, piece: Piece) -> bool:
    if isinstance(article.blocks[piece.block], Quote):
        return not any(map(leaning.attributes, piece.sentences))
    return isinstance(piece.line, Verbatim) and leaning.is_anonymous(piece.sentences[0])


def _pieces(article: Article, reading: Reading, trimmer: Trimmer | None) -> Iterator[Piece]:
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
        else:
            yield from (_sentence(reading, index, trimmer) for index in sentences)


def _sentence(reading: Reading, index: int, trimmer: Trimmer | None) -> Piece:
    sentence, text = reading.sentences[index], reading.texts[index]
    line = Verbatim((sentence.span,), sentence)
    piece = Piece(line, sentence.block, (index,), reading.lengths[index], reading.kinds[index])
    found = trimmer.cuts(text) if trimmer else ()
    behind = trimmer.connective(text) if trimmer else 0
    if not (found or behind):
        return piece
    start, number = sentence.span.start, sentence.span.article
    return replace(
        piece,
        cuts=tuple(Span(start + first, start + last, number) for first, last in found),
        cut_words=piece.words - count(without(text, found)) if found else 0,
        connective=Span(start, start + behind, number) if behind else None,
    )


def _short(article: Article, block: ItemList) -> bool:
    return sum(count(article.slice(item.span)) for item in block.items) < PROSE_WORDS * len(block.items)


def _introduces(article: Article, piece: Piece) -> bool:
    # Armenian writes a colon where others write a full stop.
    return (
        bool(piece.sentences)
        and not article.language.startswith("hy")
        and _text(article, piece).endswith(_COLONS)
    )


def _text(article: Article, piece: Piece) -> str:
    span = article.blocks[piece.block].span if isinstance(piece.line, Whole) else piece.line.sentence.span
    return article.slice(span)
