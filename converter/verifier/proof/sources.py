"""Claims against the article: every line is what stands there, where the report says that it stands."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate, chain, pairwise

from msgspec import Struct

from converter.errors import ConverterError
from converter.guard.bounds import GIVEN_UP
from converter.model.article import Article, Footnote, Heading, Sentence, Span, Table
from converter.model.briefing import GAP
from converter.model.language import Language
from converter.outliner.sentences import sentences_of
from converter.readers import FORMATS, read_original
from converter.readers.original import Original
from converter.stylesheets.languages import known_language, load_language
from converter.verifier.findings import Finding
from converter.verifier.proof.claims import ClaimedLine, ClaimedSource, Claims, Piece
from converter.verifier.proof.letters import letters, plain
from converter.verifier.proof.likeness import is_alike
from converter.verifier.proof.panels import PanelChecker
from converter.verifier.proof.wording import contrast, quoted

_TITLE = "title"


class Evidence(Struct, frozen=True):
    """An article at hand: its bytes, and where they come from."""

    original: Original
    location: str

    @property
    def sha256(self) -> str:
        """Of the bytes."""
        return sha256(self.original.data).hexdigest()


def check_against_sources(
    claims: Claims, evidence: Sequence[Evidence]
) -> Iterator[tuple[int | None, Finding]]:
    """Yield where lines are not what their articles say, each with the index of its line.

    Args:
        claims: of the report.
        evidence: an article for each of the claimed sources that is at hand, in any order, and no others.

    Raises:
        InputError: an article took more than it may: `input-too-slow`, `input-too-hungry`, `reader-died`.
        StyleError: the file of its language is at fault.
    """
    at_hand = {one.sha256: one for one in evidence}
    headings: set[str] = set()
    for index, source in enumerate(claims.sources):
        found = at_hand.get(source.sha256)
        if found is None:
            continue
        try:
            article = read_original(
                found.original, found.location, format=_format(source), encoding=source.encoding or ""
            )
        except ConverterError as error:
            if error.code in GIVEN_UP:
                # that it was too much to be read now says nothing of the report
                raise
            # It was read once, since its sum is right.
            yield (
                None,
                Finding("source-differs", f"{source.name} cannot be read as it is said to: {error.what}"),
            )
            continue
        checker = _Checker(
            article,
            index,
            _language_of(article, claims),
            alone=len(claims.sources) == 1 and not claims.is_digest,
        )
        yield from checker.lines(claims)
        yield from checker.twins(claims)
        for finding in checker.title(claims):
            yield None, finding
        headings.update(
            letters(article.slice(block.span)) for block in article.blocks if isinstance(block, Heading)
        )
    if all(source.sha256 in at_hand for source in claims.sources):
        for heading in _own_headings(claims):
            if letters(heading.text) not in headings:
                text = f"no article has this heading: {quoted(heading.text)}"
                yield None, Finding("source-differs", text)


def _own_headings(claims: Claims) -> list[Piece]:
    """Return the headings inside sections, which are the articles' own; in a digest these are deeper."""
    last = max((at for at, piece in enumerate(claims.pieces) if piece.line is not None), default=0)
    own: list[Piece] = []
    sections = 1
    for piece in claims.pieces[:last]:
        if piece.source is not None:
            sections = 2
        elif piece.role == "heading" and (piece.level or 1) > sections:
            own.append(piece)
    return own


