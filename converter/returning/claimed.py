"""What a report claimed to show, as far as the article bears it out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from converter.briefing_file.panels import PanelReader
from converter.briefing_file.places import Places
from converter.briefing_file.restoring import spans_in
from converter.model.article import Article, Code, Figure, Footnote, Heading, Sentence, Table
from converter.model.language import Language
from converter.model.outline import PANELS, Outline, Panel
from converter.returning.words import fold
from converter.text import collapse
from converter.verifier.proof.claims import CLOSING, ClaimedLine, Claims, Piece

_AS_IT_IS = (Table, Figure, Code, Footnote)
"""Blocks that are taken over as they are, and of which no part can be edited."""


class Claimed(Struct, frozen=True):
    """A line that the report showed when it was made.

    Attributes:
        id: number of the line in the claims, which its bookmark carries.
        at: its place in the article, such as `p4s2`; empty: a person's note, or a claim of what is nowhere.
        text: as it was shown.
        section: index of its section.
        author: of an edit or a note.
        parts: what is shown apart of a block that was taken over whole; of other lines the text alone.
        whole: whether it is such a block.
        untrue: whether the article does not say what it was claimed to say, word for word.
        panel: kind of the panel that it is a line of; empty: of none.
    """

    id: int
    at: str
    text: str
    section: int
    author: str = ""
    parts: tuple[str, ...] = ()
    whole: bool = False
    untrue: bool = False
    panel: Panel | None = None


class Part(Struct, frozen=True):
    """A section that the report showed, or kept for being empty.

    Attributes:
        key: of the section.
        title: as it was shown; empty where the section was left out.
        panel: its kind, where it is a panel.
    """

    key: str
    title: str
    panel: Panel | None = None


class Witness:
    """The article that a report was made from, asked for what stands where.

    Attributes:
        sets_items: whether each of its lines is an item, whatever the outline wants.
    """

    sets_items = False

    def __init__(self, article: Article, sentences: Sequence[Sentence], language: Language | None) -> None:
        """Take an article, its sentences in reading order, and its language."""
        self.places = Places(article, sentences)
        self._panels = PanelReader(article, sentences, language)
        self.article = article
        self.sentences = sentences
        self.others: Sequence[Witness] = ()
        self._starts = [sentence.span.start for sentence in sentences]
        self._blocks = [block.span.start for block in article.blocks]
        self._by_words: dict[str, list[Sentence]] = {}
        self._by_block: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            self._by_words.setdefault(fold(article.slice(sentence.span)), []).append(sentence)
            self._by_block.setdefault(sentence.block, []).append(sentence)

    def place_of_words(self, text: str) -> str:
        """Return the place of the first sentence whose words are `text`; empty: there is none."""
        found = self._by_words.get(fold(text))
        return self.places.of_sentence(found[0]) if found else ""

    def is_foreign(self, text: str) -> bool:
        """Tell whether `text` is a sentence of another article of a digest."""
        return any(other.place_of_words(text) for other in self.others)

    def says(self, place: str, text: str) -> bool:
        """Tell whether the sentence at `place` has the words of `text`, its gaps marked."""
        found = self.places.find(place)
        return isinstance(found, Sentence) and bool(spans_in(self.article, found, collapse(text)))

    def in_panel(self, panel: Panel, place: str, text: str) -> str:
        """Return the article's words of `text`, where a panel finds them at `place`; empty: it does not."""
        return self._panels.words(panel, place, text, fold)

    def within(self, place: str) -> frozenset[str]:
        """Return a place and those of the sentences in it."""
        found = self.places.find(place)
        inside = self._by_block.get(found, []) if isinstance(found, int) else []
        return frozenset((place, *map(self.places.of_sentence, inside)))

    def claimed(self, index: int, line: ClaimedLine, section: int) -> Claimed:
        """Return `line` as far as the article bears it out."""
        plain = Claimed(index, "", line.text, section, line.author, (line.text,))
        if line.kind == "note" or not line.spans:
            return plain
        start = line.spans[0][0]
        found = self._sentence_at(start) if line.sentence else None
        if line.panel:
            return self._of_panel(index, line, found, section)
        if found:
            at = self.places.of_sentence(found)
            untrue = line.kind == "verbatim" and not self.says(at, line.text)
            return Claimed(index, at, line.text, section, line.author, (line.text,), untrue=untrue)
        block = self._block_at(start)
        if line.sentence or block is None or line.kind == "edited":
            return Claimed(index, "", line.text, section, line.author, (line.text,), untrue=True)
        is_code = isinstance(self.article.blocks[block], Code)
        texts = [line.text] if is_code else line.text.split("\n")
        parts = tuple(filter(None, map(str.strip, texts)))
        at = self.places.of_block(block)
        untrue = fold(line.text) != self._said(line)
        return Claimed(index, at, line.text, section, "", parts, whole=True, untrue=untrue)

    def _of_panel(self, index: int, line: ClaimedLine, found: Sentence | None, section: int) -> Claimed:
        panel = _kind(line)
        at = self.places.of_sentence(found) if found else ""
        untrue = not (panel and at and self.in_panel(panel, at, line.text))
        place = "" if untrue else at
        return Claimed(index, place, line.text, section, parts=(line.text,), untrue=untrue, panel=panel)

    def sentences_in(self, whole: Claimed) -> tuple[Claimed, ...]:
        """Return the sentences of a block that was taken over whole; none where it cannot be taken apart."""
        block = self.places.find(whole.at)
        if not isinstance(block, int) or isinstance(self.article.blocks[block], _AS_IT_IS):
            return ()
        return tuple(
            Claimed(whole.id, self.places.of_sentence(one), text, whole.section, parts=(text,))
            for one in self._by_block.get(block, ())
            for text in [" ".join(self.article.slice(one.span).split())]
        )

    def _said(self, line: ClaimedLine) -> str:
        return fold(" ".join(self.article.text[start:end] for start, end in line.spans))

    def _sentence_at(self, position: int) -> Sentence | None:
        found = bisect_right(self._starts, position) - 1
        return self.sentences[found] if found >= 0 and position < self.sentences[found].span.end else None

    def _block_at(self, position: int) -> int | None:
        found = bisect_right(self._blocks, position) - 1
        if found < 0 or position >= self.article.blocks[found].span.end:
            return None
        return None if isinstance(self.article.blocks[found], Heading) else found


