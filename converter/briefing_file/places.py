"""Places: `p4s2` is sentence 2 of paragraph 4, `p7` the whole of paragraph 7, `n1` the first footnote.

Paragraphs are numbered as a reader counts them (`Article.paragraph_number`): lists, quotations, tables and
figures count, headings and footnotes do not.
"""

import re
from collections.abc import Iterable

from converter.model.article import Article, Footnote, Heading, Sentence

_PLACE = re.compile(r"(?P<kind>[pn])(?P<number>[1-9]\d{0,6})(?:s(?P<sentence>[1-9]\d{0,6}))?")


class PlaceError(ValueError):
    """A place that is none, or that the article does not have; its text says so without a full stop."""


class Places:
    """The places of an article."""

    def __init__(self, article: Article, sentences: Iterable[Sentence]) -> None:
        """Take an article and its sentences, in reading order."""
        self._blocks: dict[str, int] = {}
        counts = {"p": 0, "n": 0}
        for index, block in enumerate(article.blocks):
            if not isinstance(block, Heading):
                kind = "n" if isinstance(block, Footnote) else "p"
                counts[kind] += 1
                self._blocks[f"{kind}{counts[kind]}"] = index
        self._names = {index: name for name, index in self._blocks.items()}
        self._sentences = {(sentence.block, sentence.number): sentence for sentence in sentences}
        self._paragraphs = counts["p"]

    def of_sentence(self, sentence: Sentence) -> str:
        """Return the place of `sentence`."""
        return f"{self._names[sentence.block]}s{sentence.number}"

    def of_block(self, block: int) -> str:
        """Return the place of the block with this index, which is no heading."""
        return self._names[block]

    def find(self, place: str) -> Sentence | int:
        """Return the sentence, or the index of the block, at `place`.

        Raises:
            PlaceError: there is none.
        """
        match = _PLACE.fullmatch(place)
        if not match:
            raise PlaceError(f"{place[:40]!r} is no place; p4s2 is sentence 2 of paragraph 4")
        name = f"{match['kind']}{match['number']}"
        if name not in self._blocks:
            raise PlaceError(f"the article has no {name}; its paragraphs are p1 to p{self._paragraphs}")
        block = self._blocks[name]
        if not match["sentence"]:
            return block
        found = self._sentences.get((block, int(match["sentence"])))
        if found is None:
            last = max((number for of_block, number in self._sentences if of_block == block), default=0)
            raise PlaceError(
                f"{name} has no sentence {match['sentence']}; its last is {name}s{last}"
                if last
                else f"{name} holds no sentences; write '{name}: whole'"
            )
        return found