class _Checker:
    """Knows one article."""

    def __init__(self, article: Article, index: int, language: Language | None, *, alone: bool) -> None:
        self._article, self._index, self._alone = article, index, alone
        # As `Article.paragraph_number`, which counts anew for each.
        counted = (not isinstance(block, Heading | Footnote) for block in article.blocks)
        self._numbers = list(accumulate(map(int, counted)))
        self._starts = [block.span.start for block in article.blocks]
        self._panels = PanelChecker(article)
        self._sentences: dict[tuple[int, int], Sentence] = {}
        for sentence in sentences_of(article, language):
            self._sentences[self._numbers[sentence.block], sentence.number] = sentence

    def lines(self, claims: Claims) -> Iterator[tuple[int, Finding]]:
        for index, line in enumerate(claims.lines):
            if line.source == self._index:
                for finding in self._line(line):
                    yield index, finding

    def twins(self, claims: Claims) -> Iterator[tuple[int, Finding]]:
        """Yield the lines whose wording this article is said to have, and has not."""
        text = self._article.text
        wholes = {(at, (one.span.start, one.span.end)) for (at, _), one in self._sentences.items()}
        for index, line in enumerate(claims.lines):
            for twin in line.twins:
                if twin.source != self._index:
                    continue
                said = plain(" ".join(text[slice(*span)] for span in twin.spans))
                name = claims.sources[self._index].short_name
                if not is_alike(line.text, said, twin.likeness):
                    words = f"{name} does not have this wording: {contrast(line.text, said)}"
                    yield index, Finding("source-differs", words)
                elif (twin.paragraph, *twin.spans) not in wholes:
                    words = f"{name} has no such sentence in its paragraph {twin.paragraph}: {quoted(said)}"
                    yield index, Finding("place-differs", words)

    def title(self, claims: Claims) -> Iterator[Finding]:
        """Yield a finding where a title is the article's by the claims, and is not."""
        said = self._article.slice(self._article.title) if self._article.title else ""
        for piece in claims.pieces:
            if said and piece.source == self._index and letters(said) != letters(piece.text):
                text = f"the title is not the article's: {contrast(plain(piece.text), plain(said))}"
                yield Finding("title-differs", text, _TITLE)
        if not self._alone or _TITLE in claims.given:
            return
        if said and letters(said) != letters(claims.title):
            text = f"the title is not the article's: {contrast(plain(claims.title), plain(said))}"
            yield Finding("title-differs", text, _TITLE)

    def _line(self, line: ClaimedLine) -> Iterator[Finding]:
        text = self._article.text
        if any(start >= end or end > len(text) for start, end in line.spans):
            yield Finding("source-differs", f"it is of no place in the article: {quoted(line.text)}")
            return
        block = self._block_at(line.spans[0][0])
        number = self._numbers[block]
        if line.paragraph != number:
            words = f"paragraph {number}, not {line.paragraph}"
            yield Finding("place-differs", f"it stands in {words}: {quoted(line.text)}")
        if line.kind != "verbatim":
            return
        yield from self._panels.check(line)
        sentence = self._sentences.get((number, line.sentence or 0))
        if line.sentence is not None and not _is_of(line, sentence):
            words = f"sentence {line.sentence} of paragraph {number}, word after word"
            yield Finding("place-differs", f"it is not of {words}: {quoted(line.text)}")
        wordings = [self._said(line, sentence)]
        if line.sentence is None:
            wordings.append(self._whole(block))
        wrong = next((said for said in wordings if letters(said) != letters(line.text)), None)
        if wrong is not None:
            yield Finding("source-differs", f"the article says otherwise: {contrast(line.text, wrong)}")

    def _said(self, line: ClaimedLine, sentence: Sentence | None) -> str:
        """Return the article's words of a line, with a mark wherever part of its sentence is left out."""
        text = self._article.text
        said = text[slice(*line.spans[0])]
        for (_, last), (start, end) in pairwise(line.spans):
            # Between items and between cells nothing stands.
            said += (f" {GAP} " if text[last:start].strip() else " ") + text[start:end]
        said = plain(said)
        if sentence is None or (line.panel and line.panel.kind == "actors"):
            # a name with its apposition stands alone
            return said
        before = text[sentence.span.start : line.spans[0][0]].strip()
        after = text[line.spans[-1][1] : sentence.span.end].strip()
        return (f"{GAP} " if before else "") + said + (f" {GAP}" if after else "")

    def _whole(self, index: int) -> str:
        """Return all words of a block as a report shows them: the caption of a table stands above it."""
        block = self._article.blocks[index]
        if isinstance(block, Table) and block.caption:
            cells = Span(block.span.start, block.caption.start)
            return plain(f"{self._article.slice(block.caption)} {self._article.slice(cells)}")
        return plain(self._article.slice(block.span))

    def _block_at(self, position: int) -> int:
        """Return the index of the block that holds the letter at `position`."""
        return max(bisect_right(self._starts, position) - 1, 0)


def _is_of(line: ClaimedLine, sentence: Sentence | None) -> bool:
    """Tell whether the parts of a line stand in a sentence, one behind the other."""
    if sentence is None:
        return False
    places = [sentence.span.start, *chain.from_iterable(line.spans), sentence.span.end]
    return places == sorted(places)


def _language_of(article: Article, claims: Claims) -> Language | None:
    """Return by whose words the sentences of an article were told: its language, or else the report's."""
    tag = known_language(article.language) or known_language(str(claims.configuration.get("language", "")))
    return load_language(tag) if tag else None


def _format(source: ClaimedSource) -> str:
    """Return the format that an article was read as, whatever it is called where it is at hand."""
    return next((known.name for known in FORMATS if source.media_type in known.media_types), "")