def lines_of(claims: Claims) -> list[tuple[int, ClaimedLine]]:
    """Return the lines that are shown, each with its number: of a part of a digest not all are."""
    shown = {piece.line for piece in claims.pieces}
    return [(number, line) for number, line in enumerate(claims.lines) if number in shown]


def parts_of(claims: Claims, wanted: Outline) -> tuple[Part, ...]:
    """Return the sections of a report of one article, those that were left out for being empty included.

    Args:
        claims: of the report.
        wanted: the outline that it was made with.
    """
    shown = list(headed(claims))
    named = [key for key, _ in shown if key]
    panels = _panels(claims, wanted)
    says = {rule.key for rule in wanted.sections if rule.when_empty == "say"}
    keys = claims.configuration.get("sections")
    listed = [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []
    # a heading without a line is of a section that says so
    free = iter([key for key in listed if key not in named and key in says])
    titles = {key or next(free, f"section-{number}"): title for number, (key, title) in enumerate(shown, 1)}
    order = _keys_with_omitted([*titles], [key for key in listed if key in titles or key not in says])
    return tuple(Part(key, titles.get(key, ""), panels.get(key)) for key in order)


def _keys_with_omitted(shown: Sequence[str], listed: Sequence[str]) -> list[str]:
    """Return the keys `shown`, and behind the one that is `listed` before it each that was left out."""
    order, before = list(shown), ""
    for key in listed:
        if key not in order:
            order.insert(order.index(before) + 1 if before else 0, key)
        before = key
    return order


def _panels(claims: Claims, wanted: Outline) -> dict[str, Panel]:
    """Return the kinds of panels by the keys of their sections: as their lines say, else by custom."""
    kinds: dict[str, Panel | None] = {panel: panel for panel in PANELS}
    kinds |= {rule.key: rule.panel for rule in wanted.sections}
    kinds |= {line.section: _kind(line) for _, line in lines_of(claims) if line.spans}
    return {key: panel for key, panel in kinds.items() if panel}


def _kind(line: ClaimedLine) -> Panel | None:
    return next((panel for panel in PANELS if line.panel and panel == line.panel.kind), None)


def headed(claims: Claims) -> Iterator[tuple[str, str]]:
    """Yield the heading of each section that was shown, with the key that its lines name."""
    title, key, is_open = "", "", False
    for piece in body_of(claims):
        if piece.role == "heading" and piece.level == 1:
            if is_open:
                yield key, title
            title, key, is_open = piece.text, "", True
        elif piece.line is not None and not key:
            key = claims.lines[piece.line].section
    if is_open:
        yield key, title


def body_of(claims: Claims) -> Sequence[Piece]:
    """Return the pieces of the sections: from the first heading of a section to source and method."""
    pieces = claims.pieces
    is_section = [piece.role == "heading" and piece.level == 1 for piece in pieces]
    start = is_section.index(True) if True in is_section else len(pieces)
    method = next((at for at, piece in enumerate(pieces) if piece.role in CLOSING), len(pieces))
    # the heading above the first paragraph of source and method is no heading of a section
    return pieces[start : max(method - 1, start)]
